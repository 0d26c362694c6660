/** Time-left bar: one cell per working day, so that time used, paused, left and overrun can be counted. Never a percentage. */
import type { ComponentChildren } from 'preact';

export type TimeCell = 'used' | 'paused' | 'left' | 'over';

export interface TimeLeftBarProps {
  /** What the cells say, as a sentence: it is the bar's meaning, the cells only repeat it. */
  sentence: ComponentChildren;
  cells: readonly TimeCell[];
  /** Received, what stands between, due: shown under start, middle and end. */
  captions?: readonly [ComponentChildren, ComponentChildren, ComponentChildren];
  /** In the officer's pane. */
  small?: boolean;
}

export function TimeLeftBar({ sentence, cells, captions, small }: TimeLeftBarProps) {
  return (
    <div class="vc-time-left" data-small={small}>
      <p>{sentence}</p>
      <div class="vc-cells" data-many={cells.length > 40} aria-hidden="true">
        {cells.map((cell, index) => (
          <span key={index} data-state={cell} />
        ))}
      </div>
      {captions && (
        <div class="vc-time-captions">
          {captions.map((caption, index) => (
            <span key={index}>{caption}</span>
          ))}
        </div>
      )}
    </div>
  );
}
