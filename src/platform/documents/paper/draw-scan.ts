/** A scanned page behind a paper: as large as the sheet allows, turned as it was turned by hand. */
import type { PageImage } from './merge-pages.ts';
import { printable, type Sheet } from './sheet.ts';

/** Points; the foot keeps room for the number of the page. */
const MARGINS = { top: 24, bottom: 57, left: 24, right: 24 };

/** Throws for what is no picture. */
export function drawScan({ doc, root }: Sheet, { bytes, turn }: PageImage, alt: string): void {
  doc.addPage({ size: 'A4', margins: MARGINS });
  const width = doc.page.width - MARGINS.left - MARGINS.right;
  const height = doc.page.height - MARGINS.top - MARGINS.bottom;
  const [x, y] = [MARGINS.left + width / 2, MARGINS.top + height / 2];
  // a lying picture is fitted before it is turned
  const [wide, high] = turn === 90 || turn === 270 ? [height, width] : [width, height];
  const figure = doc.struct('Figure', { alt: printable(alt) }, () => {
    doc.save();
    doc.rotate(turn, { origin: [x, y] });
    doc.image(Buffer.from(bytes), x - wide / 2, y - high / 2, { fit: [wide, high], align: 'center', valign: 'center' });
    doc.restore();
  });
  root.add(figure);
  figure.end();
}
