/** Signed in: who a session belongs to, how surely, and in which position they act now. */
import type { Actor } from '../cases/act.ts';

export type AccountKind = 'citizen' | 'business' | 'officer';

/** A position an officer holds today, by their own right or by delegation. */
export interface HeldPosition {
  readonly id: string;
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  /** TN, HT, CV, LP, CT, VT, administrator … as the province pack names them. */
  readonly role: string;
  readonly title: string;
  /** The account in whose place this one acts. */
  readonly forAccount?: string;
}

export interface SignedIn {
  readonly accountId: string;
  readonly sessionId: string;
  readonly kind: AccountKind;
  readonly name: string;
  /** VNeID level 1 or 2, or an account of this installation's own. */
  readonly assurance: 1 | 2 | 'local';
  readonly positions: readonly HeldPosition[];
  /** The position acted in now: chosen by the officer, else the first. */
  readonly active: HeldPosition | undefined;
  /** Permissions of all held positions. */
  readonly permissions: ReadonlySet<string>;
}

/** The nil account stands for a person who is not signed in, and for the program itself. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';

export const actorOf = (signedIn: SignedIn): Actor => ({
  id: signedIn.accountId,
  kind: 'person',
  account: signedIn.accountId,
  position: signedIn.active?.id,
  unit: signedIn.active?.unitId,
  for: signedIn.active?.forAccount,
});

export const programActor = (program: string): Actor => ({ id: NOBODY, kind: 'program', program });
