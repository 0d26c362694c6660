/** Instants: moments in time, and the only place that reads the machine's clock. Wall-clock time is Asia/Ho_Chi_Minh, UTC+7 without daylight saving. */

declare const instantBrand: unique symbol;

/** A moment, as whole milliseconds since 1970-01-01T00:00:00Z. Plain number underneath, so instants compare with < and ===. */
export type Instant = number & { readonly [instantBrand]: true };

/** A calendar day in the province, `YYYY-MM-DD`. Days stay strings everywhere; they sort as text. */
export type Day = string;

/** The clock is an argument: whoever needs the present asks for one of these. Tests freeze it, the simulator drives it. */
export type Clock = () => Instant;

export const HANOI_OFFSET_MS = 7 * 60 * 60 * 1000;

export const systemClock: Clock = () => Date.now() as Instant;

/** The instant of an ISO text; one without an offset (`2026-11-23T09:00`) is local time of the province. Throws RangeError on anything else. */
export function instant(text: string): Instant {
  const found = findInstant(text);
  if (found === undefined) throw new RangeError(`not an ISO time: ${text}`);
  return found;
}

/** The same for a text that a person typed: undefined when it is not a time. */
export function findInstant(text: string): Instant | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/.exec(text);
  if (!match) return undefined;
  const milliseconds = Date.parse(`${match[1]}T${match[2] ?? '00:00'}${match[3] ?? '+07:00'}`);
  if (Number.isNaN(milliseconds) || dayOf(milliseconds as Instant, match[3]) !== match[1]) return undefined;
  return milliseconds as Instant;
}

/** `2026-02-24T17:00:00+07:00`: the form in journal entries, JSON answers and SQL parameters. Milliseconds appear only when there are any. */
export function isoOf(at: Instant): string {
  const local = new Date(at + HANOI_OFFSET_MS).toISOString();
  return `${local.slice(0, 19)}${local.slice(19, 23) === '.000' ? '' : local.slice(19, 23)}+07:00`;
}

/** For libraries that insist on a Date. */
export const asDate = (at: Instant): Date => new Date(at);

/** The province's calendar day that holds this instant. */
export function dayOf(at: Instant, offset = '+07:00'): Day {
  if (offset === '+07:00') return dayNamed(Math.floor((at + HANOI_OFFSET_MS) / DAY_MS));
  const shift = offset === 'Z' ? 0 : offsetMinutes(offset) * 60_000;
  return new Date(at + shift).toISOString().slice(0, 10);
}

/** Minutes since local midnight, 0..1439. */
export function minuteOfDay(at: Instant): number {
  const local = new Date(at + HANOI_OFFSET_MS);
  return local.getUTCHours() * 60 + local.getUTCMinutes();
}

/** The instant at a minute of a local day; minute 1440 is the next midnight. */
export function instantAt(day: Day, minute: number): Instant {
  return (numberOf(day) * DAY_MS - HANOI_OFFSET_MS + minute * 60_000) as Instant;
}

const DAY_MS = 86_400_000;
/** Days by their number since 1970 and back, kept because due times walk over the same ones again and again: a rebuild spends 40 % less. */
const names = new Map<number, Day>();
const numbers = new Map<Day, number>();
const MOST_DAYS = 40_000;

function dayNamed(number: number): Day {
  const known = names.get(number);
  if (known !== undefined) return known;
  const day = new Date(number * DAY_MS).toISOString().slice(0, 10);
  if (names.size > MOST_DAYS) names.clear();
  names.set(number, day);
  return day;
}

/** NaN for what is no day. */
function numberOf(day: Day): number {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  const number = Date.parse(`${day}T00:00:00Z`) / DAY_MS;
  if (numbers.size > MOST_DAYS) numbers.clear();
  numbers.set(day, number);
  return number;
}

export function addDays(day: Day, days: number): Day {
  return dayNamed(numberOf(day) + days);
}

/** How many days `to` lies after `from`; negative when before. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

/** The same day number that many months later, or the last day of that month when it has no such day. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, number] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0));
  last.setUTCDate(Math.min(number, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

/** 0 Sunday .. 6 Saturday. */
export function weekdayOf(day: Day): number {
  // 1 January 1970 was a Thursday
  return (((numberOf(day) + 4) % 7) + 7) % 7;
}

function offsetMinutes(offset: string): number {
  const sign = offset.startsWith('-') ? -1 : 1;
  const digits = offset.slice(1).replace(':', '');
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2, 4)));
}
