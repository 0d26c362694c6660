/** After the kills: is every acknowledged act there, exactly once, with everything that hangs on it? */
import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openDatabase } from '../../src/platform/db/database.ts';
import { startEmbedded } from '../../src/platform/db/embedded/launcher.ts';
import { readKeptCheckpoints } from '../../src/platform/journal/checkpoints.ts';
import { type Verification, verifyJournal } from '../../src/platform/journal/verify-journal.ts';
import type { Sent } from './kills.ts';

export interface Findings {
  readonly acknowledged: number;
  /** Sent again after a kill, and still done once. */
  readonly repeated: number;
  /** Acknowledged commands without an entry. */
  readonly lost: readonly string[];
  /** Commands with more entries than one. */
  readonly doubled: readonly string[];
  /** Units and days whose numbers were not all used, voided or still reserved, and numbers of receipts that no acceptance carries. */
  readonly gaps: number;
  /** Cases whose row and journal tell different stories. */
  readonly torn: number;
  /** Places in the journal's order that are missing or double. */
  readonly misplaced: number;
  readonly journal: Verification;
}

export async function askForActs(dataDir: string, sent: readonly Sent[]): Promise<Findings> {
  const server = await startEmbedded({ dataDir });
  const opened = openDatabase({ url: server.appUrl });
  try {
    const count = async (query: ReturnType<typeof sql<{ n: number }>>): Promise<number> =>
      (await query.execute(opened.db)).rows[0]?.n ?? 0;
    const entries = await sql<{ command: string; n: number }>`
      select sealed::jsonb ->> 'command' as command, count(*)::integer as n from journal.entry
      where type in ('dossiers.dossier-submitted', 'dossiers.dossier-accepted') group by 1
    `.execute(opened.db);
    const times = new Map(entries.rows.map((row) => [row.command, row.n]));
    const ids = sent.filter((one) => one.acknowledged).map((one) => one.command.commandId);
    const publicKey = createPublicKey(readFileSync(join(dataDir, 'keys', 'journal.public.pem')));
    return {
      acknowledged: ids.length,
      repeated: sent.filter((one) => one.acknowledged && one.tries > 1).length,
      lost: ids.filter((id) => !times.has(id)),
      doubled: [...times].filter(([, n]) => n > 1).map(([command]) => command),
      gaps: await count(sql`
        select (
          (select count(*) from cases.number_series s where s.unit_code not like '%:%'
             and s.last <> (select count(*) from cases.case c where c.code like s.unit_code || '-' || to_char(s.day, 'YYMMDD') || '-%')
               + (select count(*) from dossiers.reserved_number n join dossiers.number_block b on b.id = n.block_id
                  where n.state <> 'used' and b.unit_code = s.unit_code and b.day = s.day))
          + abs((select coalesce(sum(s.last), 0) from cases.number_series s where s.unit_code like 'slip:%:TNHS')
             - (select count(*) from journal.entry e where e.type = 'dossiers.dossier-accepted')))::integer as n`),
      torn: await count(sql`
        select count(*)::integer as n from cases.case c where c.version is distinct from
          (select max((e.sealed::jsonb #>> '{dims,case_version}')::integer) from journal.entry e where e.subject_id = c.id)`),
      misplaced: await count(sql`
        select (abs(max(position) - count(*)) + (count(*) - count(distinct position)))::integer as n from journal.position`),
      journal: await verifyJournal(opened.db, await readKeptCheckpoints(join(dataDir, 'checkpoints')), publicKey),
    };
  } finally {
    await opened.close();
    await server.stop();
  }
}
