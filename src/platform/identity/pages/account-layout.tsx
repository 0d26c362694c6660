/** Account layout: pages about one's own account, in the frame the reader works in. */
import type { ComponentChildren } from 'preact';
import { CitizenLayout } from '../../web/layouts/citizen-layout.tsx';
import { OfficerLayout } from '../../web/layouts/officer-layout.tsx';

export interface AccountLayoutProps {
  readonly officer: boolean;
  readonly title: string;
  readonly children: ComponentChildren;
}

export function AccountLayout({ officer, title, children }: AccountLayoutProps) {
  const Layout = officer ? OfficerLayout : CitizenLayout;
  return (
    <Layout title={title}>
      <div class="vc-reading vc-stack">{children}</div>
    </Layout>
  );
}
