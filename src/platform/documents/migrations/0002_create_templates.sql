-- Templates of slips and result papers (mẫu phiếu, mẫu giấy kết quả): each version kept for ever, a draft beside them, none ever changed.
create table documents.template (
  code         text        not null,
  version      integer     not null,
  kind         text        not null,
  valid_from   date        not null,
  content      jsonb       not null,
  origin       text        not null,
  published_at timestamptz not null,
  published_by uuid,
  copied_from  integer,
  constraint template_pkey primary key (code, version),
  constraint template_version_check check (version > 0),
  constraint template_kind_check check (kind in ('slip', 'result')),
  constraint template_origin_check check (origin in ('pack', 'administrator')),
  constraint template_content_check check (jsonb_typeof(content) = 'object')
);
comment on table documents.template is 'Mẫu phiếu và mẫu giấy kết quả theo phiên bản; giấy đã lập in lại bằng đúng phiên bản của lúc lập.';
comment on column documents.template.published_at is 'A paper made before this moment is never printed in this version.';
comment on column documents.template.origin is 'Once an administrator has published a version, later ones of the pack come into force only when an administrator takes them over.';
comment on column documents.template.copied_from is 'The version whose content was taken back into force.';
grant select, insert on documents.template to vamco_app;

create table documents.template_draft (
  code       text        not null,
  base       integer     not null,
  content    jsonb       not null,
  version    integer     not null,
  changed_at timestamptz not null,
  changed_by uuid        not null,
  constraint template_draft_pkey primary key (code),
  constraint template_draft_version_check check (version > 0)
);
comment on table documents.template_draft is 'Bản nháp của một mẫu: chưa in giấy nào, bỏ đi hoặc công bố thành một phiên bản.';
comment on column documents.template_draft.base is 'The version it was begun from.';
grant select, insert, update, delete on documents.template_draft to vamco_app;
