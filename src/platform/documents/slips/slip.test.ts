import ExcelJS from 'exceljs';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { pagesOf, poppler, testWithPoppler, textOf } from '../../../../test/harness/pdf-reader.ts';
import { dayOf, instant } from '../../calendar/instant.ts';
import { fromRoot } from '../../config/project-root.ts';
import { readPackFolder } from '../../pack/read-yaml.ts';
import { streamRegisterWorkbook } from './register-workbook.ts';
import type { RegisterSlip } from './register.ts';
import { renderRegister, renderSlip, type SlipToPrint } from './slip.ts';
import { readSlips, slipCode } from './slip-pack.ts';
import { compileSlip, type CompiledSlip } from './slip-template.ts';
import type { SlipData } from './slip-data.ts';
import type { SlipContext } from './slip-context.ts';
import { SLIP_MEANINGS, type SlipFamily, type SlipMeaning } from './slip-forms.ts';

const office = {
  agency: 'Ủy ban nhân dân xã Tân Biên',
  oneStop: 'Trung tâm Phục vụ hành chính công',
  place: 'Tân Biên',
};
const check = { url: 'https://dichvucong.example.vn/kiem-tra/7K3M-9QXD-2FHA', code: '7K3M-9QXD-2FHA' };
const context = (at: string, more: Partial<SlipContext> = {}): SlipContext => ({
  at: instant(at),
  office,
  number: '15',
  check,
  ...more,
});

const applicant = { name: 'Nguyễn Thị Ngọc Ánh', address: 'Ấp Thạnh Trung, xã Tân Biên', phone: '0912 345 678' };
const dossier = { dossierCode: 'H53.15-261123-0001', applicant, request: 'Đăng ký khai sinh' };
const receivedAt = instant('2026-11-23T09:05');
const signer = { title: 'Chủ tịch', name: 'Phan Văn Đức' };

const register: RegisterSlip = {
  from: '2026-11-01',
  to: '2026-11-30',
  book: '03',
  rows: Array.from({ length: 60 }, (_, index) => ({
    dossierCode: `H53.15-261123-${String(index + 1).padStart(4, '0')}`,
    procedure: 'Đăng ký khai sinh',
    sets: 1,
    applicant: index === 7 ? '=1+1' : 'Trần Đặng Ngữ',
    handlingBody: 'UBND xã Tân Biên',
    receivedAt,
  })),
};

const slips: SlipData = {
  receipt: {
    ...dossier,
    components: ['Tờ khai đăng ký khai sinh (bản chính: 01)', 'Giấy chứng sinh (bản chính: 01)'],
    sets: 1,
    term: 'trong ngày',
    receivedAt,
    dueAt: instant('2026-11-23T17:00'),
    book: '03',
    entry: '0127',
    officer: 'Lê Hoàng Phúc',
  },
  'supplement-request': {
    ...dossier,
    items: ['Bổ sung Giấy chứng sinh.', 'Ghi lại nơi cư trú của người mẹ.'],
    reason: 'Thiếu giấy tờ theo quy định.',
    contact: { name: 'Lê Hoàng Phúc', phone: '0276 3 888 999' },
  },
  refusal: { ...dossier, reason: 'Không thuộc thẩm quyền giải quyết.' },
  apology: {
    ...dossier,
    receivedAt,
    dueAt: instant('2026-11-26T17:00'),
    newDueAt: instant('2026-11-30T17:00'),
    reason: 'Chưa có kết quả xác minh.',
    signer,
  },
  'stop-notice': { ...dossier, receivedAt, reason: 'Người yêu cầu rút hồ sơ.', returned: ['Giấy chứng sinh'], signer },
  'control-slip': {
    dossierCode: dossier.dossierCode,
    handlingBody: 'UBND xã Tân Biên',
    handovers: [
      {
        from: 'Trung tâm Phục vụ hành chính công',
        to: 'Văn phòng HĐND và UBND',
        giver: 'Lê Hoàng Phúc',
        taker: 'Võ Thị Yến',
        at: receivedAt,
        outcome: 'early',
      },
    ],
  },
};

const read = readSlips(readPackFolder(fromRoot('provinces/tay-ninh'), 'slips'));
if (read.faults) throw new Error(JSON.stringify(read.faults));
const { templates } = read;

function formOn(meaning: SlipMeaning, family: SlipFamily, day: string): CompiledSlip {
  const own = templates.findLast(({ code, from }) => code === slipCode(meaning, family) && from <= day);
  const { compiled } = compileSlip(own?.content);
  return compiled ?? formOn(meaning, 'one-stop', day);
}

const print = <M extends SlipMeaning>(
  meaning: M,
  data: SlipData[M],
  at: SlipContext,
  family: SlipFamily = 'one-stop',
): Promise<Uint8Array> => renderSlip(formOn(meaning, family, dayOf(at.at)), { meaning, data } as SlipToPrint, at);

