-- Web push (thông báo đẩy): the browsers in which signed-in people want to be told that something is new.
alter table notifications.delivery drop constraint delivery_channel_check;
alter table notifications.delivery add constraint delivery_channel_check check (channel in ('in-app', 'email', 'sms', 'web-push'));

create table notifications.push_subscription (
  id         uuid        not null,
  account_id uuid        not null,
  endpoint   text        not null,
  p256dh     text        not null,
  auth       text        not null,
  user_agent text        not null,
  created_at timestamptz not null,
  constraint push_subscription_pkey primary key (id),
  constraint push_subscription_endpoint_key unique (endpoint),
  constraint push_subscription_account_fkey foreign key (account_id) references identity.account (id)
);
comment on table notifications.push_subscription is 'Trình duyệt nhận thông báo đẩy của một tài khoản; bị xóa khi người đó bỏ hoặc khi dịch vụ đẩy báo đã hết hạn.';
comment on column notifications.push_subscription.endpoint is 'At the push service of the browser''s maker; only services that are known are written to.';
create index push_subscription_account_index on notifications.push_subscription (account_id);
grant select, insert, delete on notifications.push_subscription to vamco_app;
