-- Reception at any office (tiếp nhận phi địa giới): where the papers must go when a dossier is received, or its result returned, away from the office of the authority that decides.
alter table dossiers.dossier add column competent_office uuid;
comment on column dossiers.dossier.competent_office is 'Bộ phận một cửa của cơ quan giải quyết, khi hồ sơ được nhận hoặc trả kết quả ở nơi khác; trống khi mọi việc ở một nơi.';
alter table dossiers.succession_move add column returning_unit uuid, add column competent_office uuid;

create table dossiers.transfer (
  id        uuid        not null,
  case_id   uuid        not null,
  content   text        not null,
  from_unit uuid        not null,
  to_unit   uuid        not null,
  opened_at timestamptz not null,
  sent_at   timestamptz,
  how       text,
  reference text,
  taken_at  timestamptz,
  version   integer     not null default 1,
  constraint transfer_pkey primary key (id),
  constraint transfer_case_fkey foreign key (case_id) references cases.case (id),
  constraint transfer_from_fkey foreign key (from_unit) references organisation.unit (id),
  constraint transfer_to_fkey foreign key (to_unit) references organisation.unit (id),
  constraint transfer_content_check check (content in ('papers', 'result')),
  constraint transfer_how_check check (how in ('post', 'courier')),
  constraint transfer_units_check check (from_unit <> to_unit),
  constraint transfer_sent_check check ((sent_at is null) = (how is null) and (taken_at is null or sent_at is not null))
);
comment on table dossiers.transfer is 'Luân chuyển giấy tờ giữa hai bộ phận một cửa: bản giấy của hồ sơ đi, hoặc bản giấy của kết quả về; gửi và nhận là hai việc của hai nơi.';
create index transfer_case_index on dossiers.transfer (case_id);
-- what an office must send, and what is on its way to it
create index transfer_from_index on dossiers.transfer (from_unit, opened_at, id) where taken_at is null;
create index transfer_to_index on dossiers.transfer (to_unit, opened_at, id) where taken_at is null;
grant select, insert, update on dossiers.transfer to vamco_app;
