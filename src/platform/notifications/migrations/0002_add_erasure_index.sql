-- the nightly erasure of old texts: what was erased is not looked at again
create index delivery_unerased_index on notifications.delivery (id) where body is not null;
