-- Registers (cơ sở dữ liệu quốc gia, chuyên ngành): what a decided dossier has to be reported to a register outside the province.
create schema registers;
grant usage on schema registers to vamco_app;

create table registers.filing (
  id         uuid        not null,
  case_id    uuid        not null,
  kind       text        not null,
  ordinal    integer     not null,
  state      text        not null default 'waiting',
  reference  text,
  refusal    text,
  asked_at   timestamptz not null,
  settled_at timestamptz,
  constraint filing_pkey primary key (id),
  constraint filing_case_fkey foreign key (case_id) references cases.case (id),
  constraint filing_case_key unique (case_id, kind, ordinal),
  constraint filing_kind_check check (kind in ('birth', 'residence')),
  constraint filing_state_check check (state in ('waiting', 'queued', 'done', 'refused'))
);
comment on table registers.filing is 'Việc báo cho cơ sở dữ liệu quốc gia về dân cư: mỗi người của một hồ sơ một lần; nội dung nằm trong hồ sơ.';

grant select, insert, update on registers.filing to vamco_app;
