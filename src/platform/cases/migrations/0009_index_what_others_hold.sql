-- A dossier may be received in one office, decided by another and returned in a third: each has a queue of what lies elsewhere, in the order it is shown.
create index case_for_others_queue_index on cases.case (receiving_unit, coalesce(due_at, answer_due_at, 'infinity'::timestamptz), id)
  where closed_at is null and 'received-elsewhere' = any(flags);
create index case_from_others_queue_index on cases.case (holding_unit, coalesce(due_at, answer_due_at, 'infinity'::timestamptz), id)
  where closed_at is null and 'received-elsewhere' = any(flags);
create index case_return_here_queue_index on cases.case (returning_unit, coalesce(due_at, answer_due_at, 'infinity'::timestamptz), id)
  where closed_at is null and 'returned-elsewhere' = any(flags);
comment on column cases.case.flags is 'received-elsewhere, returned-elsewhere: not at the office of the authority that decides.';
