/** Summary list: facts by name, each with a way to change it where there is one; the review page is made of these. */
import type { ComponentChildren } from 'preact';

export interface SummaryRow {
  readonly label: ComponentChildren;
  readonly value: ComponentChildren;
  /** `about` completes the link for who hears it alone: "Sửa ngày sinh". */
  readonly change?: { readonly href: string; readonly label: string; readonly about: string };
}

export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl class="vc-summary">
      {rows.map((row, index) => (
        <div key={index} class="vc-summary-row">
          <dt>{row.label}</dt>
          <dd>{row.value}</dd>
          {row.change && (
            <dd class="vc-summary-change">
              <a class="ds-link" href={row.change.href}>
                {row.change.label}
                <span class="ds-sr-only"> {row.change.about}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
