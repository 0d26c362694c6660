/** Opening a payment request at the payment platform: a job, so that a platform that is down delays the link and nothing else. */
import type { QueryExecutorProvider } from 'kysely';
import { Type } from 'typebox';
import { Check } from 'typebox/value';
import { isLoopback } from '../../platform/config/config.ts';
import type { Json } from '../../platform/db/json.ts';
import { addJob } from '../../platform/jobs/add-job.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { CALLBACK_PATH } from './callback-route.ts';
import type { PaymentTables } from './tables.ts';

export const OPEN_REQUEST = 'payments.open-request';

type Asked = Pick<Platform, 'config'>;

interface OpenableRequest {
  readonly id: string;
  readonly simulated: boolean;
}

/** In the transaction that makes the request. A simulated dossier is mostly paid by the simulation: until a person looks, nothing is opened for it. */
export async function askToOpen(trx: QueryExecutorProvider, asked: Asked, request: OpenableRequest): Promise<void> {
  if (!request.simulated && isOpenable(asked, request)) await addOpening(trx, request);
}

/** When its payer is about to pay. Answers whether a page will come. */
export async function askToOpenNow(
  db: QueryExecutorProvider,
  asked: Asked,
  request: OpenableRequest,
): Promise<boolean> {
  if (!isOpenable(asked, request)) return false;
  await addOpening(db, request);
  return true;
}

/** What is simulated goes to a simulator on this machine and nowhere else. */
function isOpenable({ config }: Asked, { simulated }: OpenableRequest): boolean {
  if (!config.bankUrl || !config.bankKey) return false;
  return !simulated || isLoopback(new URL(config.bankUrl).hostname);
}

const addOpening = (trx: QueryExecutorProvider, { id }: OpenableRequest): Promise<void> =>
  addJob(trx, OPEN_REQUEST, { request: id }, { key: `${OPEN_REQUEST}:${id}` });

const Opened = Type.Object({ payUrl: Type.String({ pattern: '^https?://', maxLength: 2000 }) });
const TIMEOUT_MS = 10_000;
/** A payment that failed may be tried again. */
const PAYABLE: ReadonlySet<string> = new Set(['waiting', 'failed']);
/** Where the payer sees what has become of it. */
const payPath = (caseCode: string): string => `/ho-so/${encodeURIComponent(caseCode)}/nop-tien?tu=ngan-hang`;

/** The same request asked for again is the same at the platform, so a job that runs twice opens one. Throws when the platform does not take it: the job is tried again. */
export async function openRequest({ db, config }: Platform<PaymentTables>, payload: Json): Promise<void> {
  const { request: id } = payload as { request: string };
  const request = await db.selectFrom('payments.request').selectAll().where('id', '=', id).executeTakeFirst();
  if (!config.bankUrl || !request || !PAYABLE.has(request.state) || request.pay_url !== null) return;
  const ours = config.publicUrl ?? `http://${config.host}:${config.port}`;
  const response = await fetch(new URL('/requests', config.bankUrl), {
    method: 'POST',
    headers: { authorization: `Bearer ${config.bankKey ?? ''}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      reference: request.reference,
      amount: request.amount,
      account: { bin: request.bin, number: request.account, name: request.holder },
      description: request.case_code,
      callbackUrl: new URL(CALLBACK_PATH, ours).href,
      returnUrl: new URL(payPath(request.case_code), ours).href,
    }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok || !Check(Opened, answer)) throw new Error(`the payment platform answered ${response.status}`);
  await db.updateTable('payments.request').set({ pay_url: answer.payUrl }).where('id', '=', id).execute();
}
