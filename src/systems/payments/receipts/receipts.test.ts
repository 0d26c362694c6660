import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCollection, aDossierCase } from '../../../../test/harness/money.ts';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import { poppler, testWithPoppler, textOf } from '../../../../test/harness/pdf-reader.ts';
import { findIssuedDocument } from '../../../platform/documents/issued-document.ts';
import { trustedAuthorities } from '../../../platform/documents/signatures/key-ring.ts';
import { checkFile } from '../../../platform/documents/verification.ts';
import { newId } from '../../../platform/db/ids.ts';
import { unitAt } from '../../../platform/organisation/find-units.ts';
import { writeAct } from '../../../platform/cases/act.ts';
import type { Platform } from '../../../platform/system/platform.ts';
import type { PaymentTables } from '../tables.ts';
import { printReceiptBook, streamReceiptWorkbook } from './export-register.ts';
import { receiptRow } from './issue-receipt.ts';
import { readNumbers } from './read-numbers.ts';
import { receiptName } from './receipt-name.ts';
import { readSealed } from './seal-receipt.ts';
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

const platform = () => house.platform as unknown as Platform<PaymentTables>;
const found = async (id: string) => {
  const receipt = await findReceipt(house.db, { id }, 'all');
  if (!receipt) throw new Error(`receipt ${id} is gone`);
  return receipt;
};
const aReceipt = async (unit: string): Promise<string> =>
  (await issue(await aDossierCase(house), await unitOf(unit))) ?? '';

async function sealedOf(id: string): Promise<Uint8Array> {
  const sealed = await readSealed(platform(), await found(id));
  if (!sealed || 'fault' in sealed) throw new Error(JSON.stringify(sealed));
  return sealed.pdf;
}

test('a receipt is sealed once by the agency that takes the money, however often and however much at once it is asked for', async () => {
  const id = await aReceipt('H53.108.1');
  const [first, second] = await Promise.all([sealedOf(id), sealedOf(id)]);
  expect(Buffer.from(first).equals(second)).toBe(true);
  const { checkCode, number, series, unit } = await found(id);
  const paper = await findIssuedDocument(house.db, checkCode ?? '');
  expect(paper).toMatchObject({ number: receiptName({ series, number }), revokedAt: null });
  expect(checkFile(first, paper ?? { digest: '' }, trustedAuthorities(house.platform))).toMatchObject({
    state: 'genuine',
    signatures: [{ intact: true, trusted: true, coversWholeFile: true, holder: unit?.vi }],
  });
  expect(await textOf(first)).toContain(`Mã kiểm tra: ${checkCode}`);
  const entries =
    await sql`select 1 from journal.entry where subject_id = ${id} and type = 'payments.receipt-sealed'`.execute(
      house.db,
    );
  expect(entries.rows).toHaveLength(1);
  const changed = Buffer.from(first);
  changed[Math.floor(changed.length / 3)] = (changed[Math.floor(changed.length / 3)] ?? 0) ^ 1;
  expect(checkFile(changed, paper ?? { digest: '' }, []).state).toBe('different');
});

testWithPoppler('an independent reader finds the signature of a receipt valid', async () => {
  const said = poppler('pdfsig', await sealedOf(await aReceipt('H53.108.1')));
  expect(said).toContain('Signature is Valid');
  expect(said).toContain('Total document signed');
});

test('a voided receipt is verified as withdrawn, and one voided before it was sealed never is', async () => {
  const [sealed, unsealed] = [await aReceipt('H53.108.1'), await aReceipt('H53.108.1')];
  await sealedOf(sealed);
  await putOut(sealed, false);
  await putOut(unsealed, false);
  const { checkCode } = await found(sealed);
  expect((await findIssuedDocument(house.db, checkCode ?? ''))?.revokedAt).not.toBeNull();
  expect(await readSealed(platform(), await found(unsealed))).toBeUndefined();
});

test('the register as files has each number with what became of it, and names one that is missing', async () => {
  const unitId = await unitOf('H53.109.1');
  const caseId = await aDossierCase(house);
  for (let made = 0; made < 3; made++) await issue(caseId, unitId);
  const { receipts } = await listReceiptsOf(house.db, { reach: 'all', series: 'BL-26T/H53.109.1', limit: 3 });
  await putOut(receipts.find(({ number }) => number === 2)?.id ?? '', false);
  const [listed] = await listSeries(house.db, { units: [unitId] });
  if (!listed) throw new Error('the series is gone');
  // as if somebody had worked past the program: the series says four, nobody bears the fourth
  const series = { ...listed, last: 4, missing: 1 };
  const exported = () => ({
    series,
    lines: readNumbers(house.db, { reach: 'all', series: series.series, from: 1, to: 4 }),
    at: house.platform.clock(),
    simulated: true,
  });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await bytesOf(streamReceiptWorkbook(exported()))) as never);
  const [sheet] = workbook.worksheets;
  const rows = (sheet?.getRows(1, sheet.rowCount) ?? []).map(({ values }) => (values as unknown[]).slice(1));
  const numbers = rows.filter(([number]) => /^\d{7}$/.test(String(number)));
  expect(numbers.map((cells) => [cells[0], cells[4], cells[7]])).toEqual([
    ['0000001', 8000, 'Đã dùng'],
    ['0000002', 8000, expect.stringMatching(/^Đã hủy .*; Ghi sai người nộp: Ghi nhầm tên\.$/)],
    ['0000003', 8000, 'Đã dùng'],
    ['0000004', undefined, 'THIẾU: không có biên lai nào mang số này'],
  ]);
  const paper = await textOf(await printReceiptBook(exported()));
  expect(paper).toContain('0000002');
  expect(paper).toContain('THIẾU');
});

async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

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
