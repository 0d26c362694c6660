-- People in offices: who acts for whom and for how long, who is away, and in which manner a position is held.
create table organisation.office_rule (
  rule       text not null,
  valid_from date not null,
  effect     text,
  words      text,
  basis      text not null,
  confirm    text,
  constraint office_rule_pkey primary key (rule, valid_from),
  constraint office_rule_rule_check check (rule in ('second-delegate', 'sign-delegated', 'sign-acting', 'sign-in-charge')),
  constraint office_rule_effect_check check (effect in ('refuse', 'allow')),
  constraint office_rule_content_check check ((effect is null) <> (words is null))
);
comment on table organisation.office_rule is 'Quy tắc ủy quyền và hình thức ký (TUQ., Q., phụ trách) theo ngày, lấy từ gói dữ liệu của tỉnh.';
comment on column organisation.office_rule.confirm is 'Why it is not certain yet; null when it was read in the rule itself.';

create table organisation.absence (
  id            uuid not null,
  account_id    uuid not null,
  substitute_id uuid,
  valid_from    date not null,
  valid_to      date not null,
  ended_at      timestamptz,
  entry_id      uuid not null,
  constraint absence_pkey primary key (id),
  constraint absence_account_fkey foreign key (account_id) references identity.account (id),
  constraint absence_substitute_fkey foreign key (substitute_id) references identity.account (id),
  constraint absence_people_check check (account_id <> substitute_id),
  constraint absence_days_check check (valid_from <= valid_to),
  constraint absence_overlap exclude using gist (account_id with =, daterange(valid_from, valid_to, '[]') with &&) where (ended_at is null)
);
comment on table organisation.absence is 'Vắng mặt: ai vắng từ ngày nào đến hết ngày nào, ai làm thay; hết hạn thì tự kết thúc.';
comment on column organisation.absence.ended_at is 'Back before the last day: from this moment the absence is over.';
-- whom somebody stands in for
create index absence_substitute_index on organisation.absence (substitute_id, valid_to) where ended_at is null;

alter table organisation.delegation
  add column absence_id uuid,
  add column document   text,
  add column sole       boolean not null default true,
  add column ended_at   timestamptz,
  add column entry_id   uuid,
  add constraint delegation_absence_fkey foreign key (absence_id) references organisation.absence (id),
  drop constraint delegation_overlap,
  add constraint delegation_overlap exclude using gist
    (from_account with =, to_account with =, position_id with =, daterange(valid_from, valid_to, '[]') with &&) where (ended_at is null),
  add constraint delegation_sole exclude using gist
    (from_account with =, position_id with =, daterange(valid_from, valid_to, '[]') with &&) where (sole and ended_at is null);
comment on column organisation.delegation.sole is 'The rule of its day allows one delegate at a time.';
comment on column organisation.delegation.ended_at is 'Ended before its last day: from this moment it gives nothing.';
comment on column organisation.delegation.document is 'Number and date of the paper it rests on.';
-- what somebody has given away, newest first
create index delegation_from_index on organisation.delegation (from_account, valid_from desc);

alter table organisation.holding
  add column manner   text not null default 'full',
  add column document text,
  add constraint holding_manner_check check (manner in ('full', 'acting', 'in-charge'));
comment on column organisation.holding.manner is 'Giữ chính thức, giữ quyền (Q.), hay được giao phụ trách.';

grant select, insert, update on organisation.absence to vamco_app;
-- the table says what the pack says
grant select, insert, delete on organisation.office_rule to vamco_app;
