-- Several notices to one address within a short time leave as one message, and what has a time of its own by law is not held beyond it.
alter table notifications.delivery add column message uuid;
alter table notifications.delivery add column send_by timestamptz;
comment on column notifications.delivery.message is 'What it left in, alone or with others; a second try is the same message. Null until the first try.';
comment on column notifications.delivery.send_by is 'Until when the law has it told; neither the night nor waiting for others holds it beyond.';

-- what else waits for the address of a message that is due
create index delivery_waiting_index on notifications.delivery (address, channel) where message is null and next_at is not null;
-- all that left in a message when it is tried again
create index delivery_message_index on notifications.delivery (message) where message is not null and next_at is not null;
