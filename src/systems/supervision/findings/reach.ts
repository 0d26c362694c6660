/** Reach: which findings somebody sees. Their own always; with the permission those of their units. */
import { dayOf, type Instant } from '../../../platform/calendar/instant.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { SignedIn } from '../../../platform/identity/signed-in.ts';
import { scope } from '../../../platform/permissions/permissions.ts';
import type { FindingReach } from './finding-state.ts';

export const OWN = 'supervision.answer';
export const SEE = 'supervision.see';
export const KEEP = 'supervision.keep-rules';

export async function reachOf<T>(db: Db<T>, reader: SignedIn, at: Instant): Promise<FindingReach> {
  return {
    accountId: reader.accountId,
    seats: reader.positions.map(({ unitId }) => unitId),
    units: await scope(db, reader, { permission: SEE, day: dayOf(at) }),
  };
}
