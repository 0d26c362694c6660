-- Operations centre (trung tâm điều hành): incidents as cases, the signals they are made of, what is to be done, shifts and drills.
create schema operations_centre;
grant usage on schema operations_centre to vamco_app;

create table operations_centre.rules (
  id        smallint    not null,
  body      jsonb       not null,
  loaded_at timestamptz not null,
  constraint rules_pkey primary key (id),
  constraint rules_one_check check (id = 1)
);
comment on table operations_centre.rules is 'Loại sự cố, quy tắc gộp, việc phải làm, mốc bản đồ theo gói dữ liệu của tỉnh. Một dòng.';

create table operations_centre.drill (
  id        uuid        not null,
  unit_id   uuid        not null,
  title     text        not null,
  began_at  timestamptz not null,
  began_by  uuid        not null,
  ends_at   timestamptz not null,
  ended_at  timestamptz,
  version   integer     not null default 1,
  constraint drill_pkey primary key (id),
  constraint drill_unit_fkey foreign key (unit_id) references organisation.unit (id),
  constraint drill_account_fkey foreign key (began_by) references identity.account (id),
  constraint drill_times_check check (ends_at > began_at)
);
comment on table operations_centre.drill is 'Diễn tập: từ lúc nào đến lúc nào; sự cố của diễn tập không bao giờ tính chung với sự cố thật.';
-- one drill at a time in a centre
create unique index drill_running_key on operations_centre.drill (unit_id) where ended_at is null;

create table operations_centre.incident (
  case_id   uuid             not null,
  unit_id   uuid             not null,
  kind      text             not null,
  severity  smallint         not null,
  title     jsonb            not null,
  place     text,
  lat       double precision,
  lon       double precision,
  first_at  timestamptz      not null,
  last_at   timestamptz      not null,
  signals   integer          not null default 0,
  opened_at timestamptz      not null,
  taken_at  timestamptz,
  closed_at timestamptz,
  drill_id  uuid,
  joined_to uuid,
  constraint incident_pkey primary key (case_id),
  constraint incident_case_fkey foreign key (case_id) references cases.case (id),
  constraint incident_unit_fkey foreign key (unit_id) references organisation.unit (id),
  constraint incident_drill_fkey foreign key (drill_id) references operations_centre.drill (id),
  constraint incident_joined_fkey foreign key (joined_to) references operations_centre.incident (case_id),
  constraint incident_severity_check check (severity between 1 and 5),
  constraint incident_point_check check ((lat is null) = (lon is null)),
  constraint incident_title_check check (title ? 'vi')
);
comment on table operations_centre.incident is 'Sự cố: phần riêng, ngoài những gì mọi vụ việc đều có (người giữ, trạng thái ở vụ việc).';
comment on column operations_centre.incident.unit_id is 'The centre: the people''s committee of the commune, or of the province.';
-- the list of the province and of one centre, newest first; the wall and the grouping of signals read what is open
create index incident_list_index on operations_centre.incident (opened_at desc, case_id desc);
create index incident_unit_index on operations_centre.incident (unit_id, opened_at desc, case_id desc);
create index incident_open_index on operations_centre.incident (kind, last_at) where closed_at is null;

create table operations_centre.signal (
  id        uuid             not null,
  case_id   uuid             not null,
  entry_id  uuid,
  source    text             not null,
  kind      text             not null,
  severity  smallint         not null,
  title     jsonb            not null,
  href      text,
  area_id   uuid,
  unit_id   uuid,
  lat       double precision,
  lon       double precision,
  at        timestamptz      not null,
  heard_at  timestamptz      not null,
  simulated boolean          not null default false,
  constraint signal_pkey primary key (id),
  constraint signal_case_fkey foreign key (case_id) references cases.case (id),
  constraint signal_entry_key unique (entry_id),
  constraint signal_severity_check check (severity between 1 and 5),
  constraint signal_title_check check (title ? 'vi')
);
comment on table operations_centre.signal is 'Tín hiệu: điều được thấy, đo hay phản ánh; nhiều tín hiệu gần nhau thuộc một sự cố.';
comment on column operations_centre.signal.at is 'When it happened; heard_at is when the centre was told.';
-- the signals of an incident, oldest first
create index signal_case_index on operations_centre.signal (case_id, at);
-- when a source was heard last
create index signal_source_index on operations_centre.signal (source, heard_at desc);

create table operations_centre.step (
  case_id    uuid        not null,
  key        text        not null,
  place      smallint    not null,
  text       jsonb       not null,
  due_at     timestamptz not null,
  done_at    timestamptz,
  done_by    uuid,
  overdue_at timestamptz,
  constraint step_pkey primary key (case_id, key),
  constraint step_case_fkey foreign key (case_id) references cases.case (id),
  constraint step_account_fkey foreign key (done_by) references identity.account (id),
  constraint step_done_check check ((done_at is null) = (done_by is null))
);
comment on table operations_centre.step is 'Việc phải làm của một sự cố, theo loại, chép lúc mở sự cố; ai làm, lúc nào.';

create table operations_centre.shift (
  id         uuid        not null,
  unit_id    uuid        not null,
  account_id uuid        not null,
  began_at   timestamptz not null,
  ended_at   timestamptz,
  handed_to  uuid,
  version    integer     not null default 1,
  constraint shift_pkey primary key (id),
  constraint shift_unit_fkey foreign key (unit_id) references organisation.unit (id),
  constraint shift_account_fkey foreign key (account_id) references identity.account (id),
  constraint shift_handed_fkey foreign key (handed_to) references identity.account (id),
  constraint shift_handed_check check (handed_to is null or ended_at is not null)
);
comment on table operations_centre.shift is 'Ca trực của một trung tâm: ai trực, từ lúc nào, giao cho ai; ghi chú nằm trong nhật ký.';
-- a person is on duty once
create unique index shift_on_duty_key on operations_centre.shift (unit_id, account_id) where ended_at is null;
-- the log of a centre, newest first
create index shift_unit_index on operations_centre.shift (unit_id, began_at desc);

grant select, insert, update on all tables in schema operations_centre to vamco_app;
