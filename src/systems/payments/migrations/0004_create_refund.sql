-- Refunds (hoàn trả): proposed by one person and approved by another, sent once, never more than came in.
create table payments.refund (
  id            uuid        not null,
  collection_id uuid        not null,
  case_id       uuid,
  unit_id       uuid,
  reason        text        not null,
  amount        bigint      not null,
  state         text        not null default 'proposed',
  proposed_by   uuid        not null,
  proposed_at   timestamptz not null,
  decided_by    uuid,
  decided_at    timestamptz,
  sent_at       timestamptz,
  transaction   text,
  simulated     boolean     not null default false,
  version       integer     not null default 1,
  constraint refund_pkey primary key (id),
  constraint refund_collection_fkey foreign key (collection_id) references payments.collection (id),
  constraint refund_case_fkey foreign key (case_id) references cases.case (id),
  constraint refund_amount_check check (amount > 0),
  constraint refund_state_check check (state in ('proposed', 'approved', 'refused', 'sent')),
  constraint refund_two_people_check check (decided_by <> proposed_by),
  constraint refund_decided_check check ((state = 'proposed') = (decided_by is null)),
  constraint refund_sent_check check ((state = 'sent') = (transaction is not null)),
  constraint refund_transaction_key unique (transaction)
);
comment on table payments.refund is 'Hoàn trả: người đề nghị và người duyệt là hai người khác nhau; chi một lần, không quá số đã thu.';
-- what is known to the applicant
create index refund_case_index on payments.refund (case_id);
create index refund_collection_index on payments.refund (collection_id);
-- the list of refunds by state, newest first
create index refund_state_index on payments.refund (state, proposed_at desc, id desc);
grant select, insert, update on payments.refund to vamco_app;
