/** The operator's command `create-account`, apart from process and terminal: officers and administrators from the command line. */
import type { Clock } from '../calendar/instant.ts';
import type { Refusal } from '../cases/decision.ts';
import type { Db } from '../db/database.ts';
import type { Json } from '../db/json.ts';
import { fill } from '../http/problem.ts';
import { createOfficer } from './create-officer.ts';
import { identityRefusals } from './refusals.ts';
import { programActor } from './signed-in.ts';

export interface CreateAccountOptions {
  readonly login?: string;
  readonly name?: string;
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

const USAGE = ['identity.login-needed', 'identity.position-needed'];

export async function createAccountCommand(
  db: Db,
  { login = '', name = '', ...options }: CreateAccountOptions,
  clock: Clock,
): Promise<CommandOutcome> {
  const actor = programActor('identity.create-account');
  const made = await createOfficer(db, actor, { ...options, login, name, at: clock() });
  if (made.kind === 'refusal') return refused(made);
  const { madePassword: password } = made;
  const lines = [`Đã tạo tài khoản ${made.login}. Account ${made.login} created.`];
  if (password !== undefined) lines.push(`Mật khẩu, chỉ hiện một lần này / password, shown this once: ${password}`);
  return { exitCode: 0, text: lines.join('\n'), json: { account: made.accountId, login: made.login, password } };
}

function refused({ code, values }: Refusal): CommandOutcome {
  const spec = identityRefusals[code];
  const sentence = spec ? `${fill(spec.text.vi, values)} ${fill(spec.text.en ?? '', values)}` : code;
  return { exitCode: USAGE.includes(code) ? 2 : 1, text: sentence, json: { error: code, message: sentence } };
}
