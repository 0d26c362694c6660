-- The engine's own rows are in every act: written by statements whose plans are kept, 0.6 ms a row → 0.1 ms. Rows of systems stay dynamic.
-- A case is updated from its own row with the act's values laid over it; a column that does not change is written as it was.
create or replace function cases.write_row(p_row jsonb) returns void
  language plpgsql as $$
declare
  v_op     text := p_row ->> 'op';
  v_values jsonb := p_row -> 'values';
  v_table  text;
  v_where  text;
  v_count  bigint;
begin
  case p_row ->> 'table'
    when 'cases.case' then
      if v_op = 'update' then
        update cases.case t set
          (title, person_name, search, status, outcome, step, step_role, waiting, flags, channel, area_id, applicant_id,
           receiving_unit, competent_unit, returning_unit, holding_unit, assignee_id, definition_id, term, received_at, promised_at,
           due_at, step_due_at, answer_due_at, closed_at, changed_at, version)
          = (select n.title, n.person_name, n.search, n.status, n.outcome, n.step, n.step_role, n.waiting, n.flags, n.channel, n.area_id, n.applicant_id,
               n.receiving_unit, n.competent_unit, n.returning_unit, n.holding_unit, n.assignee_id, n.definition_id, n.term, n.received_at, n.promised_at,
               n.due_at, n.step_due_at, n.answer_due_at, n.closed_at, n.changed_at, n.version
             from jsonb_populate_record(t, v_values) n)
          where t.id = (p_row #>> '{key,id}')::uuid and (p_row -> 'version' is null or t.version = (p_row ->> 'version')::integer);
        get diagnostics v_count = row_count;
        if v_count = 0 then
          raise exception 'cases.case has moved on' using errcode = 'VC001';
        end if;
        return;
      end if;
    when 'cases.clock_event' then
      if v_op = 'insert' then
        insert into cases.clock_event select * from jsonb_populate_record(null::cases.clock_event, v_values);
        return;
      end if;
    when 'cases.assignment' then
      if v_op = 'insert' then
        insert into cases.assignment select * from jsonb_populate_record(null::cases.assignment, v_values);
        return;
      end if;
    when 'cases.timer' then
      if v_op = 'insert' then
        insert into cases.timer select * from jsonb_populate_record(null::cases.timer, v_values);
        return;
      elsif v_op = 'delete' then
        delete from cases.timer where case_id = (p_row #>> '{key,case_id}')::uuid and kind = p_row #>> '{key,kind}';
        return;
      end if;
    else null;
  end case;
  v_table := cases.table_name(p_row ->> 'table');
  if v_op = 'insert' then
    execute format('insert into %1$s (%2$s) select %2$s from jsonb_populate_record(null::%1$s, $1)', v_table,
      (select string_agg(format('%I', k), ', ') from jsonb_object_keys(v_values) k)) using v_values;
    return;
  end if;
  select string_agg(format('t.%1$I = k.%1$I', k), ' and ') into v_where from jsonb_object_keys(p_row -> 'key') k;
  if v_op = 'delete' then
    execute format('delete from %1$s t using jsonb_populate_record(null::%1$s, $1) k where %2$s', v_table, v_where) using p_row -> 'key';
    return;
  end if;
  execute format('update %1$s t set %2$s from jsonb_populate_record(null::%1$s, $1) k, jsonb_populate_record(null::%1$s, $2) v where %3$s and ($3 is null or %4$s)', v_table,
      (select string_agg(format('%1$I = v.%1$I', k), ', ') from jsonb_object_keys(v_values) k),
      v_where, case when p_row ? 'version' then 't.version = $3' else 'true' end)
    using p_row -> 'key', v_values, (p_row ->> 'version')::integer;
  get diagnostics v_count = row_count;
  if v_count = 0 then
    raise exception '% has moved on', p_row ->> 'table' using errcode = 'VC001';
  end if;
end $$;
