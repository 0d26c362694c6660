/** Section heading: a second-level heading with, at its end, the way to everything of its kind. */
import type { ComponentChildren } from 'preact';

export interface SectionHeadingProps {
  children: ComponentChildren;
  /** `about` completes the link for who hears it alone. */
  more?: { readonly label: string; readonly about: string; readonly href: string };
  id?: string;
}

export function SectionHeading({ children, more, id }: SectionHeadingProps) {
  return (
    <div class="vc-section-heading">
      <h2 id={id}>{children}</h2>
      {more && (
        <a class="ds-link" href={more.href}>
          {more.label}
          <span class="ds-sr-only"> {more.about}</span>
        </a>
      )}
    </div>
  );
}
