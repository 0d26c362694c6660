/** Who keeps the plan: positions with the permission in the units that the pack names; the position an act is done in. */
import type { Actor } from '../../platform/cases/act.ts';
import type { Exchange } from '../../platform/http/route.ts';
import { actorOf } from '../../platform/identity/signed-in.ts';
import type { PlanDefinition } from './definition.ts';
import type { PlanTables } from './tables.ts';

export const SEE = 'plan.see';
export const ENTER = 'plan.enter';
export const APPROVE = 'plan.approve';

export type PlanExchange = Exchange<PlanTables>;
export type PlanPerson = Actor & { readonly account: string };

/** Undefined where the person holds no such position in a unit of the plan: the same as not having the permission. */
export function keeperOf(
  { signedIn }: Pick<PlanExchange, 'signedIn'>,
  { office }: Pick<PlanDefinition, 'office'>,
  permission: typeof ENTER | typeof APPROVE,
): PlanPerson | undefined {
  if (!signedIn) return undefined;
  const codes = permission === ENTER ? office.entering : office.approving;
  const seats = signedIn.positions.filter(
    ({ permissions, unitCode }) => permissions.has(permission) && unitCode !== null && codes.includes(unitCode),
  );
  const seat = seats.find(({ id }) => id === signedIn.active?.id) ?? seats[0];
  return seat && { ...actorOf(signedIn, seat), account: signedIn.accountId };
}
