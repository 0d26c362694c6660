-- Counter (quầy tiếp nhận): places where officers serve, numbers that people take, calls, appointments, and the devices of the hall.
create schema counter;
grant usage on schema counter to vamco_app;

create table counter.rules (
  id        smallint    not null,
  body      jsonb       not null,
  loaded_at timestamptz not null,
  constraint rules_pkey primary key (id),
  constraint rules_one_check check (id = 1)
);
comment on table counter.rules is 'Quy tắc của quầy theo gói dữ liệu của tỉnh: nhóm việc, ưu tiên, thứ tự gọi, lịch hẹn. Một dòng.';

create table counter.place (
  id           uuid        not null,
  unit_id      uuid        not null,
  number       smallint    not null,
  group_keys   text[]      not null,
  account_id   uuid,
  opened_at    timestamptz,
  priority_run smallint    not null default 0,
  version      integer     not null default 1,
  constraint place_pkey primary key (id),
  constraint place_unit_fkey foreign key (unit_id) references organisation.unit (id),
  constraint place_account_fkey foreign key (account_id) references identity.account (id),
  constraint place_number_key unique (unit_id, number),
  constraint place_number_check check (number between 1 and 99),
  constraint place_open_check check ((account_id is null) = (opened_at is null))
);
comment on table counter.place is 'Quầy số mấy của một nơi tiếp nhận; có người ngồi thì đang mở.';
-- an officer sits at one place
create unique index place_account_key on counter.place (account_id) where account_id is not null;

create table counter.ticket (
  id             uuid        not null,
  unit_id        uuid        not null,
  day            date        not null,
  group_key      text        not null,
  letter         text        not null,
  number         integer     not null,
  is_priority    boolean     not null,
  ground         text,
  appointment_id uuid,
  appointment_at timestamptz,
  taken_at       timestamptz not null,
  rank_at        timestamptz not null,
  waits_since    timestamptz not null,
  state          text        not null,
  place_id       uuid,
  for_place      uuid,
  returns        smallint    not null default 0,
  absent_at      timestamptz,
  dossier_code   text,
  secret         text        not null,
  version        integer     not null default 1,
  constraint ticket_pkey primary key (id),
  constraint ticket_unit_fkey foreign key (unit_id) references organisation.unit (id),
  constraint ticket_place_fkey foreign key (place_id) references counter.place (id),
  constraint ticket_for_place_fkey foreign key (for_place) references counter.place (id),
  constraint ticket_number_key unique (unit_id, day, letter, number),
  constraint ticket_secret_key unique (secret),
  constraint ticket_state_check check (state in ('waiting', 'called', 'serving', 'served', 'absent', 'closed')),
  constraint ticket_ground_check check (ground is null or is_priority)
);
comment on table counter.ticket is 'Số thứ tự: một người chờ ở nơi tiếp nhận trong ngày; không có tên. Lý do ưu tiên bị xóa khi phục vụ xong.';
-- a place has one person in front of it
create unique index ticket_at_place_key on counter.ticket (place_id) where state in ('called', 'serving');
-- who waits, and the display
create index ticket_open_index on counter.ticket (unit_id) where state in ('waiting', 'called', 'serving', 'absent');
-- one ticket for an appointment
create unique index ticket_appointment_key on counter.ticket (appointment_id) where appointment_id is not null;

create table counter.call (
  id           uuid        not null,
  ticket_id    uuid        not null,
  unit_id      uuid        not null,
  place_id     uuid        not null,
  place_number smallint    not null,
  account_id   uuid        not null,
  code         text        not null,
  group_key    text        not null,
  is_priority  boolean     not null,
  waits_since  timestamptz not null,
  called_at    timestamptz not null,
  last_at      timestamptz not null,
  calls        smallint    not null default 1,
  started_at   timestamptz,
  ended_at     timestamptz,
  outcome      text,
  version      integer     not null default 1,
  constraint call_pkey primary key (id),
  constraint call_ticket_fkey foreign key (ticket_id) references counter.ticket (id),
  constraint call_place_fkey foreign key (place_id) references counter.place (id),
  constraint call_account_fkey foreign key (account_id) references identity.account (id),
  constraint call_outcome_check check (outcome in ('served', 'absent', 'transferred', 'closed')),
  constraint call_ended_check check ((ended_at is null) = (outcome is null))
);
comment on table counter.call is 'Lượt gọi một số vào một quầy: chờ từ khi nào, gọi, bắt đầu, kết thúc; nguồn của thời gian chờ và thời gian phục vụ.';
-- the display's latest calls, the leader's figures by place and hour
create index call_unit_index on counter.call (unit_id, called_at desc);
create index call_ticket_index on counter.call (ticket_id);

create table counter.device (
  id              uuid        not null,
  unit_id         uuid        not null,
  kind            text        not null,
  name            text        not null,
  code_hash       bytea,
  code_expires_at timestamptz,
  token_hash      bytea,
  created_at      timestamptz not null,
  signed_in_at    timestamptz,
  revoked_at      timestamptz,
  version         integer     not null default 1,
  constraint device_pkey primary key (id),
  constraint device_unit_fkey foreign key (unit_id) references organisation.unit (id),
  constraint device_code_key unique (code_hash),
  constraint device_token_key unique (token_hash),
  constraint device_kind_check check (kind in ('kiosk', 'display'))
);
comment on table counter.device is 'Ki-ốt lấy số và màn hình gọi số: vào bằng mã quản trị viên cấp một lần; chỉ giữ mã đã băm; thu hồi được.';

create table counter.appointment (
  id          uuid        not null,
  code        text        not null,
  unit_id     uuid        not null,
  place_no    smallint    not null,
  period      tstzrange   not null,
  group_key   text        not null,
  account_id  uuid,
  person_name text,
  phone       text,
  state       text        not null,
  reminded_at timestamptz,
  created_at  timestamptz not null,
  version     integer     not null default 1,
  constraint appointment_pkey primary key (id),
  constraint appointment_code_key unique (code),
  constraint appointment_unit_fkey foreign key (unit_id) references organisation.unit (id),
  constraint appointment_account_fkey foreign key (account_id) references identity.account (id),
  constraint appointment_place_check check (place_no between 1 and 99),
  constraint appointment_state_check check (state in ('booked', 'arrived', 'cancelled', 'called-off', 'absent')),
  -- nobody is given a place that another has at that time, whatever the program does
  constraint appointment_overlap exclude using gist (unit_id with =, place_no with =, period with &&) where (state in ('booked', 'arrived'))
);
comment on table counter.appointment is 'Lịch hẹn: một chỗ trong một khung giờ ở nơi tiếp nhận; tên, số điện thoại bị xóa sau thời hạn giữ.';
create index appointment_account_index on counter.appointment (account_id) where state = 'booked';
create index appointment_phone_index on counter.appointment (phone) where state = 'booked';
-- the day's list, reminders, what a day off touches
create index appointment_time_index on counter.appointment (lower(period), unit_id);

grant select, insert, update on counter.rules, counter.place, counter.ticket, counter.call, counter.device, counter.appointment to vamco_app;
