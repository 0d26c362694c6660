-- Cash shifts (ca thu tiền mặt): what a person took until they counted the till, and what was in it.
create table payments.cash_shift (
  id         uuid        not null,
  account_id uuid        not null,
  unit_id    uuid        not null,
  number     integer     not null,
  closed_at  timestamptz not null,
  expected   bigint      not null,
  counted    bigint      not null,
  receipts   integer     not null,
  constraint cash_shift_pkey primary key (id),
  constraint cash_shift_number_key unique (account_id, number),
  constraint cash_shift_amount_check check (expected >= 0 and counted >= 0 and receipts >= 0)
);
comment on table payments.cash_shift is 'Ca thu tiền mặt đã chốt: số theo biên lai, số đếm được.';

-- Money that came in (khoản thu): each amount stands once, whoever told of it. What is receipted, allotted, given back
-- and compared with the bank's statement rests on these rows.
create table payments.collection (
  id          uuid        not null,
  case_id     uuid,
  case_code   text,
  request_id  uuid,
  unit_id     uuid,
  amount      bigint      not null,
  refunded    bigint      not null default 0,
  by          text        not null,
  transaction text,
  account     text,
  reference   text,
  standing    text        not null,
  puzzle      text,
  taken_by    uuid,
  shift_id    uuid,
  received_at timestamptz not null,
  simulated   boolean     not null default false,
  version     integer     not null default 1,
  constraint collection_pkey primary key (id),
  constraint collection_transaction_key unique (transaction),
  constraint collection_case_fkey foreign key (case_id) references cases.case (id),
  constraint collection_request_fkey foreign key (request_id) references payments.request (id),
  constraint collection_shift_fkey foreign key (shift_id) references payments.cash_shift (id),
  constraint collection_amount_check check (amount > 0 and refunded between 0 and amount),
  constraint collection_by_check check (by in ('bank', 'counter')),
  constraint collection_standing_check check (standing in ('settled', 'unmatched', 'returned')),
  constraint collection_case_check check (standing <> 'settled' or case_id is not null),
  constraint collection_puzzle_check check (puzzle in ('amount', 'twice', 'cancelled', 'unknown'))
);
comment on table payments.collection is 'Khoản thu: mỗi khoản tiền vào một lần, đã khớp với hồ sơ hoặc chờ đối chiếu; không bao giờ hoàn quá số đã thu.';
comment on column payments.collection.puzzle is 'Why nobody could settle it at once: amount differs, paid twice, the request was cancelled, nobody knows what for.';
create index collection_case_index on payments.collection (case_id);
-- the day's comparison with the bank
create index collection_received_index on payments.collection (received_at);
-- the till that a person has not counted yet
create index collection_till_index on payments.collection (taken_by) where by = 'counter' and shift_id is null;
create index collection_unmatched_index on payments.collection (received_at) where standing = 'unmatched';

insert into payments.collection (id, case_id, case_code, request_id, unit_id, amount, by, transaction, account, reference, standing, received_at, simulated)
select r.id, r.case_id, c.code, q.request_id, c.receiving_unit, r.amount, r.by, q.transaction, q.account, q.reference, 'settled', r.issued_at, c.simulated
from payments.receipt r join cases.case c on c.id = r.case_id
  left join lateral (
    select distinct on (m.transaction) m.request_id, m.transaction, p.account, p.reference
    from payments.message m join payments.request p on p.id = m.request_id
    where r.by = 'bank' and p.case_id = r.case_id and m.effect = 'settled' and m.received_at = r.issued_at
    order by m.transaction limit 1
  ) q on true
on conflict (transaction) do nothing;

insert into payments.collection (id, case_id, case_code, request_id, unit_id, amount, by, transaction, account, reference, standing, puzzle, received_at, simulated)
select p.id, p.case_id, p.case_code, p.id, c.receiving_unit, m.amount, 'bank', m.transaction, p.account, p.reference, 'unmatched', 'amount', m.received_at, p.simulated
from payments.request p join cases.case c on c.id = p.case_id
  join lateral (select * from payments.message m where m.request_id = p.id and m.effect = 'mismatch' order by m.received_at limit 1) m on true
where p.state = 'mismatch' and m.amount > 0
on conflict (transaction) do nothing;

-- Receipts (biên lai điện tử): a series belongs to a unit and a year; a number is used or voided with its reason.
alter table payments.receipt_series
  add column form    text,
  add column unit_id uuid,
  add column year    integer;

alter table payments.receipt
  add column collection_id uuid,
  add column unit_id       uuid,
  add column check_code    text,
  add column issued_by     uuid,
  add column void_reason   text,
  add column voided_by     uuid,
  add column replaces      uuid,
  add column version       integer not null default 1,
  add constraint receipt_collection_fkey foreign key (collection_id) references payments.collection (id),
  add constraint receipt_check_code_key unique (check_code),
  add constraint receipt_replaces_fkey foreign key (replaces) references payments.receipt (id),
  add constraint receipt_replaces_key unique (replaces),
  add constraint receipt_number_check check (number > 0),
  add constraint receipt_void_check check ((voided_at is null) = (void_reason is null));
update payments.receipt r set collection_id = k.id, unit_id = k.unit_id from payments.collection k where k.id = r.id;
-- one receipt in force for what came in
create unique index receipt_in_force_key on payments.receipt (collection_id) where voided_at is null;

-- What a dossier was last asked for in all, as its journal says.
create table payments.bill (
  case_id uuid   not null,
  due     bigint not null,
  items   jsonb  not null default '[]',
  constraint bill_pkey primary key (case_id),
  constraint bill_case_fkey foreign key (case_id) references cases.case (id),
  constraint bill_due_check check (due >= 0)
);
comment on table payments.bill is 'Số phải nộp của hồ sơ theo nhật ký của hồ sơ, với từng khoản.';
insert into payments.bill (case_id, due)
select case_id, max(amount) from payments.request where state <> 'cancelled' group by case_id;

grant select, insert, update on payments.collection, payments.bill to vamco_app;
grant select, insert on payments.cash_shift to vamco_app;
