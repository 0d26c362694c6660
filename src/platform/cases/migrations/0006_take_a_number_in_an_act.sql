-- An act may take a number that exists only once it is written, such as that of a slip: from its series, as late as can be, and given back when the act
-- fails, so that a series has no gap. The entries hold {{number}} in its place until then; they are hashed with the number in them.
--   p_act = { …, number?: {series, from} }: the series begins anew on the day `from`
create or replace function cases.write_act(p_act jsonb) returns void
  language plpgsql as $$
declare
  v_row    jsonb;
  v_count  bigint;
  v_number text := '';
begin
  if p_act -> 'command' is not null then
    insert into journal.command (actor_id, command_id, digest, outcome)
    values ((p_act #>> '{command,actor}')::uuid, (p_act #>> '{command,id}')::uuid, decode(p_act #>> '{command,digest}', 'hex'), p_act #> '{command,outcome}');
  end if;
  for v_row in select jsonb_array_elements(p_act -> 'guards') loop
    execute format('select count(*) from (select 1 from %s where id = $1 and version = $2 for share) g', cases.table_name(v_row ->> 'table'))
      into v_count using (v_row ->> 'id')::uuid, (v_row ->> 'version')::integer;
    if v_count = 0 then
      raise exception 'guarded row % of % has moved on', v_row ->> 'id', v_row ->> 'table' using errcode = 'VC001';
    end if;
  end loop;
  for v_row in select jsonb_array_elements(p_act -> 'rows') loop
    perform cases.write_row(v_row);
  end loop;
  insert into journal.content (id, entry_id, subject_id, name, salt, body)
    select (c ->> 'id')::uuid, (c ->> 'entry_id')::uuid, (c ->> 'subject_id')::uuid, c ->> 'name', decode(c ->> 'salt', 'hex'), c ->> 'body'
    from jsonb_array_elements(p_act -> 'contents') c;
  if p_act -> 'number' is not null then
    v_number := cases.next_number(p_act #>> '{number,series}', (p_act #>> '{number,from}')::date)::text;
  end if;
  perform journal.append(array(
    select replace(e.sealed, '{{number}}', v_number) from jsonb_array_elements_text(p_act -> 'entries') with ordinality e (sealed, place) order by e.place));
end $$;
comment on column cases.number_series.unit_code is 'The code of a unit, for dossiers by day; or the name of another series: result:unit:symbol and slip:unit:suffix, by year.';
