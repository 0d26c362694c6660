-- Each entry is read as JSON once, not three times, and its row, its hash and the new head are one statement: a sixth less work for an act with one entry
-- (0.83 → 0.68 ms of a processor, on a busy machine). The bytes that are hashed are the same.
-- Must be the last statement before commit: it holds the heads it locks until then, in ascending order so that no two wait for each other.
create or replace function journal.append(p_sealed text[]) returns void
  language plpgsql as $$
declare
  v_entries jsonb[] := p_sealed::jsonb[];
  v_entry   jsonb;
  v_subject uuid;
  v_chain   smallint;
  v_seq     bigint;
  v_prev    bytea;
  v_at      timestamptz;
begin
  if cardinality(p_sealed) > 1 then
    perform 1 from journal.head
      where chain in (select journal.chain_of((e #>> '{subject,id}')::uuid) from unnest(v_entries) e)
      order by chain for update;
  end if;
  for i in 1 .. cardinality(p_sealed) loop
    v_entry := v_entries[i];
    v_subject := v_entry #>> '{subject,id}';
    v_chain := journal.chain_of(v_subject);
    select seq + 1, hash into v_seq, v_prev from journal.head where chain = v_chain for update;
    v_at := clock_timestamp();
    with written as (
      insert into journal.entry (id, chain, seq, sealed, type, subject_type, subject_id, account_id, unit_id, occurred_at, recorded_at, hash)
      values ((v_entry ->> 'id')::uuid, v_chain, v_seq, p_sealed[i], v_entry ->> 'type', v_entry #>> '{subject,type}', v_subject,
              (v_entry #>> '{actor,account}')::uuid, (v_entry #>> '{actor,unit}')::uuid, (v_entry ->> 'at')::timestamptz, v_at,
              journal.hash_of(v_chain, v_seq, v_prev, v_at, p_sealed[i]))
      returning hash
    )
    update journal.head set seq = v_seq, hash = written.hash from written where chain = v_chain;
  end loop;
end $$;
