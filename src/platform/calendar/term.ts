/** Terms (thời hạn): how long a procedure or a step may take, written `3wd`, `8h`, `10d`, `1m`. */
import type { LocalText } from '../i18n/local-text.ts';
import { type Fault, fault } from '../pack/fault.ts';

/** `wd` working days of 480 minutes, `h` working hours, `d` calendar days, `m` months. */
export type TermUnit = 'wd' | 'h' | 'd' | 'm';

export interface Term {
  readonly count: number;
  readonly unit: TermUnit;
}

export type ParsedTerm =
  | { readonly term: Term; readonly fault?: undefined }
  | { readonly fault: Fault; readonly term?: undefined };

/** A whole number and a unit. Zero only as `0wd`, "trong ngày": on the day the clock starts. */
export function parseTerm(text: string): ParsedTerm {
  const match = /^(\d{1,4})(wd|h|d|m)$/.exec(text);
  if (!match) {
    return {
      fault: fault(
        'calendar.term',
        '',
        'Thời hạn phải là một số và đơn vị: 3wd (ngày làm việc), 8h (giờ làm việc), 10d (ngày), 1m (tháng), 0wd (trong ngày).',
        'A term is a number and a unit: 3wd (working days), 8h (working hours), 10d (days), 1m (months), 0wd (the same day).',
      ),
    };
  }
  const term: Term = { count: Number(match[1]), unit: match[2] as TermUnit };
  if (term.count === 0 && term.unit !== 'wd') {
    return {
      fault: fault('calendar.term-zero', '', '"Trong ngày" được viết là 0wd.', 'The same day is written 0wd.'),
    };
  }
  return { term };
}

/** `3wd`: what `parseTerm` reads. */
export const termText = (term: Term): string => `${term.count}${term.unit}`;

export function termInWords({ count, unit }: Term): Required<LocalText> {
  if (count === 0) return { vi: 'trong ngày', en: 'the same day' };
  const [vi, en] = WORDS[unit];
  return { vi: `${count} ${vi}`, en: `${count} ${en}${count === 1 ? '' : 's'}` };
}

const WORDS: Record<TermUnit, readonly [vi: string, en: string]> = {
  wd: ['ngày làm việc', 'working day'],
  h: ['giờ làm việc', 'working hour'],
  d: ['ngày', 'day'],
  m: ['tháng', 'month'],
};
