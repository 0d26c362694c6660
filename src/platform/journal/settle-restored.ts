/** Entries that came back from a backup: all of them are settled, and the sequencer goes on from the transactions of the new server. */
import type { Client } from 'pg';

/**
 * Call once, in the transaction that loaded the journal. Transaction numbers of another server mean nothing here, so entries were loaded
 * with this transaction's own; those without a position yet get theirs now, and only later transactions are waited for from now on.
 */
export async function settleRestored(client: Client): Promise<void> {
  await client.query(`
    with last as (select position from journal.sequencer), placed as (
      insert into journal.position (position, entry_id)
      select last.position + row_number() over (order by e.recorded_at, e.chain, e.seq), e.id
      from journal.entry e cross join last where not exists (select 1 from journal.position p where p.entry_id = e.id)
      returning position
    )
    update journal.sequencer
    set position = coalesce((select max(position) from placed), position),
        horizon = ((pg_current_xact_id()::text)::numeric + 1)::text::xid8`);
}
