/** Drills (diễn tập): a time in which incidents may be made that are none; begun, ended, and over by themselves. */
import { sql } from 'kysely';
import { type Instant, isoOf } from '../../platform/calendar/instant.ts';
import type { Actor, Outcome } from '../../platform/cases/act.ts';
import { timerRows } from '../../platform/cases/case-rows.ts';
import { refuse, type RowChange } from '../../platform/cases/decision.ts';
import type { Db } from '../../platform/db/database.ts';
import { newId } from '../../platform/db/ids.ts';
import { actInCentre, type CentreCommand, type CentreDb, type CentreEnv } from './centre-act.ts';
import type { CentreView } from './centres.ts';
import { DRILL_OVER } from './open-incident.ts';
import type { CentreTables } from './tables.ts';

const DRILL = 'operations-centre.drill';
/** A drill that lasts longer was not ended by mistake but begun by one. */
const LONGEST_MS = 3 * 24 * 60 * 60_000;

export interface RunningDrill {
  readonly id: string;
  readonly title: string;
  readonly beganAt: Instant;
  readonly endsAt: Instant;
  readonly version: number;
}

/** That of the view's own centre. One whose time is over runs no more, whether or not it has been ended yet. */
export async function findDrill(
  db: Db<CentreTables>,
  { centre, at }: Pick<CentreView, 'centre' | 'at'>,
): Promise<RunningDrill | undefined> {
  const found = await sql<RunningDrill>`
    select id, title, began_at as "beganAt", ends_at as "endsAt", version from operations_centre.drill
    where unit_id = ${centre.unitId} and ended_at is null and ends_at > ${isoOf(at)}
  `.execute(db);
  return found.rows[0];
}

export interface BeginDrill extends CentreCommand {
  readonly title: string;
  /** NaN when it was not understood. */
  readonly endsAt: Instant;
}

export const beginDrill = (env: CentreEnv, actor: Actor, command: BeginDrill): Promise<Outcome> =>
  actInCentre(env, actor, command, {
    name: 'operations-centre.begin-drill',
    async decide(trx, at) {
      const { unitId, title, endsAt } = command;
      if (title === '') return refuse('operations-centre.drill-title-missing');
      if (!(endsAt > at && endsAt - at <= LONGEST_MS)) return refuse('operations-centre.drill-end-missing');
      const known = await findOpen(trx, unitId);
      if (known && known.endsAt > at) return refuse('operations-centre.drill-runs-already', { title: known.title });
      const id = newId();
      return {
        kind: 'write',
        subject: { type: DRILL, id },
        rows: [
          ...(known ? [endedRow(known, known.endsAt)] : []),
          {
            table: 'operations_centre.drill',
            op: 'insert',
            values: {
              id,
              unit_id: unitId,
              title,
              began_at: isoOf(at),
              began_by: actor.id,
              ends_at: isoOf(endsAt),
            },
          },
        ],
        entry: {
          type: 'operations-centre.drill-begun',
          body: { unit: unitId, until: isoOf(endsAt) },
          content: { title },
        },
      };
    },
  });

/** Its incidents leave the wall at once, and are closed by their timers. */
export const endDrill = (env: CentreEnv, actor: Actor, command: CentreCommand): Promise<Outcome> =>
  actInCentre(env, actor, command, {
    name: 'operations-centre.end-drill',
    async decide(trx, at) {
      const known = await findOpen(trx, command.unitId);
      if (!known) return refuse('operations-centre.no-drill');
      return {
        kind: 'write',
        subject: { type: DRILL, id: known.id },
        rows: [endedRow(known, at), ...(await timersOf(trx, known.id, at))],
        entry: { type: 'operations-centre.drill-ended', body: { unit: command.unitId } },
      };
    },
  });

const findOpen = async (trx: CentreDb, unitId: string): Promise<RunningDrill | undefined> =>
  (
    await sql<RunningDrill>`
      select id, title, began_at as "beganAt", ends_at as "endsAt", version from operations_centre.drill
      where unit_id = ${unitId} and ended_at is null
    `.execute(trx)
  ).rows[0];

const endedRow = ({ id, version }: RunningDrill, at: Instant): RowChange => ({
  table: 'operations_centre.drill',
  op: 'update',
  key: { id },
  version,
  values: { ended_at: isoOf(at), version: version + 1 },
});

async function timersOf(trx: CentreDb, drillId: string, at: Instant): Promise<RowChange[]> {
  const found = await trx
    .selectFrom('operations_centre.incident')
    .select('case_id')
    .where('drill_id', '=', drillId)
    .where('closed_at', 'is', null)
    .execute();
  return found.flatMap(({ case_id }) => timerRows(case_id, { [DRILL_OVER]: at }));
}

export interface ListedDrill {
  readonly id: string;
  readonly title: string;
  readonly beganAt: Instant;
  readonly endsAt: Instant;
  readonly endedAt: Instant | null;
  readonly who: string;
  readonly incidents: number;
}

/** The last of a centre, newest first. */
export async function listDrills(db: Db<CentreTables>, unitId: string, limit: number): Promise<ListedDrill[]> {
  const found = await sql<ListedDrill>`
    select d.id, d.title, d.began_at as "beganAt", d.ends_at as "endsAt", d.ended_at as "endedAt", p.name as who,
      (select count(*)::integer from operations_centre.incident i where i.drill_id = d.id) as incidents
    from operations_centre.drill d join identity.account p on p.id = d.began_by
    where d.unit_id = ${unitId} order by d.began_at desc, d.id limit ${limit}
  `.execute(db);
  return found.rows;
}
