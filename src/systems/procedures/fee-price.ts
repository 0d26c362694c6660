/** The price of a fee for one dossier: its formula, what lessens it on the day of submission, and how the amount came about. Pure. */
import type { Day } from '../../platform/calendar/instant.ts';
import type { Values } from '../../platform/conditions/subject.ts';
import type { Answers } from '../../platform/forms/answers.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { Fee } from './fee-definition.ts';

/** One reason why a fee is less. */
export interface Lessening {
  readonly kind: 'reduction' | 'exemption';
  readonly key: string;
  readonly name: LocalText;
  readonly percent: number;
  /** đồng taken off */
  readonly off: number;
  readonly ground: { readonly number: string; readonly articles?: readonly string[] };
  /** Nobody has verified it against the rule. */
  readonly confirm: boolean;
}

export interface PlannedFee {
  readonly key: string;
  readonly name: Fee['name'];
  /** đồng */
  readonly amount: number;
  readonly payable: 'receipt' | 'processing' | 'return';
  /** Nobody has verified the amount against the province's resolution. */
  readonly confirm: boolean;
  /** How the amount came about, where something was counted. */
  readonly counted?: { readonly count: number; readonly each: number; readonly unit?: LocalText };
  /** đồng before anything was taken off, and what was; left out where nothing was. */
  readonly lessened?: { readonly from: number; readonly by: readonly Lessening[] };
  /** Days of its line in the table, where it has any. */
  readonly valid?: { readonly from?: Day; readonly to?: Day };
}

export interface PriceQuestion {
  readonly answers: Answers;
  readonly channel: string;
  /** Of submission. */
  readonly day: Day;
  /** Key of the exemption that is granted or not yet judged. */
  readonly exemption: string | null;
}

/** Where a form asks for it; `none` says that nothing is claimed. */
export const EXEMPTION_ANSWER = 'fee_exemption';
export const NO_EXEMPTION = 'none';

export const isFeeOn = ({ valid }: Pick<Fee, 'valid'>, day: Day): boolean => valid === undefined || isOn(valid, day);

const isOn = ({ from, to }: { readonly from?: Day; readonly to?: Day }, day: Day): boolean =>
  (from === undefined || from <= day) && (to === undefined || day <= to);

/** Null when the answers claim none, or one that no fee has on the day. */
export function claimedExemption(
  fees: readonly Fee[],
  { answers, day }: Pick<PriceQuestion, 'answers' | 'day'>,
): string | null {
  const claimed = answers[EXEMPTION_ANSWER];
  if (typeof claimed !== 'string' || claimed === NO_EXEMPTION) return null;
  const isThere = fees.some(({ exemptions = [] }) => exemptions.some((one) => one.key === claimed && isOn(one, day)));
  return isThere ? claimed : null;
}

/** A fee known in words, or set by another body's notice, is never charged by us. One that an exemption brings to nothing is kept with its reason. */
export function priceOf(fee: Fee, question: PriceQuestion): PlannedFee[] {
  const full = amountOf(fee.formula, question.answers);
  if (full === undefined || full === 0) return [];
  const { key, name, formula, payable = 'receipt', valid } = fee;
  const lessened = lessen(fee, full, question);
  const counted = formula.kind === 'per-unit' && {
    counted: {
      count: countOf(formula.count, question.answers),
      each: formula.amount,
      ...(formula.unit && { unit: formula.unit }),
    },
  };
  return [
    {
      key,
      name,
      amount: lessened.amount,
      payable,
      confirm: fee.confirm !== undefined,
      ...counted,
      ...(lessened.by.length > 0 && { lessened: { from: full, by: lessened.by } }),
      ...(valid && { valid }),
    },
  ];
}

/** One after another, each of what the one before has left; every step is whole đồng by the fee's own rounding, and none makes it more. */
function lessen(
  { reductions = [], exemptions = [], rounding = { to: 1, way: 'down' } }: Fee,
  full: number,
  { channel, day, exemption }: PriceQuestion,
): { readonly amount: number; readonly by: readonly Lessening[] } {
  const applied = [
    ...reductions
      .filter((one) => isOn(one, day) && (one.channels?.includes(channel as never) ?? true))
      .map((one) => ({ ...one, kind: 'reduction' as const })),
    ...exemptions
      .filter((one) => one.key === exemption && isOn(one, day))
      .map((one) => ({ ...one, kind: 'exemption' as const })),
  ];
  let amount = full;
  const by = applied.map(({ kind, key, name, percent, ground: { confirm, ...ground } }): Lessening => {
    const left = Math.min(amount, roundTo(amount * (100 - percent), rounding));
    const off = amount - left;
    amount = left;
    return { kind, key, name, percent, off, ground, confirm: confirm !== undefined };
  });
  return { amount, by };
}

/** `hundredths` of a đồng to whole đồng, in integers throughout. */
function roundTo(hundredths: number, { to, way }: NonNullable<Fee['rounding']>): number {
  const unit = to * 100;
  const over = hundredths % unit;
  const down = hundredths - over;
  const isUp = over > 0 && (way === 'up' || (way === 'nearest' && over * 2 >= unit));
  return (isUp ? down + unit : down) / 100;
}

function amountOf(formula: Fee['formula'], answers: Values): number | undefined {
  switch (formula.kind) {
    case 'fixed':
      return formula.amount;
    case 'per-unit':
      return formula.amount * countOf(formula.count, answers);
    case 'page-tiers': {
      const rows = at(answers, formula.rows);
      return (Array.isArray(rows) ? rows : []).reduce<number>(
        // a row of which nothing could be read stays in a draft, empty
        (sum, row) => sum + priceOfCopies(formula, (row ?? {}) as Values),
        0,
      );
    }
    default:
      return undefined;
  }
}

/** The entries of a list, or a whole number as it was stated. */
function countOf(path: string, answers: Values): number {
  const counted = at(answers, path);
  return Array.isArray(counted) ? counted.length : Number.isSafeInteger(counted) ? Math.max(0, Number(counted)) : 0;
}

/** Each page costs the amount of the tier it falls in, a copy at most the cap (certified copies: 2.000 đ to page 2, then 1.000 đ, at most 200.000 đ). */
function priceOfCopies(formula: Extract<Fee['formula'], { kind: 'page-tiers' }>, row: Values): number {
  const pages = Math.max(0, Number(row[formula.pages] ?? 0));
  const copies = Math.max(0, Number(row[formula.copies] ?? 0));
  const tiers = [...formula.tiers].sort((a, b) => a.from - b.from);
  const perCopy = tiers.reduce((sum, tier, index) => {
    const last = (tiers[index + 1]?.from ?? Number.POSITIVE_INFINITY) - 1;
    return sum + Math.max(0, Math.min(pages, last) - tier.from + 1) * tier.amount;
  }, 0);
  return Math.min(perCopy, formula.cap ?? perCopy) * copies;
}

const at = (answers: Values, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) => (value !== null && typeof value === 'object' ? (value as Values)[key] : undefined),
      answers,
    );
