-- Late and soon hold what is owed next, the result or before acceptance the answer: the queues' order, among what is not decided.
create index case_owed_queue_index on cases.case (holding_unit, coalesce(due_at, answer_due_at, 'infinity'::timestamptz), id)
  where closed_at is null and status in ('submitted', 'open') and (waiting is null or due_at is not null);
drop index cases.case_due_queue_index;
