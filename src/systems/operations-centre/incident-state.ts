/** Incident (sự cố): what an act on it rests on, and how it is loaded within what the actor may see. */
import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '../../platform/calendar/instant.ts';
import { instant } from '../../platform/calendar/instant.ts';
import type { CaseState, Command } from '../../platform/cases/act.ts';
import { loadCase } from '../../platform/cases/load-case.ts';
import type { Db } from '../../platform/db/database.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { Severity } from '../../platform/system/contributions.ts';
import type { Centre } from './centres.ts';
import type { CentreTables } from './tables.ts';

export const INCIDENT = 'incident';

/** How far it has got; the case's step. */
export const STAGES = ['new', 'taken', 'on-site'] as const;
export type Stage = (typeof STAGES)[number];

export const OUTCOMES = ['resolved', 'false-alarm', 'passed-on'] as const;
/** `joined`: its signals are part of another; `drill-over`: the drill has ended. Nobody chooses these. */
export type IncidentOutcome = (typeof OUTCOMES)[number] | 'joined' | 'drill-over';

export interface StepState {
  readonly key: string;
  readonly text: LocalText;
  readonly dueAt: Instant;
  readonly doneAt: Instant | null;
  readonly doneBy: string | null;
  readonly overdueAt: Instant | null;
}

export interface IncidentState extends CaseState {
  readonly code: string;
  readonly status: string;
  readonly stage: Stage;
  readonly outcome: IncidentOutcome | null;
  readonly assigneeId: string | null;
  readonly holdingUnit: string | null;
  readonly areaId: string | null;
  readonly incidentKind: string;
  readonly severity: Severity;
  readonly title: LocalText;
  readonly point: { readonly lat: number; readonly lon: number } | null;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly signals: number;
  readonly takenAt: Instant | null;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  readonly drillId: string | null;
  /** When its drill is over, or was ended; null for what is real. */
  readonly drillOverAt: Instant | null;
  /** Key of the former district whose centre has it. */
  readonly district: string | null;
  readonly simulated: boolean;
  readonly steps: readonly StepState[];
}

/** Whose incidents are seen and acted on: all for the province's centre and the program, else those of the own centres and those one holds oneself. */
export type Reach =
  | 'all'
  | {
      readonly units: readonly string[];
      readonly accountId: string;
      /** Communes whose incidents are seen whichever centre has them; for acting there are none. */
      readonly areas: readonly string[];
    };

export const reachOf = (own: readonly Centre[], accountId: string): Reach =>
  own.some(({ level }) => level === 'province')
    ? 'all'
    : { units: own.map(({ unitId }) => unitId), accountId, areas: [] };

/** What was passed up is still seen where it happened. */
export function seenBy(own: readonly Centre[], accountId: string): Reach {
  const reach = reachOf(own, accountId);
  return reach === 'all' ? reach : { ...reach, areas: own.map(({ areaId }) => areaId) };
}

export const isWithin = (
  reach: Reach,
  { competent_unit, assigneeId, areaId }: Pick<IncidentState, 'competent_unit' | 'assigneeId' | 'areaId'>,
) =>
  reach === 'all' ||
  reach.units.includes(competent_unit ?? '') ||
  assigneeId === reach.accountId ||
  reach.areas.includes(areaId ?? '');

export interface IncidentCommand extends Command {
  readonly reach: Reach;
}

interface OwnPart {
  readonly incident: {
    readonly kind: string;
    readonly severity: Severity;
    readonly title: LocalText;
    readonly lat: number | null;
    readonly lon: number | null;
    readonly first_at: string;
    readonly last_at: string;
    readonly signals: number;
    readonly taken_at: string | null;
    readonly drill_id: string | null;
    readonly district: string | null;
  } | null;
  readonly drill_over: string | null;
  readonly steps: readonly {
    readonly key: string;
    readonly text: LocalText;
    readonly due_at: string;
    readonly done_at: string | null;
    readonly done_by: string | null;
    readonly overdue_at: string | null;
  }[];
}

const OWN: RawBuilder<OwnPart> = sql`
  (select to_jsonb(i) from operations_centre.incident i where i.case_id = c.id) as incident,
  (select to_jsonb(least(d.ends_at, d.ended_at)) #>> '{}' from operations_centre.incident i join operations_centre.drill d on d.id = i.drill_id
    where i.case_id = c.id) as drill_over,
  (select coalesce(jsonb_agg(to_jsonb(s) order by s.place), '[]') from operations_centre.step s where s.case_id = c.id) as steps`;

/** Undefined when there is no such incident within the reach. */
export async function loadIncident(
  db: Db<CentreTables>,
  by: { id: string } | { code: string },
  reach: Reach,
): Promise<IncidentState | undefined> {
  const found = await loadCase<OwnPart>(db, by, 'all', OWN);
  if (!found || found.kind !== INCIDENT || !found.incident) return undefined;
  const { incident } = found;
  const state: IncidentState = {
    id: found.id,
    kind: found.kind,
    version: found.version,
    clock: found.clock,
    assignments: found.assignments,
    competent_unit: found.competent_unit,
    code: found.code,
    status: found.status,
    stage: (found.step ?? 'new') as Stage,
    outcome: found.outcome as IncidentOutcome | null,
    assigneeId: found.assignee_id,
    holdingUnit: found.holding_unit,
    areaId: found.area_id,
    incidentKind: incident.kind,
    severity: incident.severity,
    title: incident.title,
    point: incident.lat === null || incident.lon === null ? null : { lat: incident.lat, lon: incident.lon },
    firstAt: instant(incident.first_at),
    lastAt: instant(incident.last_at),
    signals: incident.signals,
    takenAt: maybe(incident.taken_at),
    openedAt: found.opened_at,
    closedAt: found.closed_at,
    drillId: incident.drill_id,
    drillOverAt: maybe(found.drill_over),
    district: incident.district,
    simulated: found.simulated,
    steps: found.steps.map((step) => ({
      key: step.key,
      text: step.text,
      dueAt: instant(step.due_at),
      doneAt: maybe(step.done_at),
      doneBy: step.done_by,
      overdueAt: maybe(step.overdue_at),
    })),
  };
  return isWithin(reach, state) ? state : undefined;
}

const maybe = (text: string | null): Instant | null => (text === null ? null : instant(text));

export const load = (db: Db<CentreTables>, _actor: unknown, command: IncidentCommand) =>
  loadIncident(db, { id: command.caseId }, command.reach);
