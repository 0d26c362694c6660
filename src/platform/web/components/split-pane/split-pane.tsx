/** Split pane: a list that fills the window, and beside it the one thing that is open; one under the other on narrow screens. */
import type { ComponentChildren } from 'preact';

export interface SplitPaneProps {
  children: ComponentChildren;
  /** Nothing open, no pane. */
  pane?: ComponentChildren;
  /** What the pane holds, for who hears it. */
  paneLabel: string;
}

export function SplitPane({ children, pane, paneLabel }: SplitPaneProps) {
  return (
    <div class="vc-split">
      <div class="vc-split-list">{children}</div>
      {pane && (
        <section class="vc-split-pane" aria-label={paneLabel}>
          {pane}
        </section>
      )}
    </div>
  );
}
