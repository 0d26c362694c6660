-- Approvals of scenarios that block (phê duyệt kịch bản chặn hành vi): a second account agrees to exactly one draft, by a decision with number and date.
create table supervision.block_approval (
  id              uuid        not null,
  scenario        text        not null,
  digest          text        not null,
  follows         integer     not null,
  draft_version   integer     not null,
  decision_number text        not null,
  decision_day    date        not null,
  approved_at     timestamptz not null,
  approved_by     uuid        not null,
  constraint block_approval_pkey primary key (id),
  constraint block_approval_draft_key unique (scenario, digest, follows)
);
comment on table supervision.block_approval is 'Phê duyệt cho một bản nháp kịch bản được chặn hành vi: đúng nội dung đó, bởi người khác với người soạn, theo quyết định có số và ngày.';
comment on column supervision.block_approval.follows is 'Number of the version that was the last one when it was approved: what is published later needs an approval of its own.';
grant select, insert on supervision.block_approval to vamco_app;
