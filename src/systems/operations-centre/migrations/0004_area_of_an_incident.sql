-- Where an incident is, on its own row, so that the log of a commune or of a former district is read by an index.
alter table operations_centre.incident add column area_id uuid;
update operations_centre.incident i set area_id = c.area_id from cases.case c where c.id = i.case_id and c.area_id is not null;
comment on column operations_centre.incident.area_id is 'Xã, phường nơi xảy ra, như trên vụ việc.';
-- the log of a commune, newest first
create index incident_area_index on operations_centre.incident (area_id, opened_at desc, case_id desc);
