import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../test/harness/database.ts';
import { instant } from '../../../platform/calendar/instant.ts';
import { fromRoot } from '../../../platform/config/project-root.ts';
import { type Db, type OpenDatabase, openDatabase } from '../../../platform/db/database.ts';
import { newId } from '../../../platform/db/ids.ts';
import { loadOrganisation } from '../../../platform/organisation/load-organisation.ts';
import type { Organisation } from '../../../platform/organisation/definition.ts';
import { readOrganisation } from '../../../platform/organisation/pack.ts';
import { findProcedure } from '../find-procedure.ts';
import { loadProcedurePack } from '../load-pack.ts';
import { ours } from '../own-tables.ts';
import type { ProcedureTables } from '../tables.ts';
import { importProcedures } from './import-procedures.ts';
import { listDifferences } from './differences.ts';
import { differencesOf } from './record-difference.ts';
import { settleDifferences } from './settle-differences.ts';
import { findImportReport, listImportReports } from './import-report.ts';

const PACK = fromRoot('provinces/tay-ninh');
const TODAY = '2026-11-23';
const clock = () => instant(`${TODAY}T08:00`);
const actor = { kind: 'program', program: 'procedures.import' } as const;
const organisation = readOrganisation(PACK).organisation as Organisation;
const fixture = (name: string) => fromRoot('src/systems/procedures/import/fixtures', name);

let database: TestDatabase;
let open: OpenDatabase;
let db: Db<ProcedureTables>;

beforeAll(async () => {
  database = await testDatabase();
  open = openDatabase({ url: database.url });
  db = ours(open.db);
  await loadOrganisation(open.db, { organisation, clock });
  await loadProcedurePack(db, { folder: PACK, organisation: () => organisation }, clock);
  return async () => {
    await open.close();
    await database.drop();
  };
});

const importFile = (path: string) => importProcedures(db, { stream: createReadStream(path), name: path, actor, clock });
const importBytes = (bytes: Uint8Array, name = 'upload.csv') =>
  importProcedures(db, { stream: Readable.from([bytes]), name, actor, clock });

async function recordOf(code: string) {
  const found = await findProcedure(db, code, TODAY);
  return found?.record ?? expect.fail(`no record of ${code}`);
}

describe('the catalogue', () => {
  test('loads what it can read and reports the rest by number, code and rule', async () => {
    const result = await importFile(fixture('catalogue.csv'));
    expect(result.kind).toBe('catalogue');
    expect(result.reported.map(({ record, code, rule }) => [record, code, rule])).toEqual([
      [21, ' 1.900201', 'procedures.code-irregular'],
      [23, '1.9002021', 'procedures.code-irregular'],
      [24, '1.900203-Xoa', 'procedures.code-irregular'],
      [25, '2.900204739', 'procedures.code-irregular'],
      [26, '1.900205', 'procedures.name-empty'],
      [27, '1.900001', 'procedures.code-repeated'],
      [33, '', 'procedures.code-irregular'],
      [34, '1.900211', 'procedures.column-count'],
      [35, null, 'procedures.quote-open'],
      [37, null, 'procedures.not-text'],
    ]);
    expect(result.loaded + result.reported.length).toBe(38);
  });

  test('never takes a code with a space for the code without it', async () => {
    expect((await recordOf('1.900201')).name).toBe('Lập chương trình công tác của tỉnh');
  });

  test('keeps names over two lines, with quotes and in decomposed letters as one composed line', async () => {
    expect((await recordOf('1.900208')).name).toBe('Điều chỉnh chủ trương đầu tư thuộc thẩm quyền của tỉnh');
    expect((await recordOf('1.900209')).name).toBe('Xác nhận "phương án" sử dụng đất, mặt nước');
    expect((await recordOf('1.900210')).name).toBe('Đổi tên cơ sở giáo dục đại học');
    expect((await recordOf('1.900213')).name).toBe('Đọc tiếp sau dòng hỏng');
    expect((await recordOf('1.900215')).name).toBe('Dòng cuối không xuống dòng');
  });

  test('knows what another province promulgated for itself', async () => {
    expect((await findProcedure(db, '1.900100', TODAY))?.elsewhere).toBe(true);
    expect((await findProcedure(db, '1.900101', TODAY))?.elsewhere).toBe(false);
  });

  test('the same file again changes nothing', async () => {
    const before = await db.selectFrom('procedures.record').selectAll().orderBy('procedure_id').execute();
    const again = await importFile(fixture('catalogue.csv'));
    expect(again).toMatchObject({ loaded: 28, unchanged: 28 });
    expect(again.reported).toHaveLength(10);
    expect(await db.selectFrom('procedures.record').selectAll().orderBy('procedure_id').execute()).toEqual(before);
  });
});

