import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningSimulator, startSimulator } from '../../../../simulators/start-simulator.ts';
import { aCollection, aDossierCase } from '../../../../test/harness/money.ts';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import { anAccount } from '../../../../test/harness/people.ts';
import { newId } from '../../../platform/db/ids.ts';
import { programActor } from '../../../platform/identity/signed-in.ts';
import { unitAt } from '../../../platform/organisation/find-units.ts';
import type { Platform } from '../../../platform/system/platform.ts';
import type { PaymentTables } from '../tables.ts';
import { decideRefund, recordRefundSent } from './decide-refund.ts';
import { findRefund } from './list-money.ts';
import { proposeRefund } from './propose-refund.ts';
import { readRefundReasons } from './refund-rules.ts';
import { sendRefund } from './send-refund.ts';

let house: House<PaymentTables>;
let bank: RunningSimulator;
let unitId: string;
let proposer: string;
let approver: string;
beforeAll(async () => {
  bank = await startSimulator('bank', { API_KEY: 'key', CALLBACK_SECRET: 'secret' });
  house = await aHouse<PaymentTables>({ BANK_URL: bank.url, BANK_KEY: 'key' });
  unitId = (await unitAt(house.db, 'H53.101.1', '2026-11-23'))?.id ?? '';
  proposer = await anAccount(house, { role: 'TN', unit: 'H53.101.1' });
  approver = await anAccount(house, { role: 'CT', unit: 'H53.101' });
}, 120_000);
afterAll(async () => {
  await house.close();
  await bank.stop();
});

const person = (account: string) => ({ id: account, kind: 'person', account }) as const;
const payee = { name: 'NGUYEN THI LUA', bin: '970436', account: '0123456789' };

const propose = (collection: string, reason: string, amount: number, commandId = newId()) =>
  proposeRefund(
    house.acting,
    { actor: person(proposer), reach: { units: [unitId] }, reasons: readRefundReasons(house) },
    { commandId, collection, reason, amount, payee, note: 'Thu thừa.' },
  );
const decide = (refund: string, { by = approver, approve = true } = {}) =>
  decideRefund(
    house.acting,
    { actor: person(by), reach: 'all' },
    { commandId: newId(), refund, approve, note: approve ? '' : 'Chưa đủ căn cứ.' },
  );
const sent = (refund: string, transaction: string) =>
  recordRefundSent(
    house.acting,
    { actor: programActor('test'), reach: 'all' },
    { commandId: newId(), refund, transaction },
  );

/** A dossier that owes 16.000 đồng and was paid this much at once. */
async function aPaidDossier(amount: number, made: Parameters<typeof aDossierCase>[1] = {}) {
  const caseId = await aDossierCase(house, { unitId, ...made });
  await sql`insert into payments.bill (case_id, due) values (${caseId}, 16000)`.execute(house.db);
  return { caseId, collection: await aCollection(house, { caseId, unitId, amount, transaction: `FT${newId()}` }) };
}
const idOf = (outcome: Awaited<ReturnType<typeof propose>>): string => {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.answer.id as string;
};
const refundedOf = async (id: string): Promise<number> =>
  (await house.db.selectFrom('payments.collection').select('refunded').where('id', '=', id).executeTakeFirstOrThrow())
    .refunded;

test('what was paid too much goes back, proposed by one person and approved by another', async () => {
  const { collection } = await aPaidDossier(20_000);
  expect(await propose(collection, 'overpaid', 5_000)).toMatchObject({
    code: 'payments.refund-amount',
    values: { most: 4_000 },
  });
  const id = idOf(await propose(collection, 'overpaid', 4_000));
  expect(await propose(collection, 'overpaid', 1)).toMatchObject({ code: 'payments.reason-does-not-hold' });
  expect(await decide(id, { by: proposer })).toMatchObject({ code: 'payments.same-person' });
  expect(await decide(id)).toMatchObject({ kind: 'done' });
  expect(await decide(id)).toMatchObject({ code: 'payments.refund-decided' });
  await expect(
    sql`update payments.refund set decided_by = proposed_by where id = ${id}`.execute(house.db),
  ).rejects.toThrow('refund_two_people_check');
});

test('a refund that is not approved sets its amount free again', async () => {
  const { collection } = await aPaidDossier(20_000);
  const id = idOf(await propose(collection, 'overpaid', 4_000));
  expect(await refundedOf(collection)).toBe(4_000);
  expect(await decide(id, { approve: false })).toMatchObject({ kind: 'done' });
  expect(await refundedOf(collection)).toBe(0);
  idOf(await propose(collection, 'overpaid', 4_000));
});

