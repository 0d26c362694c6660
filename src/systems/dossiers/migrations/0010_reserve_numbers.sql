-- Numbers reserved for a counter whose line may go down (số hồ sơ giữ trước): taken from the day's series at once, so that nobody else gets them,
-- and accounted for one by one: used by a dossier, or voided with its reason.
create table dossiers.number_block (
  id          uuid        not null,
  unit_id     uuid        not null,
  unit_code   text        not null,
  day         date        not null,
  account_id  uuid        not null,
  device      uuid        not null,
  reserved_at timestamptz not null,
  constraint number_block_pkey primary key (id),
  constraint number_block_unit_fkey foreign key (unit_id) references organisation.unit (id),
  constraint number_block_account_fkey foreign key (account_id) references identity.account (id)
);
comment on table dossiers.number_block is 'Một lần giữ trước các số hồ sơ của một nơi tiếp nhận trong một ngày, cho một người trên một máy.';

create table dossiers.reserved_number (
  code       text        not null,
  number     integer     not null,
  block_id   uuid        not null,
  state      text        not null default 'reserved',
  why        text,
  case_id    uuid,
  settled_at timestamptz,
  version    integer     not null default 1,
  constraint reserved_number_pkey primary key (code),
  constraint reserved_number_block_fkey foreign key (block_id) references dossiers.number_block (id),
  constraint reserved_number_case_fkey foreign key (case_id) references cases.case (id),
  constraint reserved_number_state_check check (state in ('reserved', 'used', 'voided')),
  constraint reserved_number_why_check check ((state = 'voided') = (why is not null)),
  constraint reserved_number_settled_check check ((state = 'reserved') = (settled_at is null)),
  constraint reserved_number_used_check check (state <> 'used' or case_id is not null)
);
comment on table dossiers.reserved_number is 'Từng số hồ sơ giữ trước: còn giữ, đã dùng cho một hồ sơ, hoặc đã hủy; case_id của số đã hủy là hồ sơ nhận số mới thay cho số đó.';
-- the numbers of a block in their order: the page of the counter, and the closing of its day
create index reserved_number_block_index on dossiers.reserved_number (block_id, number);
-- what is still held, for the closing of days that nobody closed
create index reserved_number_held_index on dossiers.reserved_number (block_id) where state = 'reserved';
-- the blocks of a unit by day: the book of reserved numbers
create index number_block_unit_index on dossiers.number_block (unit_id, day desc, id desc);
-- the officer's own
create index number_block_account_index on dossiers.number_block (account_id, day);

grant select, insert on dossiers.number_block to vamco_app;
grant select, insert, update on dossiers.reserved_number to vamco_app;
