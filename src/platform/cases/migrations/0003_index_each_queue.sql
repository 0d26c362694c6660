-- One index for each queue in the order it is shown: a page costs what a page costs, with twelve thousand dossiers or a million.
create index case_assignee_queue_index on cases.case (assignee_id, coalesce(due_at, answer_due_at, 'infinity'::timestamptz), id) where closed_at is null and waiting is null;
create index case_role_queue_index on cases.case (holding_unit, step_role, coalesce(due_at, answer_due_at, 'infinity'::timestamptz), id)
  where closed_at is null and waiting is null and assignee_id is null;
create index case_receive_queue_index on cases.case (holding_unit, coalesce(due_at, answer_due_at, 'infinity'::timestamptz), id)
  where closed_at is null and waiting is null and status = 'submitted';
create index case_due_queue_index on cases.case (holding_unit, due_at, id) where closed_at is null and status = 'open' and due_at is not null;
create index case_waiting_queue_index on cases.case (holding_unit, coalesce(due_at, answer_due_at, 'infinity'::timestamptz), id)
  where closed_at is null and waiting is not null;
create index case_return_queue_index on cases.case (holding_unit, coalesce(due_at, answer_due_at, 'infinity'::timestamptz), id)
  where closed_at is null and status = 'decided';
drop index cases.case_assignee_index;
drop index cases.case_holding_step_index;