describe('the records in full', () => {
  test('are loaded or reported, with what is doubtful flagged', async () => {
    const result = await importFile(fixture('detail.jsonl'));
    expect(result.kind).toBe('detail');
    expect(result.reported.map(({ record, code, rule }) => [record, code, rule])).toEqual([
      [15, ' 1.910015', 'procedures.code-irregular'],
      [16, '1.910016', 'procedures.name-empty'],
      [17, '1.910002', 'procedures.code-repeated'],
      [18, null, 'procedures.not-json'],
      [19, '1.910018', 'procedures.record-misshapen'],
      [20, null, 'procedures.not-text'],
      [21, null, 'procedures.record-misshapen'],
    ]);
    expect(result.loaded).toBe(16);
    const page = await findImportReport(db, result.reportId, { limit: 100 });
    const flags = Object.fromEntries(
      (page?.lines ?? []).filter((line) => line.loaded).map((line) => [line.record, line.reasons]),
    );
    expect(flags).toEqual({
      3: ['procedures.term-in-words'],
      4: ['procedures.term-in-words'],
      5: ['procedures.terms-disagree', 'procedures.case-repeated'],
      6: ['procedures.channel-repeated'],
      7: ['procedures.fee-in-words'],
      8: ['procedures.fee-doubtful'],
      9: ['procedures.guidance-among-components', 'procedures.component-unnamed', 'procedures.component-code-repeated'],
      10: ['procedures.field-missing', 'procedures.authority-missing', 'procedures.promulgator-missing'],
      11: ['procedures.subject-unknown'],
      12: ['procedures.legal-number-irregular'],
      13: ['procedures.steps-missing'],
      14: ['procedures.decomposed'],
      22: ['procedures.term-in-words'],
      23: ['procedures.term-in-words'],
    });
  });

  test('a term has a value only where number and unit say so', async () => {
    expect((await recordOf('1.910002')).channels?.[0]?.term).toEqual({ value: '60h' });
    expect((await recordOf('1.910003')).channels?.[0]?.term).toEqual({ text: '7' });
    expect((await recordOf('1.910004')).channels?.[0]?.term).toEqual({
      text: 'Không quá 10 ngày, không kể thời gian đo đạc',
    });
    expect((await recordOf('1.910007')).channels?.[0]?.term).toEqual({ value: '1m' });
    expect((await recordOf('1.910020')).channels?.map((channel) => channel.term)).toEqual([
      { text: '-3 WORKING_DAY' },
      { text: '99999 DAY' },
      { text: '0 WORKING_DAY' },
    ]);
  });

  test('terms that disagree are both kept, and none is the term of the procedure', async () => {
    const record = await recordOf('1.910005');
    expect(record.channels?.[0]?.term).toEqual({ value: '10d' });
    expect(record.cases?.map((one) => one.term.value)).toEqual(['20d', '20d']);
    expect((await findProcedure(db, '1.910005', TODAY))?.term).toBeNull();
  });

  test('a note among the papers is guidance; a form to download is not', async () => {
    const components = (await recordOf('1.910009')).components ?? [];
    expect(components.map((one) => [one.name, one.guidance])).toEqual([
      ['Chứng cứ gồm:', true],
      ['Văn bản xác nhận', false],
      ['', false],
      ['Mẫu đơn', false],
      ['Văn bản khác', false],
    ]);
  });

  test('say more than the catalogue, and a later catalogue does not take it back', async () => {
    await importFile(fixture('catalogue.csv'));
    expect((await recordOf('1.900001')).kind).toBe('detail');
    expect((await findProcedure(db, '1.900001', TODAY))?.term).toEqual({ value: '3wd' });
  });
});

test('an import never overwrites what the province has published', async () => {
  const line = '1.001193,Tên khác,Lĩnh vực khác,Sở Khác,Bộ Tư pháp,STANDARD,ACTIVE';
  const header = 'code,name,category,departments,promulgated_by,type,state';
  await importBytes(Buffer.from(`${header}\n${line}\n`));
  const found = await findProcedure(db, '1.001193', TODAY);
  expect(found?.name.vi).toBe('Đăng ký khai sinh');
  expect(found?.version?.definition.form).toBe('birth-registration');
  expect(found?.record?.name).toBe('Tên khác');
});

