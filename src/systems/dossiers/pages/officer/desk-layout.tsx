/** Desk layout: the officer layout with the search through dossiers. */
import type { ComponentChildren } from 'preact';
import { OfficerLayout } from '../../../../platform/web/layouts/officer-layout.tsx';

export interface DeskLayoutProps {
  readonly title: string;
  /** Queues of the desk; the officer's places when left out. */
  readonly tabs?: ComponentChildren;
  readonly search?: string;
  readonly full?: boolean;
  readonly children: ComponentChildren;
}

export function DeskLayout({ search, ...props }: DeskLayoutProps) {
  const value = search === undefined ? {} : { value: search };
  return <OfficerLayout {...props} search={{ action: '/can-bo/ho-so', ...value }} />;
}
