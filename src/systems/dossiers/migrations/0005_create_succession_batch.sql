-- Passing on (chuyển cho đơn vị kế thừa): what an administrator has moved at once from a unit that has ended, dossier by dossier, so that it can be looked at and undone.
create table dossiers.succession_batch (
  id         uuid        not null,
  unit_id    uuid        not null,
  to_unit    uuid        not null,
  made_at    timestamptz not null,
  undone_at  timestamptz,
  constraint succession_batch_pkey primary key (id)
);
comment on table dossiers.succession_batch is 'Một lần người quản trị chuyển các hồ sơ đang mở của đơn vị đã kết thúc; undone_at là lúc hoàn lại.';
-- of a unit, newest first
create index succession_batch_made_index on dossiers.succession_batch (made_at desc);

create table dossiers.succession_move (
  batch_id       uuid not null,
  case_id        uuid not null,
  competent_unit uuid,
  receiving_unit uuid,
  holding_unit   uuid,
  assignee_id    uuid,
  version        integer,
  refused        text,
  undone_at      timestamptz,
  kept           text,
  constraint succession_move_pkey primary key (batch_id, case_id),
  constraint succession_move_batch_fkey foreign key (batch_id) references dossiers.succession_batch (id),
  constraint succession_move_case_fkey foreign key (case_id) references cases.case (id)
);
comment on table dossiers.succession_move is 'Từng hồ sơ của một lần chuyển: nơi giữ trước đó và phiên bản ngay sau khi chuyển; hoặc lý do không chuyển, không hoàn lại.';

grant select, insert, update on dossiers.succession_batch, dossiers.succession_move to vamco_app;
