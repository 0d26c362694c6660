/** Who may sign in how, by date: a rule of the state, so that the day it changed is data. */
import type { Day } from '../calendar/instant.ts';
import type { AccountKind } from './tables.ts';

interface VneidOnlyRule {
  readonly kind: AccountKind;
  /** First day on which only VNeID counts. */
  readonly from: Day;
  readonly basis: string;
  /** From memory: shown with "to be confirmed". */
  readonly confirm: boolean;
}

const VNEID_ONLY: readonly VneidOnlyRule[] = [
  { kind: 'citizen', from: '2024-07-01', basis: 'Nghị định 69/2024/NĐ-CP', confirm: true },
  { kind: 'business', from: '2025-07-01', basis: 'Nghị định 69/2024/NĐ-CP', confirm: true },
];

/** Officers have accounts of the installation. A demonstration also has invented citizens with passwords. */
export function mayUsePassword(who: { readonly kind: AccountKind; readonly demo: boolean }, day: Day): boolean {
  const rule = VNEID_ONLY.find((one) => one.kind === who.kind);
  return rule === undefined || who.demo || day < rule.from;
}
