/** Following absences: what comes to a step while all who do it are away goes to who stands in, and of what rests with somebody absent the head of the one-stop office is told. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { dayOf, type Instant, instant } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import { programActor } from '../../platform/identity/signed-in.ts';
import type { ReadEntry } from '../../platform/journal/entry.ts';
import type { Subscriber } from '../../platform/journal/subscribers.ts';
import { notify } from '../../platform/notifications/notify.ts';
import { type FoundAbsence, listAway } from '../../platform/organisation/find-absences.ts';
import { oneStopOf } from '../../platform/organisation/find-units.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { listSeated } from './candidates.ts';
import { assignDossier } from './dossiers.ts';
import { followingId } from '../../platform/db/following-id.ts';
import { listStaff } from './office-notices.ts';
import type { DossierTables } from './tables.ts';

export const TELL_OF_RESTING = 'dossiers.tell-of-resting';
/** Every hour: the first that falls on an absence's first day finds it. */
export const TELL_OF_RESTING_AT = '10 * * * *';

/** Acts after which a dossier may have come to another step. */
const ARRIVALS = [
  'dossiers.dossier-submitted',
  'dossiers.dossier-accepted',
  'dossiers.supplement-supplied',
  'dossiers.payment-recorded',
  'dossiers.step-completed',
  'dossiers.step-sent-back',
  'dossiers.draft-answered',
  'dossiers.result-signed',
  'dossiers.result-issued',
  'dossiers.dossier-redirected',
] as const;

/** In the transaction that moves the cursor, under an id that follows from the entry's: read twice, it acts once. */
export const followAbsences = ({ acting }: Platform<DossierTables>): Subscriber => ({
  name: 'dossiers.follow-absences',
  types: ARRIVALS,
  async handle(trx, entry) {
    const at = instant(entry.at);
    const arrived = await findUnassigned(trx, entry.subject.id);
    if (!arrived) return;
    const seated = await listSeated(trx, { unit: arrived.unit, role: arrived.role, at });
    const owners = seated.filter(({ own }) => own);
    if (owners.length === 0 || owners.some(({ away }) => !away)) return;
    const delegate = seated.find(({ own, away }) => !own && !away);
    const standing = owners.find(({ substitute }) => substitute !== null)?.substitute ?? delegate?.id;
    if (!standing) return tellOfUnattended(trx, entry, arrived);
    const env = { ...acting, db: trx as unknown as Db<DossierTables>, clock: () => at };
    const who = { actor: programActor('dossiers.follow-absences'), scope: 'all' as const };
    await assignDossier(env, who, {
      commandId: followingId(entry.id, 'absence'),
      caseId: arrived.id,
      assignee: standing,
      reason: '',
      inPlaceOf: owners[0]?.id ?? null,
    });
  },
});

interface Arrived {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  readonly role: string;
  readonly simulated: boolean;
}

async function findUnassigned(db: QueryExecutorProvider, caseId: string): Promise<Arrived | undefined> {
  const found = await sql<Arrived>`
    select id, code, title, holding_unit as unit, step_role as role, simulated from cases.case
    where id = ${caseId} and closed_at is null and waiting is null and assignee_id is null and holding_unit is not null and step_role is not null
  `.execute(db);
  return found.rows[0];
}

/** Nobody does it and nobody stands in. */
async function tellOfUnattended(trx: Db, entry: ReadEntry, { unit, code, title, simulated }: Arrived): Promise<void> {
  if (simulated) return;
  const at = instant(entry.at);
  const oneStop = await oneStopOf(trx, unit, dayOf(at));
  for (const accountId of await listStaff(trx, { unit: oneStop?.id ?? unit, who: 'heads' }, at))
    await notify(trx, {
      to: { accountId },
      template: 'dossiers.left-unattended',
      values: () => ({ code, procedure: title }),
      subjectId: entry.subject.id,
      entryId: entry.id,
      at,
      link: `/can-bo/ho-so/${code}`,
      simulated: false,
    });
}

/** Each absence that has begun and in which something rests with the absent person: its one-stop heads are told once. Answers how many notices were written. */
export async function tellOfResting(db: Db, at: Instant): Promise<number> {
  let told = 0;
  for (const absence of await listAway(db, at)) {
    const resting = await countResting(db, absence);
    for (const { unit, count } of resting)
      told += await db.transaction().execute((trx) => tellHeads(trx, absence, { unit, count, at }));
  }
  return told;
}

async function countResting(
  db: QueryExecutorProvider,
  { accountId }: FoundAbsence,
): Promise<readonly { readonly unit: string; readonly count: number }[]> {
  const found = await sql<{ unit: string; count: number }>`
    select holding_unit as unit, count(*)::integer as count from cases.case
    where assignee_id = ${accountId} and closed_at is null and waiting is null and not simulated and holding_unit is not null
    group by holding_unit
  `.execute(db);
  return found.rows;
}

async function tellHeads(
  trx: Db,
  absence: FoundAbsence,
  { unit, count, at }: { readonly unit: string; readonly count: number; readonly at: Instant },
): Promise<number> {
  const oneStop = await oneStopOf(trx, unit, dayOf(at));
  let told = 0;
  for (const accountId of await listStaff(trx, { unit: oneStop?.id ?? unit, who: 'heads' }, at))
    told += await notify(trx, {
      to: { accountId },
      template: 'dossiers.resting',
      values: () => ({ name: absence.name, count: String(count), substitute: absence.substitute ?? '—' }),
      subjectId: absence.accountId,
      entryId: absence.entryId,
      at,
      link: '/can-bo/ho-so?hang=don-vi',
      simulated: false,
    });
  return told;
}
