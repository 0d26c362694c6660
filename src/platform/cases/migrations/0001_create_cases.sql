-- Cases (vụ việc): dossiers, field reports, incidents and inspections are kinds of one case; this table alone carries every officer's list.
create schema cases;
grant usage on schema cases to vamco_app;

create table cases.case (
  id              uuid        not null,
  kind            text        not null,
  code            text        not null,
  title           text        not null,
  person_name     text,
  search          text        not null,
  status          text        not null,
  outcome         text,
  step            text,
  step_role       text,
  waiting         text,
  flags           text[]      not null default '{}',
  channel         text,
  area_id         uuid,
  applicant_id    uuid,
  receiving_unit  uuid,
  competent_unit  uuid,
  returning_unit  uuid,
  holding_unit    uuid,
  assignee_id     uuid,
  definition_id   uuid,
  term            text,
  received_at     timestamptz,
  promised_at     timestamptz,
  due_at          timestamptz,
  step_due_at     timestamptz,
  answer_due_at   timestamptz,
  opened_at       timestamptz not null,
  closed_at       timestamptz,
  changed_at      timestamptz not null,
  simulated       boolean     not null default false,
  version         integer     not null default 1,
  constraint case_pkey primary key (id),
  constraint case_code_key unique (code),
  constraint case_status_check check (status in ('draft', 'submitted', 'open', 'decided', 'closed')),
  constraint case_version_check check (version > 0)
);
comment on table cases.case is 'Vụ việc: cả dòng danh sách của mọi hệ thống, do động từ của hệ thống sở hữu ghi trong cùng một hành vi.';
comment on column cases.case.search is 'Folded text (code, title, person) for search inside a queue.';
comment on column cases.case.promised_at is 'The time printed on the receipt; never recomputed.';
comment on column cases.case.due_at is 'Computed from the clock events and the calendar valid today; null while the clock does not run.';
-- my queue, soonest first
create index case_assignee_index on cases.case (assignee_id, due_at, id) where closed_at is null;
-- my unit's queue, by due time; also late and soon due
create index case_holding_due_index on cases.case (holding_unit, due_at, id) where closed_at is null;
-- my unit's queue at one step, and what waits for the citizen
create index case_holding_step_index on cases.case (holding_unit, status, step, due_at, id) where closed_at is null;
-- done, newest first
create index case_holding_closed_index on cases.case (holding_unit, closed_at desc, id) where closed_at is not null;
-- the citizen's own cases
create index case_applicant_index on cases.case (applicant_id, opened_at desc) where applicant_id is not null;
-- search inside a queue
create index case_search_index on cases.case using gin (search public.gin_trgm_ops);

create table cases.clock_event (
  case_id  uuid        not null,
  seq      integer     not null,
  kind     text        not null,
  at       timestamptz not null,
  reason   text,
  term     text,
  until    timestamptz,
  entry_id uuid        not null,
  constraint clock_event_pkey primary key (case_id, seq),
  constraint clock_event_case_fkey foreign key (case_id) references cases.case (id),
  constraint clock_event_kind_check check (kind in ('started', 'paused', 'resumed', 'restarted', 'extended', 'stopped'))
);
comment on table cases.clock_event is 'Đồng hồ pháp lý: chỉ lưu sự kiện, thời hạn luôn được tính lại từ sự kiện và lịch làm việc.';

create table cases.timer (
  case_id uuid        not null,
  kind    text        not null,
  fire_at timestamptz not null,
  constraint timer_pkey primary key (case_id, kind),
  constraint timer_case_fkey foreign key (case_id) references cases.case (id)
);
comment on table cases.timer is 'Hẹn giờ pháp lý (im lặng là đồng ý, quá hạn trả lời…), do đồng hồ của chương trình hoặc của bộ mô phỏng kích hoạt.';
create index timer_fire_index on cases.timer (fire_at);

