-- Forms (biểu mẫu điện tử): drafts, so that a form can be left and taken up again on any device.
create schema forms;
grant usage on schema forms to vamco_app;

create table forms.draft (
  id           uuid        not null,
  account_id   uuid        not null,
  form_version uuid        not null,
  particulars  jsonb       not null,
  answers      jsonb       not null,
  provenance   jsonb       not null,
  version      integer     not null default 1,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  expires_at   timestamptz not null,
  constraint draft_pkey primary key (id),
  constraint draft_account_fkey foreign key (account_id) references identity.account (id),
  constraint draft_answers_check check (jsonb_typeof(answers) = 'object' and pg_column_size(answers) < 1000000)
);
comment on table forms.draft is 'Bản khai đang làm dở của một tài khoản; chưa nộp nên chưa phải hồ sơ, xóa hẳn khi nộp, khi người khai xóa hoặc khi hết hạn.';
comment on column forms.draft.form_version is 'The immutable version of the procedure whose form this is; the system that offers the form knows it.';
comment on column forms.draft.particulars is 'What was chosen before the form: case, receiving unit. The offering system''s own.';
comment on column forms.draft.answers is 'Personal data. Goes with the row.';
-- a person's list of what they have begun
create index draft_account_index on forms.draft (account_id, updated_at desc);
-- the nightly job that removes what has expired
create index draft_expiry_index on forms.draft (expires_at);
grant select, insert, update, delete on forms.draft to vamco_app;
