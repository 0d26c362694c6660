/** Filings: one for each person a dossier reports to the register of the population, sent by a job until the register has answered. */
import { sql } from 'kysely';
import { type Instant, isoOf } from '../../platform/calendar/instant.ts';
import { entryActor, writeAct } from '../../platform/cases/act.ts';
import type { Config } from '../../platform/config/config.ts';
import type { Db } from '../../platform/db/database.ts';
import { newId } from '../../platform/db/ids.ts';
import type { Json } from '../../platform/db/json.ts';
import { programActor } from '../../platform/identity/signed-in.ts';
import { addJob } from '../../platform/jobs/add-job.ts';
import { type ReadEntry, sealEntry } from '../../platform/journal/entry.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { findReports } from '../dossiers/index.ts';
import { askRegister, type RegisterAnswer } from './population-register.ts';
import type { RegisterTables } from './tables.ts';

export const FILE = 'registers.file';
const ASK_AGAIN_MS = 3000;

/** Simulated dossiers report nothing: nothing of theirs leaves the program. */
export async function askToFile(
  trx: Db,
  entry: Pick<ReadEntry, 'subject' | 'dims' | 'at'>,
  { registerUrl }: Pick<Config, 'registerUrl'>,
): Promise<void> {
  if (!registerUrl || entry.dims?.simulated) return;
  const caseId = entry.subject.id;
  const reports = await findReports(trx, caseId);
  for (const [ordinal, { kind }] of reports.entries()) {
    const made = await sql<{ id: string }>`
      insert into registers.filing (id, case_id, kind, ordinal, asked_at)
      values (${newId()}, ${caseId}, ${kind}, ${ordinal}, ${entry.at})
      on conflict on constraint filing_case_key do nothing returning id
    `.execute(trx);
    const id = made.rows[0]?.id;
    if (id) await addJob(trx, FILE, { filing: id }, { key: `${FILE}:${id}` });
  }
}

/** Asked again under its own id it is the same filing, so a job that runs twice reports once. Throws when the register is not there: the job is tried again. */
export async function fileWithRegister(
  { db, config, clock }: Pick<Platform<RegisterTables>, 'db' | 'config' | 'clock'>,
  payload: Json,
): Promise<void> {
  const { filing: id } = payload as { filing: string };
  const filing = await db.selectFrom('registers.filing').selectAll().where('id', '=', id).executeTakeFirst();
  if (!filing || filing.settled_at !== null) return;
  const report = (await findReports(db, filing.case_id))[filing.ordinal];
  if (!report) return;
  const answer = await askRegister(config, { id, reference: filing.reference, report });
  const at = clock();
  await db.transaction().execute(async (trx) => {
    if (answer.status === 'queued') {
      await trx
        .updateTable('registers.filing')
        .set({ state: 'queued', reference: answer.id })
        .where('id', '=', id)
        .execute();
      await addJob(trx, FILE, { filing: id }, { key: `${FILE}:${id}`, runAt: (at + ASK_AGAIN_MS) as Instant });
    } else await settle(trx, { id, caseId: filing.case_id, kind: filing.kind, answer, at });
  });
}

interface Settling {
  readonly id: string;
  readonly caseId: string;
  readonly kind: string;
  readonly answer: RegisterAnswer;
  readonly at: Instant;
}

/** The number of a person stands in an erasable row beside the entry, never in it. */
async function settle(trx: Db<RegisterTables>, { id, caseId, kind, answer, at }: Settling): Promise<void> {
  const { status, refusal = null, personalNumber } = answer;
  const entry = sealEntry(
    {
      type: 'registers.filing-settled',
      body: { case: caseId, kind, answer: status, refusal },
      content: { personal_number: status === 'done' ? personalNumber : undefined },
    },
    { actor: entryActor(programActor('registers')), subject: { type: 'registers.filing', id }, at },
  );
  await writeAct(trx, {
    rows: [
      {
        table: 'registers.filing',
        op: 'update',
        key: { id },
        values: { state: status, refusal, reference: answer.id, settled_at: isoOf(at) },
      },
    ],
    entries: [entry],
  });
}
