-- Whom findings are told to, gathered into one notice (giám sát: báo cho người liên quan).
create table supervision.untold (
  account_id uuid        not null,
  case_id    uuid        not null,
  why        text        not null,
  entry_id   uuid        not null,
  urgent     boolean     not null,
  at         timestamptz not null,
  constraint untold_pkey primary key (account_id, case_id, why),
  constraint untold_why_check check (why in ('found', 'escalated', 'concluded', 'withdrawn'))
);
comment on table supervision.untold is 'Phát hiện chờ báo: các việc của một người đi chung một thông báo.';
grant select, insert, delete on supervision.untold to vamco_app;

-- what waits in a unit or with an officer is counted on every page
create index finding_open_officer_index on supervision.finding (officer_id) where answered_at is null and concluded_at is null;

-- unique, and named as unique ones are
alter index supervision.switched_off_now_index rename to switched_off_now_key;
