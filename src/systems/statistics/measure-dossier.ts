/** Measuring a dossier: its row of numbers from what the journal says of it. Pure: the same entries give the same row, today or in a rebuild. */
import { ENDING_ENTRIES } from '../dossiers/events.ts';
import { type Instant, instant } from '../../platform/calendar/instant.ts';
import type { ClockEvent } from '../../platform/cases/act.ts';
import type { LegalClock } from '../../platform/cases/legal-clock.ts';
import type { ReadEntry } from '../../platform/journal/entry.ts';
import type { StepTerm } from '../procedures/index.ts';
import { type MeasuredPart, partsOf } from './measure-parts.ts';
import { standingOf } from './standing.ts';
import type { Standing, StatisticsTables } from './tables.ts';

export interface DossierFacts {
  readonly caseId: string;
  readonly competentUnit: string;
  readonly receivingUnit: string;
  readonly returningUnit: string;
  readonly channel: string;
  readonly simulated: boolean;
  readonly openedAt: Instant;
  readonly onlineLevel: string;
  /** Of the pinned process. */
  readonly steps: readonly StepTerm[];
  /** In the order they were recorded; ratings of the dossier too. */
  readonly entries: readonly ReadEntry[];
  readonly clock: readonly (ClockEvent & { readonly entryId: string })[];
  /** As the case keeps it: when the clock stopped, what its end is judged by. */
  readonly dueAt: Instant | null;
}

type Row = StatisticsTables['statistics.handling'];

export interface Handling
  extends Pick<Row, 'channel' | 'simulated' | 'outcome' | 'requests' | 'score' | 'complained' | 'duty' | 'digital'> {
  readonly caseId: string;
  readonly unitId: string;
  readonly receivingUnit: string;
  readonly returningUnit: string;
  readonly procedureCode: string;
  readonly onlineLevel: string;
  readonly submittedAt: Instant;
  readonly receivedAt: Instant | null;
  readonly finishedAt: Instant | null;
  readonly standing: Standing | null;
  /** The due time in force from each instant on; null while paused. */
  readonly terms: readonly { readonly from: Instant; readonly due: Instant | null }[];
  readonly askedBy: Row['asked_by'];
  readonly electronic: boolean | null;
  readonly parts: readonly MeasuredPart[];
}

export function measureDossier(facts: DossierFacts, legal: LegalClock): Handling {
  const { entries } = facts;
  const clock = facts.clock.filter((event) => !isNewDate(event));
  const end = findEnd(facts);
  const unitId = textOf(end?.entry.dims?.unit) ?? facts.competentUnit;
  const accepted = entries.find(({ type }) => type === 'dossiers.dossier-accepted');
  const submitted = entries.find(({ type }) => type === 'dossiers.dossier-submitted');
  const rating = entries.find(({ type }) => type === 'feedback.dossier-rated');
  return {
    caseId: facts.caseId,
    unitId,
    receivingUnit: textOf(end?.entry.dims?.receiving) ?? facts.receivingUnit,
    returningUnit: facts.returningUnit,
    procedureCode: textOf(submitted?.dims?.procedure) ?? '',
    onlineLevel: facts.onlineLevel,
    channel: facts.channel,
    simulated: facts.simulated,
    submittedAt: submitted ? instant(submitted.at) : facts.openedAt,
    receivedAt: accepted ? instant(accepted.at) : null,
    finishedAt: end?.at ?? null,
    outcome: end?.outcome ?? null,
    standing: end ? standingAtEnd(facts, { unitId, ...end }, legal) : null,
    terms: clock
      .filter(({ kind }) => kind !== 'stopped')
      .map(({ at }, index) => ({ from: at, due: legal.caseDue(clock.slice(0, index + 1), unitId) })),
    ...requestsOf(facts),
    score: numberOf(rating?.body?.score),
    complained: listOf(rating?.body?.reasons).includes('attitude'),
    duty: dutyOf(entries),
    digital: isDigital(submitted),
    electronic: electronicOf(entries),
    parts: partsOf(facts, legal),
  };
}

/** A new date given with an apology (NĐ 61/2018/NĐ-CP Đ.19 k.9) is no longer term: what is late stays late; to be confirmed. */
const isNewDate = ({ kind, reason }: ClockEvent): boolean => kind === 'extended' && reason === 'apology';

interface End {
  readonly entry: ReadEntry;
  readonly at: Instant;
  readonly outcome: string;
}

/** The first act that stopped the clock, or would have: later ones (handing over, a correction) change nothing of the time taken. */
function findEnd({ entries, clock }: DossierFacts): End | undefined {
  const stops = new Set(clock.filter(({ kind }) => kind === 'stopped').map(({ entryId }) => entryId));
  const entry = entries.find(({ id, type }) => ENDING_ENTRIES.includes(type) || stops.has(id));
  if (!entry) return undefined;
  const outcome = textOf(entry.dims?.outcome) ?? textOf(entry.body?.outcome) ?? 'stopped';
  return { entry, at: instant(entry.at), outcome };
}

/** Silence is always late: the office owed an answer within the term. */
function standingAtEnd(facts: DossierFacts, end: End & { readonly unitId: string }, legal: LegalClock): Standing {
  if (end.outcome === 'silence') return 'late';
  const term = facts.clock.findLast(({ kind }) => kind === 'started' || kind === 'restarted')?.term ?? null;
  return standingOf({ doneAt: end.at, dueAt: dueAtEnd(facts, end.unitId, legal), term, unit: end.unitId }, legal);
}

/** The case's own, which a calendar of later days does not move; reckoned again only without the new date of an apology. */
function dueAtEnd({ clock, dueAt }: DossierFacts, unitId: string, legal: LegalClock): Instant | null {
  const counted = clock.filter((event) => !isNewDate(event));
  return counted.length === clock.length ? dueAt : legal.caseDue(counted, unitId);
}

/** Who had the applicant come again for papers: nobody, the office that received, or another unit too. */
function requestsOf({ entries, receivingUnit }: DossierFacts): Pick<Handling, 'requests' | 'askedBy'> {
  const asked = entries.filter(({ type }) => type === 'dossiers.supplement-asked');
  const others = asked.some(({ actor }) => actor.unit !== undefined && actor.unit !== receivingUnit);
  return { requests: asked.length, askedBy: asked.length === 0 ? 'nobody' : others ? 'others' : 'one-stop' };
}

function dutyOf(entries: readonly ReadEntry[]): Handling['duty'] {
  const paid = entries.filter(({ type }) => type === 'dossiers.payment-recorded');
  if (paid.some(({ body }) => body?.by === 'bank')) return 'paid-online';
  return paid.length > 0 || entries.some(({ type }) => type === 'dossiers.payment-asked') ? 'owed' : 'none';
}

/** Every paper that was handed in has a file. */
function isDigital(submitted: ReadEntry | undefined): boolean {
  const files = listOf(submitted?.body?.files);
  return files.length > 0 && files.every((one) => (one as { file: unknown }).file !== null);
}

function electronicOf(entries: readonly ReadEntry[]): boolean | null {
  const issued = entries.find(({ type }) => type === 'dossiers.result-issued');
  return issued ? (textOf(issued.body?.file) ?? '') !== '' : null;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
