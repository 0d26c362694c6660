/** Panel: a tinted place for one thing that stands apart from the page's own text. */
import type { ComponentChildren } from 'preact';

export interface PanelProps {
  title: ComponentChildren;
  /** Under the title, in quiet text. */
  about?: ComponentChildren;
  children: ComponentChildren;
}

export function Panel({ title, about, children }: PanelProps) {
  return (
    <section class="vc-panel">
      <div>
        <h2>{title}</h2>
        {about && <p class="vc-quiet vc-small">{about}</p>}
      </div>
      <div>{children}</div>
    </section>
  );
}
