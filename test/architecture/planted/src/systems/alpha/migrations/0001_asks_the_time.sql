-- planted: house time-is-an-argument constraints-have-names sql-in-small-letters
-- A comment may say now() and SELECT; a text may too: 'now()'.
create table alpha.thing (
  id   uuid        not null,
  made timestamptz not null default now(),
  constraint thing_made_check check (made > '2020-01-01'),
  check (made < '2100-01-01')
);
INSERT into alpha.thing (id) values ('now()');
