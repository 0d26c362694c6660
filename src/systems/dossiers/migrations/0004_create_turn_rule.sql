-- Turn rules (quy tắc về lượt): whether what breaks a rule is refused or done and flagged, from which day; from the province pack.
create table dossiers.turn_rule (
  rule       text    not null,
  valid_from date    not null,
  effect     text    not null,
  term       text,
  basis      text    not null,
  confirm    text,
  constraint turn_rule_pkey primary key (rule, valid_from),
  constraint turn_rule_effect_check check (effect in ('refuse', 'flag'))
);
comment on table dossiers.turn_rule is 'Quy tắc có ngày hiệu lực: làm trái thì bị từ chối, hay được làm và ghi dấu để giám sát.';
grant select, insert, delete on dossiers.turn_rule to vamco_app;

-- The applicant was told of an early result before it is handed over (NĐ 61/2018 Điều 20 khoản 4).
alter table dossiers.dossier add column early_told_at timestamptz;
comment on column dossiers.dossier.early_told_at is 'Lúc người nộp được báo có kết quả trước hạn.';
