-- What a seat of the role is called where nobody gave it a title of its own.
alter table organisation.role
  add column title jsonb,
  add constraint role_title_check check (title ? 'vi');
comment on column organisation.role.title is 'Tên vị trí của vai trò, in trên văn bản; không có thì lấy tên vai trò.';