describe('a national procedure that has changed', () => {
  const HEADER = 'code,name,category,departments,promulgated_by,type,state';
  const administrator = { id: newId(), kind: 'person' } as const;
  const importLine = (...cells: string[]) => importBytes(Buffer.from(`${HEADER}\n${cells.join(',')}\n`));
  const as = (name: string, state = 'ACTIVE', code = '1.930001') =>
    importLine(code, name, 'Hộ tịch', 'Ủy ban nhân dân cấp xã', 'Bộ Tư pháp', 'STANDARD', state);
  const allOpen = async () => (await listDifferences(db, { state: 'open', limit: 10 })).differences;
  const openOf = async (code = '1.930001') => (await allOpen()).filter((one) => one.code === code);
  const settle = async (decision: 'accepted' | 'rejected') =>
    settleDifferences(db, administrator, { ids: (await openOf()).map(({ id }) => id), decision, at: clock() });
  const nameNow = async () => (await recordOf('1.930001')).name;

  test('waits, field by field, and overwrites nothing until it is accepted', async () => {
    await as('Cấp bản sao');
    expect(await as('Cấp bản sao trích lục', 'INACTIVE')).toMatchObject({ loaded: 1, unchanged: 0, changed: 1 });
    expect(await nameNow()).toBe('Cấp bản sao');
    const [difference, ...more] = await openOf();
    expect(more).toEqual([]);
    expect(difference && differencesOf(difference.before, difference.after)).toEqual([
      { field: 'name', before: ['Cấp bản sao'], after: ['Cấp bản sao trích lục'] },
      { field: 'state', before: ['ACTIVE'], after: ['INACTIVE'] },
    ]);
    expect(await settle('accepted')).toBe(1);
    expect(await nameNow()).toBe('Cấp bản sao trích lục');
    expect((await findProcedure(db, '1.930001', TODAY))?.name.vi).toBe('Cấp bản sao trích lục');
    expect(await as('Cấp bản sao trích lục', 'INACTIVE')).toMatchObject({ unchanged: 1, changed: 0 });
  });

  test('is not asked about again once it was rejected, but about another change it is', async () => {
    await as('Tên mới');
    expect(await settle('rejected')).toBe(1);
    expect(await as('Tên mới')).toMatchObject({ unchanged: 1, changed: 0 });
    expect(await openOf()).toEqual([]);
    expect(await nameNow()).toBe('Cấp bản sao trích lục');
    expect(await as('Tên khác nữa')).toMatchObject({ changed: 1 });
    expect(await settle('accepted')).toBe(1);
    // what was rejected against the record before is a question again against this one
    expect(await as('Tên mới')).toMatchObject({ changed: 1 });
  });

  test('is one question, of the last import: the same again waits on, another overtakes it, and going back ends it', async () => {
    const [first] = await openOf();
    expect(await as('Tên mới')).toMatchObject({ changed: 1 });
    expect((await openOf()).map(({ id }) => id)).toEqual([first?.id]);
    await as('Tên mới nhất');
    expect((await openOf()).map(({ after }) => after.name)).toEqual(['Tên mới nhất']);
    await as('Tên khác nữa');
    expect(await openOf()).toEqual([]);
    expect(
      await settleDifferences(db, administrator, { ids: [first?.id ?? ''], decision: 'accepted', at: clock() }),
    ).toBe(0);
    expect(await nameNow()).toBe('Tên khác nữa');
  });

  test('leaves what the province has published as it is, accepted or not', async () => {
    const before = await findProcedure(db, '1.001193', TODAY);
    await as('Tên khác', 'ACTIVE', '1.001193');
    await as('Tên khác hẳn', 'ACTIVE', '1.001193');
    const ids = (await openOf('1.001193')).map(({ id }) => id);
    expect(await settleDifferences(db, administrator, { ids, decision: 'accepted', at: clock() })).toBe(1);
    const after = await findProcedure(db, '1.001193', TODAY);
    expect(after?.record?.name).toBe('Tên khác hẳn');
    expect({ ...after, record: null }).toEqual({ ...before, record: null });
  });

  test('each decision is an entry of the journal with the names of the fields', async () => {
    const rows = await sql<{ sealed: string }>`
      select sealed from journal.entry where type like 'procedures.difference-%' order by recorded_at, seq
    `.execute(db);
    const entries = rows.rows.map(({ sealed }) => JSON.parse(sealed) as { type: string; body: object });
    expect(entries.map(({ type }) => type)).toEqual([
      'procedures.difference-accepted',
      'procedures.difference-rejected',
      'procedures.difference-accepted',
      'procedures.difference-accepted',
    ]);
    expect(entries[0]?.body).toMatchObject({ code: '1.930001', kind: 'catalogue', fields: ['name', 'state'] });
  });
});

