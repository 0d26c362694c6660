/** QR codes: the square that leads from a printed paper to its public page. */
import QRCode from 'qrcode';

/** Modules of a QR code, row by row, without the quiet zone. */
export interface QrMatrix {
  readonly size: number;
  readonly dark: (column: number, row: number) => boolean;
}

/** ISO/IEC 18004 at level M: still read with 15 % of it soiled, which a folded paper needs. */
export function qrMatrix(text: string): QrMatrix {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  return { size: modules.size, dark: (column, row) => modules.get(row, column) === 1 };
}

/** Horizontal runs of dark modules, so that a drawing has no hairlines between neighbours. */
export function* darkRuns(matrix: QrMatrix): Generator<{ column: number; row: number; length: number }> {
  for (let row = 0; row < matrix.size; row++) {
    let start = -1;
    for (let column = 0; column <= matrix.size; column++) {
      const dark = column < matrix.size && matrix.dark(column, row);
      if (dark && start < 0) start = column;
      if (!dark && start >= 0) {
        yield { column: start, row, length: column - start };
        start = -1;
      }
    }
  }
}

/** A standalone SVG with the four-module quiet zone the standard asks for; `label` is what a screen reader says. */
export function qrSvg(text: string, label: string): string {
  const matrix = qrMatrix(text);
  const side = matrix.size + 8;
  const path = [...darkRuns(matrix)].map((run) => `M${run.column + 4} ${run.row + 4}h${run.length}v1h-${run.length}z`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" role="img" aria-label="${escapeXml(label)}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${path.join('')}"/></svg>`;
}

/** A picture to keep: a phone cannot scan its own screen, but its banking app reads a picture. */
export const qrPng = (text: string): Promise<Buffer> =>
  QRCode.toBuffer(text, { type: 'png', errorCorrectionLevel: 'M', margin: 4, width: 720 });

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