test('all that was paid goes back only where the dossier ended before it was accepted', async () => {
  const { collection: accepted } = await aPaidDossier(16_000);
  expect(await propose(accepted, 'not-accepted', 16_000)).toMatchObject({ code: 'payments.reason-does-not-hold' });
  const ended = { status: 'closed', outcome: 'not-accepted', received: false } as const;
  const { collection } = await aPaidDossier(16_000, ended);
  idOf(await propose(collection, 'not-accepted', 16_000));
});

test('the bank sends an approved refund once, however often it is asked, and the statement shows it', async () => {
  const { collection } = await aPaidDossier(20_000);
  const id = idOf(await propose(collection, 'overpaid', 4_000));
  const platform = house.platform as unknown as Platform<PaymentTables>;
  await sendRefund(platform, { refund: id });
  expect((await findRefund(house.db, id, 'all'))?.state).toBe('proposed');
  await decide(id);
  await Promise.allSettled([sendRefund(platform, { refund: id }), sendRefund(platform, { refund: id })]);
  await sendRefund(platform, { refund: id });
  const refund = await findRefund(house.db, id, 'all');
  expect(refund).toMatchObject({ state: 'sent', payee });
  const headers = { authorization: 'Bearer key' };
  const { entries } = (await (await fetch(`${bank.url}/statement`, { headers })).json()) as {
    entries: { direction: string; amount: number; transactionId: string }[];
  };
  expect(entries.filter(({ direction }) => direction === 'out')).toMatchObject([
    { amount: 4_000, transactionId: refund?.transaction },
  ]);
});

test('one transfer of the bank stands for one refund', async () => {
  const [a, b] = [await aPaidDossier(17_000), await aPaidDossier(17_000)];
  const [first, second] = [
    idOf(await propose(a.collection, 'overpaid', 1_000)),
    idOf(await propose(b.collection, 'overpaid', 1_000)),
  ];
  await decide(first);
  await decide(second);
  expect(await sent(first, 'FT-OUT-1')).toMatchObject({ kind: 'done' });
  expect(await sent(second, 'FT-OUT-1')).toMatchObject({ code: 'payments.transaction-used' });
  expect(await sent(first, 'FT-OUT-2')).toMatchObject({ code: 'payments.refund-decided' });
});

test('who paid is told of each step once, in their language, and of a refusal with its reason', async () => {
  const applicantId = await anAccount(house, 'citizen');
  const { collection } = await aPaidDossier(20_000, { applicantId });
  await decide(idOf(await propose(collection, 'overpaid', 3_000)), { approve: false });
  const id = idOf(await propose(collection, 'overpaid', 4_000));
  await decide(id);
  await sent(id, 'FT-OUT-9');
  await house.readJournal();
  await house.readJournal();
  const told = await sql<{ subject: string; body: string; link: string }>`
    select subject, body, link from notifications.delivery where account_id = ${applicantId} and channel = 'in-app' order by created_at, id
  `.execute(house.db);
  expect(told.rows.map(({ subject }) => subject.replace(/^Hồ sơ \S+: /, '')).sort()).toEqual([
    'không duyệt hoàn trả 3.000 đồng',
    'đã chuyển trả 4.000 đồng',
    'đã duyệt hoàn trả 4.000 đồng',
    'đề nghị hoàn trả 3.000 đồng',
    'đề nghị hoàn trả 4.000 đồng',
  ]);
  const all = told.rows.map(({ body }) => body).join('\n');
  expect(all).toContain('Lý do: Chưa đủ căn cứ.');
  expect(all).toContain('FT-OUT-9');
  expect(all).not.toMatch(/[{}]|undefined|null/);
  for (const { link } of told.rows) expect(link).toMatch(/^\/ho-so\/H53/);
});

test('whatever is proposed and decided at once, a dossier never gets back more than it paid beyond its bill', async () => {
  const acts = fc.array(fc.record({ amount: fc.integer({ min: 1, max: 6_000 }), approve: fc.boolean() }), {
    minLength: 2,
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(acts, async (history) => {
      const { caseId, collection } = await aPaidDossier(16_000);
      const second = await aCollection(house, { caseId, unitId, amount: 5_000, transaction: `FT${newId()}` });
      await Promise.all(
        history.map(async ({ amount, approve }, place) => {
          const outcome = await propose(place % 2 === 0 ? collection : second, 'paid-twice', amount);
          if (outcome.kind === 'done') await decide(idOf(outcome), { approve });
        }),
      );
      expect((await refundedOf(collection)) + (await refundedOf(second))).toBeLessThanOrEqual(5_000);
    }),
    { numRuns: 15 },
  );
}, 120_000);
