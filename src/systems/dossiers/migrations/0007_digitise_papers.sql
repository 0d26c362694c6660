-- Digitisation at reception (số hóa tại nơi tiếp nhận, Nghị định 107/2021/NĐ-CP, to be confirmed): each paper is checked, scanned, given its code and signed by the officer, one after another.
create table dossiers.digitisation (
  id        uuid        not null,
  case_id   uuid        not null,
  component text        not null,
  state     text        not null,
  pages     jsonb       not null default '[]',
  code      text,
  file_id   uuid,
  signed_at timestamptz,
  version   integer     not null default 1,
  constraint digitisation_pkey primary key (id),
  constraint digitisation_case_fkey foreign key (case_id) references cases.case (id),
  constraint digitisation_paper_key unique (case_id, component),
  constraint digitisation_code_key unique (code),
  constraint digitisation_state_check check (state in ('checked', 'scanned', 'coded', 'signed')),
  constraint digitisation_code_check check ((code is not null) = (state in ('coded', 'signed'))),
  constraint digitisation_file_check check ((file_id is not null) = (state = 'signed') and (signed_at is not null) = (state = 'signed'))
);
comment on table dossiers.digitisation is 'Số hóa một giấy tờ bản giấy khi tiếp nhận: kiểm tra, quét hoặc chụp, gắn mã, ký số; trang là các tệp ảnh theo thứ tự, có góc xoay.';
grant select, insert, update on dossiers.digitisation to vamco_app;
