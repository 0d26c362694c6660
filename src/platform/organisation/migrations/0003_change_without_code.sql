-- The organisation changed by its administrator: a draft of changes published from a day, and what a unit was before each.
alter table organisation.area
  add column kept boolean not null default false;
comment on column organisation.area.kept is 'Changed by an administrator: a reload of the pack leaves it as it is.';

alter table organisation.unit
  add column address text,
  add column phone   text,
  add column email   text,
  add column kept    boolean not null default false;
comment on column organisation.unit.kept is 'Changed or made by an administrator: a reload of the pack leaves it as it is.';

alter table organisation.position
  add column kept boolean not null default false;
comment on column organisation.position.kept is 'Changed or made by an administrator: a reload of the pack leaves it as it is.';

alter table organisation.unit_successor
  add column by_hand boolean not null default false;
comment on column organisation.unit_successor.by_hand is 'Open dossiers wait for an administrator to see them and pass them on; false: they go by themselves on the first day.';

create table organisation.change_set (
  id           uuid        not null,
  title        text        not null,
  document     text,
  state        text        not null,
  from_day     date,
  items        jsonb       not null default '[]',
  reverse      jsonb,
  fault        jsonb,
  version      integer     not null default 1,
  changed_at   timestamptz not null,
  changed_by   uuid        not null,
  published_at timestamptz,
  in_force_at  timestamptz,
  constraint change_set_pkey primary key (id),
  constraint change_set_state_check check (state in ('draft', 'published', 'in-force')),
  constraint change_set_day_check check ((state = 'draft') = (from_day is null)),
  constraint change_set_items_check check (jsonb_typeof(items) = 'array')
);
comment on table organisation.change_set is 'Bản thay đổi tổ chức bộ máy: lập nháp, công bố từ một ngày, có hiệu lực; rút lại trước ngày đó hoặc đảo ngược sau đó.';
comment on column organisation.change_set.reverse is 'What would take it back, as it stood when it came into force.';
comment on column organisation.change_set.fault is 'Why it could not come into force on its day.';
-- what is to come into force, and the list of all
create index change_set_due_index on organisation.change_set (from_day) where state = 'published';
create index change_set_list_index on organisation.change_set (changed_at desc, id desc);

create table organisation.unit_was (
  unit_id   uuid not null,
  valid_to  date not null,
  code      text,
  kind      text not null,
  section   text,
  name      jsonb not null,
  parent_id uuid,
  area_id   uuid,
  address   text,
  phone     text,
  email     text,
  constraint unit_was_pkey primary key (unit_id, valid_to),
  constraint unit_was_unit_fkey foreign key (unit_id) references organisation.unit (id),
  constraint unit_was_name_check check (name ? 'vi')
);
comment on table organisation.unit_was is 'Đơn vị đã từng như thế nào: tên, mã, cấp trên cho đến hết một ngày, trước khi đổi.';

grant select, insert, update on organisation.unit_was to vamco_app;
-- a draft may be thrown away
grant select, insert, update, delete on organisation.change_set to vamco_app;
