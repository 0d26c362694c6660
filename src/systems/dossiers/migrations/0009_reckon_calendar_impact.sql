-- What the draft of a calendar would move: reckoned in the background, read page by page.
create table dossiers.calendar_impact (
  digest      text        not null,
  started_at  timestamptz not null,
  finished_at timestamptz,
  looked      integer     not null default 0,
  moved       integer     not null default 0,
  constraint calendar_impact_pkey primary key (digest)
);
comment on table dossiers.calendar_impact is 'Một lần tính ảnh hưởng của bản nháp lịch làm việc lên hồ sơ đang mở; chỉ giữ lần của bản nháp đang có.';

create table dossiers.calendar_move (
  digest     text not null,
  case_id    uuid not null,
  was_due    timestamptz,
  due        timestamptz,
  was_step   timestamptz,
  step       timestamptz,
  was_answer timestamptz,
  answer     timestamptz,
  opinions   integer not null,
  constraint calendar_move_pkey primary key (digest, case_id),
  constraint calendar_move_impact_fkey foreign key (digest) references dossiers.calendar_impact (digest) on delete cascade,
  constraint calendar_move_case_fkey foreign key (case_id) references cases.case (id)
);
comment on table dossiers.calendar_move is 'Hồ sơ sẽ bị dời hạn theo bản nháp lịch: hạn trước và sau. Đọc theo khóa, từng trang.';
comment on column dossiers.calendar_move.opinions is 'How many deadlines of other units move with it.';

grant select, insert, update, delete on dossiers.calendar_impact, dossiers.calendar_move to vamco_app;
