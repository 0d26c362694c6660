-- Organisation (tổ chức bộ máy): areas, units, positions and who holds them, each with its first and last day, and who took over from whom.
create extension if not exists btree_gist with schema public;

create schema organisation;
grant usage on schema organisation to vamco_app;

create table organisation.area (
  id         uuid    not null,
  code       text    not null,
  level      text    not null,
  kind       text    not null,
  name       jsonb   not null,
  proper     text    not null,
  parent_id  uuid,
  valid_from date,
  valid_to   date,
  lat        double precision,
  lon        double precision,
  km2        double precision,
  confirm    boolean not null default false,
  constraint area_pkey primary key (id),
  constraint area_code_key unique nulls not distinct (code, valid_from),
  constraint area_parent_fkey foreign key (parent_id) references organisation.area (id),
  constraint area_level_check check (level in ('province', 'district', 'commune')),
  constraint area_kind_check check (kind in ('province', 'city', 'town', 'district', 'ward', 'township', 'commune')),
  constraint area_name_check check (name ? 'vi'),
  constraint area_days_check check (valid_from <= valid_to),
  constraint area_code_overlap exclude using gist (code with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table organisation.area is 'Đơn vị hành chính theo danh mục của Tổng cục Thống kê; một mã được dùng lại qua các thời kỳ, nên khóa là mã và ngày bắt đầu.';
comment on column organisation.area.valid_from is 'First day, null when earlier than the record; valid_to is the last day, null while it exists.';
comment on column organisation.area.proper is 'Without the word for its kind: "Tân Ninh" of "Phường Tân Ninh".';
comment on column organisation.area.confirm is 'True: not verified, shown as "chờ xác nhận".';

create table organisation.area_successor (
  from_id uuid    not null,
  to_id   uuid,
  day     date,
  manner  text    not null,
  source  text,
  confirm boolean not null default false,
  named   boolean not null default false,
  constraint area_successor_key unique nulls not distinct (from_id, to_id),
  constraint area_successor_from_fkey foreign key (from_id) references organisation.area (id),
  constraint area_successor_to_fkey foreign key (to_id) references organisation.area (id),
  constraint area_successor_manner_check check (manner in ('one', 'by-subject', 'by-place', 'unknown')),
  constraint area_successor_to_check check ((manner in ('one', 'by-subject')) = (to_id is not null))
);
comment on table organisation.area_successor is 'Đơn vị hành chính nào kế thừa: toàn bộ, theo từng địa điểm (cấp huyện kết thúc), hoặc chưa rõ. Trùng tên, trùng mã không phải là bằng chứng.';

create table organisation.unit (
  id         uuid    not null,
  key        text    not null,
  code       text,
  kind       text    not null,
  section    text,
  name       jsonb   not null,
  parent_id  uuid,
  area_id    uuid,
  valid_from date,
  valid_to   date,
  confirm    boolean not null default false,
  constraint unit_pkey primary key (id),
  constraint unit_key_key unique (key),
  constraint unit_parent_fkey foreign key (parent_id) references organisation.unit (id),
  constraint unit_area_fkey foreign key (area_id) references organisation.area (id),
  constraint unit_name_check check (name ? 'vi'),
  constraint unit_code_check check (length(code) <= 35 and code ~ '^[A-Z][0-9]{2}([.][0-9A-Z]+)*$'),
  constraint unit_days_check check (valid_from <= valid_to),
  constraint unit_code_overlap exclude using gist (code with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table organisation.unit is 'Cơ quan, đơn vị, bộ phận một cửa; mã theo Quyết định 20/2020/QĐ-TTg, Điều 4. Một mã chỉ của một đơn vị tại một ngày.';
comment on column organisation.unit.key is 'Name in the province pack, never shown; a second load finds the row by it.';
comment on column organisation.unit.section is 'What a section of a people''s committee works on, so that its counterpart elsewhere can be found.';
-- units under a unit
create index unit_parent_index on organisation.unit (parent_id);
-- the counterpart of a unit in another area
create index unit_area_index on organisation.unit (area_id);

create table organisation.unit_successor (
  from_id uuid    not null,
  to_id   uuid,
  day     date,
  manner  text    not null,
  source  text,
  confirm boolean not null default false,
  named   boolean not null default false,
  constraint unit_successor_key unique nulls not distinct (from_id, to_id),
  constraint unit_successor_from_fkey foreign key (from_id) references organisation.unit (id),
  constraint unit_successor_to_fkey foreign key (to_id) references organisation.unit (id),
  constraint unit_successor_manner_check check (manner in ('one', 'by-subject', 'by-place', 'unknown')),
  constraint unit_successor_to_check check ((manner in ('one', 'by-subject')) = (to_id is not null))
);
comment on column organisation.unit_successor.named is 'Said by an administrator: a reload of the pack does not change it.';
comment on table organisation.unit_successor is 'Đơn vị nào kế thừa: toàn bộ, theo địa điểm của vụ việc, theo lĩnh vực, hoặc chưa rõ (người quản trị chỉ định).';

create table organisation.role (
  key     text    not null,
  name    jsonb   not null,
  leads   boolean not null default false,
  confirm boolean not null default false,
  constraint role_pkey primary key (key),
  constraint role_name_check check (name ? 'vi')
);
comment on table organisation.role is 'Vai trò trong quy trình nội bộ (TN, HT, CV, LP, CT, VT…).';
comment on column organisation.role.leads is 'True: whoever holds a position of this role also answers for the units under its unit.';

create table organisation.position (
  id         uuid not null,
  key        text not null,
  unit_id    uuid not null,
  role       text not null,
  title      jsonb not null,
  valid_from date,
  valid_to   date,
  constraint position_pkey primary key (id),
  constraint position_key_key unique (key),
  constraint position_unit_fkey foreign key (unit_id) references organisation.unit (id),
  constraint position_role_fkey foreign key (role) references organisation.role (key),
  constraint position_title_check check (title ? 'vi'),
  constraint position_days_check check (valid_from <= valid_to)
);
comment on table organisation.position is 'Vị trí công tác của một đơn vị, với vai trò của nó trong quy trình.';
create index position_unit_index on organisation.position (unit_id, role);

create table organisation.holding (
  id          uuid not null,
  account_id  uuid not null,
  position_id uuid not null,
  valid_from  date not null,
  valid_to    date,
  constraint holding_pkey primary key (id),
  constraint holding_account_fkey foreign key (account_id) references identity.account (id),
  constraint holding_position_fkey foreign key (position_id) references organisation.position (id),
  constraint holding_days_check check (valid_from <= valid_to),
  constraint holding_overlap exclude using gist (account_id with =, position_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table organisation.holding is 'Ai giữ vị trí nào, từ ngày nào đến hết ngày nào; một người không giữ một vị trí hai lần cùng lúc.';
create index holding_position_index on organisation.holding (position_id);

create table organisation.delegation (
  id           uuid not null,
  from_account uuid not null,
  to_account   uuid not null,
  position_id  uuid not null,
  valid_from   date not null,
  valid_to     date not null,
  constraint delegation_pkey primary key (id),
  constraint delegation_from_fkey foreign key (from_account) references identity.account (id),
  constraint delegation_to_fkey foreign key (to_account) references identity.account (id),
  constraint delegation_position_fkey foreign key (position_id) references organisation.position (id),
  constraint delegation_people_check check (from_account <> to_account),
  constraint delegation_days_check check (valid_from <= valid_to),
  constraint delegation_overlap exclude using gist (to_account with =, position_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table organisation.delegation is 'Ủy quyền: người giữ vị trí giao cho người khác làm thay trong một số ngày; nhật ký ghi cả hai.';

create table organisation.load (
  id        uuid        not null,
  digest    text        not null,
  loaded_at timestamptz not null,
  constraint load_pkey primary key (id)
);
comment on table organisation.load is 'Các lần nạp tổ chức bộ máy từ gói dữ liệu của tỉnh; nạp lại cùng nội dung thì không đổi gì.';

grant select, insert, update on all tables in schema organisation to vamco_app;
-- a pack that knows better replaces what an older one said
grant delete on organisation.area_successor, organisation.unit_successor to vamco_app;
