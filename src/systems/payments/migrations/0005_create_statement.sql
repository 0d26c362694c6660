-- The bank's statement (sao kê) and its daily comparison with our books (đối soát).
create table payments.statement_file (
  digest      text        not null,
  name        text        not null,
  source      text        not null,
  first_day   date        not null,
  last_day    date        not null,
  lines       integer     not null,
  new_lines   integer     not null,
  imported_at timestamptz not null,
  imported_by uuid,
  constraint statement_file_pkey primary key (digest),
  constraint statement_file_source_check check (source in ('upload', 'bank')),
  constraint statement_file_days_check check (first_day <= last_day)
);
comment on table payments.statement_file is 'Sao kê đã nhập, theo mã băm của tệp: nhập lại cùng tệp không có tác dụng.';

create table payments.statement_line (
  id          uuid        not null,
  account     text        not null,
  transaction text        not null,
  direction   text        not null,
  amount      bigint      not null,
  content     text        not null,
  reference   text,
  booked_at   timestamptz not null,
  day         date        not null,
  digest      text        not null,
  constraint statement_line_pkey primary key (id),
  constraint statement_line_transaction_key unique (account, transaction, direction),
  constraint statement_line_file_fkey foreign key (digest) references payments.statement_file (digest),
  constraint statement_line_direction_check check (direction in ('in', 'out')),
  constraint statement_line_amount_check check (amount > 0)
);
comment on table payments.statement_line is 'Dòng sao kê của ngân hàng: mỗi giao dịch một lần.';
create index statement_line_day_index on payments.statement_line (day);

create table payments.settlement (
  id         uuid        not null,
  day        date        not null,
  difference text        not null,
  kind       text        not null,
  reason     text        not null,
  settled_by uuid        not null,
  settled_at timestamptz not null,
  constraint settlement_pkey primary key (id),
  constraint settlement_difference_key unique (day, difference)
);
comment on table payments.settlement is 'Chênh lệch đối soát đã giải trình, với lý do.';

create table payments.reconciled_day (
  day         date        not null,
  round       integer     not null,
  ours        integer     not null,
  ours_sum    bigint      not null,
  bank        integer     not null,
  bank_sum    bigint      not null,
  differences integer     not null,
  closed_by   uuid        not null,
  closed_at   timestamptz not null,
  constraint reconciled_day_pkey primary key (day, round)
);
comment on table payments.reconciled_day is 'Ngày đối soát đã chốt; sao kê đến sau làm thay đổi thì chốt lại thành lần tiếp theo.';

create index refund_sent_index on payments.refund (sent_at) where sent_at is not null;
grant select, insert on payments.statement_file, payments.statement_line, payments.settlement, payments.reconciled_day to vamco_app;
