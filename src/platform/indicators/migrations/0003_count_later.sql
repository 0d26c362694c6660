-- Counting anew takes minutes on a full database: what is still to be counted is noted, and a job counts it while the program serves.
create table indicators.pending (
  measure     text        not null,
  from_day    date        not null,
  from_source boolean     not null,
  asked_at    timestamptz not null,
  constraint pending_pkey primary key (measure)
);
comment on table indicators.pending is 'Đại lượng còn phải đếm lại: từ nguồn của nó, hoặc từ các việc đã có kể từ một ngày; đếm xong thì dòng mất.';
grant select, insert, update, delete on indicators.pending to vamco_app;
