/** Signed in: who a session belongs to, how surely, and in which position they act now. */
import type { Actor } from '../cases/act.ts';
import type { LocalText } from '../i18n/local-text.ts';
import type { Locale } from '../i18n/texts.ts';
import type { Day } from '../calendar/instant.ts';
import type { HoldingManner } from '../organisation/tables.ts';
import type { AccountKind } from './tables.ts';

export type { AccountKind };

/** VNeID level 1 or 2, or an account of this installation's own. */
export type Assurance = 1 | 2 | 'local';

/** A position an officer holds today, by their own right or by delegation. */
export interface HeldPosition {
  readonly id: string;
  readonly unitId: string;
  /** Sections inside a people's committee have none. */
  readonly unitCode: string | null;
  readonly unitName: LocalText;
  /** TN, HT, CV, LP, CT, VT … as the province pack names them. */
  readonly role: string;
  readonly title: LocalText;
  /** Answers for the units under its unit too. */
  readonly leads: boolean;
  /** The account in whose place this one acts. */
  readonly forAccount?: string;
  readonly forName?: string;
  readonly manner: HoldingManner;
  /** The last day, where there is one. */
  readonly until: Day | null;
  readonly permissions: ReadonlySet<string>;
}

export interface SignedIn {
  readonly accountId: string;
  readonly sessionId: string;
  readonly kind: AccountKind;
  /** Holds the role `administrator` of the installation, without a position in any unit. */
  readonly administrator: boolean;
  readonly name: string;
  /** The person who acts for an organisation. */
  readonly actingName?: string;
  readonly locale: Locale;
  readonly assurance: Assurance;
  /** Held today, own ones first. */
  readonly positions: readonly HeldPosition[];
  /** The position acted in now: chosen by the officer, else the first. */
  readonly active: HeldPosition | undefined;
  /** Permissions of all held positions and of an administrator; which rows they reach is the query's scope. */
  readonly permissions: ReadonlySet<string>;
}

/** The nil account stands for a person who is not signed in, and for the program itself. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';

/** `position` is the one that gives the permission acted on, when that is not the active one: see positionFor in permissions. */
export const actorOf = (signedIn: SignedIn, position: HeldPosition | undefined = signedIn.active): Actor => ({
  id: signedIn.accountId,
  kind: 'person',
  account: signedIn.accountId,
  position: position?.id,
  unit: position?.unitId,
  for: position?.forAccount,
});

export const programActor = (program: string): Actor => ({ id: NOBODY, kind: 'program', program });
