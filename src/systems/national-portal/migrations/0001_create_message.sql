-- National portal (Cổng Dịch vụ công quốc gia): what it has to be told of dossiers, message by message, and how the line to it is.
create schema national_portal;
grant usage on schema national_portal to vamco_app;

create table national_portal.message (
  id         uuid        not null,
  case_id    uuid        not null,
  sequence   integer     not null,
  entry_id   uuid        not null,
  service    text        not null,
  status     smallint    not null,
  local_only boolean     not null,
  at         timestamptz not null,
  attempts   integer     not null default 0,
  next_at    timestamptz,
  fault      text,
  said       text,
  sent_at    timestamptz,
  constraint message_pkey primary key (id),
  constraint message_case_fkey foreign key (case_id) references cases.case (id),
  constraint message_case_key unique (case_id, sequence),
  constraint message_entry_key unique (entry_id, service),
  constraint message_service_check check (service in ('dossier', 'progress')),
  constraint message_status_check check (status between 1 and 10),
  constraint message_sequence_check check (sequence > 0),
  constraint message_sent_check check (sent_at is null or (next_at is null and fault is null))
);
comment on table national_portal.message is 'Thông điệp đồng bộ với Cổng Dịch vụ công quốc gia: mỗi hồ sơ một dãy, gửi theo thứ tự; nội dung nằm trong hồ sơ.';
comment on column national_portal.message.status is 'TrangThaiHoSo as the dossier stood when the entry was read.';
comment on column national_portal.message.local_only is 'Of an invented dossier: told to a simulator on this machine, and to nobody else.';
comment on column national_portal.message.at is 'When what it tells happened: since then the portal does not know.';
comment on column national_portal.message.next_at is 'Only the first unsent message of a dossier has one: the next try, or while it is being sent the end of the lease.';
-- one message of a dossier under way: nothing overtakes, and the list of dossiers that wait, oldest first
create unique index message_head_key on national_portal.message (case_id) where next_at is not null;
create index message_since_index on national_portal.message (at, id) where next_at is not null;
-- what is sent next
create index message_due_index on national_portal.message (next_at) where next_at is not null;
-- how many wait behind the first one
create index message_waiting_index on national_portal.message (case_id, sequence) where sent_at is null;

create table national_portal.line (
  id            uuid        not null,
  failures      integer     not null default 0,
  failing_since timestamptz,
  fault         text,
  said          text,
  try_at        timestamptz,
  sent_at       timestamptz,
  constraint line_pkey primary key (id),
  constraint line_failures_check check (failures >= 0 and (failures > 0) = (failing_since is not null))
);
comment on table national_portal.line is 'Đường truyền đến Cổng Dịch vụ công quốc gia: một dòng; hỏng từ lúc nào, vì sao, khi nào thử lại.';
insert into national_portal.line (id) values ('00000000-0000-7000-8000-000000000002');

grant select, insert, update on national_portal.message to vamco_app;
grant select, update on national_portal.line to vamco_app;
