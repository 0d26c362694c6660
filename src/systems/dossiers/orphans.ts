/** Orphans: open dossiers whose competent unit, or the unit that holds them, has ended. Where nobody knows who goes on, an administrator names the unit, and the program moves every one of them. */
import { createHash } from 'node:crypto';
import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely';
import { type Day, dayOf, type Instant, isoOf } from '../../platform/calendar/instant.ts';
import {
  type ActEnvironment,
  type Actor,
  entryActor,
  isSqlState,
  type Outcome,
  writeAct,
} from '../../platform/cases/act.ts';
import type { Json } from '../../platform/db/json.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import { addJob } from '../../platform/jobs/add-job.ts';
import { readEntry, sealEntry } from '../../platform/journal/entry.ts';
import type { Subscriber } from '../../platform/journal/subscribers.ts';
import { followingId } from '../../platform/db/following-id.ts';
import { type Naming, readNaming } from './naming.ts';
import { moveToSuccessor } from './succession.ts';
import type { DossierTables } from './tables.ts';

export const MOVE_ORPHANS = 'dossiers.move-orphans';
const BATCH = 100;

export interface Orphan {
  readonly id: string;
  readonly code: string;
  readonly title: string;
}

export interface OrphanUnit {
  readonly unit: string;
  readonly name: LocalText;
  /** All of its open dossiers. */
  readonly count: number;
  /** Code of the unit that takes over, where a change of the organisation says so. */
  readonly suggested: string | null;
  /** It was split: its dossiers go by the area they concern. */
  readonly isSplit: boolean;
  /** The unit last named for them, while the program is moving them; without one where areas alone were named. */
  readonly assigned: { readonly name: LocalText | null; readonly at: Instant } | null;
}

const open = sql`c.kind = 'dossier' and c.closed_at is null`;

/** Rows `c` of open dossiers that wait because this unit has ended; one whose authority and desk have both ended waits with the authority. */
export const ofEndedUnit = (unit: string, day: Day): RawBuilder<boolean> => sql<boolean>`${open}
  and (c.competent_unit = ${unit} or (c.holding_unit = ${unit} and not exists (
    select 1 from organisation.unit u where u.id = c.competent_unit and u.valid_to < ${day}::date)))`;

/** Units that have ended and still have open dossiers, in the order of their keys. */
export async function listOrphanUnits(db: QueryExecutorProvider, day: Day): Promise<OrphanUnit[]> {
  const rows = await sql<OrphanUnit>`
    select u.id as unit, u.name, count(*)::integer as count, (
        select json_build_object('name', n.name, 'at', (extract(epoch from e.occurred_at) * 1000)::bigint)
        from journal.entry e left join organisation.unit n on n.id = (e.sealed::jsonb #>> '{body,to}')::uuid
        where e.subject_id = u.id and e.type = 'dossiers.orphans-assigned' order by e.recorded_at desc limit 1
      ) as assigned, (
        select n.code from organisation.unit_successor s join organisation.unit n on n.id = s.to_id
        where s.from_id = u.id and s.manner = 'one' limit 1
      ) as suggested, exists (
        select 1 from organisation.unit_successor s where s.from_id = u.id and s.manner = 'by-subject') as "isSplit"
    from cases.case c join organisation.unit cu on cu.id = c.competent_unit
      left join organisation.unit hu on hu.id = c.holding_unit
      join organisation.unit u on u.id = case when cu.valid_to < ${day}::date then cu.id when hu.valid_to < ${day}::date then hu.id end
    where ${open} group by u.id, u.name, u.key order by u.key
  `.execute(db);
  return rows.rows;
}

