-- What an event of life is about, in a few short terms: procedures' names are too long for a phone.
alter table procedures.life_event add column about jsonb not null default '{"vi": ""}';
alter table procedures.life_event add constraint life_event_about_check check (about ? 'vi');
