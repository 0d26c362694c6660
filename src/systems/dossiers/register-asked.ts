/** What the URL of the register of dossiers (sổ theo dõi hồ sơ) asks for: office, days, field, channel, state, words. */
import { addDays, daysBetween, type Day } from '../../platform/calendar/instant.ts';
import { isId } from '../../platform/db/ids.ts';
import { fieldOf, type FormFields } from '../../platform/http/route.ts';
import { isDay } from '../../platform/text/partial-day.ts';

export type RegisterAsked = Readonly<
  Record<'tu' | 'den' | 'donvi' | 'linhvuc' | 'kenh' | 'trangthai' | 'q' | 'sau', string>
>;

export const REGISTER = '/can-bo/so-theo-doi';

export const REGISTER_STATES = {
  'dang-giai-quyet': 'open',
  'cho-nguoi-nop': 'waiting',
  'qua-han': 'late',
  'co-ket-qua': 'decided',
  'da-tra': 'returned',
  'khong-ket-qua': 'ended',
} as const;
export type RegisterState = (typeof REGISTER_STATES)[keyof typeof REGISTER_STATES];

/** A book holds a year at most. */
const LONGEST = 366;

/** From the first of the month to today where the URL names no days; the days of a span the wrong way round are taken the right way. */
export function readRegisterAsked(query: FormFields, today: Day): RegisterAsked {
  const text = (name: string, most = 80): string => fieldOf(query, name).slice(0, most);
  const day = (name: string, otherwise: Day): Day => (isDay(text(name)) ? text(name) : otherwise);
  const named = [day('tu', `${today.slice(0, 8)}01`), day('den', today)].toSorted();
  const [from = today, to = today] = named;
  return {
    tu: daysBetween(from, to) >= LONGEST ? addDays(to, 1 - LONGEST) : from,
    den: to,
    donvi: isId(text('donvi')) ? text('donvi') : '',
    linhvuc: text('linhvuc'),
    kenh: ['online', 'counter', 'post'].find((one) => one === text('kenh')) ?? '',
    trangthai: Object.hasOwn(REGISTER_STATES, text('trangthai')) ? text('trangthai') : '',
    q: text('q', 200),
    sau: text('sau', 200),
  };
}

export const stateOf = ({ trangthai }: Pick<RegisterAsked, 'trangthai'>): RegisterState | undefined =>
  REGISTER_STATES[trangthai as keyof typeof REGISTER_STATES];

/** The address of the page, or of a file of it, with something changed; the place in the list falls away unless given. */
export function registerHref(asked: RegisterAsked, change: Partial<RegisterAsked> = {}, path = REGISTER): string {
  const { sau: _, ...kept } = asked;
  const query = new URLSearchParams(Object.entries({ ...kept, ...change }).filter(([, value]) => value !== ''));
  return `${path}?${query}`;
}
