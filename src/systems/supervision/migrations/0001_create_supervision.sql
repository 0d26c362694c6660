-- Supervision (giám sát dịch vụ hành chính công): findings of scenarios, each a case of its own, and the proof that every scenario runs.
create schema supervision;
grant usage on schema supervision to vamco_app;

create table supervision.finding (
  case_id          uuid        not null,
  scenario         text        not null,
  scenario_version integer     not null,
  severity         text        not null,
  subject_id       uuid        not null,
  subject_kind     text        not null,
  subject_code     text        not null,
  entry_id         uuid,
  act              text        not null,
  occasion         text        not null,
  procedure_code   text,
  unit_id          uuid,
  officer_id       uuid,
  found_at         timestamptz not null,
  message          jsonb       not null,
  clauses          jsonb,
  answered_at      timestamptz,
  concluded_at     timestamptz,
  conclusion       text,
  escalations      integer     not null default 0,
  constraint finding_pkey primary key (case_id),
  constraint finding_case_fkey foreign key (case_id) references cases.case (id),
  constraint finding_occasion_key unique (subject_id, scenario, occasion),
  constraint finding_severity_check check (severity in ('low', 'medium', 'high', 'critical')),
  constraint finding_conclusion_check check (conclusion in ('upheld', 'excused', 'wrong-rule'))
);
comment on table supervision.finding is 'Phát hiện vi phạm: kịch bản nào, trên vụ việc nào, do hành vi nào hoặc do im lặng, với bằng chứng; là một vụ việc riêng có người giải trình và người kết luận.';
comment on column supervision.finding.occasion is 'What makes it one: the entry of the act, or the moment that came and went.';
comment on column supervision.finding.act is 'Type of the entry; empty where silence was found.';
-- an officer's own findings
create index finding_officer_index on supervision.finding (officer_id, found_at desc, case_id) where officer_id is not null;
-- a supervisor's units
create index finding_unit_index on supervision.finding (unit_id, found_at desc, case_id);
-- repeat patterns and one scenario's findings
create index finding_scenario_index on supervision.finding (scenario, found_at desc, case_id);

create table supervision.rule_error (
  id       uuid        not null,
  scenario text        not null,
  version  integer     not null,
  case_id  uuid        not null,
  act      text        not null,
  reason   text        not null,
  at       timestamptz not null,
  constraint rule_error_pkey primary key (id)
);
comment on table supervision.rule_error is 'Lỗi của kịch bản khi chạy: không bao giờ chặn người làm; ba lỗi trong một giờ thì kịch bản bị tắt.';
create index rule_error_scenario_index on supervision.rule_error (scenario, version, at desc);

create table supervision.switched_off (
  id          uuid        not null,
  scenario    text        not null,
  version     integer     not null,
  reason      text        not null,
  at          timestamptz not null,
  on_again_at timestamptz,
  on_again_by uuid,
  constraint switched_off_pkey primary key (id)
);
comment on table supervision.switched_off is 'Kịch bản đã bị tắt vì tự nó lỗi hoặc chạy quá lâu, và ai bật lại.';
create unique index switched_off_now_index on supervision.switched_off (scenario, version) where on_again_at is null;

create table supervision.heartbeat (
  scenario     text        not null,
  version      integer     not null,
  evaluations  bigint      not null default 0,
  evaluated_at timestamptz,
  tried_at     timestamptz not null,
  fits         boolean     not null,
  constraint heartbeat_pkey primary key (scenario, version)
);
comment on table supervision.heartbeat is 'Nhịp sống của từng kịch bản: đã xét bao nhiêu hành vi, lần cuối lúc nào, và các ví dụ của nó vừa cho kết quả đúng như ghi hay chưa.';

create table supervision.sweep (
  scenario text        not null,
  version  integer     not null,
  reached  timestamptz not null,
  swept_at timestamptz not null,
  found    bigint      not null default 0,
  looked   bigint      not null default 0,
  constraint sweep_pkey primary key (scenario, version)
);
comment on table supervision.sweep is 'Việc quét sự im lặng: mốc thời gian đã xét tới của mỗi kịch bản.';

grant select, insert, update on supervision.finding, supervision.switched_off, supervision.heartbeat, supervision.sweep to vamco_app;
grant select, insert on supervision.rule_error to vamco_app;
