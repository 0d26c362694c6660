/** QR picture: a square of dark runs as a part of the page, with what it leads to as its name. */
import { darkRuns, qrMatrix } from '../../../platform/documents/qr.ts';

export function QrPicture({ text, label }: { readonly text: string; readonly label: string }) {
  const matrix = qrMatrix(text);
  const side = matrix.size + 8;
  const path = [...darkRuns(matrix)].map((run) => `M${run.column + 4} ${run.row + 4}h${run.length}v1h-${run.length}z`);
  return (
    <svg class="vc-qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
      <path fill="#000" d={path.join('')} />
    </svg>
  );
}
