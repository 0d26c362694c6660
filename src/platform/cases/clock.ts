/** The legal clock of a case (đồng hồ pháp lý): events in, its state out, and the due time that follows by the calendar. Pure. */
import { type DueTime, dueTime } from '../calendar/due-time.ts';
import type { Instant } from '../calendar/instant.ts';
import { type DueInput, type Extension, type Pause, reckon } from '../calendar/reckoning.ts';
import { parseTerm, type Term } from '../calendar/term.ts';
import { type Office, workingMinutes } from '../calendar/working-time.ts';
import { type ClockEventDraft, type Refusal, refuse } from './decision.ts';

export type ClockState = NotStarted | Started;

export interface NotStarted {
  readonly kind: 'clock';
  readonly status: 'not-started';
}

export interface Started {
  readonly kind: 'clock';
  readonly status: 'running' | 'paused' | 'stopped';
  /** When the term was last started from zero; the clock itself may start later, by the calendar. */
  readonly receivedAt: Instant;
  readonly term: Term;
  /** Since then, in order; the last is open while the clock is paused. */
  readonly pauses: readonly Pause[];
  readonly extensions: readonly Extension[];
  /** Why it is paused. */
  readonly reason?: string;
  readonly stoppedAt?: Instant;
  readonly lastEventAt: Instant;
}

export const notStarted: NotStarted = { kind: 'clock', status: 'not-started' };

/** The state after all events, or the refusal of the first that is unlawful. */
export function readClock(events: readonly ClockEventDraft[]): ClockState | Refusal {
  let state: ClockState | Refusal = notStarted;
  for (const event of events) {
    state = turnClock(state, event);
    if (state.kind === 'refusal') return state;
  }
  return state;
}

/** One event later. Does not look at the calendar: an extension is checked against it by `checkExtension`, once, when it is decided. */
export function turnClock(state: ClockState, event: ClockEventDraft): ClockState | Refusal {
  if (state.status === 'not-started') {
    return event.kind === 'started' ? startClock(event) : refuse('cases.clock-not-started');
  }
  if (state.status === 'stopped') return refuse('cases.clock-stopped');
  if (event.at < state.lastEventAt) return refuse('cases.clock-out-of-order');
  const { at } = event;
  const next = { ...state, lastEventAt: at };
  switch (event.kind) {
    case 'started':
      return refuse('cases.clock-already-started');
    case 'restarted':
      // NĐ 61/2018/NĐ-CP Đ.19 k.4: once the dossier is complete, the term is reckoned anew from the beginning
      return startClock({ ...event, term: event.term ?? `${state.term.count}${state.term.unit}` });
    case 'paused':
      if (state.status === 'paused') return refuse('cases.clock-paused');
      return { ...next, status: 'paused', pauses: [...state.pauses, { from: at }], reason: event.reason };
    case 'resumed':
      if (state.status !== 'paused') return refuse('cases.clock-not-paused');
      return { ...next, status: 'running', pauses: closePauses(state.pauses, at), reason: undefined };
    case 'stopped':
      return { ...next, status: 'stopped', pauses: closePauses(state.pauses, at), reason: undefined, stoppedAt: at };
    case 'extended':
      return extendClock(next, event);
  }
}

function startClock({ at, term: text = '' }: ClockEventDraft): Started | Refusal {
  const { term } = parseTerm(text);
  if (!term) return refuse('cases.clock-term', { term: text });
  return { kind: 'clock', status: 'running', receivedAt: at, term, pauses: [], extensions: [], lastEventAt: at };
}

const closePauses = (pauses: readonly Pause[], at: Instant): Pause[] =>
  pauses.map(({ from, to = at }) => ({ from, to }));

function extendClock(state: Started, { at, term: text, until }: ClockEventDraft): Started | Refusal {
  if ((text === undefined) === (until === undefined)) return refuse('cases.clock-extension');
  if (until !== undefined) return { ...state, extensions: [...state.extensions, { at, until }] };
  const { term } = parseTerm(text ?? '');
  if (!term || term.count === 0) return refuse('cases.clock-term', { term: text ?? '' });
  return { ...state, extensions: [...state.extensions, { by: term }] };
}

/** A new due time is later than the one it replaces and lies within office hours, at their end at the latest and never at an opening. */
export function checkExtension(state: Started, event: ClockEventDraft, office: Office): Refusal | undefined {
  const { at, until } = event;
  if (event.kind !== 'extended' || until === undefined) return undefined;
  const due = reckon(dueInput(state, office, at)).due;
  if (until <= due || until <= at) return refuse('cases.clock-extension-not-later');
  const worksJustBefore = workingMinutes(office, (until - 1) as Instant, until) > 0;
  return worksJustBefore ? undefined : refuse('cases.clock-extension-outside-hours');
}

/** The due time with its explanation; undefined before the start. While the clock is paused it is the earliest possible as of that instant. */
export function dueOf(state: ClockState, office: Office, asOf: Instant): DueTime | undefined {
  return state.status === 'not-started' ? undefined : dueTime(dueInput(state, office, asOf));
}

/** The due time alone, as the case's row keeps it: null before the start and while paused. A stopped clock keeps its own, to be judged by. */
export function dueInstantOf(state: ClockState, office: Office): Instant | null {
  if (state.status === 'not-started' || state.status === 'paused') return null;
  return reckon(dueInput(state, office)).due;
}

const dueInput = (state: Started, office: Office, asOf?: Instant): DueInput => ({
  ...office,
  receivedAt: state.receivedAt,
  term: state.term,
  pauses: state.pauses,
  extensions: state.extensions,
  asOf,
});
