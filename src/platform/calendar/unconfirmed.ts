/** Unconfirmed: the values of the calendar that a due time rests on and that no document at hand confirms. */
import type { LocalText } from '../i18n/local-text.ts';
import { dayNature, isWeeklyRest, rowAt, type SpecialDay } from './calendar-version.ts';
import { addDays, type Day, dayOf, instantAt } from './instant.ts';
import type { DueInput, Reckoning, Stretch } from './reckoning.ts';
import { type Office, officeHoursAt, type Span } from './working-time.ts';

export type Unconfirmed = UnconfirmedDays | UnconfirmedSetting;

export interface UnconfirmedDays {
  readonly kind: SpecialDay['kind'];
  readonly title: LocalText;
  readonly from: Day;
  readonly to: Day;
  readonly source: string;
}

/** `calendar-end`: the first day for which the calendar knows no holidays at all. */
export interface UnconfirmedSetting {
  readonly kind: 'office-hours' | 'late-receipt' | 'calendar-end';
  readonly day: Day;
}

/** Each once, special days first and in order. */
export function listUnconfirmed(input: DueInput, reckoning: Reckoning): Unconfirmed[] {
  const days = daysRestedOn(input, reckoning);
  return [...specialDays(input, days), ...settings(input, reckoning, days), ...beyond(input, days)];
}

/** The days whose nature decides: of a term in working time all of them, of one in days only those at its two ends. Days spent inside a pause decide nothing. */
function daysRestedOn(input: DueInput, { start, stretches }: Reckoning): Day[] {
  const days = new Set(daysFromTo(dayOf(input.receivedAt), dayOf(start.at)));
  for (const stretch of stretches) {
    const from = stretch.lastDay ?? dayOf(stretch.from);
    for (const day of daysFromTo(from, dayOf(stretch.due))) {
      if (!isInsidePause(stretch, day)) days.add(day);
    }
  }
  return [...days];
}

function daysFromTo(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

function isInsidePause({ pauses }: Stretch, day: Day): boolean {
  const whole: Span = { from: instantAt(day, 0), to: instantAt(day, 1440) };
  return pauses.some((pause) => pause.from <= whole.from && whole.to <= pause.to);
}

function specialDays({ calendar }: Office, days: readonly Day[]): UnconfirmedDays[] {
  const found = new Map<string, UnconfirmedDays>();
  for (const day of days) {
    const { special } = dayNature(calendar, day);
    const decides = special && !special.confirmed && (special.works || !isWeeklyRest(calendar, day));
    if (!decides) continue;
    const { kind, title, source } = special;
    const key = `${kind} ${title.vi} ${day.slice(0, 4)}`;
    found.set(key, { kind, title, source, from: found.get(key)?.from ?? day, to: day });
  }
  return [...found.values()];
}

function settings(input: DueInput, { start }: Reckoning, days: readonly Day[]): UnconfirmedSetting[] {
  const { calendar } = input;
  const found = new Map<object, UnconfirmedSetting>();
  for (const day of days) {
    const hours = officeHoursAt(input, day);
    if (!hours.confirmed) found.set(hours, { kind: 'office-hours', day });
  }
  const day = dayOf(input.receivedAt);
  const late = rowAt(calendar.lateReceipt, day);
  if (start.moved === 'late' && !late.confirmed) found.set(late, { kind: 'late-receipt', day });
  return [...found.values()];
}

function beyond({ calendar: { covers } }: Office, days: readonly Day[]): UnconfirmedSetting[] {
  const day = days.find((day) => day < covers.from || day > covers.to);
  return day === undefined ? [] : [{ kind: 'calendar-end', day }];
}
