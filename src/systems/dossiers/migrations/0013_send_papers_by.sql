-- until when the law has papers passed on: supervision looks when it has come
alter table dossiers.transfer add column send_by timestamptz;
comment on column dossiers.transfer.send_by is 'Hạn phải chuyển bản giấy của hồ sơ (Nghị định 61/2018/NĐ-CP Điều 18); để trống với kết quả.';
create index transfer_send_by_index on dossiers.transfer (send_by, case_id) where sent_at is null and send_by is not null;
