-- what was taken or has ended since yesterday is news, however long ago it was opened
create index incident_taken_index on operations_centre.incident (taken_at desc) where taken_at is not null;
create index incident_closed_index on operations_centre.incident (closed_at desc) where closed_at is not null;