const SAYS: Record<SlipMeaning, string> = {
  receipt: 'Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 23 tháng 11 năm 2026',
  'supplement-request': 'Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:',
  refusal: 'thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau: Không thuộc thẩm quyền',
  apology:
    'Tuy nhiên đến nay, Ủy ban nhân dân xã Tân Biên chưa trả kết quả đúng thời hạn quy định với lý do: Chưa có kết quả xác minh.',
  'stop-notice': 'thông báo dừng giải quyết hồ sơ này với lý do cụ thể như sau: Người yêu cầu rút hồ sơ.',
  'control-slip': 'Trước hạn',
};

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

describe('every slip', () => {
  test.each(SLIP_MEANINGS)(
    '%s carries the header of the State, the wording of its form and the way to check it',
    async (meaning) => {
      const text = flat(await textOf(await print(meaning, slips[meaning], context('2026-11-23T09:05'))));
      for (const part of [
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'Độc lập - Tự do - Hạnh phúc',
        'Tân Biên, ngày 23 tháng 11 năm 2026',
        SAYS[meaning],
        check.url,
      ]) {
        expect(text).toContain(part);
      }
    },
  );

  test('gives the same bytes for the same dossier and the same moment, and others a minute later', async () => {
    const at = (time: string) => print('receipt', slips.receipt, context(time));
    expect(await at('2026-11-23T09:05')).toEqual(await at('2026-11-23T09:05'));
    expect(await at('2026-11-23T09:06')).not.toEqual(await at('2026-11-23T09:05'));
  });

  test('names who issues it on even lines, so that the name of a place is not torn apart', async () => {
    const { office } = context('2026-11-23T09:05');
    const ward = { ...office, agency: 'Ủy ban nhân dân phường Tân Ninh' };
    const text = await textOf(await print('receipt', slips.receipt, context('2026-11-23T09:05', { office: ward })));
    expect(text).toContain('PHƯỜNG TÂN NINH');
  });

  test('says in red that simulated data has no legal value', async () => {
    const text = await textOf(await print('refusal', slips.refusal, context('2026-11-23T09:05', { simulated: true })));
    expect(text).toContain('DỮ LIỆU MÔ PHỎNG');
    expect(await textOf(await print('refusal', slips.refusal, context('2026-11-23T09:05')))).not.toContain('MÔ PHỎNG');
  });

  testWithPoppler('is A5, tagged, titled, and read by another program with every mark in place', async () => {
    const typedApart = { ...slips.receipt, applicant: { name: 'Đặng Thị Diễm Quỳnh ặữệẫợ'.normalize('NFD') } };
    const bytes = await print('receipt', typedApart, context('2026-11-23T09:05'));
    expect(poppler('pdftotext', bytes)).toContain('Tiếp nhận hồ sơ của: Đặng Thị Diễm Quỳnh ặữệẫợ');
    const facts = poppler('pdfinfo', bytes);
    expect(facts).toMatch(/Title: +Giấy tiếp nhận hồ sơ và hẹn trả kết quả/);
    expect(facts).toMatch(/Tagged: +yes/);
    expect(facts).toMatch(/Page size: +419\.53 x 595\.28/);
    expect(facts).toMatch(/Pages: +1\n/);
  });
});

describe('the form of the era', () => {
  test.each([
    ['receipt', '2025-09-14', 'Mẫu số 01, Thông tư 01/2018/TT-VPCP'],
    ['receipt', '2025-09-15', 'Mẫu số 01, Thông tư 03/2025/TT-VPCP'],
    ['control-slip', '2020-03-02', 'Mẫu số 05, Thông tư 01/2018/TT-VPCP'],
    ['control-slip', '2026-03-02', 'Mẫu số 06, Thông tư 03/2025/TT-VPCP'],
    ['apology', '2020-03-02', 'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ'],
    ['apology', '2026-03-02', 'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT'],
  ] as const)('%s on %s prints "%s"', async (meaning, day, printed) => {
    expect(flat(await textOf(await print(meaning, slips[meaning], context(`${day}T09:00`))))).toContain(printed);
  });

  test('a notice of stopping has no form before September 2025 and names none', async () => {
    expect(await textOf(await print('stop-notice', slips['stop-notice'], context('2025-09-14T09:00')))).not.toContain(
      'Mẫu số',
    );
  });

  test('registration of residence has its own receipt and refusal, and the one-stop apology', async () => {
    const day = context('2026-11-23T09:05');
    expect(await textOf(await print('receipt', slips.receipt, day, 'residence'))).toContain('Mẫu CT04');
    expect(await textOf(await print('refusal', slips.refusal, day, 'residence'))).toContain('Mẫu CT06');
    expect(formOn('apology', 'residence', '2026-11-23').template.rule).toBe('Thông tư 03/2025/TT-VPCP');
  });

  test('each meaning has a form on every day, and what is not yet compared with the rule is marked in the data only', () => {
    for (const meaning of SLIP_MEANINGS)
      expect(formOn(meaning, 'one-stop', '2018-01-01').template.meaning).toBe(meaning);
    expect(templates.every(({ content }) => content.confirm !== undefined)).toBe(true);
  });
});

