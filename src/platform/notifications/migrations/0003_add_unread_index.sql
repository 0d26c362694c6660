-- the bell on every page: what is read leaves this index, so that a long inbox costs nothing to count
create index delivery_unread_index on notifications.delivery (account_id) where channel = 'in-app' and read_at is null and body is not null;