test('each import is an entry of the journal with its counts', async () => {
  const [report] = await listImportReports(db, 1);
  const entry = await open.db
    .selectFrom('journal.entry')
    .select('sealed')
    .where('subject_id', '=', report?.id ?? '')
    .executeTakeFirstOrThrow();
  expect(JSON.parse(entry.sealed)).toMatchObject({
    type: 'procedures.catalogue-imported',
    body: { kind: 'catalogue', loaded: report?.loaded, reported: report?.reported },
  });
});

describe('files that are not ours', () => {
  test.each([
    ['an empty file', Buffer.alloc(0), 'a.csv', []],
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 255]),
      'a.csv',
      ['procedures.file-unknown'],
    ],
    ['another table', Buffer.from('a,b,c\n1,2,3\n'), 'a.csv', ['procedures.file-unknown']],
    [
      'broken lines by the name of JSON Lines',
      Buffer.from('x\ny\n'),
      'a.jsonl',
      ['procedures.not-json', 'procedures.not-json'],
    ],
    [
      'a line of 3 million signs',
      Buffer.from(`{${'x'.repeat(3_000_000)}\n{}`),
      'a.jsonl',
      ['procedures.record-too-long', 'procedures.record-misshapen'],
    ],
  ])('%s is reported, nothing is loaded', async (_, bytes, name, rules) => {
    const result = await importBytes(bytes, name);
    expect(result.loaded).toBe(0);
    expect(result.reported.map((one) => one.rule)).toEqual(rules);
  });

  test('two imports of one file at once both end well, and each record is there once', async () => {
    const results = await Promise.all([1, 2, 3].map(() => importFile(fixture('catalogue.csv'))));
    expect(new Set(results.map(({ loaded }) => loaded)).size).toBe(1);
    expect(results.map(({ reported }) => reported)).toEqual(results.map(() => results[0]?.reported));
  });

  test('whatever the bytes, every record is loaded or reported, however the stream is cut', async () => {
    const header = 'code,name,category,departments,promulgated_by,type,state\n';
    const piece = fc.oneof(
      fc.constantFrom('"', ',', '\n', '\r\n', '1.900001', 'Đăng ký', '""', '\u0000'),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 1, max: 50 }), async (pieces, cut) => {
        const bytes = Buffer.from(header + pieces.join(''));
        const chunks = Array.from({ length: Math.ceil(bytes.length / cut) }, (__, index) =>
          bytes.subarray(index * cut, (index + 1) * cut),
        );
        const result = await importProcedures(db, { stream: Readable.from(chunks), name: 'x.csv', actor, clock });
        const whole = await importBytes(bytes, 'x.csv');
        expect({ loaded: result.loaded, reported: result.reported }).toEqual({
          loaded: whole.loaded,
          reported: whole.reported,
        });
        const last = Math.max(0, ...result.reported.map((one) => one.record));
        expect(result.loaded + result.reported.length).toBeGreaterThanOrEqual(last);
      }),
      { numRuns: 30 },
    );
  });
});

const samples = process.env['VAMCO_SAMPLES'];
test(`the files as the portal gives them: ${samples ? `from ${samples}` : 'VAMCO_SAMPLES names no folder, so the records written anew stand for them'}`, async () => {
  const [catalogueFile, detailFile, records, details] = samples
    ? [join(samples, 'procedures-catalog.csv'), join(samples, 'procedures-detail.jsonl'), 5670, 442]
    : [fixture('catalogue.csv'), fixture('detail.jsonl'), 38, 23];
  const catalogue = await importFile(catalogueFile);
  expect(catalogue.loaded + catalogue.reported.length).toBe(records);
  expect(catalogue.reported.length).toBe(samples ? 4 : 10);
  const detail = await importFile(detailFile);
  expect(detail.loaded + detail.reported.length).toBe(details);
  expect((await importFile(catalogueFile)).unchanged).toBe(catalogue.loaded);
});
