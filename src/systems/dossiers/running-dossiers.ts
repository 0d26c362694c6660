/** Running dossiers (hồ sơ đang chạy): every time that the calendar gives an open dossier, as it stands and as a calendar would have it. */
import { sql } from 'kysely';
import type { Instant } from '../../platform/calendar/instant.ts';
import type { ClockEvent } from '../../platform/cases/act.ts';
import type { LegalClock } from '../../platform/cases/legal-clock.ts';
import { clockOf } from '../../platform/cases/load-case.ts';
import type { CaseStatus } from '../../platform/cases/tables.ts';
import type { Db } from '../../platform/db/database.ts';
import { getVersion, listStepTerms } from '../procedures/index.ts';

/** The end of the term, of the present step, of the eight hours for an answer. Null: it runs no such time. */
export interface Times {
  readonly due: Instant | null;
  readonly step: Instant | null;
  readonly answer: Instant | null;
}

export interface RunningDossier {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly version: number;
  readonly status: CaseStatus;
  readonly competentUnit: string;
  readonly receivingUnit: string;
  readonly holdingUnit: string | null;
  readonly clock: readonly ClockEvent[];
  /** As the list row has them. */
  readonly times: Times;
  /** Of the present step: `4h`; null when it has no time of its own. */
  readonly stepTerm: string | null;
  /** When it came to its present step, as far as that set a time; when its answer began to be owed. */
  readonly since: Since;
}

export interface Since {
  readonly step: Instant | null;
  readonly answer: Instant | null;
}

/** By id, some at a time; `units` narrows to those that answer for them. */
export async function listRunning(
  db: Db,
  asked: { readonly after: string; readonly limit: number; readonly units?: readonly string[]; readonly only?: string },
): Promise<RunningDossier[]> {
  const { after, limit, units, only } = asked;
  const rows = await sql<Row>`
    select c.id, c.code, c.title, c.version, c.status, c.competent_unit as "competentUnit", c.receiving_unit as "receivingUnit",
      c.holding_unit as "holdingUnit", c.due_at, c.step_due_at, c.answer_due_at, c.step, d.version_id, d.case_key,
      (select json_agg(json_build_object('kind', e.kind, 'at', e.at, 'reason', e.reason, 'term', e.term, 'until', e.until) order by e.seq)
       from cases.clock_event e where e.case_id = c.id) as clock,
      (select max(j.occurred_at) from journal.entry j where j.subject_id = c.id and j.type = any(${ARRIVALS})) as arrived,
      (select max(j.occurred_at) from journal.entry j where j.subject_id = c.id and j.type = 'dossiers.payment-recorded'
         and (j.sealed::jsonb #>> '{body,settles}')::boolean) as paid,
      (select max(j.occurred_at) from journal.entry j where j.subject_id = c.id
         and j.type in ('dossiers.dossier-submitted', 'dossiers.supplement-supplied')) as asked
    from cases.case c join dossiers.dossier d on d.case_id = c.id
    where c.kind = 'dossier' and c.closed_at is null
      and (c.due_at is not null or c.step_due_at is not null or c.answer_due_at is not null)
      and (${after} = '' or c.id > nullif(${after}, '')::uuid)
      ${units ? sql`and c.competent_unit = any(${units})` : sql``}
      ${only ? sql`and c.id = ${only}` : sql``}
    order by c.id limit ${limit}
  `.execute(db);
  return Promise.all(rows.rows.map((row) => readRunning(db, row)));
}

/** The acts after which a dossier lies at a step anew. */
const ARRIVALS = [
  'dossiers.dossier-accepted',
  'dossiers.step-completed',
  'dossiers.step-sent-back',
  'dossiers.result-signed',
  'dossiers.result-issued',
  'dossiers.supplement-supplied',
  'dossiers.draft-answered',
];

interface Row
  extends Pick<
    RunningDossier,
    'id' | 'code' | 'title' | 'version' | 'status' | 'competentUnit' | 'receivingUnit' | 'holdingUnit'
  > {
  readonly due_at: Instant | null;
  readonly step_due_at: Instant | null;
  readonly answer_due_at: Instant | null;
  readonly step: string | null;
  readonly version_id: string;
  readonly case_key: string | null;
  readonly clock: Parameters<typeof clockOf>[0] | null;
  readonly arrived: Instant | null;
  readonly paid: Instant | null;
  readonly asked: Instant | null;
}

async function readRunning(db: Db, row: Row): Promise<RunningDossier> {
  const { due_at, step_due_at, answer_due_at, step, version_id, case_key, clock, arrived, paid, asked, ...rest } = row;
  const version = await getVersion(db, version_id);
  const terms = version ? listStepTerms(version.definition, case_key ?? undefined) : [];
  const index = terms.findIndex(({ key }) => key === step);
  // A payment brings it on only where the step before waited for that.
  const isPaidFor = paid !== null && (arrived === null || paid > arrived) && terms[index - 1]?.pauses === PAYMENT;
  return {
    ...rest,
    clock: clockOf(clock ?? []),
    times: { due: due_at, step: step_due_at, answer: answer_due_at },
    stepTerm: terms[index]?.term ?? null,
    since: { step: isPaidFor ? paid : arrived, answer: asked },
  };
}

const PAYMENT = 'financial-obligation';
const ANSWER_TERM = '8h';

type Reckoned = Pick<
  RunningDossier,
  'status' | 'clock' | 'competentUnit' | 'receivingUnit' | 'holdingUnit' | 'times' | 'stepTerm' | 'since'
>;

/** A time that does not run stays as it is; what was decided is judged by the due time it had. */
export function timesBy(dossier: Reckoned, legal: LegalClock): Times {
  const { times, since, stepTerm, status } = dossier;
  const own = (from: Instant, term: string, unit: string | null) => legal.dueAt(from, term, { lateRule: false, unit });
  return {
    due: times.due === null || status !== 'open' ? times.due : legal.caseDue(dossier.clock, dossier.competentUnit),
    step:
      times.step === null || since.step === null || stepTerm === null
        ? times.step
        : own(since.step, stepTerm, dossier.holdingUnit),
    answer:
      times.answer === null || since.answer === null || status !== 'submitted'
        ? times.answer
        : own(since.answer, ANSWER_TERM, dossier.receivingUnit),
  };
}

export const isMoved = (was: Times, is: Times): boolean =>
  was.due !== is.due || was.step !== is.step || was.answer !== is.answer;
