/** The operator's command `create-account`, apart from process and terminal: officers and administrators from the command line. */
import { type Clock, dayOf } from '../calendar/instant.ts';
import { type Refusal, refuse } from '../cases/decision.ts';
import type { Db } from '../db/database.ts';
import type { Json } from '../db/json.ts';
import { fill } from '../http/problem.ts';
import { unitAt } from '../organisation/find-units.ts';
import { listPositions, type PositionToHold } from '../organisation/holding.ts';
import { createAccount, readLogin } from './account.ts';
import { makePassword } from './password.ts';
import { identityRefusals } from './refusals.ts';
import { programActor } from './signed-in.ts';

export interface CreateAccountOptions {
  readonly login?: string;
  readonly name?: string;
  /** Role and code of a unit, together: the first position of that role in it that nobody holds. */
  readonly role?: string;
  readonly unit?: string;
  readonly administrator?: boolean;
  /** Read from standard input; without it one is made and shown once. Never an argument: those are seen by every user of the machine. */
  readonly password?: string;
}

export interface CommandOutcome {
  readonly exitCode: 0 | 1 | 2;
  readonly text: string;
  readonly json: Json;
}

export async function createAccountCommand(
  db: Db,
  options: CreateAccountOptions,
  clock: Clock,
): Promise<CommandOutcome> {
  const { login, name, role, unit, administrator = false } = options;
  if (!login || !name) return refused(refuse('identity.command-needs-login'), 2);
  if ((role === undefined) !== (unit === undefined) || (!administrator && role === undefined))
    return refused(refuse('identity.command-needs-position'), 2);
  const at = clock();
  const position = role && unit ? await findPosition(db, role, unit, dayOf(at)) : undefined;
  if (position && 'kind' in position) return refused(position, 1);
  const password = options.password ?? makePassword();
  const made = await createAccount(db, programActor('identity.create-account'), {
    kind: 'officer',
    login,
    name,
    password,
    administrator,
    positions: position ? [position] : [],
    at,
  });
  if (made.kind === 'refusal') return refused(made, 1);
  const account = { account: made.accountId, login: readLogin(login) };
  if (options.password !== undefined)
    return {
      exitCode: 0,
      text: `Đã tạo tài khoản ${account.login}. Account ${account.login} created.`,
      json: account,
    };
  return {
    exitCode: 0,
    text: [
      `Đã tạo tài khoản ${account.login}. Account ${account.login} created.`,
      `Mật khẩu, chỉ hiện một lần này / password, shown this once: ${password}`,
    ].join('\n'),
    json: { ...account, password },
  };
}

async function findPosition(db: Db, role: string, unitCode: string, day: string): Promise<PositionToHold | Refusal> {
  const unit = await unitAt(db, unitCode, day);
  if (!unit) return refuse('identity.command-unit-unknown', { unit: unitCode });
  const [position] = await listPositions(db, { unitId: unit.id, role, day });
  if (!position) return refuse('identity.command-role-unknown', { unit: unitCode, role });
  return { positionId: position.id, unitId: unit.id };
}

function refused({ code, values }: Refusal, exitCode: 1 | 2): CommandOutcome {
  const spec = identityRefusals[code];
  const sentence = spec ? `${fill(spec.text.vi, values)} ${fill(spec.text.en ?? '', values)}` : code;
  return { exitCode, text: sentence, json: { error: code, message: sentence } };
}