create table cases.assignment (
  case_id     uuid        not null,
  seq         integer     not null,
  account_id  uuid        not null,
  unit_id     uuid        not null,
  step        text,
  assigned_by uuid,
  assigned_at timestamptz not null,
  constraint assignment_pkey primary key (case_id, seq),
  constraint assignment_case_fkey foreign key (case_id) references cases.case (id)
);
comment on table cases.assignment is 'Ai được giao giữ vụ việc, lúc nào, ở bước nào.';

create table cases.seen (
  case_id    uuid        not null,
  account_id uuid        not null,
  first_at   timestamptz not null,
  last_at    timestamptz not null,
  constraint seen_pkey primary key (case_id, account_id),
  constraint seen_case_fkey foreign key (case_id) references cases.case (id)
);
comment on table cases.seen is 'Ai đã mở vụ việc.';

create table cases.number_series (
  unit_code text not null,
  day       date not null,
  last      integer not null default 0,
  constraint number_series_pkey primary key (unit_code, day)
);
comment on table cases.number_series is 'Số thứ tự hồ sơ theo đơn vị và ngày tiếp nhận; mỗi số được dùng, hoặc bị hủy bằng một hành vi có lý do.';

-- One act in one round trip: the command once, guards, rows, then the journal, whose heads are locked last.
--   p_act = { command?: {actor, id, digest, outcome}, guards: [{table, id, version}],
--             rows: [{table, op: insert | update | delete, key?: {…}, values?: {…}, version?: n}], contents: [...], entries: [sealed…] }
-- Raises VC001 when a guarded row or a versioned update has moved on: nothing is written, the caller reads and decides again.
create function cases.write_act(p_act jsonb) returns void
  language plpgsql as $$
declare
  v_row   jsonb;
  v_count bigint;
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
  perform journal.append(array(select jsonb_array_elements_text(p_act -> 'entries')));
end $$;

create function cases.write_row(p_row jsonb) returns void
  language plpgsql as $$
declare
  v_table text := cases.table_name(p_row ->> 'table');
  v_where text;
  v_count bigint;
begin
  if p_row ->> 'op' = 'insert' then
    execute format('insert into %1$s (%2$s) select %2$s from jsonb_populate_record(null::%1$s, $1)', v_table,
      (select string_agg(format('%I', k), ', ') from jsonb_object_keys(p_row -> 'values') k)) using p_row -> 'values';
    return;
  end if;
  select string_agg(format('t.%1$I = k.%1$I', k), ' and ') into v_where from jsonb_object_keys(p_row -> 'key') k;
  if p_row ->> 'op' = 'delete' then
    execute format('delete from %1$s t using jsonb_populate_record(null::%1$s, $1) k where %2$s', v_table, v_where) using p_row -> 'key';
    return;
  end if;
  execute format('update %1$s t set %2$s from jsonb_populate_record(null::%1$s, $1) k, jsonb_populate_record(null::%1$s, $2) v where %3$s and ($3 is null or %4$s)', v_table,
      (select string_agg(format('%1$I = v.%1$I', k), ', ') from jsonb_object_keys(p_row -> 'values') k),
      v_where, case when p_row ? 'version' then 't.version = $3' else 'true' end)
    using p_row -> 'key', p_row -> 'values', (p_row ->> 'version')::integer;
  get diagnostics v_count = row_count;
  if v_count = 0 then
    raise exception '% has moved on', p_row ->> 'table' using errcode = 'VC001';
  end if;
end $$;

-- Table names come from code, but a name that is not exactly schema.table of an existing table never reaches execute.
create function cases.table_name(p_name text) returns text
  language sql stable strict
  return (p_name::regclass)::oid::regclass::text;

-- The next number of a unit on a day; taken in the act that uses it, so that a failed act gives it back.
create function cases.next_number(p_unit_code text, p_day date) returns integer
  language sql
  begin atomic
    insert into cases.number_series (unit_code, day, last) values (p_unit_code, p_day, 1)
      on conflict (unit_code, day) do update set last = number_series.last + 1
      returning last;
  end;

grant select, insert, update on cases.case, cases.clock_event, cases.assignment, cases.seen, cases.number_series to vamco_app;
grant select, insert, update, delete on cases.timer to vamco_app;
