/** The foot of a paper: a QR code and how to check the paper on the public page. */
import { darkRuns, qrMatrix } from '../qr.ts';
import { bottomOf, keepTogether, printable, tagged, write, type Sheet } from './sheet.ts';
import type { PublicCheck } from './paper.ts';

const SIDE = 48;

/** Points the foot takes, with the space above it. */
export const CHECK_HEIGHT = SIDE + 6;

/** Stands at the bottom of the last page, or right after the text when that is lower. */
export function drawCheck(sheet: Sheet, check: PublicCheck): void {
  const { doc, sizes, left, width } = sheet;
  keepTogether(sheet, CHECK_HEIGHT);
  const top = Math.max(doc.y + 6, bottomOf(sheet) - SIDE);
  const figure = { alt: `Mã QR dẫn tới ${check.url}` };
  const element = doc.struct('Figure', figure, () => drawQr(sheet, check.url, left, top));
  sheet.root.add(element);
  element.end();
  const lines = check.lines.map(printable);
  const textLeft = left + SIDE + 10;
  write(sheet, 'regular', sizes.small);
  doc.y = top + 2;
  for (const line of lines) {
    tagged(sheet, 'P', () => doc.text(line, textLeft, doc.y, { width: width - SIDE - 10, lineGap: 1.5 }));
  }
}

function drawQr(sheet: Sheet, text: string, x: number, y: number): void {
  const matrix = qrMatrix(text);
  const module = SIDE / matrix.size;
  for (const run of darkRuns(matrix))
    sheet.doc.rect(x + run.column * module, y + run.row * module, run.length * module, module);
  sheet.doc.fill('black');
}
