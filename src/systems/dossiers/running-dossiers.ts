/** Running dossiers (hồ sơ đang chạy): every time that the calendar gives an open dossier, as it stands and as a calendar would have it. */
import { sql } from 'kysely';
import { type Instant, instant, isoOf } from '../../platform/calendar/instant.ts';
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
  /** What other units still owe in time, by id. */
  readonly opinions: readonly OwedOpinion[];
}

/** A unit that was asked for its opinion or for a part, and has neither answered nor let its deadline pass. */
export interface OwedOpinion {
  readonly id: string;
  readonly unit: string;
  readonly askedAt: Instant;
  readonly dueAt: Instant;
  /** Such as `5wd`; null when nothing says so any more: such a deadline stays. */
  readonly term: string | null;
}

export interface Since {
  readonly step: Instant | null;
  readonly answer: Instant | null;
}

/** By id, some at a time; `units` narrows to those that answer for them, `endsFrom` to those with a time that ends then or later. */
export async function listRunning(
  db: Db,
  asked: {
    readonly after: string;
    readonly limit: number;
    readonly units?: readonly string[];
    readonly only?: string;
    readonly endsFrom?: Instant;
  },
): Promise<RunningDossier[]> {
  const { after, limit, units, only, endsFrom } = asked;
  const rows = await sql<Row>`
    select c.id, c.code, c.title, c.version, c.status, c.competent_unit as "competentUnit", c.receiving_unit as "receivingUnit",
      c.holding_unit as "holdingUnit", c.due_at, c.step_due_at, c.answer_due_at, c.step, d.version_id, d.case_key,
      (select json_agg(json_build_object('kind', e.kind, 'at', e.at, 'reason', e.reason, 'term', e.term, 'until', e.until) order by e.seq)
       from cases.clock_event e where e.case_id = c.id) as clock,
      (select max(j.occurred_at) from journal.entry j where j.subject_id = c.id and j.type = any(${ARRIVALS})) as arrived,
      (select max(j.occurred_at) from journal.entry j where j.subject_id = c.id and j.type = 'dossiers.payment-recorded'
         and (j.sealed::jsonb #>> '{body,settles}')::boolean) as paid,
      (select max(j.occurred_at) from journal.entry j where j.subject_id = c.id
         and j.type in ('dossiers.dossier-submitted', 'dossiers.supplement-supplied')) as asked,
      (select json_agg(json_build_object('id', q.id, 'unit', q.unit_id, 'part', q.part, 'askedAt', q.asked_at, 'dueAt', q.due_at,
         'term', (select j.sealed::jsonb #>> '{body,term}' from journal.entry j where j.subject_id = c.id and j.type = 'dossiers.opinion-asked'
           and j.sealed::jsonb #> '{body,asked}' @> jsonb_build_array(jsonb_build_object('consultation', q.id)) limit 1)) order by q.id)
       from cases.consultation q where ${OWED}) as owed
    from cases.case c join dossiers.dossier d on d.case_id = c.id
    where c.kind = 'dossier' and c.closed_at is null
      and (c.due_at is not null or c.step_due_at is not null or c.answer_due_at is not null
        or exists (select 1 from cases.consultation q where ${OWED}))
      and (${after} = '' or c.id > nullif(${after}, '')::uuid)
      ${units ? sql`and c.competent_unit = any(${units})` : sql``}
      ${only ? sql`and c.id = ${only}` : sql``}
      ${endsFrom ? sql`and (greatest(c.due_at, c.step_due_at, c.answer_due_at) >= ${isoOf(endsFrom)} or exists (select 1 from cases.consultation q where ${OWED}))` : sql``}
    order by c.id limit ${limit}
  `.execute(db);
  return Promise.all(rows.rows.map((row) => readRunning(db, row)));
}

const OWED = sql`q.case_id = c.id and q.answered_at is null and q.overdue_at is null`;

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
  readonly owed: readonly StoredOpinion[] | null;
}

/** Times inside JSON are text. */
interface StoredOpinion extends Pick<OwedOpinion, 'id' | 'unit' | 'term'> {
  readonly part: string | null;
  readonly askedAt: string;
  readonly dueAt: string;
}

async function readRunning(db: Db, row: Row): Promise<RunningDossier> {
  const { due_at, step_due_at, answer_due_at, step, version_id, case_key, clock, arrived, paid, asked, owed, ...rest } =
    row;
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
    opinions: (owed ?? []).map(({ part, askedAt, dueAt, term, ...one }) => ({
      ...one,
      askedAt: instant(askedAt),
      dueAt: instant(dueAt),
      term: part === null ? term : (version?.definition.process?.linked?.find(({ key }) => key === part)?.term ?? null),
    })),
  };
}

const PAYMENT = 'financial-obligation';
const ANSWER_TERM = '8h';

type Reckoned = Pick<
  RunningDossier,
  'status' | 'clock' | 'competentUnit' | 'receivingUnit' | 'holdingUnit' | 'times' | 'stepTerm' | 'since'
>;

/** A time that does not run stays as it is; what was decided is judged by the due time it had; what has passed is never moved earlier. */
export function timesBy(dossier: Reckoned, legal: LegalClock, at: Instant): Times {
  const { times, since, stepTerm, status } = dossier;
  const own = (from: Instant, term: string, unit: string | null) => legal.dueAt(from, term, { lateRule: false, unit });
  return {
    due:
      times.due === null || status !== 'open'
        ? times.due
        : notIntoThePast(times.due, legal.caseDue(dossier.clock, dossier.competentUnit), at),
    step:
      times.step === null || since.step === null || stepTerm === null
        ? times.step
        : notIntoThePast(times.step, own(since.step, stepTerm, dossier.holdingUnit), at),
    answer:
      times.answer === null || since.answer === null || status !== 'submitted'
        ? times.answer
        : notIntoThePast(times.answer, own(since.answer, ANSWER_TERM, dossier.receivingUnit), at),
  };
}

/** A day worked after all makes nobody late who could not know: a time is moved earlier only to one that is still to come. */
function notIntoThePast<T extends Instant | null>(was: Instant, is: T, at: Instant): T | Instant {
  return is !== null && is < was && is <= at ? was : is;
}

export interface MovedOpinion {
  readonly id: string;
  readonly unit: string;
  readonly term: string;
  readonly was: Instant;
  readonly due: Instant;
}

/** The deadlines of other units that a calendar moves. */
export function movedOpinions(
  { opinions }: Pick<RunningDossier, 'opinions'>,
  legal: LegalClock,
  at: Instant,
): MovedOpinion[] {
  return opinions.flatMap(({ id, unit, term, askedAt, dueAt: was }) => {
    if (term === null) return [];
    const due = notIntoThePast(was, legal.dueAt(askedAt, term, { lateRule: false, unit }), at);
    return due === was ? [] : [{ id, unit, term, was, due }];
  });
}

export const isMoved = (was: Times, is: Times): boolean =>
  was.due !== is.due || was.step !== is.step || was.answer !== is.answer;
