/** Comparing a day's books with the bank's statement (đối soát): what stands on one side only, differs, or came twice. Pure. */
import { type Day, dayOf, type Instant } from '../../../platform/calendar/instant.ts';

/** One movement of money as one of the two sides knows it. */
export interface Movement {
  readonly id: string;
  readonly direction: 'in' | 'out';
  readonly transaction: string | null;
  readonly reference: string | null;
  /** đồng */
  readonly amount: number;
  readonly at: Instant;
}

export type DifferenceKind = 'missing-in-bank' | 'missing-in-ours' | 'amount' | 'twice' | 'date';

export interface Difference {
  /** The same whenever the day is compared: by it a difference stays settled. */
  readonly key: string;
  readonly kind: DifferenceKind;
  readonly ours?: Movement;
  readonly bank?: Movement;
}

interface Pair {
  readonly ours: Movement;
  readonly bank: Movement;
}

/** Both sides with the days around `day`, so that what was booked beside midnight finds its other half. */
export function compareDay(
  day: Day,
  { ours, bank }: { readonly ours: readonly Movement[]; readonly bank: readonly Movement[] },
): readonly Difference[] {
  const { pairs, restOfOurs, restOfBank } = matchUp(ours, bank);
  const references = new Set(pairs.flatMap((pair) => pair.ours.reference ?? []));
  const isOf = ({ at }: Movement): boolean => dayOf(at) === day;
  return [
    ...restOfOurs.filter(isOf).map((one): Difference => ({ key: `o:${one.id}`, kind: 'missing-in-bank', ours: one })),
    ...restOfBank.filter(isOf).map(
      (one): Difference => ({
        key: `b:${one.id}`,
        kind: one.reference !== null && references.has(one.reference) ? 'twice' : 'missing-in-ours',
        bank: one,
      }),
    ),
    ...pairs.filter((pair) => isOf(pair.ours) || isOf(pair.bank)).flatMap(differencesOf),
  ];
}

function differencesOf({ ours, bank }: Pair): Difference[] {
  const key = `${ours.id}:${bank.id}`;
  return [
    ...(ours.amount === bank.amount ? [] : [{ key: `a:${key}`, kind: 'amount' as const, ours, bank }]),
    ...(dayOf(ours.at) === dayOf(bank.at) ? [] : [{ key: `d:${key}`, kind: 'date' as const, ours, bank }]),
  ];
}

/** By the bank's number first; then by reference with the same amount, nearest in time; then by reference alone. */
function matchUp(ours: readonly Movement[], bank: readonly Movement[]) {
  const pairs: Pair[] = [];
  let [restOfOurs, restOfBank] = [[...ours], [...bank]];
  const pass = (isSame: (own: Movement, theirs: Movement) => boolean): void => {
    for (const own of restOfOurs) {
      const candidates = restOfBank.filter((theirs) => own.direction === theirs.direction && isSame(own, theirs));
      const nearest = candidates.sort((a, b) => Math.abs(a.at - own.at) - Math.abs(b.at - own.at))[0];
      if (!nearest) continue;
      pairs.push({ ours: own, bank: nearest });
      restOfBank = restOfBank.filter((theirs) => theirs !== nearest);
    }
    const paired = new Set(pairs.map((pair) => pair.ours));
    restOfOurs = restOfOurs.filter((own) => !paired.has(own));
  };
  const sameReference = (own: Movement, theirs: Movement): boolean =>
    own.reference !== null && own.reference === theirs.reference;
  pass((own, theirs) => own.transaction !== null && own.transaction === theirs.transaction);
  pass((own, theirs) => sameReference(own, theirs) && own.amount === theirs.amount);
  pass(sameReference);
  return { pairs, restOfOurs, restOfBank };
}
