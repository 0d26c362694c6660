-- One working day before the end of the term the program drafts the letter of apology: for which due time, and the date it proposes. Its text is content of the entry.
alter table dossiers.dossier add column apology_for timestamptz, add column apology_until timestamptz;
comment on column dossiers.dossier.apology_for is 'Hạn trả mà thư xin lỗi được soạn cho; hạn đã đổi thì bản soạn không còn dùng.';
-- the letters that wait to be sent
create index dossier_apology_index on dossiers.dossier (case_id) where apology_for is not null and apologies = 0;
