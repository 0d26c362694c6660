/** Status strip: how many targets stand where, as one bar; the sentence above it says the same in words. */
import type { TargetStatus } from '../tag/status-chip.tsx';

export interface StatusShare {
  readonly status: TargetStatus;
  readonly count: number;
}

export function StatusStrip({ shares }: { shares: readonly StatusShare[] }) {
  const shown = shares.filter(({ count }) => count > 0);
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  let before = 0;
  return (
    <svg class="vc-status-strip" viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true">
      {shown.map(({ status, count }) => {
        const x = Math.round((before * 1000) / total);
        before += count;
        const end = Math.round((before * 1000) / total);
        return <rect key={status} data-status={status} x={x} y="0" width={Math.max(1, end - x - 3)} height="12" />;
      })}
    </svg>
  );
}
