-- Files (tệp): one row per use over a shared blob; the bytes lie in the store, addressed by their SHA-256.
create schema files;
grant usage on schema files to vamco_app;

create table files.blob (
  digest     text        not null,
  size       bigint      not null,
  type       text        not null,
  scan       text        not null default 'unknown',
  signature  text,
  scanned_at timestamptz,
  stored_at  timestamptz not null,
  constraint blob_pkey primary key (digest),
  constraint blob_digest_check check (digest ~ '^[0-9a-f]{64}$'),
  constraint blob_size_check check (size > 0),
  constraint blob_type_check check (type in ('pdf', 'jpeg', 'png', 'webp', 'docx', 'xlsx')),
  constraint blob_scan_check check (scan in ('unknown', 'clean', 'infected')),
  constraint blob_signature_check check ((scan = 'infected') = (signature is not null)),
  constraint blob_scanned_check check ((scan = 'unknown') = (scanned_at is null))
);
comment on table files.blob is 'Nội dung tệp: mỗi nội dung một dòng, dù được dùng ở bao nhiêu nơi.';
comment on column files.blob.signature is 'Name of what the virus scanner found.';
-- what the scanner has still to look at, oldest first
create index blob_unscanned_index on files.blob (stored_at) where scan = 'unknown';

create table files.file (
  id          uuid        not null,
  digest      text        not null,
  owner_type  text        not null,
  owner_id    uuid        not null,
  purpose     text        not null,
  component   text,
  name        text        not null,
  retention   text        not null,
  uploaded_by uuid,
  uploaded_at timestamptz not null,
  removed_at  timestamptz,
  constraint file_pkey primary key (id),
  constraint file_blob_fkey foreign key (digest) references files.blob (digest),
  constraint file_purpose_check check (purpose in ('component', 'photo', 'result')),
  constraint file_name_check check (char_length(name) between 1 and 200)
);
comment on table files.file is 'Tệp đính kèm: một lần dùng một nội dung, của ai, để làm gì, giữ đến bao giờ.';
comment on column files.file.component is 'Code of the procedure component the file was handed in for.';
comment on column files.file.retention is 'Name of the retention rule; the rule itself is data.';
-- the files of a dossier, in the order they came
create index file_owner_index on files.file (owner_id, uploaded_at, id) where removed_at is null;
-- whether a blob is still used before it is removed from the store
create index file_digest_index on files.file (digest);

grant select, insert, update, delete on files.blob to vamco_app;
grant select, insert, update on files.file to vamco_app;
