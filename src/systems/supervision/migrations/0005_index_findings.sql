-- Lists of findings are read from their newest on, each way into them by an index of its own; those that are open are few among many.
drop index supervision.finding_officer_index;
drop index supervision.finding_unit_index;
drop index supervision.finding_scenario_index;
-- all of the province
create index finding_found_index on supervision.finding (found_at, case_id);
-- an officer's own findings
create index finding_officer_index on supervision.finding (officer_id, found_at, case_id) where officer_id is not null;
-- a supervisor's units
create index finding_unit_index on supervision.finding (unit_id, found_at, case_id);
-- the same two, as far as nobody has concluded them: what a list opens with, and the tile of a centre
create index finding_open_index on supervision.finding (found_at, case_id) where concluded_at is null;
create index finding_open_unit_index on supervision.finding (unit_id, found_at, case_id) where concluded_at is null;
-- the list of one scenario, or of one procedure
create index finding_scenario_index on supervision.finding (scenario, found_at, case_id);
create index finding_procedure_index on supervision.finding (procedure_code, found_at, case_id) where procedure_code is not null;
-- what a version has found: its heartbeat, and its withdrawal
create index finding_version_index on supervision.finding (scenario, scenario_version);
-- the officers whom a list can be narrowed to
create index finding_unit_officer_index on supervision.finding (unit_id, officer_id) where officer_id is not null;

-- Acts of officers, counted by day (số việc đã làm): against which repeated findings are weighed.
create table supervision.act_count (
  counted_by text    not null,
  key        text    not null,
  day        date    not null,
  acts       integer not null,
  constraint act_count_pkey primary key (counted_by, key, day),
  constraint act_count_by_check check (counted_by in ('officer', 'unit', 'procedure'))
);
comment on table supervision.act_count is 'Số việc cán bộ đã làm với hồ sơ theo ngày: của từng người, từng đơn vị, từng thủ tục; để so với số phát hiện lặp lại.';
grant select, insert, update on supervision.act_count to vamco_app;
