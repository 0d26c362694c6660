/** Validity (hiệu lực): whether a result or a confirmed paper counts on a day. Pure. */
import { addDays, addMonths, type Day } from '../../platform/calendar/instant.ts';
import { parseTerm } from '../../platform/calendar/term.ts';
import { defineTexts, type Locale } from '../../platform/i18n/texts.ts';
import { dayText } from '../../platform/text/vietnamese-date.ts';
import type { ProcedureDefinition } from '../procedures/index.ts';

export type HeldState = 'in-force' | 'expired' | 'replaced' | 'revoked' | 'removed';

export interface Held {
  readonly validUntil: Day | null;
  readonly replacedBy?: string | null;
  readonly revokedAt?: number | null;
  readonly removedAt?: number | null;
}

export function heldState({ validUntil, replacedBy, revokedAt, removedAt }: Held, day: Day): HeldState {
  if (removedAt != null) return 'removed';
  if (revokedAt != null) return 'revoked';
  if (replacedBy != null) return 'replaced';
  return validUntil !== null && validUntil < day ? 'expired' : 'in-force';
}

type Result = ProcedureDefinition['results'][number];

/** The last day by the procedure, where it gives days or months; a validity known in words only ends nothing by itself. */
export function lastDayOf(result: Pick<Result, 'validity'> | undefined, issuedOn: Day): Day | null {
  const text = result?.validity?.value;
  const term = text === undefined ? undefined : parseTerm(text).term;
  if (term?.unit === 'm') return addMonths(issuedOn, term.count);
  return term?.unit === 'd' ? addDays(issuedOn, term.count) : null;
}

const texts = defineTexts({
  always: { vi: 'Đang có giá trị', en: 'In force' },
  until: {
    vi: (day: string) => `Có giá trị đến hết ngày ${day}`,
    en: (day: string) => `Valid to the end of ${day}`,
  },
  expired: { vi: (day: string) => `Hết giá trị sau ngày ${day}`, en: (day: string) => `No longer valid since ${day}` },
  replaced: { vi: 'Đã được đính chính, thay bằng văn bản khác', en: 'Corrected: another paper takes its place' },
  revoked: { vi: 'Đã bị thu hồi, hủy bỏ', en: 'Withdrawn' },
  removed: { vi: 'Chủ giấy tờ đã bỏ khỏi kho', en: 'Taken out of the store by its owner' },
});

export function validityWords(held: Held, day: Day, locale: Locale): string {
  const words = texts(locale);
  const state = heldState(held, day);
  const until = held.validUntil === null ? undefined : dayText(held.validUntil, locale);
  if (state === 'in-force') return until === undefined ? words.always : words.until(until);
  return state === 'expired' ? words.expired(until ?? '') : words[state];
}
