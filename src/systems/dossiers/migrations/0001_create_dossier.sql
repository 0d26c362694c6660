-- Dossier (hồ sơ): one request for one administrative procedure. Status, step, people and clock live on its case.
create schema dossiers;
grant usage on schema dossiers to vamco_app;

create table dossiers.dossier (
  case_id        uuid    not null,
  procedure_code text    not null,
  version_id     uuid    not null,
  case_key       text,
  account_id     uuid,
  supplements    integer not null default 0,
  apologies      integer not null default 0,
  fee_due        bigint  not null default 0,
  fee_paid       bigint  not null default 0,
  draft          text    not null default 'none',
  result_number  text,
  result_file    text,
  signed_file    text,
  signed_at      timestamptz,
  receive_by     text    not null default 'counter',
  constraint dossier_pkey primary key (case_id),
  constraint dossier_case_fkey foreign key (case_id) references cases.case (id),
  constraint dossier_draft_check check (draft in ('none', 'asked', 'confirmed', 'silent', 'objected')),
  constraint dossier_receive_check check (receive_by in ('counter', 'post', 'electronic')),
  constraint dossier_money_check check (fee_due >= 0 and fee_paid >= 0),
  constraint dossier_counts_check check (supplements >= 0 and apologies between 0 and 1)
);
comment on table dossiers.dossier is 'Hồ sơ thủ tục hành chính: phần riêng, ngoài những gì mọi vụ việc đều có.';
comment on column dossiers.dossier.version_id is 'procedures.version; no foreign key between systems. Pinned: a later version changes nothing here.';

create table dossiers.component (
  id          uuid        not null,
  case_id     uuid        not null,
  key         text        not null,
  file_id     uuid,
  original    boolean     not null default false,
  supplied_at timestamptz not null,
  round       integer     not null default 0,
  constraint component_pkey primary key (id),
  constraint component_case_fkey foreign key (case_id) references cases.case (id),
  constraint component_round_check check (round >= 0)
);
comment on table dossiers.component is 'Thành phần hồ sơ đã nộp: tệp điện tử, hoặc bản giấy nhận tại quầy (không có tệp); round là lần bổ sung thứ mấy.';
create index component_case_index on dossiers.component (case_id);

grant select, insert, update on dossiers.dossier to vamco_app;
grant select, insert on dossiers.component to vamco_app;
