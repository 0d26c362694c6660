-- Payments (phí, lệ phí, thanh toán): what was asked of whom, what came in, and which message said so.
create schema payments;
grant usage on schema payments to vamco_app;

create table payments.request (
  id           uuid        not null,
  case_id      uuid        not null,
  case_code    text        not null,
  account_id   uuid,
  reference    text        not null,
  amount       bigint      not null,
  paid         bigint      not null default 0,
  state        text        not null default 'waiting',
  bin          text        not null,
  account      text        not null,
  holder       text        not null,
  qr_text      text        not null,
  pay_url      text,
  provider_id  text,
  last_sequence integer    not null default 0,
  simulated    boolean     not null default false,
  created_at   timestamptz not null,
  paid_at      timestamptz,
  version      integer     not null default 1,
  constraint request_pkey primary key (id),
  constraint request_case_fkey foreign key (case_id) references cases.case (id),
  constraint request_reference_key unique (reference),
  constraint request_amount_check check (amount > 0 and paid >= 0),
  constraint request_state_check check (state in ('waiting', 'paid', 'failed', 'mismatch', 'cancelled'))
);
comment on table payments.request is 'Yêu cầu thanh toán của một hồ sơ: số tiền, tài khoản nhận, mã VietQR.';
-- the payment page of a dossier, newest first
create index request_case_index on payments.request (case_id, created_at desc);

create table payments.message (
  event_id    text        not null,
  request_id  uuid        not null,
  type        text        not null,
  sequence    integer     not null,
  amount      bigint      not null,
  transaction text        not null,
  effect      text        not null,
  received_at timestamptz not null,
  constraint message_pkey primary key (event_id),
  constraint message_request_fkey foreign key (request_id) references payments.request (id),
  constraint message_effect_check check (effect in ('settled', 'recorded', 'mismatch', 'late', 'failed'))
);
comment on table payments.message is 'Thông báo của ngân hàng, mỗi thông báo một lần; gửi lặp lại không có tác dụng thứ hai.';
create index message_request_index on payments.message (request_id);

create table payments.receipt (
  id         uuid        not null,
  series     text        not null,
  number     integer     not null,
  case_id    uuid        not null,
  amount     bigint      not null,
  by         text        not null,
  issued_at  timestamptz not null,
  voided_at  timestamptz,
  constraint receipt_pkey primary key (id),
  constraint receipt_number_key unique (series, number),
  constraint receipt_case_fkey foreign key (case_id) references cases.case (id),
  constraint receipt_by_check check (by in ('bank', 'counter'))
);
comment on table payments.receipt is 'Biên lai thu phí, lệ phí; số của một ký hiệu không bỏ trống.';
create index receipt_case_index on payments.receipt (case_id);

create table payments.receipt_series (
  series text    not null,
  last   integer not null default 0,
  constraint receipt_series_pkey primary key (series)
);
comment on table payments.receipt_series is 'Số biên lai đã cấp đến đâu, theo ký hiệu.';

grant select, insert, update on payments.request, payments.receipt, payments.receipt_series to vamco_app;
grant select, insert on payments.message to vamco_app;
