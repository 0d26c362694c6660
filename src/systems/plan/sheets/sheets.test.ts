import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { sampleArchive } from '../../../../test/harness/sample-archive.ts';
import { outlineOf } from '../report/outline.ts';
import { lastQuarters, quarterNamed, recordsUpTo } from '../report/report-period.ts';
import { readCounter } from './counters.ts';
import { fundingOf, readMoney } from './money.ts';
import { readRecord } from './read-record.ts';
import { readTable } from './read-table.ts';
import type { PlanRecord } from './records.ts';
import { SHEETS, sheetNamed } from './sheet.ts';

const money = sheetNamed('money');
const known = new Map([
  ['project', new Set(['DA-01'])],
  ['target', new Set(['T25-E2', 'T25-E3'])],
]);
const line = (cells: Record<string, string>) => ({
  code: 'KP-01',
  cells: {
    project: 'DA-01',
    kind: 'Dự kiến',
    source: 'Ngân sách tỉnh',
    year: '2024',
    amount: '1.500.000.000',
    ...cells,
  },
});

let place = 0;
const record = (sheet: string, cells: Record<string, string>, code = `R-${++place}`): PlanRecord => ({
  sheet,
  code,
  version: 1,
  cells,
  amount: cells.amount === undefined ? null : Number(cells.amount),
  removed: false,
  invented: false,
});
const paid = (kind: string, amount: number, project = 'DA-01', source = 'Tỉnh', year = '2024') =>
  record('money', { kind, amount: String(amount), project, source, year });

describe('a line of a sheet', () => {
  test('is kept in one form whatever way it was typed', () => {
    expect(readRecord(money, line({}), known)).toEqual({
      code: 'KP-01',
      cells: { project: 'DA-01', kind: 'planned', source: 'Ngân sách tỉnh', year: '2024', amount: '1500000000' },
      faults: [],
    });
    expect(readRecord(money, line({ kind: 'COMMITTED', amount: '1500000000 đồng' }), known).cells).toMatchObject({
      kind: 'committed',
      amount: '1500000000',
    });
  });

  test.each([
    ['a fraction of a đồng', { amount: '1,5' }, 'amount'],
    ['money below nought', { amount: '-1' }, 'amount'],
    ['more than fits a whole number', { amount: '99999999999999999999' }, 'amount'],
    ['no amount', { amount: '' }, 'amount'],
    ['a project that is not there', { project: 'DA-99' }, 'project'],
    ['a kind that is not there', { kind: 'hứa' }, 'kind'],
    ['a year that is none', { year: '24' }, 'year'],
  ])('with %s says which cell is wrong', (_, cells, column) =>
    expect(readRecord(money, line(cells), known).faults.map((fault) => fault.column)).toEqual([column]),
  );

  test('with a code of a wrong form or none is refused', () => {
    for (const code of ['', '=1+1', 'a,b', 'x'.repeat(61)])
      expect(readRecord(money, { ...line({}), code }, known).faults[0]?.column).toBe('code');
  });

  test('names each target once, and every one must exist', () => {
    const project = sheetNamed('project');
    const typed = (targets: string) => ({ code: 'DA-02', cells: { name: 'Dự án', state: 'Chuẩn bị', targets } });
    expect(readRecord(project, typed('T25-E2; T25-E3, T25-E2'), known).cells.targets).toBe('T25-E2, T25-E3');
    expect(readRecord(project, typed('T25-E2, T99'), known).faults[0]?.message.vi).toContain('T99');
  });

  test('takes a day as people write it and refuses one that is none', () => {
    const milestone = sheetNamed('milestone');
    const typed = (due: string) => ({ code: 'M', cells: { project: 'DA-01', name: 'Nghiệm thu', due } });
    expect(readRecord(milestone, typed('1/9/2026'), known).cells.due).toBe('2026-09-01');
    expect(readRecord(milestone, typed('31/02/2026'), known).faults[0]?.column).toBe('due');
  });
});

