-- An incident that was passed down to the centre of a former district stays with the province's people's committee: the district says whose it is.
alter table operations_centre.incident add column district text;
comment on column operations_centre.incident.district is 'Khóa của cấp huyện trước đây mà sự cố đã chuyển xuống; trống: của trung tâm ghi ở unit_id.';
