import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf, type Visitor } from '../../../test/harness/browse.ts';
import { partOfDocx, textInDocx } from '../../../test/harness/docx-reader.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { textOf } from '../../../test/harness/pdf-reader.ts';
import type { Actor } from '../../platform/cases/act.ts';
import { packFolderOf } from '../../platform/config/project-root.ts';
import { newId } from '../../platform/db/ids.ts';
import { enterInventedPlan } from './index.ts';
import { type LineReport, saveRecords } from './sheets/import-sheet.ts';
import { readTable } from './sheets/read-table.ts';
import { listRecords } from './sheets/records.ts';
import { SHEETS as SHEET_LIST, sheetNamed } from './sheets/sheet.ts';
import { sheetCsv, sheetWorkbook } from './sheets/sheet-files.ts';
import type { PlanTables } from './tables.ts';

let house: House<PlanTables>;
let server: FastifyInstance;
let guest: Visitor;
let specialist: Visitor;

beforeAll(async () => {
  house = await aHouse<PlanTables>();
  server = await serverOf(house);
  guest = await browse(house, server);
  specialist = await browse(house, server, { as: { role: 'CV', unit: 'H53.8' } });
});
afterAll(async () => {
  await server?.close();
  await house?.close();
});

const SHEETS = '/can-bo/de-an/bang';
const keeper: Actor = { kind: 'program', id: '00000000-0000-0000-0000-000000000000', program: 'plan.test' };

async function bring(key: string, csv: string, commandId = newId()): Promise<readonly LineReport[]> {
  const sheet = sheetNamed(key);
  const read = await readTable(sheet, new TextEncoder().encode(csv));
  if (!read.lines) throw new Error(read.refused);
  const command = { commandId, sheet: key, lines: read.lines };
  const outcome = await saveRecords(house.acting, keeper, { sheet, command });
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
  return outcome.answer.report as unknown as LineReport[];
}

const resultsOf = (report: readonly LineReport[]) => report.map(({ line, result }) => [line, result]);

test('pages without any data say what is known and what to enter', async () => {
  const { body } = await guest.get('/de-an/du-an');
  expect(body).toContain('7 nhiệm vụ, 2 giai đoạn và 4 nhóm giải pháp');
  expect(body).toContain('596.000.000.000 đồng');
  expect(body).toContain('Chưa nhập việc chia kinh phí');
  expect(body).toContain('38 trong 38 chỉ tiêu chưa có dự án nào có kinh phí');
  expect((await guest.get('/de-an/bo-chi-so')).body).toContain('Chưa nhập.');
  expect((await specialist.get(SHEETS)).body).toContain('0 / 7');
  for (const { slug } of [sheetNamed('project'), sheetNamed('outline')])
    expect((await specialist.get(`${SHEETS}/${slug}`)).body).toContain('Chưa nhập dòng nào');
});

test('a file keeps its good lines, tells the bad ones, and doubles nothing the second time', async () => {
  const csv = [
    'Mã,Tên,Chỉ tiêu,Tình trạng',
    'DA-01,Nâng cấp một cửa,"T25-E2, T25-E3",Đang thực hiện',
    'DA-02,,T25-J1,Chuẩn bị',
    'DA-03,Mạng nội bộ,T99-X,Chuẩn bị',
    'DA-01,Lần nữa,,Chuẩn bị',
    'DA-04,Wifi,T25-H1,Chuẩn bị',
  ].join('\n');
  const first = await bring('project', csv);
  expect(resultsOf(first)).toEqual([
    [2, 'added'],
    [3, 'bad'],
    [4, 'bad'],
    [5, 'bad'],
    [6, 'added'],
  ]);
  expect(first.flatMap(({ faults }) => faults.map(({ column }) => column))).toEqual(['name', 'targets', 'code']);
  expect(resultsOf(await bring('project', csv)).filter(([, result]) => result !== 'bad')).toEqual([
    [2, 'same'],
    [6, 'same'],
  ]);
  const changed = await bring('project', csv.replace('Wifi', 'Wifi công cộng'));
  expect(changed.at(-1)?.result).toBe('changed');
  expect((await listRecords(house.db, 'project')).map(({ code, version }) => [code, version])).toEqual([
    ['DA-01', 1],
    ['DA-04', 2],
  ]);
  const entries = await sql<{ n: number }>`
    select count(*) as n from journal.entry where type = 'plan.records-saved'
  `.execute(house.db);
  // what changes nothing leaves no entry
  expect(entries.rows[0]?.n).toBe(2);
});

