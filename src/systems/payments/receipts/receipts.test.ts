import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCollection, aDossierCase } from '../../../../test/harness/money.ts';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import { newId } from '../../../platform/db/ids.ts';
import { unitAt } from '../../../platform/organisation/find-units.ts';
import { writeAct } from '../../../platform/cases/act.ts';
import type { PaymentTables } from '../tables.ts';
import { receiptRow } from './issue-receipt.ts';
import { findReceipt, listReceiptsOf, listSeries } from './register.ts';
import { voidReceipt } from './void-receipt.ts';

let house: House<PaymentTables>;
beforeAll(async () => {
  house = await aHouse<PaymentTables>();
}, 120_000);
afterAll(() => house.close());

const unitOf = async (code: string): Promise<string> => (await unitAt(house.db, code, '2026-11-23'))?.id ?? '';
const clerk = { id: newId(), kind: 'person', account: newId() } as const;

/** Answers the receipt's id, or nothing where the act was made to fail. */
async function issue(caseId: string, unitId: string, fails = false): Promise<string | undefined> {
  const collectionId = await aCollection(house, { caseId, unitId, amount: 8_000 });
  try {
    return await house.db.transaction().execute(async (trx) => {
      const taken = await receiptRow(trx, {
        caseId,
        collectionId,
        unitId,
        amount: 8_000,
        by: 'counter',
        at: house.platform.clock(),
      });
      await writeAct(trx, { rows: [taken.row], entries: [] });
      if (fails) throw new Error('the act fails after its number was taken');
      return taken.id;
    });
  } catch (error) {
    if (fails) return undefined;
    throw error;
  }
}

const putOut = (receipt: string, replace: boolean, commandId = newId()) =>
  voidReceipt(
    house.acting,
    { actor: clerk, reach: 'all' },
    { commandId, receipt, reason: 'wrong-payer', note: 'Ghi nhầm tên.', replace },
  );

type Step = { readonly kind: 'issue' | 'fail' | 'void' | 'replace'; readonly which: number };
const steps = fc.array(
  fc.record<Step>({ kind: fc.constantFrom('issue', 'issue', 'fail', 'void', 'replace'), which: fc.nat(100) }),
  { minLength: 3, maxLength: 12 },
);

test('whatever is issued, fails or is voided, at once or one after another, a series loses and doubles no number', async () => {
  const unitId = await unitOf('H53.102.1');
  const caseId = await aDossierCase(house);
  const issued: string[] = [];
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const done = await Promise.all(
        history.map(({ kind, which }) => {
          const receipt = issued[which % Math.max(1, issued.length)];
          if (kind === 'issue' || kind === 'fail' || receipt === undefined)
            return issue(caseId, unitId, kind === 'fail');
          return putOut(receipt, kind === 'replace').then(() => undefined);
        }),
      );
      issued.push(...done.filter((id) => id !== undefined));
      const [series] = await listSeries(house.db, { units: [unitId] });
      if (!series) return issued.length === 0;
      expect(series.missing).toBe(0);
      expect(series.used + series.voided).toBe(series.last);
    }),
    { numRuns: 25 },
  );
}, 120_000);

test('fifty at once get fifty numbers, each of the next fifty once', async () => {
  const unitId = await unitOf('H53.103.1');
  const caseId = await aDossierCase(house);
  const ids = await Promise.all(Array.from({ length: 50 }, () => issue(caseId, unitId)));
  const { receipts } = await listReceiptsOf(house.db, { reach: 'all', series: 'BL-26T/H53.103.1', limit: 100 });
  expect(receipts.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 50 }, (_, n) => n + 1),
  );
  expect(new Set(ids).size).toBe(50);
});

test('a voided receipt stays in the register with its reason, and the one in its place names it', async () => {
  const unitId = await unitOf('H53.104.1');
  const id = (await issue(await aDossierCase(house), unitId)) ?? '';
  const commandId = newId();
  const outcome = await putOut(id, true, commandId);
  expect(outcome).toMatchObject({ kind: 'done', repeated: false });
  expect(await putOut(id, true, commandId)).toMatchObject({ kind: 'done', repeated: true });
  expect(await putOut(id, true)).toMatchObject({ kind: 'refusal', code: 'payments.already-voided' });
  const next = outcome.kind === 'done' ? (outcome.answer.next as string) : '';
  expect(await findReceipt(house.db, { id }, 'all')).toMatchObject({ voidReason: 'wrong-payer', replacedBy: 2 });
  expect(await findReceipt(house.db, { id: next }, 'all')).toMatchObject({ voidReason: null, replaces: 1, number: 2 });
});

test('who has no part in the unit finds neither receipt nor series', async () => {
  const reach = { units: [await unitOf('H53.105.1')] };
  const id = (await issue(await aDossierCase(house), await unitOf('H53.106.1'))) ?? '';
  expect(await findReceipt(house.db, { id }, reach)).toBeUndefined();
  expect(await listSeries(house.db, reach)).toEqual([]);
  expect(
    await voidReceipt(
      house.acting,
      { actor: clerk, reach },
      { commandId: newId(), receipt: id, reason: 'other', note: 'Thử.', replace: false },
    ),
  ).toEqual({ kind: 'not-found' });
});

test('the database itself refuses to forget a number or to give it twice', async () => {
  const unitId = await unitOf('H53.107.1');
  const id = (await issue(await aDossierCase(house), unitId)) ?? '';
  await expect(sql`delete from payments.receipt where id = ${id}`.execute(house.db)).rejects.toThrow(
    'permission denied',
  );
  await expect(
    sql`insert into payments.receipt select (r).* from (select r from payments.receipt r where id = ${id}) q`.execute(
      house.db,
    ),
  ).rejects.toThrow('duplicate key');
});