describe('a table file', () => {
  const csv = (text: string) => readTable(money, new TextEncoder().encode(text));
  test.each([5001, 6000])('a workbook of %d lines is told to be too long, however long it is', async (count) => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('Kinh phí');
    sheet.addRow(['Mã', 'Dự án', 'Loại', 'Nguồn vốn', 'Năm', 'Số tiền (đồng)']);
    for (let line = 0; line < count; line++) sheet.addRow([`KP-${line}`, 'DA-01', 'Dự kiến', 'Tỉnh', 2026, 1]);
    expect(await readTable(money, new Uint8Array(await workbook.xlsx.writeBuffer()))).toEqual({ refused: 'too-long' });
  });

  test.each([400 * 1024 * 1024, 100])(
    'a workbook that unpacks to four hundred megabytes is not unpacked, though it says %d',
    async (claims) => {
      const content = Buffer.alloc(1024 * 1024, ' ');
      const bomb = sampleArchive([{ name: 'xl/worksheets/sheet1.xml', content, times: 400, claims }]);
      const before = process.resourceUsage().maxRSS;
      expect(await readTable(money, bomb)).toEqual({ refused: 'unpacks-too-large' });
      expect(process.resourceUsage().maxRSS - before).toBeLessThan(100 * 1024);
    },
  );

  test('a workbook whose names, rules and merged cells reach over the whole sheet, and its cells to its end, is read at once', async () => {
    const all = 'A1:XFD1048576';
    const heads = ['Mã', 'Dự án', 'Loại', 'Nguồn vốn', 'Năm', 'Số tiền (đồng)'];
    const row = (cells: readonly string[], number: number) =>
      `<row r="${number}">${cells.map((cell, at) => `<c r="${'ABCDEF'[at]}${number}" t="str"><v>${cell}</v></c>`).join('')}<c r="XFD${number}"><v>1</v></c></row>`;
    const rows = Array.from({ length: 200 }, (_, at) => row(at === 0 ? heads : [`KP-${at}`], at + 1));
    const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
    const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const parts = {
      'xl/workbook.xml': `<workbook ${main} xmlns:r="${relation}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="all">S!$A$1:$XFD$1048576</definedName></definedNames></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData>${rows.join('')}</sheetData><mergeCells><mergeCell ref="${all}"/></mergeCells><dataValidations><dataValidation sqref="${all}" type="whole"><formula1>1</formula1></dataValidation></dataValidations></worksheet>`,
    };
    const file = sampleArchive(Object.entries(parts).map(([name, xml]) => ({ name, content: Buffer.from(xml) })));
    const started = performance.now();
    expect((await readTable(money, file)).lines).toHaveLength(199);
    expect(performance.now() - started).toBeLessThan(3000);
  });

  const vi = 'Mã,Dự án,Loại,Nguồn vốn,Năm,Số tiền (đồng)\r\nKP-01,DA-01,Dự kiến,Tỉnh,2024,5\r\n';

  test('is read by its heads in either language, in any order, with commas or semicolons', async () => {
    const first = {
      line: 2,
      code: 'KP-01',
      cells: { project: 'DA-01', kind: 'Dự kiến', source: 'Tỉnh', year: '2024', amount: '5', document: '' },
    };
    expect((await csv(vi)).lines).toEqual([first]);
    expect((await csv(`\uFEFF${vi.replaceAll(',', ';')}`)).lines).toEqual([first]);
    const en = 'Amount (đồng),Code,Project,Kind,Source,Year\n5,KP-01,DA-01,Dự kiến,Tỉnh,2024\n';
    expect((await csv(en)).lines).toEqual([first]);
  });

  test.each([
    ['headings', 'a,b,c\n1,2,3\n'],
    ['headings', 'Mã,Dự án\nKP,DA\n'],
    ['empty', 'Mã,Dự án,Loại,Nguồn vốn,Năm,Số tiền (đồng)\n,,\n'],
    ['not-a-table', 'PK\u0003\u0004 no workbook'],
    ['not-a-table', 'Mã,"Dự án\nKP'],
  ])('is refused: %s', async (refused, text) => expect(await csv(text)).toEqual({ refused }));

  test('is refused when it is no text', async () =>
    expect(await readTable(money, new Uint8Array([0xff, 0xfe, 0x00, 0xd8]))).toEqual({ refused: 'not-a-table' }));
});

test('every sheet names sheets and targets that exist, before it', () => {
  const keys = [...SHEETS.map(({ key }) => key), 'target'];
  for (const { columns } of SHEETS) for (const { of } of columns) if (of) expect(keys).toContain(of);
});

describe('money', () => {
  test('adds up by source, year and project, and warns of what is above what', () => {
    const read = readMoney(
      [
        paid('planned', 400),
        paid('committed', 300),
        paid('paid', 301),
        paid('planned', 100, 'DA-02', 'Trung ương', '2025'),
        paid('committed', 101, 'DA-02', 'Trung ương', '2025'),
      ],
      596,
    );
    expect(read.total).toEqual({ planned: 500, committed: 401, paid: 301 });
    expect(read.overTotal).toBe(-96);
    expect(read.byProject).toEqual([
      { key: 'DA-01', planned: 400, committed: 300, paid: 301, flags: ['paid-over-committed'] },
      { key: 'DA-02', planned: 100, committed: 101, paid: 0, flags: ['committed-over-planned'] },
    ]);
    for (const by of [read.bySource, read.byYear, read.byProject])
      expect(by.reduce((sum, { planned }) => sum + planned, 0)).toBe(read.total.planned);
  });

  test('is judged source by source, over the years together', () => {
    const read = readMoney(
      [
        paid('planned', 10),
        paid('committed', 10),
        paid('paid', 4, 'DA-01', 'Tỉnh', '2024'),
        paid('paid', 6, 'DA-01', 'Tỉnh', '2025'),
        paid('planned', 10, 'DA-01', 'Trung ương'),
        paid('committed', 1, 'DA-01', 'Trung ương'),
        paid('paid', 2, 'DA-01', 'Trung ương'),
      ],
      596,
    );
    expect(read.bySource.map(({ key, flags }) => [key, flags])).toEqual([
      ['Trung ương', ['paid-over-committed']],
      ['Tỉnh', []],
    ]);
    expect(read.byProject[0]?.flags).toEqual(['paid-over-committed']);
    expect(read.byYear.flatMap(({ flags }) => flags)).toEqual([]);
  });

  test('nothing entered is nothing, and no warning', () =>
    expect(readMoney([], 596)).toMatchObject({ byProject: [], total: { planned: 0 } }));

  test('a target is funded by a project with money that is not stopped', () => {
    const targets = [{ id: 'T25-E2' }, { id: 'T25-E3' }, { id: 'T25-B1' }];
    const records = [
      record('project', { targets: 'T25-E2, T25-E3', state: 'running' }, 'DA-01'),
      record('project', { targets: 'T25-E3', state: 'running' }, 'DA-02'),
      record('project', { targets: 'T25-B1', state: 'stopped' }, 'DA-03'),
      paid('planned', 5, 'DA-01'),
      paid('paid', 5, 'DA-02'),
      paid('planned', 5, 'DA-03'),
    ];
    expect(fundingOf(records, targets)).toEqual([
      { target: 'T25-E2', projects: ['DA-01'], funded: ['DA-01'] },
      { target: 'T25-E3', projects: ['DA-01', 'DA-02'], funded: ['DA-01'] },
      { target: 'T25-B1', projects: [], funded: [] },
    ]);
  });
});

