-- Notifications (thông báo): what people are told, by which channel, and what became of it.
create schema notifications;
grant usage on schema notifications to vamco_app;

create table notifications.template (
  code       text    not null,
  version    integer not null,
  channel    text    not null,
  locale     text    not null,
  kind       text    not null,
  subject    text    not null,
  body       text    not null,
  valid_from date    not null,
  constraint template_pkey primary key (code, version, channel, locale),
  constraint template_channel_check check (channel in ('in-app', 'email', 'sms')),
  constraint template_locale_check check (locale in ('vi', 'en')),
  constraint template_kind_check check (kind in ('legal', 'courtesy'))
);
comment on table notifications.template is 'Mẫu thông báo theo mã, phiên bản, kênh và ngôn ngữ; không sửa, chỉ thêm phiên bản.';
comment on column notifications.template.kind is 'legal: the law has the office tell the person this; what has no other way is sent even to those who opted out.';

create table notifications.opt_out (
  channel text        not null,
  who     text        not null,
  at      timestamptz not null,
  constraint opt_out_pkey primary key (channel, who),
  constraint opt_out_channel_check check (channel in ('email', 'sms'))
);
comment on table notifications.opt_out is 'Ai không muốn nhận thư điện tử, tin nhắn: một tài khoản, hoặc một địa chỉ (chỉ giữ mã băm).';

-- Ids are uuidv7 and sort by time: the ledger is cut by id, so that one look-up by id touches one part.
create table notifications.delivery (
  id               uuid        not null,
  account_id       uuid,
  channel          text        not null,
  address          text,
  template         text        not null,
  template_version integer     not null,
  kind             text        not null,
  locale           text        not null,
  subject_id       uuid        not null,
  entry_id         uuid        not null,
  subject          text,
  body             text,
  link             text,
  state            text        not null,
  simulated        boolean     not null,
  local_only       boolean     not null,
  attempts         integer     not null default 0,
  next_at          timestamptz,
  provider_id      text,
  error            text,
  created_at       timestamptz not null,
  sent_at          timestamptz,
  delivered_at     timestamptz,
  read_at          timestamptz,
  constraint delivery_pkey primary key (id),
  constraint delivery_account_fkey foreign key (account_id) references identity.account (id),
  constraint delivery_channel_check check (channel in ('in-app', 'email', 'sms')),
  constraint delivery_state_check check (state in ('queued', 'sending', 'sent', 'delivered', 'failed', 'suppressed', 'kept')),
  constraint delivery_next_check check ((next_at is not null) = (state in ('queued', 'sending')))
) partition by range (id);
comment on table notifications.delivery is 'Sổ gửi thông báo: mỗi dòng một thông báo tới một nơi nhận qua một kênh.';
comment on column notifications.delivery.state is 'kept: simulated, or the channel is not set up here; it never left the machine. suppressed: the person had opted out.';
comment on column notifications.delivery.body is 'As rendered; null with subject and address once the subject''s personal data was erased.';
comment on column notifications.delivery.local_only is 'For an invented person: sent only to a simulator on this machine.';

do $$ declare y integer; begin
  for y in 2024..2045 loop
    execute format('create table notifications.delivery_%s partition of notifications.delivery for values from (%L) to (%L)', y,
      rpad(lpad(to_hex((extract(epoch from make_timestamptz(y, 1, 1, 0, 0, 0, 'UTC')) * 1000)::bigint), 12, '0'), 32, '0')::uuid,
      rpad(lpad(to_hex((extract(epoch from make_timestamptz(y + 1, 1, 1, 0, 0, 0, 'UTC')) * 1000)::bigint), 12, '0'), 32, '0')::uuid);
  end loop;
end $$;
create table notifications.delivery_other partition of notifications.delivery default;

-- what the delivery job takes next
create index delivery_due_index on notifications.delivery (next_at) where next_at is not null;
-- a person's own list, newest first
create index delivery_inbox_index on notifications.delivery (account_id, id desc) where channel = 'in-app';
-- the administrator's ledger by state; what went well is not looked for
create index delivery_state_index on notifications.delivery (state, id desc) where state in ('queued', 'sending', 'failed', 'suppressed');
-- the gateway's reports name its own id
create index delivery_provider_index on notifications.delivery (provider_id) where provider_id is not null;
-- what a dossier's people were told, and erasure
create index delivery_subject_index on notifications.delivery (subject_id, id);

create table notifications.delivery_key (
  key         text not null,
  delivery_id uuid not null,
  constraint delivery_key_pkey primary key (key)
);
comment on table notifications.delivery_key is 'Mỗi mục nhật ký chỉ báo một lần cho một nơi nhận qua một kênh, dù được xử lý lại.';

grant select, insert on notifications.template, notifications.delivery_key to vamco_app;
grant select, insert, update on notifications.delivery to vamco_app;
grant select, insert, delete on notifications.opt_out to vamco_app;
