/** Tables on paper: the heading repeats on every page, a cell taller than what is left goes on in a further row. */
import { asArtifact, bottomOf, printable, tagged, write, type Face, type Sheet, type Tag } from './sheet.ts';
import type { Block, Column } from './paper.ts';

type Table = Extract<Block, { kind: 'table' }>;

const PADDING = 3;

export function drawTable(sheet: Sheet, table: Table): void {
  const widths = columnWidths(sheet, table.columns);
  const element = sheet.doc.struct('Table');
  sheet.root.add(element);
  const headings = table.columns.map((column) => printable(column.heading));
  const heading = () => drawRow(sheet, element, 'TH', headings, table.columns, widths);
  if (sheet.doc.y + heightOf(sheet, 'bold', headings, widths) * 2 > bottomOf(sheet)) sheet.doc.addPage();
  heading();
  for (const row of table.rows) {
    let rest: string[] | undefined = row.map(printable);
    while (rest) rest = drawWhatFits(sheet, element, rest, table.columns, widths, heading);
  }
  element.end();
  sheet.doc.x = sheet.left;
  sheet.doc.y += sheet.sizes.body * 0.6;
}

/** Draws the row, or as much of it as one page holds, and returns what is left of it. */
function drawWhatFits(
  sheet: Sheet,
  element: Tag,
  cells: string[],
  columns: readonly Column[],
  widths: number[],
  heading: () => void,
): string[] | undefined {
  const height = heightOf(sheet, 'regular', cells, widths);
  const left = bottomOf(sheet) - sheet.doc.y;
  if (height > left && (height < bottomOf(sheet) / 2 || left < sheet.sizes.small * 8)) {
    sheet.doc.addPage();
    heading();
  }
  const room = bottomOf(sheet) - sheet.doc.y - PADDING * 2;
  const parts = cells.map((cell, index) =>
    splitAt(cell, (text) => textHeight(sheet, text, widths[index] ?? 0) <= room),
  );
  drawRow(
    sheet,
    element,
    'TD',
    parts.map((part) => part.head),
    columns,
    widths,
  );
  return parts.some((part) => part.tail !== '') ? parts.map((part) => part.tail) : undefined;
}

/** The longest beginning that fits, cut between words where there are any, and the rest. */
export function splitAt(text: string, fits: (beginning: string) => boolean): { head: string; tail: string } {
  if (fits(text)) return { head: text, tail: '' };
  let [low, high] = [1, text.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(text.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  const space = text.lastIndexOf(' ', low);
  const cut = space > 0 ? space : low;
  return { head: text.slice(0, cut), tail: text.slice(cut).trimStart() };
}

function drawRow(
  sheet: Sheet,
  table: Tag,
  type: 'TH' | 'TD',
  cells: readonly string[],
  columns: readonly Column[],
  widths: readonly number[],
): void {
  const { doc, left } = sheet;
  const face: Face = type === 'TH' ? 'bold' : 'regular';
  const height = heightOf(sheet, face, cells, widths);
  const top = doc.y;
  const row = doc.struct('TR');
  table.add(row);
  let x = left;
  cells.forEach((cell, index) => {
    const width = widths[index] ?? 0;
    const box = x;
    asArtifact(sheet, () => {
      if (type === 'TH') doc.rect(box, top, width, height).fill('#eef1f4');
      doc.lineWidth(0.5).rect(box, top, width, height).stroke('#555');
    });
    const align = type === 'TH' ? 'center' : (columns[index]?.align ?? 'left');
    tagged(
      sheet,
      type,
      () =>
        write(sheet, face, sheet.sizes.small).text(cell, box + PADDING, top + PADDING, {
          width: width - PADDING * 2,
          align,
        }),
      row,
    );
    x += width;
  });
  row.end();
  doc.y = top + height;
}

function heightOf(sheet: Sheet, face: Face, cells: readonly string[], widths: readonly number[]): number {
  write(sheet, face, sheet.sizes.small);
  return Math.max(...cells.map((cell, index) => textHeight(sheet, cell, widths[index] ?? 0))) + PADDING * 2;
}

const textHeight = (sheet: Sheet, text: string, width: number): number =>
  sheet.doc.heightOfString(text === '' ? ' ' : text, { width: width - PADDING * 2 });

function columnWidths(sheet: Sheet, columns: readonly Column[]): number[] {
  const total = columns.reduce((sum, column) => sum + column.weight, 0);
  return columns.map((column) => (sheet.width * column.weight) / total);
}