describe('a counter', () => {
  const count = (kind: string, day: string, n: number, counter = 'procedures-cut') =>
    record('counter', { counter, kind, day, count: String(n) });
  test('without a baseline says nothing', () =>
    expect(readCounter([count('now', '2026-01-01', 70)], 'procedures-cut')).toBeUndefined());
  test('a cut is what is fewer, and never below nought', () => {
    const records = [
      count('baseline', '2020-12-31', 100),
      count('now', '2026-01-01', 70),
      count('now', '2026-06-01', 110),
    ];
    expect(readCounter(records, 'procedures-cut')?.actuals).toMatchObject([
      { day: '2026-01-01', numerator: 30, denominator: 100, amount: 300_000 },
      { day: '2026-06-01', numerator: 0, amount: 0 },
    ]);
  });
  test('a growth may be more than the whole', () => {
    const records = [
      count('baseline', '2020-12-31', 4, 'data-services'),
      count('now', '2026-01-01', 10, 'data-services'),
    ];
    expect(readCounter(records, 'data-services')?.actuals).toMatchObject([{ numerator: 6, amount: 1_500_000 }]);
  });
});

describe('the report', () => {
  test.each([
    ['2026-11-23', '2026-Q4', '2026-09-15', '2026-12-14'],
    ['2026-12-14', '2026-Q4', '2026-09-15', '2026-12-14'],
    ['2026-12-15', '2027-Q1', '2026-12-15', '2027-03-14'],
    ['2026-01-01', '2026-Q1', '2025-12-15', '2026-03-14'],
  ])('on %s the quarter %s runs', (day, key, from, to) => {
    expect(lastQuarters(day, 1)[0]).toMatchObject({ key, from, to });
    expect(quarterNamed(key)).toEqual(lastQuarters(day, 1)[0]);
  });
  test('quarters before it follow one another without a gap', () => {
    const quarters = lastQuarters('2026-02-01', 6).map(({ key }) => key);
    expect(quarters).toEqual(['2026-Q1', '2025-Q4', '2025-Q3', '2025-Q2', '2025-Q1', '2024-Q4']);
  });
  test('of a quarter that is over what happened later is not said', () => {
    const records = [
      record('regulation', { name: 'Quy chế', day: '2026-09-14' }),
      record('regulation', { name: 'Quy chế sau', day: '2026-09-15' }),
      record('milestone', { name: 'Nghiệm thu', due: '2026-08-01', done: '2026-10-01' }),
      record('milestone', { name: 'Khởi công', due: '2026-08-01', done: '2026-08-02' }),
      record('money', { kind: 'planned', year: '2027' }),
      record('money', { kind: 'paid', year: '2027' }),
    ];
    const [quarter] = lastQuarters('2026-09-14', 1);
    if (!quarter) throw new Error('no quarter');
    expect(recordsUpTo(records, quarter).map(({ cells }) => [cells.name ?? cells.kind, cells.done])).toEqual([
      ['Quy chế', undefined],
      ['Nghiệm thu', undefined],
      ['Khởi công', '2026-08-02'],
      ['planned', undefined],
    ]);
  });
  test('the outline that was entered takes the place of ours', () => {
    expect(outlineOf([]).isProposed).toBe(true);
    const entered = [
      record('outline', { place: '2', heading: 'Hai', content: 'text', text: 'Lời' }),
      record('outline', { place: '1', heading: 'Một', content: 'targets' }),
    ];
    expect(outlineOf(entered)).toEqual({
      isProposed: false,
      sections: [
        { heading: 'Một', content: 'targets', text: '' },
        { heading: 'Hai', content: 'text', text: 'Lời' },
      ],
    });
  });
});
