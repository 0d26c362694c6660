-- A person is told before what they have begun is forgotten.
alter table forms.draft add column warned_at timestamptz;
comment on column forms.draft.warned_at is 'When the person was told that the draft ends soon; saving it again begins anew.';
