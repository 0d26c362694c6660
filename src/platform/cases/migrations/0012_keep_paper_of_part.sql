-- Who has done a part of a linked procedure (phần việc liên thông) may hand in the paper it has issued.
alter table cases.consultation
  add column file_id uuid;
alter table cases.consultation
  add constraint consultation_file_check check (file_id is null or outcome = 'done');
comment on column cases.consultation.file_id is 'files.file: the paper that the unit has issued for its part.';
