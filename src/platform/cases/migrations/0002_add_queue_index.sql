-- Queues are shown soonest first: the index gives that order for a unit, so that a page costs the same with a hundred rows or a million.
create index case_queue_index on cases.case (holding_unit, coalesce(due_at, answer_due_at, 'infinity'::timestamptz), id) where closed_at is null;
drop index cases.case_holding_due_index;
