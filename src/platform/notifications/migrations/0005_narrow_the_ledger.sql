-- The administrator's ledger is narrowed by state, channel, template and day; each page of it stays quick at a million rows.
create index delivery_channel_index on notifications.delivery (channel, state, id desc);
create index delivery_template_index on notifications.delivery (template, id desc);
create index delivery_day_index on notifications.delivery (created_at);
drop index notifications.delivery_state_index;
create index delivery_state_index on notifications.delivery (state, id desc) where state in ('queued', 'sending', 'failed', 'suppressed', 'kept');
