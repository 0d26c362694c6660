-- Who holds an incident, on its own row, so that the log of an officer keeps what they held when it was closed.
alter table operations_centre.incident add column holder_id uuid;
alter table operations_centre.incident add constraint incident_holder_fkey foreign key (holder_id) references identity.account (id);
update operations_centre.incident i set holder_id = c.assignee_id from cases.case c where c.id = i.case_id and c.assignee_id is not null;
comment on column operations_centre.incident.holder_id is 'Người giữ, như trên vụ việc; còn lại khi sự cố đã kết thúc.';
-- the log of an officer, newest first
create index incident_holder_index on operations_centre.incident (holder_id, opened_at desc, case_id desc) where holder_id is not null;
