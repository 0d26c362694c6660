-- Feedback (đánh giá sự hài lòng): how people judge the way their dossier was handled, once each, and what the unit answers.
create schema feedback;
grant usage on schema feedback to vamco_app;

create table feedback.rating (
  case_id        uuid        not null,
  case_code      text        not null,
  procedure_code text        not null,
  unit_id        uuid        not null,
  receiving_unit uuid        not null,
  account_id     uuid        not null,
  score          smallint    not null,
  reasons        text[]      not null default '{}',
  rated_at       timestamptz not null,
  answered_at    timestamptz,
  simulated      boolean     not null default false,
  constraint rating_pkey primary key (case_id),
  constraint rating_case_fkey foreign key (case_id) references cases.case (id),
  constraint rating_unit_fkey foreign key (unit_id) references organisation.unit (id),
  constraint rating_receiving_fkey foreign key (receiving_unit) references organisation.unit (id),
  constraint rating_account_fkey foreign key (account_id) references identity.account (id),
  constraint rating_score_check check (score between 1 and 5)
);
comment on table feedback.rating is 'Đánh giá của người nộp: mỗi hồ sơ một lần, không sửa; lời nhận xét và câu trả lời nằm trong nhật ký, xóa được.';
-- the unit's list, those not answered first, and the public numbers of a unit
create index rating_unit_index on feedback.rating (unit_id, rated_at desc);
create index rating_receiving_index on feedback.rating (receiving_unit, rated_at desc);
create index rating_account_index on feedback.rating (account_id);

grant select, insert, update on feedback.rating to vamco_app;
