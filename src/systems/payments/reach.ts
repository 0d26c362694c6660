/** How far an officer's permission about money reaches: their units; everything for those at the unit that keeps the receiving account. */
import { type RawBuilder, sql } from 'kysely';
import { dayOf } from '../../platform/calendar/instant.ts';
import { packFolderOf } from '../../platform/config/project-root.ts';
import type { Exchange } from '../../platform/http/route.ts';
import { type Scope, scope } from '../../platform/permissions/permissions.ts';
import { unitAt } from '../../platform/organisation/find-units.ts';
import { readReceivingAccounts } from './receiving-account.ts';
import type { PaymentTables } from './tables.ts';

export type MoneyExchange = Exchange<PaymentTables>;

export async function moneyReach(
  { db, signedIn, clock, platform }: Pick<MoneyExchange, 'db' | 'signedIn' | 'clock' | 'platform'>,
  permission: string,
): Promise<Scope> {
  const day = dayOf(clock());
  const reach = await scope(db, signedIn, { permission, day });
  if (typeof reach === 'string') return reach;
  const { keeper } = readReceivingAccounts(packFolderOf(platform.config.province));
  const keeping = await unitAt(db, keeper, day);
  return keeping && reach.units.includes(keeping.id) ? 'all' : reach;
}

/** A column of units within the reach; what belongs to no unit yet is for those who reach everything. */
export const isReached = (reach: Scope, column: RawBuilder<unknown>): RawBuilder<boolean> =>
  reach === 'all' ? sql`true` : reach === 'none' ? sql`false` : sql`${column} = any(${reach.units})`;