/** Of a unit that has ended, by key: `after` is the id of the last one shown. */
export async function listOrphans(
  db: QueryExecutorProvider,
  {
    unit,
    day,
    after,
    limit,
  }: { readonly unit: string; readonly day: Day; readonly after?: string | undefined; readonly limit: number },
): Promise<Orphan[]> {
  const rows = await sql<Orphan>`
    select c.id, c.code, c.title from cases.case c
    where ${ofEndedUnit(unit, day)} and ${after === undefined ? sql`true` : sql`c.id > ${after}`}
    order by c.id limit ${limit}
  `.execute(db);
  return rows.rows;
}

export interface OrphansToAssign {
  readonly commandId: string;
  readonly from: string;
  readonly naming: Naming;
  readonly at: Instant;
}

/** The administrator's act; answers the batch. A second press of the same form changes nothing, and answers none. */
export async function assignOrphans(
  db: QueryExecutorProvider,
  actor: Actor,
  { commandId, from, naming, at }: OrphansToAssign,
): Promise<string | undefined> {
  const areas = [...naming.areas].map(([area, unit]) => ({ area, unit }));
  const to = naming.to ?? null;
  const named = [`${from} ${to ?? '-'}`, ...areas.map(({ area, unit }) => `${area}=${unit}`)].join(' ');
  const digest = createHash('sha256').update(`dossiers.assign-orphans ${named}`).digest('hex');
  const entry = sealEntry(
    { type: 'dossiers.orphans-assigned', version: 2, body: { to, areas } },
    { actor: entryActor(actor), subject: { type: 'organisation.unit', id: from }, at, commandId },
  );
  try {
    await writeAct(db, {
      command: { actor: actor.id, id: commandId, digest, outcome: { answer: {}, version: 1 } },
      rows: [
        {
          table: 'dossiers.succession_batch',
          op: 'insert',
          values: { id: entry.id, unit_id: from, to_unit: to, made_at: isoOf(at) },
        },
      ],
      entries: [entry],
    });
    return entry.id;
  } catch (error) {
    if (!isSqlState(error, '23505', 'command_pkey')) throw error;
    return undefined;
  }
}

export const followAssignments: Subscriber = {
  name: MOVE_ORPHANS,
  types: ['dossiers.orphans-assigned'],
  handle: (trx, { id }) => addJob(trx, MOVE_ORPHANS, { entry: id }, { key: `${MOVE_ORPHANS}:${id}` }),
};

/** Every open dossier of the unit, each an act of whoever named the successor; one that was moved before stays as it is. */
export async function moveOrphans(env: ActEnvironment<DossierTables>, payload: Json): Promise<void> {
  const { entry: entryId } = payload as { entry: string };
  const found = await sql<{ sealed: string }>`select sealed from journal.entry where id = ${entryId}`.execute(env.db);
  const { actor, subject, body } = readEntry(found.rows[0]?.sealed ?? '');
  const who = { actor: { ...actor, id: actor.account as string }, scope: 'all' as const };
  const naming = readNaming(body);
  const day = dayOf(env.clock());
  let page = await listOrphans(env.db, { unit: subject.id, day, limit: BATCH });
  while (page.length > 0) {
    for (const { id } of page) {
      const command = {
        commandId: followingId(entryId, id),
        caseId: id,
        naming,
        batch: entryId,
      };
      const outcome = await moveToSuccessor(env, who, command);
      if (outcome.kind !== 'done') await noteRefused(env.db, { batch: entryId, caseId: id, outcome });
    }
    page = await listOrphans(env.db, { unit: subject.id, day, after: page.at(-1)?.id, limit: BATCH });
  }
}

/** What could not be moved stands in the batch with its reason. */
async function noteRefused(
  db: QueryExecutorProvider,
  { batch, caseId, outcome }: { batch: string; caseId: string; outcome: Exclude<Outcome, { kind: 'done' }> },
): Promise<void> {
  const code = outcome.kind === 'refusal' ? outcome.code : `dossiers.${outcome.kind}`;
  await sql`
    insert into dossiers.succession_move (batch_id, case_id, refused) values (${batch}, ${caseId}, ${code})
    on conflict on constraint succession_move_pkey do nothing
  `.execute(db);
}
