-- An officer's figures are those of dossiers that ended in the period: the part says when, and is found by it (a year of parts read before: 3.5 s → the period alone).
alter table statistics.part add column ended_at timestamptz;
comment on column statistics.part.ended_at is 'When its dossier ended; null while it has not.';
update statistics.part p set ended_at = h.finished_at from statistics.handling h where h.case_id = p.case_id;
-- the figures of officers
create index part_ended_index on statistics.part (unit_id, ended_at) where ended_at is not null;

-- A function with a query in it is called for every row; written out where it is asked, it is not (a month of a province: one call less a row).
drop function statistics.state_at(timestamptz, text, timestamptz[], timestamptz[], timestamptz, timestamptz);
