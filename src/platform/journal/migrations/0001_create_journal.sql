-- Journal (nhật ký): one append-only record of every act; the bytes that are hashed are specified in docs/standards/journal.md.
create schema journal;
grant usage on schema journal to vamco_app;

create table journal.head (
  chain smallint not null,
  seq   bigint   not null default 0,
  hash  bytea    not null default decode(repeat('00', 32), 'hex'),
  constraint head_pkey primary key (chain),
  constraint head_chain_check check (chain between 0 and 31)
);
comment on table journal.head is 'Đầu của 32 chuỗi băm; mỗi lần ghi khóa các đầu theo thứ tự tăng dần.';
insert into journal.head (chain) select generate_series(0, 31);

create table journal.entry (
  id           uuid        not null,
  chain        smallint    not null,
  seq          bigint      not null,
  sealed       text        not null,
  type         text        not null,
  subject_type text        not null,
  subject_id   uuid        not null,
  account_id   uuid,
  unit_id      uuid,
  occurred_at  timestamptz not null,
  recorded_at  timestamptz not null,
  hash         bytea       not null,
  xid          xid8        not null default pg_current_xact_id(),
  constraint entry_pkey primary key (id),
  constraint entry_chain_key unique (chain, seq),
  constraint entry_hash_check check (octet_length(hash) = 32)
);
comment on table journal.entry is 'Nhật ký: mỗi hành vi của người hoặc của chương trình, chỉ thêm, không sửa, không xóa.';
comment on column journal.entry.sealed is 'The exact text that was hashed: canonical JSON. The other columns repeat parts of it for queries.';
-- the timeline of a case, newest last
create index entry_subject_index on journal.entry (subject_id, recorded_at);
-- the sequencer reads what has settled since its last horizon
create index entry_xid_index on journal.entry (xid);

create table journal.content (
  id         uuid  not null,
  entry_id   uuid  not null,
  subject_id uuid  not null,
  name       text  not null,
  salt       bytea,
  body       text,
  erased_by  uuid,
  constraint content_pkey primary key (id),
  constraint content_entry_fkey foreign key (entry_id) references journal.entry (id) deferrable initially deferred,
  constraint content_erased_check check ((body is null) = (erased_by is not null) and (salt is null) = (erased_by is not null))
);
comment on table journal.content is 'Nội dung có thể xóa của một mục nhật ký (tên, câu trả lời, lý do); mục nhật ký chỉ giữ mã xác thực của nó.';
create index content_entry_index on journal.content (entry_id);
create index content_subject_index on journal.content (subject_id);

create table journal.command (
  actor_id    uuid        not null,
  command_id  uuid        not null,
  digest      bytea       not null,
  outcome     jsonb       not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint command_pkey primary key (actor_id, command_id)
);
comment on table journal.command is 'Mỗi lệnh chỉ có hiệu lực một lần: lần gửi lại nhận câu trả lời đầu tiên.';

create table journal.sequencer (
  only_row  boolean not null default true,
  position  bigint  not null default 0,
  horizon   xid8    not null default '0',
  constraint sequencer_pkey primary key (only_row),
  constraint sequencer_only_row_check check (only_row)
);
comment on table journal.sequencer is 'Nơi bộ đánh số dừng lại: vị trí cuối và giới hạn giao dịch đã yên.';
insert into journal.sequencer default values;

create table journal.position (
  position bigint not null,
  entry_id uuid   not null,
  constraint position_pkey primary key (position),
  constraint position_entry_key unique (entry_id),
  constraint position_entry_fkey foreign key (entry_id) references journal.entry (id)
);
comment on table journal.position is 'Số thứ tự liền nhau của các mục đã yên; con trỏ của người đọc giữ số này và sống qua sao lưu, phục hồi.';

create table journal.cursor (
  subscriber text   not null,
  position   bigint not null default 0,
  constraint cursor_pkey primary key (subscriber)
);
comment on table journal.cursor is 'Mỗi bên đọc nhật ký đã đọc đến đâu.';

create table journal.parked (
  subscriber  text        not null,
  position    bigint      not null,
  subject_id  uuid        not null,
  attempts    integer     not null,
  last_error  text        not null,
  retry_at    timestamptz,
  constraint parked_pkey primary key (subscriber, position),
  constraint parked_position_fkey foreign key (position) references journal.position (position)
);
comment on table journal.parked is 'Mục mà một bên đọc chưa xử lý được: thử lại, sau năm lần thì chờ người; chỉ đối tượng của mục đó phải chờ.';
comment on column journal.parked.retry_at is 'Null: five attempts failed, a person must replay it, or it waits behind an earlier one of its subject.';
create index parked_subject_index on journal.parked (subscriber, subject_id, position);

