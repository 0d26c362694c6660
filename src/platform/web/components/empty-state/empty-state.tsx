/** Empty state: that there is nothing, why that is, and what can be done. */
import type { ComponentChildren } from 'preact';

export interface EmptyStateProps {
  title: ComponentChildren;
  children?: ComponentChildren;
}

export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <div class="vc-empty">
      <p class="vc-empty-title">{title}</p>
      {children}
    </div>
  );
}
