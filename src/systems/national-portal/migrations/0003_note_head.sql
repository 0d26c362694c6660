-- when a message became the first unsent one of its dossier: by then it may have been late already, and supervision looks at it all the same
alter table national_portal.message add column head_at timestamptz;
comment on column national_portal.message.head_at is 'When it became the first unsent message of its dossier; empty while it waits behind another, and of what was sent before this was kept.';
-- those that are first now may have been passed over: until their next try they count as new, and what was found is not found again
update national_portal.message set head_at = next_at where next_at is not null;
