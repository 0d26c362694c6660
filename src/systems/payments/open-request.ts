/** Opening a payment request at the payment platform: a job, so that a platform that is down delays the link and nothing else. */
import type { QueryExecutorProvider } from 'kysely';
import { Type } from 'typebox';
import { Check } from 'typebox/value';
import type { Json } from '../../platform/db/json.ts';
import { addJob } from '../../platform/jobs/add-job.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { CALLBACK_PATH } from './callback-route.ts';
import type { PaymentTables } from './tables.ts';

export const OPEN_REQUEST = 'payments.open-request';

/** In the transaction that makes the request. Simulated dossiers pay without any platform: nothing of theirs leaves the program. */
export async function askToOpen(
  trx: QueryExecutorProvider,
  { config }: Pick<Platform, 'config'>,
  request: { readonly id: string; readonly simulated: boolean },
): Promise<void> {
  if (!config.bankUrl || !config.bankKey || request.simulated) return;
  await addJob(trx, OPEN_REQUEST, { request: request.id }, { key: `${OPEN_REQUEST}:${request.id}` });
}

const Opened = Type.Object({ payUrl: Type.String({ pattern: '^https?://', maxLength: 2000 }) });
const TIMEOUT_MS = 10_000;

/** The same request asked for again is the same at the platform, so a job that runs twice opens one. Throws when the platform does not take it: the job is tried again. */
export async function openRequest({ db, config }: Platform<PaymentTables>, payload: Json): Promise<void> {
  const { request: id } = payload as { request: string };
  const request = await db.selectFrom('payments.request').selectAll().where('id', '=', id).executeTakeFirst();
  if (!config.bankUrl || request?.state !== 'waiting' || request.pay_url !== null) return;
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
      returnUrl: new URL('/ho-so-cua-toi', ours).href,
    }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok || !Check(Opened, answer)) throw new Error(`the payment platform answered ${response.status}`);
  await db.updateTable('payments.request').set({ pay_url: answer.payUrl }).where('id', '=', id).execute();
}
