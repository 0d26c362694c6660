/** The national portal, spoken to over HTTP: a session by login, then one message a call. Fields, services and dates are its own; paths, the key's header and the codes of errors are to be confirmed, and as the simulator has them. */
import { Type } from 'typebox';
import { Check } from 'typebox/value';
import type { Config } from '../../platform/config/config.ts';
import type { Json } from '../../platform/db/json.ts';
import type { Told } from './ledger.ts';

export interface Call {
  /** A second sending under it has no second effect. */
  readonly key: string;
  /** Of the sending unit. */
  readonly madonvi: string;
  readonly service: 'DongBoHoSoMC' | 'CapNhatTienDoHoSoMC';
  readonly isUpdating: boolean;
  readonly data: readonly Json[];
}

type Settings = Pick<Config, 'nationalUrl' | 'nationalAccount' | 'nationalSecret'>;

const Answer = Type.Object({
  error_code: Type.Integer(),
  error_message: Type.Optional(Type.String()),
  session: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
});
type Fault = Extract<Told, { kind: 'fault' }>;
type Answered = { readonly kind: 'answer'; readonly code: number; readonly said: string; readonly session?: string };

const TIMEOUT_MS = 10_000;
const OVER = 11;

/** A process's own, by address and account: losing one costs a login. */
const sessions = new Map<string, Promise<string | Fault>>();

/** A session that ended meanwhile is asked for once more; the message goes under the same key. */
export async function tellPortal(settings: Settings, call: Call): Promise<Told> {
  for (let attempt = 1; ; attempt++) {
    const held = sessionOf(settings);
    const session = await held;
    if (typeof session !== 'string') {
      forget(settings, held);
      return session;
    }
    const { key, ...body } = call;
    const answer = await post(settings, '/services', { session, ...body }, { 'idempotency-key': key });
    if (answer.kind === 'fault') return answer;
    if (answer.code === 0) return { kind: 'taken' };
    if (answer.code !== OVER) return { kind: 'fault', fault: 'refused', said: `${answer.code} ${answer.said}`.trim() };
    forget(settings, held);
    if (attempt === 2) return { kind: 'fault', fault: 'session-lost', said: answer.said };
  }
}

const keyOf = ({ nationalUrl, nationalAccount }: Settings): string => `${nationalUrl} ${nationalAccount}`;

/** Those who need one at the same time wait for the same login. */
function sessionOf(settings: Settings): Promise<string | Fault> {
  const held = sessions.get(keyOf(settings)) ?? logIn(settings);
  sessions.set(keyOf(settings), held);
  return held;
}

/** Unless somebody else has a new one already. */
function forget(settings: Settings, held: Promise<string | Fault>): void {
  if (sessions.get(keyOf(settings)) === held) sessions.delete(keyOf(settings));
}

async function logIn(settings: Settings): Promise<string | Fault> {
  const { nationalAccount: username = '', nationalSecret: password = '' } = settings;
  const answer = await post(settings, '/login', { username, password }, {});
  if (answer.kind === 'fault') return answer;
  if (answer.code === 0 && answer.session !== undefined) return answer.session;
  return { kind: 'fault', fault: 'login-refused', said: answer.said };
}

async function post(
  { nationalUrl }: Settings,
  path: string,
  body: object,
  headers: Record<string, string>,
): Promise<Answered | Fault> {
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(new URL(path, nationalUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    answer = await response.json().catch((error: Error) => {
      if (error instanceof SyntaxError) return undefined;
      throw error;
    });
  } catch (error) {
    const { name, message, cause } = error as Error;
    if (name === 'TimeoutError') return { kind: 'fault', fault: 'timeout', said: `${TIMEOUT_MS / 1000} s` };
    return { kind: 'fault', fault: 'unreachable', said: cause instanceof Error ? cause.message : message };
  }
  return readAnswer(response.status, answer);
}

function readAnswer(status: number, answer: unknown): Answered | Fault {
  const said = `HTTP ${status}`;
  if (status === 503 || status === 429) return { kind: 'fault', fault: 'closed', said };
  if (status >= 500) return { kind: 'fault', fault: 'failed', said };
  if (status >= 300) return { kind: 'fault', fault: 'refused', said };
  if (!Check(Answer, answer)) return { kind: 'fault', fault: 'unreadable', said };
  const { error_code: code, error_message: text = '', session } = answer;
  return { kind: 'answer', code, said: text, ...(session !== undefined && { session }) };
}
