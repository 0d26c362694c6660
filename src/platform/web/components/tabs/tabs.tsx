/** Tabs: the queues or sections beside this one, as links with how much is in each. */
import type { ComponentChildren } from 'preact';

export interface Tab {
  readonly label: ComponentChildren;
  readonly href: string;
  /** "31", "999+". */
  readonly count?: string;
  readonly current?: boolean;
  /** Its count is of things late. */
  readonly late?: boolean;
}

export interface TabsProps {
  /** What the links are, for who hears them. */
  label: string;
  tabs: readonly Tab[];
  /** Name by which a live page finds the links, to replace them when counts change. */
  slot?: string;
  /** At the end of the row: when the page was updated, what has come since. */
  children?: ComponentChildren;
}

export function Tabs({ label, tabs, slot, children }: TabsProps) {
  return (
    <nav class="vc-tabs" aria-label={label}>
      <ul data-slot={slot}>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count !== undefined && (
                <span class="vc-tab-count" data-late={tab.late}>
                  {' '}
                  {tab.count}
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
      {children && <div class="vc-tabs-end">{children}</div>}
    </nav>
  );
}
