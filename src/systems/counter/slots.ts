/** Slots (khung giờ): when one can have an appointment, from the hours a counter is open on the days it opens. Pure. */
import { addDays, type Day, dayOf, type Instant, instantAt } from '../../platform/calendar/instant.ts';
import { MINUTE, type Office, receptionWindows } from '../../platform/calendar/working-time.ts';
import type { CounterRules } from './rules.ts';

export interface Slot {
  readonly from: Instant;
  readonly to: Instant;
}

type AppointmentRule = CounterRules['appointments'];

/** Whole slots only: none reaches into the lunch break or beyond closing. */
export function slotsOn(
  office: Office,
  day: Day,
  { slot_minutes: length }: Pick<AppointmentRule, 'slot_minutes'>,
): Slot[] {
  return receptionWindows(office, day).flatMap(({ opens, closes }) =>
    Array.from({ length: Math.floor((closes - opens) / length) }, (_, index) => ({
      from: instantAt(day, opens + index * length),
      to: instantAt(day, opens + (index + 1) * length),
    })),
  );
}

/** Neither too soon nor too far ahead. */
export const canBook = (slot: Slot, rule: AppointmentRule, at: Instant): boolean =>
  slot.from >= at + rule.notice_minutes * MINUTE && dayOf(slot.from) <= addDays(dayOf(at), rule.ahead_days);

/** The slot that begins at this instant; undefined where the counter has none. */
export const findSlot = (
  office: Office,
  from: Instant,
  rule: Pick<AppointmentRule, 'slot_minutes'>,
): Slot | undefined => slotsOn(office, dayOf(from), rule).find((slot) => slot.from === from);

/** Days that have a slot one can still book, the nearest first. */
export function bookableDays(office: Office, rule: AppointmentRule, at: Instant): Day[] {
  const today = dayOf(at);
  return Array.from({ length: rule.ahead_days + 1 }, (_, ahead) => addDays(today, ahead)).filter((day) =>
    slotsOn(office, day, rule).some((slot) => canBook(slot, rule, at)),
  );
}
