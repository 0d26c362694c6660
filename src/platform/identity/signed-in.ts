/** Signed in: who a request comes from, in which position, and what that position may do. */
import type { Actor } from '../cases/act.ts';
import type { LocalText } from '../i18n/local-text.ts';
import type { Locale } from '../i18n/texts.ts';
import type { AccountKind, Assurance } from './tables.ts';

export interface HeldPosition {
  readonly id: string;
  readonly unitId: string;
  readonly unitCode: string | null;
  readonly unitName: LocalText;
  readonly role: string;
  readonly title: LocalText;
  /** Answers for the units under its unit too. */
  readonly leads: boolean;
  /** The account whose position it is, when held by delegation. */
  readonly for: string | null;
}

export interface SignedIn {
  readonly sessionId: string;
  readonly accountId: string;
  readonly kind: AccountKind;
  readonly name: string;
  readonly locale: Locale;
  readonly assurance: Assurance;
  /** Held today, own ones first. */
  readonly positions: readonly HeldPosition[];
  /** The one acted in: the chosen one, else the first; undefined for citizens and for administrators without one. */
  readonly active: HeldPosition | undefined;
  /** What the active position, or the kind of account, may do; which rows is the query's scope. */
  readonly permissions: ReadonlySet<string>;
}

/** As verbs and the journal want it. */
export function actorOf(signedIn: SignedIn): Actor {
  const { accountId, active } = signedIn;
  return {
    id: accountId,
    kind: 'person',
    account: accountId,
    position: active?.id,
    unit: active?.unitId,
    for: active?.for ?? undefined,
  };
}

/** `072094123418` → `072094…18`: as lists show it, enough to tell two people apart with the card in hand. */
export function maskPersonalNumber(number: string): string {
  return number.length < 9 ? '…' : `${number.slice(0, 6)}…${number.slice(-2)}`;
}
