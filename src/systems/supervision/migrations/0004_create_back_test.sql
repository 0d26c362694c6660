-- Back-tests (thử kịch bản trên quá khứ): what a scenario would have found in a period of the journal, and which of that a person holds for a false alarm.
create table supervision.back_test (
  id           uuid        not null,
  scenario     text        not null,
  first        jsonb       not null,
  first_name   text        not null,
  second       jsonb,
  second_name  text,
  from_day     date        not null,
  to_day       date        not null,
  state        text        not null,
  ranges       integer     not null default 0,
  ranges_done  integer     not null default 0,
  cases        bigint      not null default 0,
  acts         bigint      not null default 0,
  undecided    bigint      not null default 0,
  unread       bigint      not null default 0,
  found        integer     not null default 0,
  is_cut       boolean     not null default false,
  milliseconds integer,
  asked_at     timestamptz not null,
  asked_by     uuid        not null,
  finished_at  timestamptz,
  constraint back_test_pkey primary key (id),
  constraint back_test_state_check check (state in ('waiting', 'running', 'done', 'failed')),
  constraint back_test_days_check check (from_day <= to_day),
  constraint back_test_second_check check ((second is null) = (second_name is null))
);
comment on table supervision.back_test is 'Lần thử kịch bản trên một khoảng nhật ký: xét những gì, tìm thấy bao nhiêu, bao nhiêu hành vi không đủ giá trị để xét.';
comment on column supervision.back_test.unread is 'Cases whose journal does not hold all their acts: not looked at, and said to be so.';
create index back_test_scenario_index on supervision.back_test (scenario, asked_at desc);

create table supervision.back_test_finding (
  test_id        uuid        not null,
  number         integer     not null,
  which          smallint    not null,
  case_id        uuid        not null,
  case_code      text        not null,
  procedure_code text,
  unit_id        uuid,
  entry_id       uuid,
  act            text        not null,
  occasion       text        not null,
  at             timestamptz not null,
  message        jsonb       not null,
  clauses        jsonb,
  constraint back_test_finding_pkey primary key (test_id, number),
  constraint back_test_finding_test_fkey foreign key (test_id) references supervision.back_test (id) on delete cascade,
  constraint back_test_finding_which_check check (which in (1, 2, 3))
);
comment on table supervision.back_test_finding is 'Điều kịch bản lẽ ra đã phát hiện: 1 chỉ bản thứ nhất, 2 chỉ bản thứ hai, 3 cả hai.';

create table supervision.false_alarm (
  scenario  text        not null,
  case_id   uuid        not null,
  occasion  text        not null,
  marked_at timestamptz not null,
  marked_by uuid        not null,
  constraint false_alarm_pkey primary key (scenario, case_id, occasion)
);
comment on table supervision.false_alarm is 'Báo động nhầm do người đánh dấu khi thử: giữ lại cho các lần thử và các phiên bản sau.';

grant select, insert, update, delete on supervision.back_test, supervision.back_test_finding, supervision.false_alarm to vamco_app;
