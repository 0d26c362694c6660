-- Differences: what a new import says otherwise than the record it was loaded with before waits for an administrator, record by record.
create table procedures.difference (
  id           uuid        not null,
  procedure_id uuid        not null,
  kind         text        not null,
  report_id    uuid        not null,
  before       jsonb       not null,
  after        jsonb       not null,
  flags        text[]      not null default '{}',
  digest       text        not null,
  state        text        not null default 'open',
  found_at     timestamptz not null,
  settled_at   timestamptz,
  constraint difference_pkey primary key (id),
  constraint difference_procedure_fkey foreign key (procedure_id) references procedures.procedure (id),
  constraint difference_report_fkey foreign key (report_id) references procedures.import_report (id),
  constraint difference_kind_check check (kind in ('catalogue', 'detail')),
  constraint difference_state_check check (state in ('open', 'accepted', 'rejected', 'overtaken')),
  constraint difference_settled_check check ((state = 'open') = (settled_at is null))
);
comment on table procedures.difference is 'Thay đổi của thủ tục quốc gia so với bản ghi đã nhập: chờ người quản trị nhận hoặc không nhận từng bản ghi.';
comment on column procedures.difference.state is 'overtaken: a later import says something else again, or what was there before.';
-- one open difference for each record
create unique index difference_open_key on procedures.difference (procedure_id, kind) where state = 'open';
-- the administrator's list by state, newest first
create index difference_state_index on procedures.difference (state, id desc);
-- an import asks how each record stood last
create index difference_procedure_index on procedures.difference (procedure_id, kind, id desc);

alter table procedures.import_report add column changed integer not null default 0;
comment on column procedures.import_report.changed is 'Records that say otherwise than before: of the loaded ones, those that wait for an administrator.';

grant select, insert, update on procedures.difference to vamco_app;
