-- Lines that a target is reckoned from count once another person has approved them: which version of which line, by whom and when.
create table plan.approval (
  sheet      text        not null,
  code       text        not null,
  version    integer     not null,
  decided_by uuid        not null,
  decided_at timestamptz not null,
  constraint approval_pkey primary key (sheet, code, version),
  constraint approval_record_fkey foreign key (sheet, code, version) references plan.record (sheet, code, version),
  constraint approval_account_fkey foreign key (decided_by) references identity.account (id)
);
comment on table plan.approval is 'Duyệt dòng bộ đếm: phiên bản nào của dòng nào, ai duyệt, lúc nào; phiên bản chưa duyệt không được tính vào chỉ tiêu.';
grant select, insert on plan.approval to vamco_app;
