/** An exchange with supervision: who reads and what that reaches. */
import type { Exchange } from '../../../platform/http/route.ts';
import type { SignedIn } from '../../../platform/identity/signed-in.ts';
import type { FindingReach } from '../findings/finding-state.ts';
import { reachOf } from '../findings/reach.ts';
import type { SupervisionTables } from '../tables.ts';

export type SupervisionExchange = Exchange<SupervisionTables>;

/** Routes of officers declare a permission, so that somebody is signed in. */
export function readerOf({ signedIn }: Pick<Exchange, 'signedIn'>): SignedIn {
  if (!signedIn) throw new Error('an officer route without a session');
  return signedIn;
}

export const reachOfExchange = (exchange: SupervisionExchange): Promise<FindingReach> =>
  reachOf(exchange.db, readerOf(exchange), exchange.clock());
