/** Making an officer: an account with a password, seated in a free position of a role in a unit, or an administrator. */
import { type Day, dayOf, type Instant } from '../calendar/instant.ts';
import type { Actor } from '../cases/act.ts';
import { type Refusal, refuse } from '../cases/decision.ts';
import type { Db } from '../db/database.ts';
import { unitAt } from '../organisation/find-units.ts';
import { listPositions, type PositionToHold } from '../organisation/holding.ts';
import { createAccount, readLogin } from './account.ts';
import { makePassword } from './password.ts';

export interface OfficerToCreate {
  readonly login: string;
  readonly name: string;
  /** Role and code of a unit, together: the first position of that role in it that nobody holds. */
  readonly role?: string | undefined;
  readonly unit?: string | undefined;
  readonly administrator?: boolean;
  /** One is made when left out. */
  readonly password?: string | undefined;
  readonly at: Instant;
}

export interface CreatedOfficer {
  readonly kind: 'created';
  readonly accountId: string;
  readonly login: string;
  /** Only the one that was made: shown once and kept nowhere. */
  readonly madePassword?: string;
}

/** Refusals: those of createAccount, and `identity.login-needed`, `.position-needed`, `.unit-unknown`, `.role-unknown`. */
export async function createOfficer(db: Db, actor: Actor, wanted: OfficerToCreate): Promise<CreatedOfficer | Refusal> {
  const { login, name, role, unit, administrator = false, at } = wanted;
  if (!login || !name) return refuse('identity.login-needed');
  if (!role !== !unit || (!administrator && !role)) return refuse('identity.position-needed');
  const position = role && unit ? await findPosition(db, { role, unitCode: unit, day: dayOf(at) }) : undefined;
  if (position && 'kind' in position) return position;
  const password = wanted.password ?? makePassword();
  const positions = position ? [position] : [];
  const made = await createAccount(db, actor, { kind: 'officer', login, name, password, administrator, positions, at });
  if (made.kind === 'refusal') return made;
  const shown = wanted.password === undefined ? { madePassword: password } : {};
  return { kind: 'created', accountId: made.accountId, login: readLogin(login), ...shown };
}

export async function findPosition(
  db: Db,
  { role, unitCode, day }: { readonly role: string; readonly unitCode: string; readonly day: Day },
): Promise<PositionToHold | Refusal> {
  const unit = await unitAt(db, unitCode, day);
  if (!unit) return refuse('identity.unit-unknown', { unit: unitCode });
  const [position] = await listPositions(db, { unitId: unit.id, role, day });
  if (!position) return refuse('identity.role-unknown', { unit: unitCode, role });
  return { positionId: position.id, unitId: unit.id };
}
