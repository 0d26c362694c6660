-- the workload of a unit: open cases by who holds them, counted from the index alone
create index case_workload_index on cases.case (holding_unit, assignee_id, step_role)
  include (kind, status, waiting, due_at, answer_due_at) where closed_at is null;
