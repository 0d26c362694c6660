/** `vamco due-date`: the due time of a term and its explanation, from the options an operator typed. Pure. */
import { inLanguage } from '../i18n/local-text.ts';
import { LOCALES, type Locale } from '../i18n/texts.ts';
import { type Fault, fault } from '../pack/fault.ts';
import type { CalendarVersion } from './calendar-version.ts';
import { dueTime } from './due-time.ts';
import { addDays, dayOf, findInstant, type Instant, instantAt, isoOf } from './instant.ts';
import type { Pause } from './reckoning.ts';
import { parseTerm } from './term.ts';

/** As typed. `unit` is a unit's code; `pause` holds texts `A..B`. */
export interface DueDateOptions {
  readonly received?: string;
  readonly term?: string;
  readonly unit?: string;
  readonly pause?: readonly string[];
  readonly lang?: string;
}

export interface DueDateAnswer {
  /** 0, or 2 when an option is wrong. */
  readonly exitCode: 0 | 2;
  /** For a person, in the language asked for. */
  readonly text: string;
  /** For `--json`: `{ due, steps }`, or `{ faults }`. */
  readonly json: object;
}

interface Known {
  readonly calendar: CalendarVersion;
  /** Whether a unit with this code exists or has existed. */
  readonly isUnit: (code: string) => boolean;
}

export function answerDueDate(options: DueDateOptions, { calendar, isUnit }: Known): DueDateAnswer {
  const locale = LOCALES.find((locale) => locale === options.lang) ?? 'vi';
  const received = readReceived(options.received, calendar);
  const { term, fault: termFault } = parseTerm(options.term ?? '');
  const pauses = (options.pause ?? []).map(readPause);
  const faults = [
    ...(options.lang === undefined || options.lang === locale ? [] : [languageFault]),
    ...('code' in received ? [received] : []),
    ...(termFault ? [{ ...termFault, at: '--term' }] : []),
    ...(options.unit === undefined || isUnit(options.unit) ? [] : [unitFault(options.unit)]),
    ...pauses.filter((pause) => 'code' in pause),
  ];
  if (faults.length > 0 || 'code' in received || !term) return refuseOptions(faults, locale);
  const { due, steps } = dueTime({
    calendar,
    unit: options.unit,
    receivedAt: received.at,
    term,
    pauses: pauses.filter((pause) => 'from' in pause),
  });
  return {
    exitCode: 0,
    text: `${isoOf(due)}\n${steps.map(({ text }) => `- ${inLanguage(text, locale).text}\n`).join('')}`,
    json: {
      due: isoOf(due),
      steps: steps.map(({ code, at, text }) => ({ code, ...(at === undefined ? {} : { at: isoOf(at) }), text })),
    },
  };
}

function refuseOptions(faults: readonly Fault[], locale: Locale): DueDateAnswer {
  const lines = faults.map(({ at, message }) => `${at}: ${inLanguage(message, locale).text}\n`);
  return { exitCode: 2, text: lines.join(''), json: { faults } };
}

/** The hour decides when the clock starts, so a day alone is not enough. */
function readReceived(text: string | undefined, { covers }: CalendarVersion): { readonly at: Instant } | Fault {
  const at = text?.includes('T') ? findInstant(text) : undefined;
  if (at === undefined) return receivedFault;
  const day = dayOf(at);
  return covers.from <= day && day <= covers.to ? { at } : outsideFault(covers);
}

/** `A..B`; a day alone is the whole day, so B includes its evening. */
function readPause(text: string): Required<Pause> | Fault {
  const [first = '', last = '', ...more] = text.split('..');
  const from = findInstant(first);
  const to = last.includes('T') || findInstant(last) === undefined ? findInstant(last) : instantAt(addDays(last, 1), 0);
  if (from === undefined || to === undefined || more.length > 0) return pauseFault(text);
  return from < to ? { from, to } : pauseOrderFault(text);
}

const languageFault = fault('calendar.language', '--lang', 'Chọn vi hoặc en.', 'Choose vi or en.');

const receivedFault = fault(
  'calendar.received',
  '--received',
  'Cần ngày và giờ nhận, ví dụ 2026-02-12T16:10.',
  'The day and hour of receipt are needed, such as 2026-02-12T16:10.',
);

const outsideFault = ({ from, to }: CalendarVersion['covers']): Fault =>
  fault(
    'calendar.received-outside',
    '--received',
    `Lịch làm việc chỉ có từ ${from} đến ${to}.`,
    `The calendar covers ${from} to ${to} only.`,
  );

const unitFault = (code: string): Fault =>
  fault('calendar.unit', '--unit', `Không có đơn vị nào mang mã ${code}.`, `There is no unit with the code ${code}.`);

const pauseFault = (text: string): Fault =>
  fault(
    'calendar.pause',
    '--pause',
    `“${text}” không phải là một khoảng tạm dừng, ví dụ đúng: 2026-02-24T10:00..2026-02-26T09:00.`,
    `“${text}” is not a pause such as 2026-02-24T10:00..2026-02-26T09:00.`,
  );

const pauseOrderFault = (text: string): Fault =>
  fault(
    'calendar.pause-order',
    '--pause',
    `“${text}”: lúc tiếp tục phải sau lúc tạm dừng.`,
    `“${text}”: a pause ends after it begins.`,
  );
