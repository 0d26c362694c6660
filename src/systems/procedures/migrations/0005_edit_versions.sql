-- Administrators edit procedures: one draft a procedure beside its versions; a version that is followed by another ends the day before.
alter table procedures.version add column origin text not null default 'pack';
alter table procedures.version add column published_by uuid;
alter table procedures.version add column copied_from uuid;
alter table procedures.version add constraint version_origin_check check (origin in ('pack', 'administrator'));
alter table procedures.version add constraint version_copied_from_fkey foreign key (copied_from) references procedures.version (id);
comment on column procedures.version.origin is 'Once an administrator has published a version, a changed file of the pack is not published over it: it becomes a draft that waits.';
comment on column procedures.version.valid_to is 'Last day in force; cut short when a version that begins later is published. The definition inside keeps the days it was published with.';
comment on column procedures.version.copied_from is 'The version whose content was taken back into force.';
grant update (valid_to) on procedures.version to vamco_app;

create table procedures.draft (
  id         uuid        not null,
  code       text        not null,
  name       text        not null,
  folded     text        not null,
  base       uuid,
  definition jsonb       not null,
  form       jsonb,
  version    integer     not null,
  started_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by uuid        not null,
  constraint draft_pkey primary key (id),
  constraint draft_code_key unique (code),
  constraint draft_base_fkey foreign key (base) references procedures.version (id),
  constraint draft_version_check check (version > 0)
);
comment on table procedures.draft is 'Bản nháp của một thủ tục: cả định nghĩa và biểu mẫu, chưa áp dụng cho hồ sơ nào; công bố thành phiên bản hoặc bỏ.';
comment on column procedures.draft.base is 'The version it was begun from; none for a procedure that the province has not published yet.';
comment on column procedures.draft.form is 'The form of its own; without one the general form is composed from the components when it is published.';
comment on column procedures.draft.folded is 'Code and name without diacritics: what the list of drafts is searched in.';
grant select, insert, update, delete on procedures.draft to vamco_app;
