/** Permissions: what roles may do as systems declare it, and which units that reaches. What is not declared is refused. */
import type { Day } from '../calendar/instant.ts';
import type { Db } from '../db/database.ts';
import type { HeldPosition, SignedIn } from '../identity/signed-in.ts';
import { unitsUnder } from '../organisation/find-units.ts';

/** The role of an administrator of the installation: no position, no unit. */
export const ADMINISTRATOR = 'administrator';

export type DeclaredPermissions = ReadonlyMap<string, { readonly roles: readonly string[] }>;

export function permissionsOf(declared: DeclaredPermissions, role: string): ReadonlySet<string> {
  return new Set([...declared].filter(([, { roles }]) => roles.includes(role)).map(([name]) => name));
}

/** For what shows or hides; rows are reached through `scope`. */
export const can = (signedIn: SignedIn | undefined, permission: string): boolean =>
  signedIn?.permissions.has(permission) ?? false;

/** The position that gives the permission, the active one first: whose act it is. Undefined for an administrator's. */
export function positionFor(signedIn: SignedIn, permission: string): HeldPosition | undefined {
  const { active, positions } = signedIn;
  return active?.permissions.has(permission) ? active : positions.find((held) => held.permissions.has(permission));
}

/**
 * What a permission reaches: rows whose unit column is `any($units)`. `all` belongs to administrators alone.
 * The same answer filters a list and checks one row, so a forgotten check is an empty page and never a leak.
 */
export type Scope = 'none' | 'all' | { readonly units: readonly string[] };

/** Own unit, and for those who lead also the units under it, of every position that gives the permission. */
export async function scope<T>(
  db: Db<T>,
  signedIn: SignedIn | undefined,
  { permission, day }: { readonly permission: string; readonly day: Day },
): Promise<Scope> {
  if (!signedIn || !can(signedIn, permission)) return 'none';
  const held = signedIn.positions.filter((position) => position.permissions.has(permission));
  if (held.length === 0) return signedIn.administrator ? 'all' : 'none';
  const units = await Promise.all(
    held.map(({ leads, unitId }) => (leads ? unitsUnder(db, unitId, day) : Promise.resolve([unitId]))),
  );
  return { units: [...new Set(units.flat())] };
}

export function isWithin(reach: Scope, unitId: string | null): boolean {
  if (typeof reach === 'string') return reach === 'all';
  return unitId !== null && reach.units.includes(unitId);
}
