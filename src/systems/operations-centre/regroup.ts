/** Regrouping (gộp, tách): signals that were wrongly put together or apart; both incidents say so in one act. */
import { type Instant, isoOf } from '../../platform/calendar/instant.ts';
import { type ActEnvironment, actOnCase, type Actor, type Outcome } from '../../platform/cases/act.ts';
import { decision, type Decision, type Refusal, refuse, type RowChange } from '../../platform/cases/decision.ts';
import { newId } from '../../platform/db/ids.ts';
import type { Db } from '../../platform/db/database.ts';
import { sql } from 'kysely';
import type { EntryDraft } from '../../platform/journal/entry.ts';
import type { Severity } from '../../platform/system/contributions.ts';
import { INCIDENT, type IncidentCommand, type IncidentState, loadIncident } from './incident-state.ts';
import { openIncident } from './open-incident.ts';
import type { CentreTables } from './tables.ts';
import { closed, decideClosing, incidentRow, isClosed } from './turns.ts';

type Env = ActEnvironment<CentreTables>;

export interface JoinIncidents extends IncidentCommand {
  /** Code of the incident that goes on. */
  readonly into: string;
}

interface Pair extends IncidentState {
  readonly into: IncidentState | undefined;
}

/** Everything of one goes into the other, which goes on. */
export const joinIncidents = (env: Env, actor: Actor, command: JoinIncidents): Promise<Outcome> =>
  actOnCase(env, actor, command, {
    name: 'operations-centre.join',
    async load(db, _, { caseId, into, reach }: JoinIncidents): Promise<Pair | undefined> {
      const from = await loadIncident(db, { id: caseId }, reach);
      return from && { ...from, into: await loadIncident(db, { code: into }, reach) };
    },
    decide: (state: Pair, _: JoinIncidents, { at }) => decideJoin(state, at),
  });

export function decideJoin(from: Pair, at: Instant): Decision | Refusal {
  const { into } = from;
  if (isClosed(from)) return closed(from);
  if (!into) return refuse('operations-centre.no-such-incident');
  if (into.id === from.id) return refuse('operations-centre.joined-with-itself');
  if (isClosed(into)) return closed(into);
  if (into.drillId !== from.drillId || into.simulated !== from.simulated)
    return refuse('operations-centre.real-and-invented');
  const closing = decideClosing(from, { outcome: 'joined', at });
  return decision({
    ...closing,
    rows: [
      ...closing.rows,
      incidentRow(from, { joined_to: into.id, signals: 0 }),
      ...(from.signals > 0 ? [movedSignals(from, into)] : []),
      ...raised(into, at, {
        severity: Math.max(into.severity, from.severity),
        signals: into.signals + from.signals,
        first_at: isoOf(Math.min(into.firstAt, from.firstAt) as Instant),
        last_at: isoOf(Math.max(into.lastAt, from.lastAt) as Instant),
      }),
    ],
    entries: [
      {
        type: 'operations-centre.incident-joined',
        body: { code: from.code, into: into.code, signals: from.signals },
      },
      {
        type: 'operations-centre.incident-received',
        subject: { type: INCIDENT, id: into.id },
        body: { code: into.code, from: from.code, signals: from.signals },
      },
    ],
  });
}

const movedSignals = (from: IncidentState, into: IncidentState): RowChange => ({
  table: 'operations_centre.signal',
  op: 'update',
  key: { case_id: from.id },
  values: { case_id: into.id },
});

/** What the act changes of an incident that is not its own: its page is told that it is older. */
const raised = ({ id, version }: IncidentState, at: Instant, values: Record<string, string | number>): RowChange[] => [
  {
    table: 'cases.case',
    op: 'update',
    key: { id },
    version,
    values: { version: version + 1, changed_at: isoOf(at) },
  },
  incidentRow({ id }, values),
];

export interface SplitSignals extends IncidentCommand {
  /** Ids of the signals that are another matter. */
  readonly signals: readonly string[];
}

interface Moving {
  readonly id: string;
  readonly severity: Severity;
  readonly title: IncidentState['title'];
  readonly kind: string;
  readonly areaId: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly at: Instant;
}

/** The chosen signals become an incident of their own; at least one stays. */
export async function splitSignals(env: Env, actor: Actor, command: SplitSignals): Promise<Outcome> {
  const from = await loadIncident(env.db, { id: command.caseId }, command.reach);
  if (!from) return { kind: 'not-found' };
  if (isClosed(from)) return closed(from);
  if (command.shownVersion !== undefined && command.shownVersion !== from.version)
    return { kind: 'changed', changes: [], version: from.version };
  const [moving, staying] = await listParts(env.db, from.id, command.signals);
  const [first] = moving;
  if (!first) return refuse('operations-centre.no-signal-chosen');
  if (staying === 0) return refuse('operations-centre.one-signal-stays');
  const at = env.clock();
  const id = newId();
  return openIncident(env, actor, {
    commandId: command.commandId,
    caseId: id,
    kind: first.kind,
    severity: Math.max(...moving.map(({ severity }) => severity)) as Severity,
    title: first.title,
    place: null,
    areaId: first.areaId,
    point: first.lat === null || first.lon === null ? null : { lat: first.lat, lon: first.lon },
    at: first.at,
    simulated: from.simulated,
    by: 'split',
    drill: null,
    signal: null,
    counts: {
      signals: moving.length,
      firstAt: Math.min(...moving.map((one) => one.at)) as Instant,
      lastAt: Math.max(...moving.map((one) => one.at)) as Instant,
    },
    also: { rows: movedRows(from, { moving, to: id, at }), entries: [splitEntry(from, moving, id)] },
  });
}

const movedRows = (
  from: IncidentState,
  { moving, to, at }: { readonly moving: readonly Moving[]; readonly to: string; readonly at: Instant },
): RowChange[] => [
  ...moving.map(
    ({ id }): RowChange => ({
      table: 'operations_centre.signal',
      op: 'update',
      key: { id, case_id: from.id },
      values: { case_id: to },
    }),
  ),
  ...raised(from, at, { signals: from.signals - moving.length }),
];

const splitEntry = (from: IncidentState, moving: readonly Moving[], to: string): EntryDraft => ({
  type: 'operations-centre.signals-split',
  subject: { type: INCIDENT, id: from.id },
  body: { code: from.code, to, signals: moving.map(({ id }) => id) },
});

async function listParts(
  db: Db<CentreTables>,
  caseId: string,
  chosen: readonly string[],
): Promise<[readonly Moving[], number]> {
  const found = await sql<Moving>`
    select id, severity, title, kind, area_id as "areaId", lat, lon, at from operations_centre.signal
    where case_id = ${caseId} order by at, id
  `.execute(db);
  const moving = found.rows.filter(({ id }) => chosen.includes(id));
  return [moving, found.rows.length - moving.length];
}
