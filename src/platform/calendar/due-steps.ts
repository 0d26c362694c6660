/** The explanation of a due time: each thing that moved it, in order, in words for a citizen. */
import type { LocalText } from '../i18n/local-text.ts';
import { dayNature, rowAt } from './calendar-version.ts';
import { countedLines } from './counted-days.ts';
import { minuteInWords } from './day-words.ts';
import type { DueStep } from './due-step.ts';
import { say } from './due-texts.ts';
import { type Day, dayOf, type Instant } from './instant.ts';
import { type DueInput, pausedDays, type Reckoning, type Stretch } from './reckoning.ts';
import type { Unconfirmed } from './unconfirmed.ts';
import { type Office, officeHoursAt, type Span, workingMilliseconds } from './working-time.ts';

export function explain(input: DueInput, reckoning: Reckoning, unconfirmed: readonly Unconfirmed[]): DueStep[] {
  const { due, openSince, stretches } = reckoning;
  const steps: DueStep[] = [...explainStart(input, reckoning)];
  stretches.forEach((stretch, index) => steps.push(...explainStretch(input, stretch, index > 0)));
  for (const pause of pausesWithoutEffect(reckoning)) {
    steps.push({ code: 'pause-without-effect', at: pause.from, text: say('pauseWithoutEffect', pause.from, pause.to) });
  }
  if (openSince !== undefined) {
    steps.push({ code: 'still-paused', at: openSince, text: say('stillPaused', openSince) });
  }
  steps.push({ code: 'due', at: due, text: say('due', due) });
  return [...steps, ...unconfirmed.map((one) => ({ code: 'unconfirmed', text: unconfirmedText(input, one) }))];
}

function* explainStart(input: DueInput, { start }: Reckoning): Generator<DueStep> {
  const { receivedAt, calendar } = input;
  yield { code: 'received', at: receivedAt, text: say('received', receivedAt) };
  if (start.moved === undefined) return;
  const cutOff = rowAt(calendar.lateReceipt, dayOf(receivedAt)).after ?? 0;
  const moved = {
    late: say('late', cutOff),
    'outside-hours': say('outsideHours'),
    'rest-day': say('restDay'),
  };
  yield { code: start.moved, at: receivedAt, text: moved[start.moved] };
  yield* countedLines(input, { from: receivedAt, to: start.at, counted: [], inDays: true });
}

function* explainStretch(input: DueInput, stretch: Stretch, isExtension: boolean): Generator<DueStep> {
  const { from, due, term, until } = stretch;
  if (until !== undefined) {
    yield { code: 'extended-until', at: from, text: say('extendedUntil', from, until) };
    yield* pausesInWorkingTime(input, stretch, true);
    return;
  }
  if (!term) return;
  if (isExtension) yield { code: 'extended-by', at: from, text: say('extendedBy', term) };
  else if (term.count === 0) yield { code: 'starts', at: from, text: say('sameDay', from) };
  else yield { code: 'starts', at: from, text: say('starts', from, term) };
  if (stretch.countedEnd === undefined) {
    const inDays = term.unit === 'wd' && term.count > 0;
    const pauses = [...pausesInWorkingTime(input, stretch, inDays)];
    yield* countedLines(input, { from, to: due, counted: running(stretch), inDays, pauses });
  } else {
    yield* explainDays(input, stretch, stretch.countedEnd);
  }
}

/** Those before the start and after the end. What came before a decision on a new date is settled by it, so not told. */
function pausesWithoutEffect({ pauses, stretches }: Reckoning): readonly Span[] {
  const used = new Set(stretches.flatMap((stretch) => stretch.pauses.map(({ to }) => to)));
  const [first] = stretches;
  return pauses.filter(({ to }) => !used.has(to) && (first.until === undefined || to > first.from));
}

/** The parts of a stretch outside its pauses. */
function running({ from, due, pauses }: Stretch): Span[] {
  const starts = [from, ...pauses.map((pause) => pause.to)];
  const ends = [...pauses.map((pause) => pause.from), due];
  return starts.map((start, index) => ({ from: start, to: ends[index] as Instant }));
}

function* pausesInWorkingTime(office: Office, { pauses }: Stretch, inDays: boolean): Generator<DueStep> {
  for (const { from, to } of pauses) {
    const text = say('pausedTime', from, to, workingMilliseconds(office, from, to), inDays);
    yield { code: 'paused', at: from, text };
  }
}

function* explainDays(input: DueInput, stretch: Stretch, countedEnd: Day): Generator<DueStep> {
  const { from, due, term, lastDay = countedEnd, pausedAtClosing, pauses } = stretch;
  if (!term) return;
  yield { code: 'first-day', at: from, text: say('firstDay', dayOf(from)) };
  const counted = term.unit === 'm' ? say('countedMonths', term, countedEnd) : say('countedDays', term, countedEnd);
  yield { code: 'counted', text: counted };
  for (const pause of pauses) {
    const text = say('pausedDays', pause.from, pause.to, pausedDays(pause.from, pause.to));
    yield { code: 'paused', at: pause.from, text };
  }
  if (pausedAtClosing) yield { code: 'paused-at-closing', text: say('pausedAtClosing', pausedAtClosing, lastDay) };
  if (lastDay === dayOf(due)) return;
  const why = dayNature(input.calendar, lastDay).special?.title ?? say('weeklyRest');
  yield { code: 'carried', text: say('carried', lastDay, why, dayOf(due)) };
}

function unconfirmedText(input: DueInput, one: Unconfirmed): Required<LocalText> {
  const { calendar } = input;
  switch (one.kind) {
    case 'office-hours': {
      const { windows } = officeHoursAt(input, one.day);
      return say(
        'unconfirmedHours',
        windows.map((w) => `${minuteInWords(w.opens)}-${minuteInWords(w.closes)}`).join(', '),
      );
    }
    case 'late-receipt':
      return say('unconfirmedLate', rowAt(calendar.lateReceipt, one.day).after ?? 0);
    case 'calendar-end':
      return say('calendarEnd', calendar.covers.from, calendar.covers.to);
    case 'undecided':
      return say('undecidedDay', one.title, one.from);
    default:
      return say('unconfirmedDay', one.title, one.from, one.to);
  }
}
