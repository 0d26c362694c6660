-- Procedures (thủ tục hành chính): the catalogue with its immutable versions, other codes, life events, and what an import loaded or reported.
create schema procedures;
grant usage on schema procedures to vamco_app;

create table procedures.procedure (
  id             uuid     not null,
  code           text     not null,
  name           jsonb    not null,
  field          text     not null,
  field_name     jsonb    not null,
  levels         text[]   not null default '{}',
  subjects       text[]   not null default '{}',
  online         text     not null default 'unknown',
  term           jsonb,
  offered        boolean  not null default false,
  source         smallint not null,
  catalogue_type text,
  state          text,
  promulgated_by text,
  departments    text,
  elsewhere      boolean  not null default false,
  uses           integer  not null default 0,
  folded         text     not null,
  search         tsvector not null,
  constraint procedure_pkey primary key (id),
  constraint procedure_code_key unique (code),
  constraint procedure_code_check check (code ~ '^\d\.\d{6}$'),
  constraint procedure_name_check check (name ? 'vi' and field_name ? 'vi'),
  constraint procedure_online_check check (online in ('full', 'part', 'none', 'unknown')),
  constraint procedure_source_check check (source between 1 and 3),
  constraint procedure_uses_check check (uses >= 0)
);
comment on table procedures.procedure is 'Danh mục thủ tục hành chính: mỗi mã một dòng, đủ để tìm và liệt kê; nội dung nằm ở phiên bản hoặc bản ghi nhập.';
comment on column procedures.procedure.field is 'Folded name of the field with hyphens: what the facet filters by.';
comment on column procedures.procedure.levels is 'Levels that decide it: province, district, commune; empty when the record does not say so in words.';
comment on column procedures.procedure.offered is 'The province takes dossiers of it: there is a published version.';
comment on column procedures.procedure.source is 'Best source of the columns above: 1 a line of the catalogue, 2 a record in full, 3 a published version. A poorer one never overwrites.';
comment on column procedures.procedure.elsewhere is 'Promulgated by another province: listed, never first.';
comment on column procedures.procedure.uses is 'Dossiers submitted, for the order of search results.';
-- search by words
create index procedure_search_index on procedures.procedure using gin (search);
-- browse one field
create index procedure_field_index on procedures.procedure (field, code);

create table procedures.version (
  id            uuid        not null,
  procedure_id  uuid        not null,
  digest        text        not null,
  definition    jsonb       not null,
  form          jsonb       not null,
  valid_from    date,
  valid_to      date,
  published_at  timestamptz not null,
  superseded_at timestamptz,
  constraint version_pkey primary key (id),
  constraint version_procedure_fkey foreign key (procedure_id) references procedures.procedure (id),
  constraint version_days_check check (valid_from <= valid_to),
  constraint version_overlap exclude using gist (procedure_id with =, daterange(valid_from, valid_to, '[]') with &&) where (superseded_at is null)
);
comment on table procedures.version is 'Phiên bản thủ tục: định nghĩa và biểu mẫu, không bao giờ sửa; phiên bản mới thay phiên bản cũ, hồ sơ giữ phiên bản lúc nộp.';
comment on column procedures.version.digest is 'SHA-256 of definition and form as sorted JSON: the same content is published once.';
-- the versions of one procedure, newest first
create index version_procedure_index on procedures.version (procedure_id, published_at desc);

create table procedures.alias (
  code         text    not null,
  procedure_id uuid    not null,
  valid_from   date,
  valid_to     date,
  confirm      boolean not null default false,
  constraint alias_pkey primary key (code),
  constraint alias_procedure_fkey foreign key (procedure_id) references procedures.procedure (id)
);
comment on table procedures.alias is 'Mã khác của thủ tục: mã cũ, mã của địa phương, với ngày có hiệu lực.';

create table procedures.life_event (
  key      text    not null,
  position integer not null,
  name     jsonb   not null,
  icon     text    not null,
  codes    text[]  not null,
  constraint life_event_pkey primary key (key),
  constraint life_event_name_check check (name ? 'vi')
);
comment on table procedures.life_event is 'Sự kiện trong đời và các thủ tục đi kèm, theo thứ tự trên trang chủ.';

create table procedures.record (
  procedure_id uuid   not null,
  kind         text   not null,
  content      jsonb  not null,
  flags        text[] not null default '{}',
  digest       text   not null,
  report_id    uuid   not null,
  constraint record_pkey primary key (procedure_id, kind),
  constraint record_procedure_fkey foreign key (procedure_id) references procedures.procedure (id),
  constraint record_kind_check check (kind in ('catalogue', 'detail'))
);
comment on table procedures.record is 'Bản ghi của Cổng Dịch vụ công quốc gia như khi nhập; thời hạn và phí chỉ có bằng lời thì giữ bằng lời và gắn cờ.';

create table procedures.import_report (
  id          uuid        not null,
  file_name   text        not null,
  kind        text        not null,
  loaded      integer     not null default 0,
  unchanged   integer     not null default 0,
  reported    integer     not null default 0,
  flagged     integer     not null default 0,
  started_at  timestamptz not null,
  finished_at timestamptz,
  constraint import_report_pkey primary key (id),
  constraint import_report_kind_check check (kind in ('catalogue', 'detail', 'unknown'))
);
comment on table procedures.import_report is 'Mỗi lần nhập danh mục: bao nhiêu bản ghi được nạp, bao nhiêu bị báo lại.';

create table procedures.import_line (
  report_id uuid    not null,
  record    integer not null,
  code      text,
  reasons   text[]  not null,
  loaded    boolean not null,
  constraint import_line_pkey primary key (report_id, record),
  constraint import_line_report_fkey foreign key (report_id) references procedures.import_report (id)
);
comment on table procedures.import_line is 'Bản ghi bị báo lại (loaded = false) hoặc nạp nhưng có cờ, theo số thứ tự trong tệp.';

create table procedures.word (
  word  text    not null,
  shown text    not null,
  uses  integer not null,
  constraint word_pkey primary key (word)
);
comment on table procedures.word is 'Từ không dấu có trong tên thủ tục, dạng có dấu hay gặp nhất và số thủ tục chứa nó: để đoán từ gõ sai.';

create table procedures.pack_load (
  id        uuid        not null,
  digest    text        not null,
  loaded_at timestamptz not null,
  constraint pack_load_pkey primary key (id)
);
comment on table procedures.pack_load is 'Mỗi lần nạp gói dữ liệu của tỉnh: gói không đổi thì không nạp lại.';

grant select, insert on procedures.pack_load to vamco_app;
grant select, insert, update on procedures.procedure, procedures.import_report to vamco_app;
-- a published version is never edited: only the day it was superseded is written later
grant select, insert on procedures.version to vamco_app;
grant update (superseded_at) on procedures.version to vamco_app;
grant select, insert, update, delete on procedures.alias, procedures.life_event, procedures.record, procedures.word to vamco_app;
grant select, insert on procedures.import_line to vamco_app;
