/** Consultation (lấy ý kiến): other units are asked, each with a deadline of its own; the term goes on unless the step says that it stops meanwhile. */
import { type Instant, isoOf } from '../../../platform/calendar/instant.ts';
import { parseTerm } from '../../../platform/calendar/term.ts';
import type { Command, DecisionContext } from '../../../platform/cases/act.ts';
import { decision, type Decision, type Refusal, refuse, type RowChange } from '../../../platform/cases/decision.ts';
import { type Consultation, type DossierState, isClosed } from '../dossier-state.ts';
import { dims } from '../process.ts';
import { type DossierContext, workable } from '../your-step.ts';

export interface AskOpinion extends Command {
  /** Each question gets an id of its own. */
  readonly units: readonly { readonly id: string; readonly unit: string }[];
  /** Such as `5wd`. */
  readonly term: string;
  readonly question: string;
}

export interface GiveOpinion extends Command {
  readonly consultation: string;
  readonly opinion: string;
}

export const TIMER = 'dossiers.consultation';
const ONE_WORKING_DAY = 480;
/** Nobody is asked for longer than a quarter of a year. */
const MOST: Readonly<Record<string, number>> = { wd: 60, d: 90, h: 480 };

/** NĐ 61/2018 Điều 19 khoản 5: the deadline of each is written down. */
export function decideAskOpinion(
  dossier: DossierState,
  command: AskOpinion,
  context: DossierContext,
): Decision | Refusal {
  const { at, legal } = context;
  const step = workable(dossier, context);
  if ('kind' in step) return step;
  const wrong = faultOf(dossier, command);
  if (wrong) return wrong;
  const asked = command.units.map((one) => owedFrom({ ...one, term: command.term }, at, legal));
  const pauses = step.pauses === 'consultation' && dossier.term !== null;
  return decision({
    change: step.pauses === 'consultation' ? { waiting: 'consultation' } : {},
    clock: pauses ? [{ kind: 'paused', at, reason: 'consultation' }] : [],
    timers: { [TIMER]: nextTime([...owing(dossier), ...asked], at) },
    rows: asked.map((one) => askedRow(dossier, one, at)),
    entries: [
      {
        type: 'dossiers.opinion-asked',
        dims: dims(dossier, at),
        body: {
          code: dossier.code,
          term: command.term,
          asked: asked.map(({ id, unit, dueAt }) => ({ consultation: id, unit, due: isoOf(dueAt) })),
          at_step: step.key,
          pauses,
        },
        content: { question: command.question },
      },
    ],
  });
}

function faultOf(dossier: DossierState, { units, term, question }: AskOpinion): Refusal | undefined {
  if (units.length === 0) return refuse('dossiers.no-unit-asked');
  if (question.trim() === '') return refuse('dossiers.question-missing');
  const { term: parsed } = parseTerm(term);
  if (!parsed || parsed.count === 0 || parsed.count > (MOST[parsed.unit] ?? 0))
    return refuse('dossiers.opinion-term', { term });
  if (units.some(({ unit }) => unit === dossier.holdingUnit)) return refuse('dossiers.asks-itself');
  const asked = new Set(opinionsOwed(dossier).map(({ unit }) => unit));
  const twice = units.some(({ unit }, index) => units.findIndex((other) => other.unit === unit) !== index);
  return twice || units.some(({ unit }) => asked.has(unit)) ? refuse('dossiers.opinion-asked-already') : undefined;
}

/** Anybody who sits in the asked unit answers for it; late is still an answer. */
export function decideGiveOpinion(
  dossier: DossierState,
  command: GiveOpinion,
  { at, rolesAt }: DossierContext,
): Decision | Refusal {
  if (isClosed(dossier)) return refuse('dossiers.already-closed');
  const asked = dossier.consultations.find(({ id, part }) => id === command.consultation && part === null);
  if (!asked || rolesAt(asked.unit).length === 0) return refuse('dossiers.not-asked');
  if (asked.answeredAt !== null) return refuse('dossiers.opinion-given-already');
  if (command.opinion.trim() === '') return refuse('dossiers.opinion-missing');
  const others = owing(dossier).filter(({ id }) => id !== asked.id);
  return decision({
    ...goingOn(dossier, others, at),
    timers: { [TIMER]: nextTime(others, at) },
    rows: [answeredRow(asked.id, { answered_at: isoOf(at) })],
    entries: [
      {
        type: 'dossiers.opinion-given',
        dims: { ...dims(dossier, at), asked: asked.unit, opinion: at > asked.dueAt ? 'late' : 'in-time' },
        body: { code: dossier.code, consultation: asked.id, unit: asked.unit, late: at > asked.dueAt },
        content: { opinion: command.opinion },
      },
    ],
  });
}

