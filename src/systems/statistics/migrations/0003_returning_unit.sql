-- Dossiers may be received at one office and returned at another, wherever they are decided: figures are read by each of the three.
alter table statistics.handling add column returning_unit uuid;
update statistics.handling h set returning_unit = coalesce(c.returning_unit, h.receiving_unit) from cases.case c where c.id = h.case_id;
alter table statistics.handling alter column returning_unit set not null;
alter table statistics.handling add constraint handling_returning_fkey foreign key (returning_unit) references organisation.unit (id);
-- the figures of offices that received or returned
create index handling_receiving_index on statistics.handling (receiving_unit, coalesce(finished_at, 'infinity'::timestamptz), submitted_at);
create index handling_returning_index on statistics.handling (returning_unit, coalesce(finished_at, 'infinity'::timestamptz), submitted_at);
