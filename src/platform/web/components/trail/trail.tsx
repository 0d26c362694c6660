/** Trail: where a page belongs. A back link on steps of a task, breadcrumbs on pages of a collection. */
import type { ComponentChildren } from 'preact';
import { defineTexts } from '../../../i18n/texts.ts';
import { useLocale } from '../../frame.tsx';
import { Icon } from '../icon/icon.tsx';

export interface Crumb {
  readonly label: ComponentChildren;
  readonly href: string;
}

const texts = defineTexts({ here: { vi: 'Vị trí của trang', en: 'You are here' } });

export function BackLink({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a class="vc-back" href={href}>
      <Icon name="arrow-back-up" /> {children}
    </a>
  );
}

/** The pages above this one, widest first; the page itself is its heading and is not repeated. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav class="vc-crumbs" aria-label={texts(useLocale()).here}>
      <ol>
        {crumbs.map((crumb, index) => (
          <li key={crumb.href}>
            {index > 0 && <Icon name="chevron-right" size={14} />}
            <a class="ds-link" href={crumb.href}>
              {crumb.label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
