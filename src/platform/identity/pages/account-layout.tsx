/** Account layout: pages about one's own account, in the frame the reader works in. */
import type { ComponentChildren } from 'preact';
import { CitizenLayout } from '../../web/layouts/citizen-layout.tsx';
import { OfficerLayout } from '../../web/layouts/officer-layout.tsx';

export interface AccountLayoutProps {
  readonly officer: boolean;
  readonly title: string;
  /** A page that works without, and does more with it. */
  readonly scripts?: readonly string[];
  readonly children: ComponentChildren;
}

export function AccountLayout({ officer, title, scripts = [], children }: AccountLayoutProps) {
  const Layout = officer ? OfficerLayout : CitizenLayout;
  return (
    <Layout title={title} scripts={scripts}>
      <div class="vc-reading vc-stack">{children}</div>
    </Layout>
  );
}
