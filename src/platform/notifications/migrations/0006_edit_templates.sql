-- Administrators edit what people are told: a draft beside the versions, each published version kept for ever, the pack's own among them.
alter table notifications.template add column origin text not null default 'pack';
alter table notifications.template add column published_at timestamptz;
alter table notifications.template add column published_by uuid;
alter table notifications.template add column copied_from integer;
alter table notifications.template add constraint template_origin_check check (origin in ('pack', 'administrator'));
comment on column notifications.template.origin is 'Once an administrator has published a version, later ones of the pack come into force only when an administrator takes them over.';
comment on column notifications.template.copied_from is 'The version whose texts were taken back into force.';

create table notifications.template_draft (
  code       text        not null,
  base       integer     not null,
  texts      jsonb       not null,
  version    integer     not null,
  changed_at timestamptz not null,
  changed_by uuid        not null,
  constraint template_draft_pkey primary key (code),
  constraint template_draft_version_check check (version > 0)
);
comment on table notifications.template_draft is 'Bản nháp của một mẫu thông báo: chưa gửi cho ai, bỏ đi hoặc công bố thành một phiên bản.';
comment on column notifications.template_draft.base is 'The version it was begun from.';
grant select, insert, update, delete on notifications.template_draft to vamco_app;
