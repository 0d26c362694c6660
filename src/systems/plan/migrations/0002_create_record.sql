-- Sheets of the plan (bảng dữ liệu): tasks, projects, money, criteria, systems and the rest, entered by the province. Each version is a row of its own.
create table plan.record (
  sheet    text        not null,
  code     text        not null,
  version  integer     not null,
  cells    jsonb       not null,
  amount   bigint,
  removed  boolean     not null default false,
  invented boolean     not null default false,
  made_by  uuid,
  made_at  timestamptz not null,
  constraint record_pkey primary key (sheet, code, version),
  constraint record_version_check check (version > 0),
  constraint record_amount_check check (amount >= 0),
  constraint record_code_check check (char_length(code) between 1 and 60)
);
comment on table plan.record is 'Dòng của bảng dữ liệu đề án do tỉnh nhập: mỗi lần sửa là một phiên bản mới, dòng bỏ đi vẫn còn.';
comment on column plan.record.amount is 'Đồng, of the sheet of money alone.';
grant select, insert on plan.record to vamco_app;