describe('long and empty content', () => {
  test('empty values print an ellipsis', async () => {
    expect(await textOf(await print('receipt', slips.receipt, context('2026-11-23T09:05')))).toMatch(/Email: …/);
  });

  test('a long list goes on to numbered pages and keeps its last line', async () => {
    const components = Array.from({ length: 60 }, (_, index) => `Giấy tờ thứ ${index + 1} (bản chính: 01)`);
    const pages = await pagesOf(await print('receipt', { ...slips.receipt, components }, context('2026-11-23T09:05')));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.join('\n')).toContain('60. Giấy tờ thứ 60');
    pages.forEach((page, index) => expect(page).toContain(`trang ${index + 1}/${pages.length}`));
  });

  test('a cell longer than a page loses no word', async () => {
    const words = Array.from({ length: 1500 }, (_, index) => `từ${index}`);
    const handovers = [{ from: 'A', to: 'B', at: receivedAt, note: words.join(' ') }];
    const text = flat(
      await textOf(await print('control-slip', { ...slips['control-slip'], handovers }, context('2026-11-23T09:05'))),
    );
    const printed = new Set(text.match(/từ\d+/g));
    expect(words.filter((word) => !printed.has(word))).toEqual([]);
  });

  test('a name without spaces, control characters or line ends does not break the page', async () => {
    const name = `\u0000${'Đ'.repeat(3000)}\n\u202E\t!`;
    const pages = await pagesOf(
      await print('refusal', { ...slips.refusal, applicant: { name } }, context('2026-11-23T09:05')),
    );
    expect(pages.join('').match(/Đ/g)?.length).toBeGreaterThanOrEqual(3000);
  });
});

describe('a template that somebody words anew', () => {
  const { template } = formOn('receipt', 'one-stop', '2026-11-23');
  const faultsOf = (more: object) => compileSlip({ ...template, ...more }).faults ?? [];

  test('is refused with a field that the slip does not have, and told where it stands', () => {
    const body = [...template.body, { kind: 'text', text: 'Hạn: {due_date}' }];
    expect(faultsOf({ body })).toMatchObject([
      { code: 'documents.unknown-place', at: `body.${template.body.length}.text` },
    ]);
    expect(faultsOf({ body })[0]?.message.vi).toContain('“{due_date}” (ký tự thứ 6)');
  });

  test.each(template.required)('is refused without {%s}, which the rule asks for', (path) => {
    const without = JSON.parse(
      JSON.stringify(template, (key, value) =>
        typeof value === 'string' && key !== 'each' && !template.required.includes(value)
          ? value.replaceAll(new RegExp(`\\{${path}(\\|[a-z]+)?\\}`, 'g'), '—')
          : value,
      ),
    );
    const body = without.body.filter((block: { each?: string }) => block.each !== path);
    expect(faultsOf({ ...without, body }).map(({ code }) => code)).toEqual(['documents.place-required']);
  });

  test('is refused when what the rule asks for is printed only sometimes', () => {
    const body = template.body.map((block) =>
      JSON.stringify(block).includes('{due_at}') ? { ...block, when: 'due_at' } : block,
    );
    expect(faultsOf({ body }).map(({ code }) => code)).toEqual(['documents.place-required']);
  });
});

describe('the register', () => {
  test('says its span of days and its book', async () => {
    const text = flat(await textOf(await renderRegister(register, context('2026-11-30T16:00'))));
    expect(text).toContain('Từ ngày 01/11/2026 đến ngày 30/11/2026 – Quyển số: 03');
    expect(text).toContain('Mẫu số 07, Thông tư 03/2025/TT-VPCP');
  });

  test('repeats its heading on every page', async () => {
    const pages = await pagesOf(await renderRegister(register, context('2026-11-30T16:00')));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toContain('Mã hồ sơ');
    expect(pages.at(-1)).toContain('H53.15-261123-0060');
  });

  test('as a workbook holds the same rows as text, so that nothing in it is a formula', async () => {
    const workbook = new ExcelJS.Workbook();
    const book = { ...register, rows: Readable.from(register.rows), totals: 'Tổng số: 60 hồ sơ.' };
    await workbook.xlsx.read(streamRegisterWorkbook(book, context('2026-11-30T16:00')) as never);
    const sheet = workbook.getWorksheet('Sổ theo dõi hồ sơ');
    const rows = (sheet?.getColumn(2).values ?? []).filter(
      (cell) => typeof cell === 'string' && cell.startsWith('H53'),
    );
    expect(rows).toHaveLength(60);
    expect(sheet?.getCell('E13').type).toBe(ExcelJS.ValueType.String);
    expect(sheet?.getCell('E13').value).toBe('=1+1');
    expect(sheet?.getCell('H6').value).toBe('23/11/2026 09:05');
  });
});
