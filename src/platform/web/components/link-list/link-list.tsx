/** Link list: ways on, one under the other and separated by rules: with an icon and what is behind it, or as search results. */
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icon/icon.tsx';

export interface LinkRow {
  readonly href: string;
  readonly title: ComponentChildren;
  readonly detail?: ComponentChildren;
  readonly icon?: IconName;
}

export interface LinkListProps {
  rows: readonly LinkRow[];
  /** In four columns from 960 px, as the life events of the home page are. */
  columns?: boolean;
}

export function LinkList({ rows, columns }: LinkListProps) {
  return (
    <ul class="vc-links" data-columns={columns}>
      {rows.map((row) => (
        <li key={row.href}>
          {row.icon && <Icon name={row.icon} size={28} />}
          <div class="vc-link-body">
            <a class="vc-link-title" href={row.href}>
              {row.title}
            </a>
            {row.detail && <div class="vc-link-detail">{row.detail}</div>}
          </div>
          <span class="vc-link-chevron">
            <Icon name="chevron-right" />
          </span>
        </li>
      ))}
    </ul>
  );
}
