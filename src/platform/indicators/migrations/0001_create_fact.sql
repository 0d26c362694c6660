-- Indicators (chỉ số): the facts that measures give, which definitions count each of them, and the counts of each day; all of it is made from the journal and can be made again.
create schema indicators;
grant usage on schema indicators to vamco_app;

create table indicators.definition (
  number      integer     not null generated always as identity,
  code        text        not null,
  version     integer     not null,
  valid_from  date        not null,
  valid_until date,
  measure     text        not null,
  digest      text        not null,
  body        jsonb       not null,
  withdrawn   boolean     not null default false,
  loaded_at   timestamptz not null,
  constraint definition_pkey primary key (number),
  constraint definition_code_key unique (code, version),
  constraint definition_days_check check (valid_from <= valid_until)
);
comment on table indicators.definition is 'Định nghĩa chỉ số: mỗi phiên bản một dòng, tính từ ngày có hiệu lực đến trước ngày của phiên bản sau; cách tính của một phiên bản không bao giờ đổi.';
comment on column indicators.definition.digest is 'SHA-256 of what decides the numbers; name, source and thresholds may be put right.';
comment on column indicators.definition.valid_until is 'The first day that the next version counts; null for the last one.';

create table indicators.measure (
  name       text        not null,
  counted_at timestamptz not null,
  constraint measure_pkey primary key (name)
);
comment on table indicators.measure is 'Đại lượng đã được đếm từ đầu nhật ký: đại lượng mới khai báo thì đếm lại từ đầu.';

create table indicators.fact (
  measure      text        not null,
  subject      text        not null,
  label        text        not null,
  at           timestamptz not null,
  unit_id      uuid,
  area_id      uuid,
  simulated    boolean     not null,
  body         jsonb       not null,
  numerators   integer[]   not null,
  denominators integer[]   not null,
  unknowns     integer[]   not null,
  constraint fact_pkey primary key (measure, subject),
  constraint fact_unit_fkey foreign key (unit_id) references organisation.unit (id),
  constraint fact_area_fkey foreign key (area_id) references organisation.area (id)
);
comment on table indicators.fact is 'Một việc được đếm (hồ sơ đã giải quyết, lượt đánh giá…), với các chỉ số mà nó thuộc tử số, mẫu số, hoặc chưa rõ.';
comment on column indicators.fact.body is 'Values of the measure''s variables; what is not known is not there.';
comment on column indicators.fact.unknowns is 'Numbers of definitions that could not be decided for want of a value.';
-- the records behind a figure, newest first
create index fact_time_index on indicators.fact (measure, at desc, subject desc);

create table indicators.count (
  definition  integer not null,
  day         date    not null,
  unit_id     uuid,
  area_id     uuid,
  numerator   integer not null,
  denominator integer not null,
  unknown     integer not null,
  simulated   integer not null,
  constraint count_key unique nulls not distinct (definition, day, unit_id, area_id),
  constraint count_definition_fkey foreign key (definition) references indicators.definition (number),
  constraint count_unit_fkey foreign key (unit_id) references organisation.unit (id),
  constraint count_area_fkey foreign key (area_id) references organisation.area (id)
);
comment on table indicators.count is 'Số đếm của một ngày: theo phiên bản định nghĩa, đơn vị và địa bàn; cộng dồn từ các việc được đếm.';
comment on column indicators.count.simulated is 'How many of those counted are of simulated people.';

grant select, insert, update on indicators.definition to vamco_app;
grant select, insert, update, delete on indicators.measure, indicators.fact, indicators.count to vamco_app;
