/** Fetching the bank's statement every night: of yesterday and the days before it, as the file that its customers download. */
import { addDays, type Day, dayOf, instantAt, isoOf } from '../../../platform/calendar/instant.ts';
import { packFolderOf } from '../../../platform/config/project-root.ts';
import { newId } from '../../../platform/db/ids.ts';
import { programActor } from '../../../platform/identity/signed-in.ts';
import type { Platform } from '../../../platform/system/platform.ts';
import { accountFor, readReceivingAccounts } from '../receiving-account.ts';
import type { PaymentTables } from '../tables.ts';
import { importStatement } from './import-statement.ts';

export const FETCH_STATEMENT = 'payments.fetch-statement';
/** 01:00 at UTC+7, as cron counts in UTC. */
export const FETCH_STATEMENT_AT = '0 18 * * *';
/** A bank that was down for a night or two is asked again for what it owes. */
const DAYS = 3;
const TIMEOUT_MS = 30_000;

/** Throws when the bank does not answer: the job is tried again. */
export async function fetchStatement(platform: Platform<PaymentTables>): Promise<void> {
  const { config, clock } = platform;
  if (config.bankUrl === undefined || config.bankKey === undefined) return;
  const today = dayOf(clock());
  for (let back = DAYS; back >= 1; back--) await fetchDay(platform, addDays(today, -back));
}

async function fetchDay(platform: Platform<PaymentTables>, day: Day): Promise<void> {
  const { config } = platform;
  const account = accountFor(readReceivingAccounts(packFolderOf(config.province)), undefined).number;
  const asked = new URL('/statement.csv', config.bankUrl);
  asked.search = new URLSearchParams({
    account,
    from: isoOf(instantAt(day, 0)),
    to: isoOf(instantAt(addDays(day, 1), 0)),
  }).toString();
  const response = await fetch(asked, {
    headers: { authorization: `Bearer ${config.bankKey ?? ''}` },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`the bank answered ${response.status} to the statement of ${day}`);
  const outcome = await importStatement(platform.acting, programActor(FETCH_STATEMENT), {
    commandId: newId(),
    statement: {
      name: `sao-ke-${day}.csv`,
      bytes: new Uint8Array(await response.arrayBuffer()),
      source: 'bank',
      account,
      days: { from: day, to: day },
    },
  });
  if (outcome.kind !== 'done') throw new Error(`the statement of ${day} was not taken: ${JSON.stringify(outcome)}`);
}
