/** Hearing signals (nghe tín hiệu): what systems say in the journal makes an incident, or joins the one it is near. */
import { sql } from 'kysely';
import { dayOf, type Instant, isoOf } from '../../platform/calendar/instant.ts';
import { MINUTE } from '../../platform/calendar/working-time.ts';
import { type ActEnvironment, actOnCase } from '../../platform/cases/act.ts';
import { decision } from '../../platform/cases/decision.ts';
import type { Db } from '../../platform/db/database.ts';
import { isId, newId } from '../../platform/db/ids.ts';
import { programActor } from '../../platform/identity/signed-in.ts';
import type { ReadEntry } from '../../platform/journal/entry.ts';
import type { Subscriber } from '../../platform/journal/subscribers.ts';
import type { Signal, SignalSpec } from '../../platform/system/contributions.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { listCommunes } from './centres.ts';
import { communeOf } from './geo-point.ts';
import { findIncidentFor, type OpenIncident as OpenOne, type PlacedSignal } from './group-signal.ts';
import { type IncidentCommand, type IncidentState, load } from './incident-state.ts';
import { openIncident, signalRow, type SignalToWrite } from './open-incident.ts';
import { getRules, kindOf } from './rules.ts';
import type { CentreTables } from './tables.ts';

const actor = programActor('operations-centre.hear-signals');

export const hearSignals = ({ registry, acting }: Platform<CentreTables>): Subscriber => ({
  name: 'operations-centre.signals',
  types: [...registry.signals.keys()],
  async handle(trx, entry) {
    const spec = registry.signals.get(entry.type);
    const signal = spec?.read(entry);
    if (!spec || !signal) return;
    await hear({ ...acting, db: trx as unknown as Db<CentreTables> }, { entry, signal, spec });
  },
});

interface Heard {
  readonly entry: ReadEntry;
  readonly signal: Signal;
  readonly spec: SignalSpec;
}

async function hear(env: ActEnvironment<CentreTables>, { entry, signal }: Heard): Promise<void> {
  const { db, clock } = env;
  const [rules, place] = [await getRules(db, clock()), await placeOf(db, signal, clock())];
  const kind = kindOf(rules, signal.kind);
  const placed: PlacedSignal = { ...place, kind: kind.key, simulated: signal.simulated ?? false, at: signal.at };
  const caseId = findIncidentFor(placed, await listOpenNear(db, placed, kind.minutes), kind);
  const first = { source: entry.type, entryId: entry.id, unitId: place.unitId, href: signal.href ?? null };
  const shared = {
    commandId: entry.id,
    kind: kind.key,
    severity: signal.severity,
    title: signal.title,
    areaId: place.areaId,
    point: place.point,
    at: signal.at,
    simulated: placed.simulated,
  };
  const outcome = caseId
    ? await joinSignal(env, { ...shared, ...first, caseId, reach: 'all', heardAt: clock() })
    : await openIncident(env, actor, {
        ...shared,
        caseId: newId(),
        place: null,
        by: 'signal',
        drill: null,
        signal: first,
      });
  if (outcome.kind !== 'done') throw new Error(`the signal ${entry.id} was not taken: ${JSON.stringify(outcome)}`);
}

type JoinSignal = IncidentCommand & SignalToWrite;

const joinSignal = (env: ActEnvironment<CentreTables>, command: JoinSignal) =>
  actOnCase(env, actor, command, {
    name: 'operations-centre.join-signal',
    // nobody else writes the incident before this transaction has ended
    async load(db, who, asked: JoinSignal) {
      await sql`select 1 from cases.case where id = ${asked.caseId} for update`.execute(db);
      return load(db, who, asked);
    },
    decide: decideJoinSignal,
  });

/** The incident is as grave as its gravest signal. */
export function decideJoinSignal(state: IncidentState, command: JoinSignal) {
  const id = newId();
  return decision({
    rows: [
      signalRow(state.id, { ...command, id }),
      {
        table: 'operations_centre.incident',
        op: 'update',
        key: { case_id: state.id },
        values: {
          severity: Math.max(state.severity, command.severity),
          first_at: isoOf(Math.min(state.firstAt, command.at) as Instant),
          last_at: isoOf(Math.max(state.lastAt, command.at) as Instant),
          signals: state.signals + 1,
          ...(state.point === null && command.point ? { lat: command.point.lat, lon: command.point.lon } : {}),
        },
      },
    ],
    entries: [
      {
        type: 'operations-centre.signal-joined',
        body: { code: state.code, signal: id, source: command.source, severity: command.severity },
      },
    ],
    answer: { code: state.code },
  });
}

/** A commune by its id or by its code of the day; from a unit the area it works in; from a point the commune it probably lies in. */
async function placeOf(
  db: Db<CentreTables>,
  { area, unit, point, at }: Signal,
  now: Instant,
): Promise<Pick<PlacedSignal, 'areaId' | 'unitId' | 'point'>> {
  const known = { unitId: unit && isId(unit) ? unit : null, point: point ?? null };
  if (area !== undefined) {
    const found = await sql<{ id: string }>`
      select id from organisation.area where ${isId(area) ? sql`id = ${area}` : sql`code = ${area} and daterange(valid_from, valid_to, '[]') @> ${dayOf(at)}::date`}
        and level = 'commune'
    `.execute(db);
    return { ...known, areaId: found.rows[0]?.id ?? null };
  }
  if (point) return { ...known, areaId: communeOf(point, await listCommunes(db, dayOf(now)))?.id ?? null };
  if (known.unitId === null) return { ...known, areaId: null };
  const found = await sql<{ id: string }>`
    select a.id from organisation.unit u join organisation.area a on a.id = u.area_id
    where u.id = ${known.unitId} and a.level = 'commune'
  `.execute(db);
  return { ...known, areaId: found.rows[0]?.id ?? null };
}

/** Of the kind, open, and not so long silent that nothing can join them. */
async function listOpenNear(db: Db<CentreTables>, { kind, at }: PlacedSignal, minutes: number): Promise<OpenOne[]> {
  const found = await sql<OpenOne & { lat: number | null; lon: number | null }>`
    select c.id, i.kind, c.simulated, i.drill_id is not null as "isDrill", c.area_id as "areaId",
      (select s.unit_id from operations_centre.signal s where s.case_id = c.id order by s.at limit 1) as "unitId",
      i.lat, i.lon, i.first_at as "firstAt", i.last_at as "lastAt"
    from operations_centre.incident i join cases.case c on c.id = i.case_id
    where i.closed_at is null and i.kind = ${kind} and i.last_at >= ${isoOf((at - minutes * MINUTE) as Instant)}
    order by i.opened_at limit 500
  `.execute(db);
  return found.rows.map(({ lat, lon, ...row }) => ({
    ...row,
    point: lat === null || lon === null ? null : { lat, lon },
  }));
}
