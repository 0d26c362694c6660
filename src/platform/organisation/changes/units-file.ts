/** The organisation as a file: one line for each position and holder, in Vietnamese as an office files it. */
import { loadExcel } from '../../documents/load-excel.ts';
import { MANNER_NAMES } from './forms/position-forms.ts';
import { UNIT_KIND_NAMES } from './unit-kinds.ts';
import type { ListedUnit, ShownPosition } from './units-on.ts';

export interface OrganisationFile {
  readonly units: readonly ListedUnit[];
  readonly positions: readonly ShownPosition[];
}

const HEAD = [
  'Mã đơn vị',
  'Tên đơn vị',
  'Loại',
  'Cấp trên',
  'Địa bàn',
  'Vai trò',
  'Vị trí',
  'Tên đăng nhập',
  'Họ và tên',
  'Giữ từ ngày',
  'Đến hết ngày',
  'Hình thức',
  'Quyết định',
];

function linesOf({ units, positions }: OrganisationFile): string[][] {
  const byUnit = Map.groupBy(positions, ({ unit }) => unit);
  return units.flatMap((unit) => {
    const facts = [
      unit.code ?? '',
      unit.name.vi,
      UNIT_KIND_NAMES[unit.kind].vi,
      unit.parent?.vi ?? '',
      unit.area?.vi ?? '',
    ];
    const seats = byUnit.get(unit.id) ?? [];
    if (seats.length === 0) return [[...facts, ...Array.from({ length: 8 }, () => '')]];
    return seats.flatMap(({ role, title, holders }) => {
      const seat = [...facts, role, title.vi];
      if (holders.length === 0) return [[...seat, '', '', '', '', '', '']];
      return holders.map(({ login, name, from, to, manner, document }) => [
        ...seat,
        login,
        name,
        from,
        to ?? '',
        MANNER_NAMES[manner].vi,
        document ?? '',
      ]);
    });
  });
}

/** With a byte order mark, or a spreadsheet reads the Vietnamese as another alphabet (RFC 4180). */
export const organisationAsCsv = (content: OrganisationFile): string =>
  `\uFEFF${[HEAD, ...linesOf(content)].map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`;

/** What begins like a formula is text: a spreadsheet would reckon it. */
function quoted(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Every cell is text: a code never turns into a number or a formula. */
export async function organisationAsWorkbook(content: OrganisationFile): Promise<Buffer> {
  const workbook = new (await loadExcel()).Workbook();
  workbook.creator = 'Vàm Cỏ';
  const sheet = workbook.addWorksheet('Tổ chức bộ máy', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = HEAD.map((header, index) => ({ header, width: index === 1 || index === 3 ? 48 : 18 }));
  sheet.getRow(1).font = { bold: true };
  for (const line of linesOf(content)) sheet.addRow(line).eachCell((cell) => (cell.numFmt = '@'));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
