-- Statistics (thống kê): one row of numbers for each dossier, made from its journal and never from memory, so that it can be made again.
create schema statistics;
grant usage on schema statistics to vamco_app;

create table statistics.handling (
  case_id        uuid          not null,
  unit_id        uuid          not null,
  receiving_unit uuid          not null,
  procedure_code text          not null,
  online_level   text          not null,
  channel        text          not null,
  simulated      boolean       not null,
  submitted_at   timestamptz   not null,
  received_at    timestamptz,
  finished_at    timestamptz,
  outcome        text,
  standing       text,
  term_from      timestamptz[] not null,
  term_due       timestamptz[] not null,
  requests       smallint      not null,
  asked_by       text          not null,
  score          smallint,
  complained     boolean       not null,
  duty           text          not null,
  digital        boolean       not null,
  electronic     boolean,
  constraint handling_pkey primary key (case_id),
  constraint handling_case_fkey foreign key (case_id) references cases.case (id),
  constraint handling_unit_fkey foreign key (unit_id) references organisation.unit (id),
  constraint handling_receiving_fkey foreign key (receiving_unit) references organisation.unit (id),
  constraint handling_standing_check check (standing in ('early', 'on-time', 'late', 'no-term')),
  constraint handling_ended_check check ((finished_at is null) = (outcome is null) and (finished_at is null) = (standing is null)),
  constraint handling_asked_check check (asked_by in ('nobody', 'one-stop', 'others')),
  constraint handling_duty_check check (duty in ('none', 'owed', 'paid-online')),
  constraint handling_term_check check (cardinality(term_from) = cardinality(term_due))
);
comment on table statistics.handling is 'Số liệu giải quyết của một hồ sơ: tính từ nhật ký, tính lại được bất cứ lúc nào; đơn vị là đơn vị giải quyết khi kết thúc.';
comment on column statistics.handling.term_due is 'The due time from each of term_from on; null while the clock is paused. What was late at an earlier day is read from it.';
comment on column statistics.handling.electronic is 'The result has an electronic file; null while there is none.';
-- the figures of a period: what ended in it or after, or has not ended, of one unit or of all
create index handling_figures_index on statistics.handling (unit_id, coalesce(finished_at, 'infinity'::timestamptz), submitted_at);

create table statistics.part (
  case_id    uuid        not null,
  seq        smallint    not null,
  step       text        not null,
  unit_id    uuid        not null,
  account_id uuid,
  arrived_at timestamptz not null,
  due_at     timestamptz,
  done_at    timestamptz not null,
  standing   text        not null,
  constraint part_pkey primary key (case_id, seq),
  constraint part_case_fkey foreign key (case_id) references cases.case (id),
  constraint part_unit_fkey foreign key (unit_id) references organisation.unit (id),
  constraint part_standing_check check (standing in ('early', 'on-time', 'late', 'no-term'))
);
comment on table statistics.part is 'Phần việc: một bước của một hồ sơ do một đơn vị, một người làm xong, so với thời gian của bước đó.';
-- the figures of sections and officers
create index part_figures_index on statistics.part (unit_id, done_at);

create table statistics.definition (
  id        uuid        not null,
  digest    text        not null,
  body      jsonb       not null,
  loaded_at timestamptz not null,
  constraint definition_pkey primary key (id)
);
comment on table statistics.definition is 'Định nghĩa số liệu của gói tỉnh: bộ lọc, tử số, mẫu số, căn cứ, kỳ; bản nạp sau cùng có hiệu lực, bản cũ còn đó.';

-- How a dossier stood against its term at an instant: by its end, else by the due time in force then.
create function statistics.state_at(p_finished timestamptz, p_standing text, p_from timestamptz[], p_due timestamptz[], p_end timestamptz, p_at timestamptz) returns text
  language sql immutable parallel safe
  return case
    when p_finished < p_end then p_standing
    when cardinality(p_from) = 0 or p_from[1] > p_at then 'no-term'
    else (select case when s.due is null then 'paused' when s.due < p_at then 'late' else 'in-time' end
          from unnest(p_from, p_due) with ordinality s (since, due, place) where s.since <= p_at order by s.place desc limit 1)
  end;

grant select, insert, update, delete on statistics.handling, statistics.part to vamco_app;
grant select, insert on statistics.definition to vamco_app;
