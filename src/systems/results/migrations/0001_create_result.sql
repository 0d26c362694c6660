-- Results (kho kết quả điện tử): every result that was issued, and papers that an officer has compared with the original; both may be used again.
create schema results;
grant usage on schema results to vamco_app;

create table results.result (
  id             uuid        not null,
  case_id        uuid        not null,
  case_code      text        not null,
  procedure_code text        not null,
  kind           text        not null,
  title          jsonb       not null,
  number         text        not null,
  outcome        text        not null,
  unit_id        uuid        not null,
  receiving_unit uuid        not null,
  account_id     uuid,
  file_id        uuid        not null,
  sha256         text        not null,
  issued_at      timestamptz not null,
  valid_until    date,
  replaced_by    uuid,
  revoked_at     timestamptz,
  simulated      boolean     not null default false,
  search         text        not null,
  constraint result_pkey primary key (id),
  constraint result_case_fkey foreign key (case_id) references cases.case (id),
  constraint result_unit_fkey foreign key (unit_id) references organisation.unit (id),
  constraint result_receiving_fkey foreign key (receiving_unit) references organisation.unit (id),
  constraint result_account_fkey foreign key (account_id) references identity.account (id),
  constraint result_replaced_check check (replaced_by <> id),
  constraint result_outcome_check check (outcome in ('approved', 'rejected'))
);
comment on table results.result is 'Kho kết quả điện tử: mỗi kết quả đã vào số, đóng dấu một dòng, làm lại được từ nhật ký; của ai thì hồ sơ nói.';
comment on column results.result.id is 'Id of the issued paper that the act named (documents.issued_document).';
comment on column results.result.kind is 'Key of the result in the procedure, or rejection.';
-- the register of a body and of a one-stop office, newest first
create index result_unit_index on results.result (unit_id, issued_at, id);
create index result_receiving_index on results.result (receiving_unit, issued_at, id);
-- a person's or an organisation's own
create index result_account_index on results.result (account_id, issued_at) where account_id is not null;
create index result_case_index on results.result (case_id);

create table results.paper (
  id             uuid        not null,
  account_id     uuid        not null,
  case_id        uuid        not null,
  case_code      text        not null,
  procedure_code text        not null,
  component      text        not null,
  component_code text,
  name           jsonb       not null,
  file_id        uuid        not null,
  sha256         text        not null,
  confirmed_unit uuid        not null,
  confirmed_at   timestamptz not null,
  valid_until    date,
  removed_at     timestamptz,
  constraint paper_pkey primary key (id),
  constraint paper_file_key unique (file_id),
  constraint paper_account_fkey foreign key (account_id) references identity.account (id),
  constraint paper_case_fkey foreign key (case_id) references cases.case (id),
  constraint paper_unit_fkey foreign key (confirmed_unit) references organisation.unit (id)
);
comment on table results.paper is 'Giấy tờ đã số hóa, cán bộ đã đối chiếu với bản chính: chủ giấy tờ dùng lại được, bỏ khỏi kho được.';
create index paper_account_index on results.paper (account_id, confirmed_at) where removed_at is null;

create table results.reuse (
  file_id    uuid        not null,
  source     text        not null,
  held_id    uuid        not null,
  account_id uuid        not null,
  owner_id   uuid        not null,
  component  text        not null,
  chosen_at  timestamptz not null,
  constraint reuse_pkey primary key (file_id),
  constraint reuse_account_fkey foreign key (account_id) references identity.account (id),
  constraint reuse_source_check check (source in ('result', 'paper'))
);
comment on table results.reuse is 'Dùng lại: tệp nào trong bản khai là giấy tờ đã có trong kho, và là giấy tờ nào.';
create index reuse_owner_index on results.reuse (owner_id);
create index reuse_held_index on results.reuse (held_id);

grant select, insert, update, delete on results.result, results.paper to vamco_app;
grant select, insert on results.reuse to vamco_app;