create table journal.reading (
  id          uuid        not null,
  account_id  uuid        not null,
  subject_id  uuid        not null,
  what        text        not null,
  recorded_at timestamptz not null default clock_timestamp(),
  checkpoint  bigint,
  constraint reading_pkey primary key (id)
);
comment on table journal.reading is 'Ai đã đọc dữ liệu cá nhân nào, lúc nào; được điểm kiểm kế tiếp tóm lược.';
create index reading_unsealed_index on journal.reading (recorded_at) where checkpoint is null;
create index reading_subject_index on journal.reading (subject_id, recorded_at);

create table journal.checkpoint (
  number    bigint not null,
  sealed    text   not null,
  signature text   not null,
  constraint checkpoint_pkey primary key (number)
);
comment on table journal.checkpoint is 'Điểm kiểm có chữ ký: đầu của 32 chuỗi tại một lúc. Bản có giá trị đối chứng nằm ngoài cơ sở dữ liệu.';

-- 32 chains keyed by subject: 16 heads or more cost nothing against a plain insert, one head costs two thirds (measured on 16 clients).
create function journal.chain_of(p_subject uuid) returns smallint
  language sql immutable strict parallel safe
  return (get_byte(uuid_send(p_subject), 15) & 31)::smallint;

-- Must be the last statement before commit: it holds the heads it locks until then, in ascending order so that no two wait for each other.
create function journal.append(p_sealed text[]) returns void
  language plpgsql as $$
declare
  v_sealed text;
  v_entry  jsonb;
  v_chain  smallint;
  v_seq    bigint;
  v_prev   bytea;
  v_hash   bytea;
  v_at     timestamptz;
begin
  perform 1 from journal.head
    where chain in (select journal.chain_of((s::jsonb #>> '{subject,id}')::uuid) from unnest(p_sealed) s)
    order by chain for update;
  foreach v_sealed in array p_sealed loop
    v_entry := v_sealed::jsonb;
    v_chain := journal.chain_of((v_entry #>> '{subject,id}')::uuid);
    select seq + 1, hash into v_seq, v_prev from journal.head where chain = v_chain;
    v_at := clock_timestamp();
    v_hash := journal.hash_of(v_chain, v_seq, v_prev, v_at, v_sealed);
    insert into journal.entry (id, chain, seq, sealed, type, subject_type, subject_id, account_id, unit_id, occurred_at, recorded_at, hash)
    values ((v_entry ->> 'id')::uuid, v_chain, v_seq, v_sealed, v_entry ->> 'type', v_entry #>> '{subject,type}', (v_entry #>> '{subject,id}')::uuid,
            (v_entry #>> '{actor,account}')::uuid, (v_entry #>> '{actor,unit}')::uuid, (v_entry ->> 'at')::timestamptz, v_at, v_hash);
    update journal.head set seq = v_seq, hash = v_hash where chain = v_chain;
  end loop;
end $$;

create function journal.hash_of(p_chain smallint, p_seq bigint, p_prev bytea, p_recorded_at timestamptz, p_sealed text) returns bytea
  language sql immutable strict parallel safe
  return sha256(convert_to(
    'vamco-journal-1' || e'\n' || p_chain || e'\n' || p_seq || e'\n' || encode(p_prev, 'hex') || e'\n'
      || (extract(epoch from p_recorded_at) * 1000000)::bigint || e'\n' || p_sealed, 'UTF8'));

-- An entry is settled when no transaction that could still commit is older: only then does it get its place in the order.
create function journal.assign_positions() returns bigint
  language plpgsql as $$
declare
  v_last    bigint;
  v_horizon xid8;
  v_settled xid8;
  v_count   bigint;
begin
  select position, horizon into v_last, v_horizon from journal.sequencer for update skip locked;
  if not found then return 0; end if;
  v_settled := pg_snapshot_xmin(pg_current_snapshot());
  insert into journal.position (position, entry_id)
    select v_last + row_number() over (order by recorded_at, chain, seq), id
    from journal.entry where xid >= v_horizon and xid < v_settled;
  get diagnostics v_count = row_count;
  update journal.sequencer set position = v_last + v_count, horizon = v_settled;
  return v_count;
end $$;

-- Erasure needs the journalled act that ordered it; without that entry nothing is erased.
create function journal.erase_content(p_content uuid, p_by_entry uuid) returns boolean
  language sql security definer set search_path = pg_catalog
  begin atomic
    update journal.content set body = null, salt = null, erased_by = p_by_entry
      where id = p_content and body is not null
        and exists (select 1 from journal.entry e where e.id = p_by_entry and e.type like '%content-erased' and e.subject_id = content.subject_id)
      returning true;
  end;
revoke all on function journal.erase_content(uuid, uuid) from public;

grant select, insert on journal.entry, journal.content, journal.command, journal.position, journal.checkpoint to vamco_app;
grant select, update on journal.head, journal.sequencer to vamco_app;
grant select, insert, update on journal.cursor, journal.reading to vamco_app;
grant select, insert, update, delete on journal.parked to vamco_app;
grant execute on function journal.erase_content(uuid, uuid) to vamco_app;
