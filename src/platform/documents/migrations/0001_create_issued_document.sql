-- Issued documents (văn bản đã cấp): every paper that left the office, with the code by which anyone may check it.
create schema documents;
grant usage on schema documents to vamco_app;

create table documents.issued_document (
  id           uuid        not null,
  code         text        not null,
  meaning      text        not null,
  subject_type text        not null,
  subject_id   uuid        not null,
  unit_id      uuid        not null,
  number       text,
  title        text        not null,
  file_id      uuid        not null,
  digest       text        not null,
  signers      jsonb       not null default '[]',
  issued_at    timestamptz not null,
  valid_until  date,
  replaced_by  uuid,
  revoked_at   timestamptz,
  simulated    boolean     not null default false,
  constraint issued_document_pkey primary key (id),
  constraint issued_document_code_key unique (code),
  constraint issued_document_code_check check (code ~ '^[0-9A-HJKMNP-TV-Y]{4}(-[0-9A-HJKMNP-TV-Y]{4}){2}$'),
  constraint issued_document_digest_check check (digest ~ '^[0-9a-f]{64}$'),
  constraint issued_document_signers_check check (jsonb_typeof(signers) = 'array'),
  constraint issued_document_replaced_fkey foreign key (replaced_by) references documents.issued_document (id),
  constraint issued_document_replaced_check check (replaced_by <> id)
);
comment on table documents.issued_document is 'Văn bản đã cấp: giấy tiếp nhận, phiếu, kết quả; trang kiểm tra công khai đọc bảng này.';
comment on column documents.issued_document.code is 'Printed on the paper; leads to its public page.';
comment on column documents.issued_document.meaning is 'A slip by its meaning (receipt, refusal, ...) or the key of a result template.';
comment on column documents.issued_document.digest is 'SHA-256 of the file as it was issued, repeated here because the blob may be removed when its retention ends.';
comment on column documents.issued_document.signers is 'Array of {field, holder, at, test}, in the order of signing.';
-- the papers of a dossier, oldest first
create index issued_document_subject_index on documents.issued_document (subject_id, issued_at, id);
-- the clerk's book of outgoing numbers
create index issued_document_number_index on documents.issued_document (unit_id, number) where number is not null;

grant select, insert, update on documents.issued_document to vamco_app;