test('the same command sent twice enters once', async () => {
  const id = newId();
  const csv = 'Mã,Tên\nND-01,Nhiệm vụ một\n';
  expect(await bring('task', csv, id)).toEqual(await bring('task', csv, id));
  expect(await listRecords(house.db, 'task')).toHaveLength(1);
});

test('what is exported, as CSV or as a workbook, is read back as the same', async () => {
  const sheet = sheetNamed('project');
  const records = await listRecords(house.db, 'project');
  const bytes = [
    new TextEncoder().encode(sheetCsv(sheet, records)),
    await sheetWorkbook(sheet, records, house.platform.clock()),
  ];
  for (const file of bytes) {
    const read = await readTable(sheet, file);
    const command = { commandId: newId(), sheet: 'project', lines: read.lines ?? [] };
    const outcome = await saveRecords(house.acting, keeper, { sheet, command });
    const report = outcome.kind === 'done' ? (outcome.answer.report as unknown as LineReport[]) : [];
    expect(report.map(({ result }) => result)).toEqual(['same', 'same']);
  }
});

test('a specialist adds, changes and removes a line by pages; a used one stays', async () => {
  const money = `${SHEETS}/kinh-phi`;
  const cells = {
    project: 'DA-01',
    kind: 'planned',
    source: 'Ngân sách tỉnh',
    year: '2024',
    amount: '400.000.000.000',
  };
  const wrong = await specialist.press(await specialist.get(`${money}/them`), `${money}/them`, {
    code: 'KP-01',
    ...cells,
    amount: '1,5',
  });
  expect(wrong.status).toBe(422);
  expect(wrong.body).toContain('Nhập số tiền nguyên đồng');
  expect(wrong.body).toContain('value="Ngân sách tỉnh"');
  for (const [code, more] of [
    ['KP-01', {}],
    ['KP-02', { kind: 'committed', amount: '100.000.000.000' }],
    ['KP-03', { kind: 'paid', amount: '100.000.000.001' }],
  ] as const)
    expect(
      (await specialist.press(await specialist.get(`${money}/them`), `${money}/them`, { code, ...cells, ...more }))
        .status,
    ).toBe(303);
  const again = await specialist.press(await specialist.get(`${money}/them`), `${money}/them`, {
    code: 'KP-01',
    ...cells,
  });
  expect(again.body).toContain('Mã này đã có');

  const shown = await guest.get('/de-an/du-an');
  expect(shown.body).toContain('Thanh toán vượt cam kết');
  expect(shown.body).toContain('196.000.000.000 đồng chưa chia');
  expect(shown.body).toContain('36 trong 38 chỉ tiêu chưa có dự án nào có kinh phí');

  const project = `${SHEETS}/du-an/dong/DA-01`;
  const used = await specialist.press(await specialist.get(project), `${project}/bo`);
  expect(used.status).toBe(422);
  expect(used.body).toContain('đang dùng mã này');
  const line = `${money}/dong/KP-03`;
  const fixed = await specialist.press(await specialist.get(line), line, {
    ...cells,
    kind: 'paid',
    amount: '90000000000',
  });
  expect(fixed.status).toBe(303);
  expect((await guest.get('/de-an/du-an')).body).not.toContain('Thanh toán vượt cam kết');
  const stale = await specialist.get(line);
  await specialist.press(await specialist.get(line), line, { ...cells, kind: 'paid', amount: '80000000000' });
  const late = await specialist.press(stale, line, { ...cells, kind: 'paid', amount: '70000000000' });
  expect(late.status).toBe(422);
  expect(late.body).toContain('Người khác vừa sửa dòng này');
  await specialist.press(await specialist.get(line), `${line}/bo`);
  expect((await listRecords(house.db, 'money')).map(({ code }) => code)).toEqual(['KP-01', 'KP-02']);
  const versions = await sql<{ n: number }>`select count(*) as n from plan.record where code = 'KP-03'`.execute(
    house.db,
  );
  expect(versions.rows[0]?.n).toBe(4);
});

