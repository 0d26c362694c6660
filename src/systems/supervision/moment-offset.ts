/** Offsets of a moment: `+5wd` is five working days after it, `-1wd` one before, `+2h` two working hours after. */
import type { Instant } from '../../platform/calendar/instant.ts';
import type { LegalClock } from '../../platform/cases/legal-clock.ts';

const OFFSET = /^([+-])(\d+)(wd|h)$/;
const MINUTES_OF_A_DAY = 480;

/** When a rule looks at a case whose moment this is. */
export function lookTime(moment: Instant, offset: string, legal: LegalClock): Instant {
  const [, sign, amount = '0', unit = 'h'] = OFFSET.exec(offset) ?? [];
  return shifted(moment, sign === '-' ? 'back' : 'on', { amount, unit, legal });
}

/** The other way round: moments not after this have come, with the offset, by `now`. */
export function momentsUpTo(now: Instant, offset: string, legal: LegalClock): Instant {
  const [, sign, amount = '0', unit = 'h'] = OFFSET.exec(offset) ?? [];
  return shifted(now, sign === '-' ? 'on' : 'back', { amount, unit, legal });
}

function shifted(
  at: Instant,
  way: 'on' | 'back',
  { amount, unit, legal }: { readonly amount: string; readonly unit: string; readonly legal: LegalClock },
): Instant {
  if (Number(amount) === 0) return at;
  if (way === 'on') return legal.dueAt(at, `${amount}${unit}`, { lateRule: false });
  return legal.before(at, Number(amount) * (unit === 'wd' ? MINUTES_OF_A_DAY : 60));
}
