-- Dated settings (thiết lập theo ngày): what an administrator publishes from a day on and can take back; every version is kept.
create schema settings;
grant usage on schema settings to vamco_app;

create table settings.version (
  setting         text        not null,
  number          integer     not null,
  body            jsonb       not null,
  digest          text        not null,
  valid_from      date,
  origin          text        not null,
  decision_number text,
  decision_day    date,
  copied_from     integer,
  published_at    timestamptz not null,
  published_by    uuid,
  constraint version_pkey primary key (setting, number),
  constraint version_number_check check (number > 0),
  constraint version_origin_check check (origin in ('pack', 'administrator')),
  constraint version_published_check check (
    (origin = 'pack' and num_nonnulls(valid_from, decision_number, decision_day, copied_from, published_by) = 0)
    or (origin = 'administrator' and num_nulls(valid_from, decision_number, decision_day, published_by) = 0))
);
comment on table settings.version is 'Phiên bản của một thiết lập (lịch làm việc, quy tắc của quầy): không bao giờ sửa; bản áp dụng là bản mới nhất đã đến ngày.';
comment on column settings.version.valid_from is 'Null: from the province pack, in force at once until an administrator publishes.';
comment on column settings.version.copied_from is 'The version that was taken back into force.';

create table settings.draft (
  setting    text        not null,
  base       integer     not null,
  body       jsonb       not null,
  version    integer     not null,
  changed_at timestamptz not null,
  changed_by uuid        not null,
  constraint draft_pkey primary key (setting),
  constraint draft_version_check check (version > 0)
);
comment on table settings.draft is 'Bản nháp của một thiết lập: chưa áp dụng cho ai, được công bố thành một phiên bản hoặc bỏ đi.';
comment on column settings.draft.base is 'The version it was begun from.';

grant select, insert on settings.version to vamco_app;
grant select, insert, update, delete on settings.draft to vamco_app;