test('who does not keep the plan reads its sheets and cannot enter', async () => {
  const other = await browse(house, server, { as: { role: 'CV', unit: 'H53.3' } });
  const sheet = await other.get(`${SHEETS}/du-an`);
  expect(sheet.body).toContain('DA-01');
  expect(sheet.body).not.toContain(`${SHEETS}/du-an/them`);
  const csrf = /name="csrf" value="([^"]+)"/.exec(sheet.body)?.[1] ?? '';
  for (const path of ['them', 'nhap', 'dong/DA-01', 'dong/DA-01/bo'])
    expect((await other.post(`${SHEETS}/du-an/${path}`, { csrf })).status).toBe(404);
  expect((await specialist.get(`${SHEETS}/du-an`)).body).toContain(`${SHEETS}/du-an/them`);
});

const csrfOn = ({ body }: { readonly body: string }): string => /name="csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';

test('a counter gives T30-2a its figure once another person has approved its lines, and so does each change of them', async () => {
  const counter = `${SHEETS}/bo-dem`;
  const director = await browse(house, server, { as: { role: 'LD', unit: 'H53.1' } });
  const chairman = await browse(house, server, { as: { role: 'CT', unit: 'H53' } });
  const cells = { counter: 'procedures-cut', kind: 'now', day: '30/06/2026', count: '1350', document: 'QĐ 2' };
  const add = async (code: string, more: Record<string, string> = {}) =>
    (await director.press(await director.get(`${counter}/them`), `${counter}/them`, { code, ...cells, ...more }))
      .status;
  const figure = async () => (await guest.get('/de-an/chi-tieu/T30-2a')).body;
  expect((await guest.get('/de-an')).body).toContain('chưa nhập mốc ban đầu');
  expect(await add('D-1', { kind: 'baseline', day: '31/12/2020', count: '1800', document: 'QĐ 1' })).toBe(303);
  expect(await add('D-2')).toBe(303);
  expect(await figure()).not.toContain('25 %');
  expect((await guest.get('/de-an/bo-chi-so')).body).not.toContain('1.800');
  expect((await chairman.get('/can-bo/de-an')).body).toContain('Bộ đếm: 2 dòng chờ duyệt');

  const approve = (code: string) => `${counter}/dong/${code}/duyet`;
  const own = await director.get(counter);
  expect(own.body).toContain('Bạn là người nhập: người khác phải duyệt.');
  expect(own.body).not.toContain(approve('D-1'));
  const csrf = csrfOn(own);
  expect((await director.post(approve('D-1'), { csrf, version: '1' })).body).toContain(
    'Người nhập không được tự duyệt',
  );
  const plain = csrfOn(await specialist.get(`${counter}/them`));
  expect((await specialist.post(approve('D-1'), { csrf: plain, version: '1' })).status).toBe(404);
  const waiting = await chairman.get(counter);
  for (const code of ['D-1', 'D-2']) expect((await chairman.press(waiting, approve(code))).status).toBe(303);
  expect(await figure()).toContain('25 %');
  expect(await figure()).toContain('450 / 1.800 thủ tục ở mốc ban đầu');
  expect(await figure()).toContain('Bộ đếm được nhập: QĐ 2');
  // the same press is answered as the first time, another one finds nothing that waits
  expect((await chairman.press(waiting, approve('D-2'))).status).toBe(303);
  const late = await chairman.post(approve('D-2'), { csrf: csrfOn(waiting), version: '1' });
  expect(late.body).toContain('không còn chờ duyệt');

  const line = `${counter}/dong/D-2`;
  await director.press(await director.get(line), line, { ...cells, count: '900' });
  expect(await figure()).toContain('25 %');
  const changed = await chairman.get(counter);
  await director.press(await director.get(line), line, { ...cells, count: '1000' });
  // what it showed is not what would be approved
  expect((await chairman.press(changed, approve('D-2'))).body).toContain('Người khác vừa sửa dòng này');
  await director.press(await director.get(line), `${line}/bo`);
  expect(await figure()).toContain('25 %');
  const removed = await chairman.get(counter);
  expect(removed.body).toContain('Việc bỏ dòng D-2 chờ duyệt');
  expect((await chairman.press(removed, approve('D-2'))).status).toBe(303);
  expect(await figure()).not.toContain('25 %');
  const entries = await sql<{ n: number }>`
    select count(*) as n from journal.entry where type = 'plan.record-approved'
  `.execute(house.db);
  expect(entries.rows[0]?.n).toBe(3);
});

