-- A part of a linked procedure (phần việc liên thông) is asked of another unit as an opinion is, but ends with what that unit has done.
alter table cases.consultation
  add column part      text,
  add column outcome   text,
  add column reference text;
alter table cases.consultation
  add constraint consultation_outcome_check check (outcome is null or (part is not null and answered_at is not null and outcome in ('done', 'refused', 'called-off')));
comment on column cases.consultation.part is 'Key of the part in the procedure''s definition; null for an opinion.';
comment on column cases.consultation.reference is 'Number of the result of the unit that has done the part, as it says.';
