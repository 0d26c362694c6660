/** QR: a square drawn into the page, to be scanned at the counter, by a phone or by a bank's app. */
import { darkRuns, qrMatrix } from '../../../platform/documents/qr.ts';

/** `label` is what it holds, for who cannot see it. */
export function Qr({ text, label }: { text: string; label: string }) {
  const matrix = qrMatrix(text);
  const side = matrix.size + 8;
  const path = [...darkRuns(matrix)].map((run) => `M${run.column + 4} ${run.row + 4}h${run.length}v1h-${run.length}z`);
  return (
    <svg viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
      <path fill="#000" d={path.join('')} />
    </svg>
  );
}