test('the quarterly report is a paper in the official form, as PDF and as DOCX', async () => {
  const report = '/can-bo/de-an/bao-cao';
  expect((await specialist.get(report)).body).toContain('Quý 4/2026 (15/09/2026 đến 14/12/2026)');
  const asked = new URLSearchParams({
    ky: '2026-Q3',
    so: '15/BC-UBND',
    'ngay.day': '20',
    'ngay.month': '9',
    'ngay.year': '2026',
    'kinh-gui': 'Văn phòng Chính phủ',
    'chuc-vu': 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH',
    'nguoi-ky': 'Nguyễn Văn Thử',
    'noi-nhan': 'Như trên;\nLưu: VT.',
  });
  const pdf = await specialist.get(`${report}/tai-ve?${asked}&tep=pdf`);
  // words of a justified line are told apart by their places alone
  const bare = (one: string) => one.replaceAll(/\s+/g, '');
  const text = bare(await textOf(pdf.bytes));
  const said = [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Số: 15/BC-UBND',
    'BÁO CÁO',
    'quý III năm 2026',
    'Kính gửi: Văn phòng Chính phủ',
    '15/06/2026 đến ngày 14/09/2026',
    'Tây Ninh, ngày 20 tháng 9 năm 2026',
    'Nơi nhận:',
    'CHỦ TỊCH',
    'Nguyễn Văn Thử',
    'T25-E2',
  ];
  for (const one of said) expect(text).toContain(bare(one));

  const docx = await specialist.get(`${report}/tai-ve?${asked}&tep=docx`);
  expect(docx.type).toContain('wordprocessingml');
  const words = textInDocx(docx.bytes);
  for (const one of [...said, 'Lưu: VT.']) expect(words).toContain(one);
  // what Word shows in its outline, on every page but the first, and spells by
  const xml = partOfDocx(docx.bytes, 'word/document.xml');
  expect(xml.match(/<w:pStyle w:val="Title"\/>/g)).toHaveLength(1);
  expect(xml.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(6);
  expect(xml).toContain('<w:titlePg/>');
  expect(xml).not.toContain('___');
  const styles = partOfDocx(docx.bytes, 'word/styles.xml');
  expect(styles).toMatch(/<w:docDefaults>.*"Times New Roman".*<w:lang w:val="vi-VN"\/>.*<\/w:docDefaults>/);
  expect(styles).toMatch(/w:styleId="Heading1">(?:(?!<\/w:style>).)*w:val="28"/);
  expect(partOfDocx(docx.bytes, 'word/header1.xml')).toContain('PAGE');
  // one header alone: that of the first page has nothing in it, which a reader takes for damage
  expect(xml.match(/<w:headerReference [^>]*>/g)).toHaveLength(1);

  const wrong = await specialist.get(`${report}/tai-ve?${asked}&tep=pdf`.replace('ngay.day=20', 'ngay.day=31'));
  expect(wrong.status).toBe(422);
  expect(wrong.body).toContain('Nhập ngày có trong lịch');
  expect(wrong.body).toContain('value="15/BC-UBND"');
});

test('a workbook of a sheet keeps codes as text', async () => {
  const workbook = new ExcelJS.Workbook();
  const { bytes } = await specialist.get(`${SHEETS}/du-an/tai-ve/bang.xlsx`);
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  expect(workbook.worksheets[0]?.getRow(1).getCell(1).value).toBe('Mã / Code');
  expect(workbook.worksheets[0]?.getRow(2).getCell(1).value).toBe('DA-01');
});

test('a long sheet is read page by page, forwards and back, and a code that is gone begins anew', async () => {
  const lines = Array.from(
    { length: 120 },
    (_, place) => `VB-${String(place).padStart(3, '0')},Quy chế ${place},1/2/2026,UBND`,
  );
  await bring('regulation', ['Mã,Trích yếu,Ngày ban hành,Cơ quan ban hành', ...lines].join('\n'));
  const path = `${SHEETS}/van-ban-da-ban-hanh`;
  const codesOn = async (at: string) =>
    [...(await specialist.get(at)).body.matchAll(/>(VB-\d{3})</g)].map(([, code]) => code);
  const first = await specialist.get(path);
  expect(first.body).toContain('Dòng 1–50 trên 120');
  expect(first.body).toContain(`${path}?sau=VB-049`);
  expect(await codesOn(`${path}?sau=VB-049`)).toEqual(
    Array.from({ length: 50 }, (_, place) => `VB-${String(place + 50).padStart(3, '0')}`),
  );
  const last = await specialist.get(`${path}?sau=VB-099`);
  expect(last.body).toContain('Dòng 101–120 trên 120');
  expect(last.body).not.toContain('rel="next"');
  expect(await codesOn(`${path}?sau=VB-999`)).toHaveLength(50);
});

test('the invented data of the pack is whole, marked wherever it is shown, and entered into an empty plan alone', async () => {
  const folder = packFolderOf(house.config.province);
  const before = await listRecords(house.db);
  await enterInventedPlan(house.platform, folder);
  expect(await listRecords(house.db)).toEqual(before);

  const owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  await owner.query('truncate plan.record, plan.approval');
  await owner.end();
  await enterInventedPlan(house.platform, folder);
  const records = await listRecords(house.db);
  expect(records.every(({ invented }) => invented)).toBe(true);
  for (const { key } of SHEET_LIST.filter((sheet) => sheet.key !== 'outline'))
    expect(records.some(({ sheet }) => sheet === key)).toBe(true);
  const [plan, projects, target] = await Promise.all(
    ['/de-an', '/de-an/du-an', '/de-an/chi-tieu/T25-F1'].map((path) => guest.get(path)),
  );
  expect(plan?.body).toContain('Có số liệu bịa để trình diễn');
  expect(projects?.body).toContain('Có dữ liệu bịa để trình diễn');
  expect(projects?.body).toContain('Thanh toán vượt cam kết');
  expect(target?.body).toContain('Số liệu bịa để trình diễn');
});

test.each(SHEET_LIST.map(({ slug, key }) => [slug, key] as const))(
  'the example file of %s in the pack is brought by the page, shown, changed by its form and downloaded as the same',
  async (slug, key) => {
    const path = `${SHEETS}/${slug}`;
    const bytes = readFileSync(join(packFolderOf(house.config.province), 'plan', 'demo', `${slug}.csv`));
    const read = await readTable(sheetNamed(key), bytes);
    const report = await bring(key, bytes.toString());
    expect(report.filter(({ result }) => result === 'bad')).toEqual([]);
    const code = read.lines?.[0]?.code ?? '';
    const page = await specialist.get(path);
    expect(page.body).toContain(`>${code}<`);
    const line = `${path}/dong/${encodeURIComponent(code)}`;
    expect((await specialist.get(line)).status).toBe(200);
    const again = await bring(key, (await specialist.get(`${path}/tai-ve/bang.csv`)).body);
    expect(again.every(({ result }) => result === 'same')).toBe(true);
  },
);
