-- Consultation (lấy ý kiến): another unit is asked about a case, with a deadline of its own. While it owes an answer it may see the case.
create table cases.consultation (
  id          uuid        not null,
  case_id     uuid        not null,
  unit_id     uuid        not null,
  asked_by    uuid,
  asked_at    timestamptz not null,
  due_at      timestamptz not null,
  remind_at   timestamptz,
  reminded_at timestamptz,
  overdue_at  timestamptz,
  answered_at timestamptz,
  constraint consultation_pkey primary key (id),
  constraint consultation_case_fkey foreign key (case_id) references cases.case (id),
  constraint consultation_times_check check (due_at > asked_at and (remind_at is null or remind_at < due_at))
);
comment on table cases.consultation is 'Lấy ý kiến đơn vị khác: mỗi đơn vị được hỏi một dòng, có thời hạn riêng; chưa trả lời thì được xem vụ việc.';
comment on column cases.consultation.asked_by is 'The unit that holds the case and asks.';
comment on column cases.consultation.overdue_at is 'When its silence past the deadline was written down.';
-- what a case has asked, and whom
create index consultation_case_index on cases.consultation (case_id);
-- what a unit is asked and has not answered, soonest first
create index consultation_unit_index on cases.consultation (unit_id, due_at, id) where answered_at is null;

grant select, insert, update on cases.consultation to vamco_app;
