/** Opening an incident (mở sự cố): from a signal, by hand, or from signals split off another; with the list of what is to be done. */
import { type Instant, isoOf } from '../../platform/calendar/instant.ts';
import { MINUTE } from '../../platform/calendar/working-time.ts';
import { type ActEnvironment, type Actor, type Command, type Outcome } from '../../platform/cases/act.ts';
import { decision, type Decision, type Refusal, refuse, type RowChange } from '../../platform/cases/decision.ts';
import { openCase } from '../../platform/cases/open-case.ts';
import type { Json } from '../../platform/db/json.ts';
import { newId } from '../../platform/db/ids.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { Severity } from '../../platform/system/contributions.ts';
import { fold } from '../../platform/text/fold.ts';
import { type Centre, centreOf } from './centres.ts';
import type { GeoPoint } from './geo-point.ts';
import { INCIDENT } from './incident-state.ts';
import { getRules, type IncidentKind, kindOf } from './rules.ts';
import type { CentreTables } from './tables.ts';

export const TAKE_BY = 'operations-centre.take-by';
export const STEP_DUE = 'operations-centre.step-due';
export const DRILL_OVER = 'operations-centre.drill-over';

export interface FirstSignal {
  readonly source: string;
  readonly entryId: string | null;
  readonly unitId: string | null;
  readonly href: string | null;
}

export interface OpenIncident extends Command {
  readonly kind: string;
  readonly severity: Severity;
  readonly title: LocalText;
  /** Words for where it is, beside the commune. */
  readonly place: string | null;
  readonly areaId: string | null;
  readonly point: GeoPoint | null;
  /** When it happened. */
  readonly at: Instant;
  readonly simulated: boolean;
  readonly by: 'signal' | 'hand' | 'split';
  readonly drill: { readonly id: string; readonly endsAt: Instant } | null;
  readonly signal: FirstSignal | null;
  /** Rows and entries that belong to the same act: of signals that move here. */
  readonly also?: Pick<Decision, 'rows' | 'entries'>;
  /** Of an incident that is made of signals which were there before. */
  readonly counts?: { readonly signals: number; readonly firstAt: Instant; readonly lastAt: Instant };
}

type Env = ActEnvironment<CentreTables>;

/** The command's `caseId` becomes the incident. */
export const openIncident = (env: Env, actor: Actor, command: OpenIncident): Promise<Outcome> =>
  openCase(env, actor, command, {
    verb: 'operations-centre.open',
    async prepare(at) {
      const [rules, centre] = await Promise.all([getRules(env.db, at), centreOf(env.db, command.areaId, at)]);
      const broken = whatIsMissing(command, centre);
      if (broken || !centre) return broken ?? refuse('operations-centre.no-centre');
      return {
        kind: INCIDENT,
        numberedBy: `${command.drill ? 'DT' : 'SC'}.${centre.unitCode}`,
        title: command.title.vi,
        simulated: command.simulated,
        fixed: { area_id: command.areaId, competent_unit: centre.unitId, channel: command.by },
        decide: (code, { at: now }) => decideOpening(command, { code, centre, now, kind: kindOf(rules, command.kind) }),
      };
    },
  });

function whatIsMissing({ title, point, areaId, at }: OpenIncident, centre: Centre | undefined): Refusal | undefined {
  if (title.vi === '') return refuse('operations-centre.title-missing');
  if (!centre) return refuse('operations-centre.no-centre');
  if (Number.isNaN(at)) return refuse('operations-centre.time-missing');
  if (point && areaId === null) return refuse('operations-centre.point-outside');
  return undefined;
}

interface Opening {
  readonly code: string;
  readonly centre: Centre;
  readonly now: Instant;
  readonly kind: IncidentKind;
}

export function decideOpening(command: OpenIncident, { code, centre, now, kind }: Opening): Decision {
  const { drill, severity, signal } = command;
  const steps = stepRows(command.caseId, kind, now);
  return decision({
    change: {
      status: 'open',
      step: 'new',
      holding_unit: centre.unitId,
      search: fold(`${code} ${command.title.vi} ${command.place ?? ''}`),
      received_at: now,
      flags: drill ? ['drill'] : [],
    },
    timers: {
      [TAKE_BY]: (now + kind.take_minutes * MINUTE) as Instant,
      ...(kind.steps.length > 0 && { [STEP_DUE]: firstDue(kind, now) }),
      ...(drill && { [DRILL_OVER]: drill.endsAt }),
    },
    rows: [
      incidentRow(command, { centre, now, kind }),
      ...steps,
      ...(signal ? [signalRow(command.caseId, { ...command, ...signal, heardAt: now })] : []),
      ...(command.also?.rows ?? []),
    ],
    entries: [
      {
        type: 'operations-centre.incident-opened',
        dims: { unit: centre.unitId, area: command.areaId ?? undefined, simulated: command.simulated || undefined },
        body: {
          code,
          kind: kind.key,
          severity,
          by: command.by,
          drill: drill?.id,
          from: signal?.source,
        },
        content: { title: command.title.vi },
      },
      ...(command.also?.entries ?? []),
    ],
    answer: { code },
  });
}

const firstDue = (kind: IncidentKind, now: Instant): Instant =>
  (now + Math.min(...kind.steps.map(({ minutes }) => minutes)) * MINUTE) as Instant;

function incidentRow(command: OpenIncident, { centre, now, kind }: Omit<Opening, 'code'>): RowChange {
  const { signals, firstAt, lastAt } = command.counts ?? {
    signals: command.signal ? 1 : 0,
    firstAt: command.at,
    lastAt: command.at,
  };
  return {
    table: 'operations_centre.incident',
    op: 'insert',
    values: {
      case_id: command.caseId,
      unit_id: centre.unitId,
      area_id: command.areaId,
      kind: kind.key,
      severity: command.severity,
      title: command.title as unknown as Json,
      place: command.place,
      lat: command.point?.lat ?? null,
      lon: command.point?.lon ?? null,
      first_at: isoOf(firstAt),
      last_at: isoOf(lastAt),
      signals,
      opened_at: isoOf(now),
      drill_id: command.drill?.id ?? null,
    },
  };
}

const stepRows = (caseId: string, kind: IncidentKind, now: Instant): RowChange[] =>
  kind.steps.map(({ key, text, minutes }, index) => ({
    table: 'operations_centre.step',
    op: 'insert',
    values: {
      case_id: caseId,
      key,
      place: index + 1,
      text: text as unknown as Json,
      due_at: isoOf((now + minutes * MINUTE) as Instant),
    },
  }));

export interface SignalToWrite extends FirstSignal {
  readonly id?: string;
  readonly kind: string;
  readonly severity: Severity;
  readonly title: LocalText;
  readonly areaId: string | null;
  readonly point: GeoPoint | null;
  readonly at: Instant;
  readonly heardAt: Instant;
  readonly simulated: boolean;
}

export const signalRow = (caseId: string, signal: SignalToWrite): RowChange => ({
  table: 'operations_centre.signal',
  op: 'insert',
  values: {
    id: signal.id ?? newId(),
    case_id: caseId,
    entry_id: signal.entryId,
    source: signal.source,
    kind: signal.kind,
    severity: signal.severity,
    title: signal.title as unknown as Json,
    href: signal.href,
    area_id: signal.areaId,
    unit_id: signal.unitId,
    lat: signal.point?.lat ?? null,
    lon: signal.point?.lon ?? null,
    at: isoOf(signal.at),
    heard_at: isoOf(signal.heardAt),
    simulated: signal.simulated,
  },
});
