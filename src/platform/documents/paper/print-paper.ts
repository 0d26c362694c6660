/** From a paper as data to the bytes of its PDF. */
import type { Instant } from '../../calendar/instant.ts';
import { CHECK_HEIGHT, drawCheck } from './draw-check.ts';
import { drawBlock } from './draw-block.ts';
import { drawScan } from './draw-scan.ts';
import { agencyMarkEnd, drawLetterhead } from './draw-letterhead.ts';
import { asArtifact, closeSheet, openSheet, printable, tagged, write, type Sheet } from './sheet.ts';
import type { Paper } from './paper.ts';

/** The same paper and the same `at` (creation time in the file) always give the same bytes. */
export async function printPaper(paper: Paper, at: Instant): Promise<Uint8Array> {
  const sheet = openSheet(paper, at);
  drawTopLines(sheet, paper);
  drawLetterhead(sheet, paper.letterhead);
  const foot = paper.check ? CHECK_HEIGHT : 0;
  for (const block of paper.blocks) drawBlock(sheet, block, block === paper.blocks.at(-1) ? foot : 0);
  if (paper.check) drawCheck(sheet, paper.check);
  for (const [index, scan] of (paper.scans ?? []).entries()) drawScan(sheet, scan, `Bản chụp, trang ${index + 1}`);
  numberPages(sheet, paper.title);
  return closeSheet(sheet);
}

function drawTopLines(sheet: Sheet, paper: Paper): void {
  const { doc, sizes, left, width } = sheet;
  if (paper.letterhead.agencyMark) doc.y = Math.max(doc.y, agencyMarkEnd(sheet));
  if (paper.warning !== undefined) {
    const text = printable(paper.warning);
    tagged(sheet, 'P', () =>
      write(sheet, 'bold', sizes.small).fillColor('#b00020').text(text, left, doc.y, { width, align: 'center' }),
    );
    doc.moveDown(0.4);
  }
  if (paper.formName !== undefined) {
    const text = printable(paper.formName);
    tagged(sheet, 'P', () =>
      write(sheet, 'italic', sizes.small).fillColor('#444').text(text, left, doc.y, { width, align: 'right' }),
    );
    doc.moveDown(0.4);
  }
}

/** A paper of one page needs no number. */
function numberPages(sheet: Sheet, title: string): void {
  const { doc, sizes, left, width } = sheet;
  const { start, count } = doc.bufferedPageRange();
  if (count === 1) return;
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page);
    const bottom = doc.page.margins.bottom;
    doc.page.margins.bottom = 0;
    asArtifact(sheet, () => {
      write(sheet, 'regular', sizes.small).fillColor('#444');
      doc.text(`${printable(title)} – trang ${page - start + 1}/${count}`, left, doc.page.height - bottom + 12, {
        width,
        align: 'center',
        lineBreak: false,
      });
    });
    doc.page.margins.bottom = bottom;
  }
}
