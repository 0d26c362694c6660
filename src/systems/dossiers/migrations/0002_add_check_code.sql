-- The code of a result's public page is printed on the paper that the person signs, before number and seal make it a document.
alter table dossiers.dossier add column check_code text;
comment on column dossiers.dossier.check_code is 'Mã kiểm tra in trên kết quả đã ký; trang công khai có từ khi vào số, đóng dấu.';