/** By the program's clock: who is reminded, and whose silence is told to the head of the one-stop office (NĐ 61/2018 Điều 19 khoản 5). */
export function decideFollowOpinions(
  dossier: DossierState,
  _command: Command,
  { at }: DecisionContext,
): Decision | Refusal {
  if (isClosed(dossier)) return refuse('dossiers.already-closed');
  const open = owing(dossier);
  const silent = open.filter(({ dueAt, overdueAt }) => overdueAt === null && at >= dueAt);
  const reminded = open.filter(
    ({ dueAt, remindAt, remindedAt }) => remindAt !== null && remindedAt === null && at >= remindAt && at < dueAt,
  );
  if (silent.length + reminded.length === 0) return refuse('dossiers.opinions-in-time');
  const after = open.map((one) => ({
    ...one,
    ...(silent.includes(one) ? { overdueAt: at } : {}),
    ...(reminded.includes(one) ? { remindedAt: at } : {}),
  }));
  return decision({
    ...goingOn(dossier, after, at),
    timers: { [TIMER]: nextTime(after, at) },
    rows: [
      ...silent.map(({ id }) => answeredRow(id, { overdue_at: isoOf(at) })),
      ...reminded.map(({ id }) => answeredRow(id, { reminded_at: isoOf(at) })),
    ],
    entries: [
      ...reminded.map((one) => followed(dossier, one, { what: 'reminded', at })),
      ...silent.map((one) => followed(dossier, one, { what: 'overdue', at })),
    ],
  });
}

const followed = (
  dossier: DossierState,
  { id, unit, dueAt, part }: Consultation,
  { what, at }: { readonly what: 'reminded' | 'overdue'; readonly at: Instant },
): Decision['entries'][number] => ({
  type: part === null ? `dossiers.opinion-${what}` : `dossiers.part-${what}`,
  dims: { ...dims(dossier, at), asked: unit },
  body: {
    code: dossier.code,
    consultation: id,
    unit,
    due: isoOf(dueAt),
    told: dossier.receivingUnit,
    ...(part === null ? {} : { part }),
  },
});

type Owing = Pick<Consultation, 'dueAt' | 'remindAt' | 'remindedAt' | 'overdueAt'>;

/** What a unit owes from now on. */
export interface Owed extends Owing {
  readonly id: string;
  readonly unit: string;
  readonly part?: string;
}

/** Reminded one working day before its end, where that is still to come. */
export function owedFrom(
  { term, ...asked }: Pick<Owed, 'id' | 'unit' | 'part'> & { readonly term: string },
  at: Instant,
  legal: DecisionContext['legal'],
): Owed {
  const dueAt = legal.dueAt(at, term, { lateRule: false, unit: asked.unit });
  const remindAt = reminderOf({ due: dueAt, unit: asked.unit }, at, legal);
  return { ...asked, dueAt, remindAt, remindedAt: null, overdueAt: null };
}

export function reminderOf(
  { due, unit }: { readonly due: Instant; readonly unit: string },
  at: Instant,
  legal: DecisionContext['legal'],
): Instant | null {
  const reminder = legal.before(due, ONE_WORKING_DAY, unit);
  return reminder > at ? reminder : null;
}

export const askedRow = (
  dossier: Pick<DossierState, 'id' | 'holdingUnit'>,
  { id, unit, dueAt, remindAt, part }: Owed,
  at: Instant,
): RowChange => ({
  table: 'cases.consultation',
  op: 'insert',
  values: {
    id,
    case_id: dossier.id,
    unit_id: unit,
    asked_by: dossier.holdingUnit,
    asked_at: isoOf(at),
    due_at: isoOf(dueAt),
    remind_at: remindAt === null ? null : isoOf(remindAt),
    ...(part === undefined ? {} : { part }),
  },
});

export const owing = ({ consultations }: Pick<DossierState, 'consultations'>): Consultation[] =>
  consultations.filter(({ answeredAt }) => answeredAt === null);

const opinionsOwed = (dossier: Pick<DossierState, 'consultations'>): Consultation[] =>
  owing(dossier).filter(({ part }) => part === null);

/** A clock that stood still for the answers goes on with the last of them, or when the last deadline has passed in silence. */
function goingOn(
  dossier: DossierState,
  open: readonly Pick<Consultation, 'overdueAt' | 'part'>[],
  at: Instant,
): Pick<Decision, 'change' | 'clock'> {
  const answered = open.every(({ overdueAt, part }) => part !== null || overdueAt !== null);
  const goes = dossier.waiting === 'consultation' && answered;
  return {
    change: goes ? { waiting: null } : {},
    clock: goes && dossier.term !== null ? [{ kind: 'resumed', at, reason: 'consultation' }] : [],
  };
}

/** When the program must look next; null when nothing more will happen by time alone. */
export function nextTime(open: readonly Owing[], at: Instant): Instant | null {
  const times = open.flatMap(({ dueAt, remindAt, remindedAt, overdueAt }) => [
    ...(remindAt !== null && remindedAt === null && remindAt > at ? [remindAt] : []),
    ...(overdueAt === null ? [dueAt] : []),
  ]);
  return times.length === 0 ? null : (Math.min(...times) as Instant);
}

export const answeredRow = (id: string, values: Record<string, string | null>): RowChange => ({
  table: 'cases.consultation',
  op: 'update',
  key: { id },
  values,
});
