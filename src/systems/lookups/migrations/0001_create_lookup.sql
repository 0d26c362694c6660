-- Look-ups (tra cứu): what a register outside the province was asked about a person for an application, and what it said.
create schema lookups;
grant usage on schema lookups to vamco_app;

create table lookups.lookup (
  id              uuid        not null,
  owner_id        uuid        not null,
  about           text        not null,
  register        text        not null,
  state           text        not null,
  verified_by     text        not null,
  personal_number text        not null,
  person          jsonb,
  asked_by        uuid        not null,
  asked_at        timestamptz not null,
  constraint lookup_pkey primary key (id),
  constraint lookup_asked_by_fkey foreign key (asked_by) references identity.account (id),
  constraint lookup_state_check check (state in ('found', 'unknown', 'mismatch', 'unavailable')),
  constraint lookup_verified_check check (verified_by in ('vneid', 'card', 'named')),
  constraint lookup_person_check check ((person is not null) = (state = 'found'))
);
comment on table lookups.lookup is 'Tra cứu cơ sở dữ liệu quốc gia về dân cư cho một bản khai hoặc hồ sơ: hỏi về ai, lúc nào, trả lời gì; xóa được.';
comment on column lookups.lookup.owner_id is 'The application or the dossier it became: both have one id.';
comment on column lookups.lookup.about is 'applicant, or the block of the form that describes the person.';
-- what a dossier's page shows
create index lookup_owner_index on lookups.lookup (owner_id, asked_at);
-- how often a person has asked today
create index lookup_asker_index on lookups.lookup (asked_by, asked_at);

grant select, insert, delete on lookups.lookup to vamco_app;
