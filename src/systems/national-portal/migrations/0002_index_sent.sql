-- the course of a centre's figure: what was told in the last days, and had waited before
create index message_sent_index on national_portal.message (sent_at) where sent_at is not null;
