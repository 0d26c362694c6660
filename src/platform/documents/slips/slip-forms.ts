/** Meanings of slips and the symbols that their numbers carry; the forms themselves are templates of the province pack. */
import type { Day } from '../../calendar/instant.ts';

/** What a slip means to the person who receives it: the rules renumber and rename the forms, the meaning stays. */
export const SLIP_MEANINGS = [
  'receipt',
  'supplement-request',
  'refusal',
  'apology',
  'stop-notice',
  'control-slip',
] as const;
export type SlipMeaning = (typeof SLIP_MEANINGS)[number];

/** `one-stop` slips serve every procedure but those whose ministry has its own: `residence` for registration of residence. */
export const SLIP_FAMILIES = ['one-stop', 'residence'] as const;
export type SlipFamily = (typeof SLIP_FAMILIES)[number];

/** Follows the running number of a one-stop slip, `Số: 15/TNHS` [M]; the residence forms and the control slip carry none. */
const SYMBOLS: Readonly<Partial<Record<SlipMeaning, string>>> = {
  receipt: 'TNHS',
  'supplement-request': 'HDHS',
  refusal: 'TCHS',
  apology: 'PXL',
  'stop-notice': 'TB',
};
/** CT04, CT05, CT06. */
const OF_RESIDENCE: readonly SlipMeaning[] = ['receipt', 'supplement-request', 'refusal'];

export const slipSymbol = (meaning: SlipMeaning, family: SlipFamily): string | undefined =>
  family === 'residence' && OF_RESIDENCE.includes(meaning) ? undefined : SYMBOLS[meaning];

/** What heads a printed form. */
export interface FormHead {
  /** Number within the rule; none where the rule has no form and the slip is an ordinary notice. */
  readonly number?: string;
  readonly rule?: string;
  readonly title: string;
}

/** Sổ theo dõi hồ sơ is a book and no slip; its form of the day [V names: TT 01/2018 art. 9, TT 03/2025; M wording]. */
export const registerFormOn = (day: Day): FormHead => ({
  title: 'Sổ theo dõi hồ sơ',
  ...(day < '2025-09-15'
    ? { number: 'Mẫu số 06', rule: 'Thông tư 01/2018/TT-VPCP' }
    : { number: 'Mẫu số 07', rule: 'Thông tư 03/2025/TT-VPCP' }),
});
