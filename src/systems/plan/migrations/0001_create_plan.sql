-- The plan (đề án): its targets as the pack has them, and values that one person entered and another approved.
create schema plan;
grant usage on schema plan to vamco_app;

create table plan.definition (
  id        uuid        not null,
  digest    text        not null,
  body      jsonb       not null,
  loaded_at timestamptz not null,
  constraint definition_pkey primary key (id)
);
comment on table plan.definition is 'Chỉ tiêu của đề án theo gói dữ liệu của tỉnh; bản nạp sau cùng có hiệu lực, bản cũ còn đó.';

create table plan.value (
  id              uuid        not null,
  target          text        not null,
  measure         text        not null,
  kind            text        not null,
  day             date        not null,
  amount          bigint      not null,
  numerator       bigint,
  denominator     bigint,
  document_number text        not null,
  document_day    date        not null,
  file_id         uuid,
  note            text        not null default '',
  state           text        not null default 'draft',
  invented        boolean     not null default false,
  definition_id   uuid        not null,
  entered_by      uuid,
  entered_at      timestamptz not null,
  decided_by      uuid,
  decided_at      timestamptz,
  refused_for     text,
  version         integer     not null default 1,
  constraint value_pkey primary key (id),
  constraint value_definition_fkey foreign key (definition_id) references plan.definition (id),
  constraint value_kind_check check (kind in ('actual', 'baseline', 'point')),
  constraint value_state_check check (state in ('draft', 'approved', 'refused', 'withdrawn')),
  constraint value_parts_check check ((numerator is null) = (denominator is null) and (denominator is null or denominator > 0)),
  constraint value_decided_check check ((state = 'draft') = (decided_at is null)),
  constraint value_two_people_check check (state = 'withdrawn' or invented or decided_by is null or decided_by <> entered_by)
);
comment on table plan.value is 'Số liệu nhập của chỉ tiêu: một người nhập theo văn bản, người khác duyệt; sửa bằng số liệu mới, không ghi đè.';
comment on column plan.value.amount is 'Ten-thousandths of the unit: 71,4 % is 714000, 0,4582 points are 4582, done is 10000.';
-- what is in force of a target, and its history
create index value_target_index on plan.value (target, measure, kind, day desc, decided_at desc);
-- what waits for approval, longest first
create index value_draft_index on plan.value (entered_at, id) where state = 'draft';

grant select, insert on plan.definition to vamco_app;
grant select, insert, update on plan.value to vamco_app;
