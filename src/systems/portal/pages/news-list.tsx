/** News list: titles with who said it and when, newest first. */
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { SectionHeading } from '../../../platform/web/components/section-heading/section-heading.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { Local } from '../../../platform/web/local.tsx';

export interface NewsItem {
  readonly title: LocalText;
  readonly href: string;
  /** "23/11/2026 11:20". */
  readonly at: string;
  readonly from: LocalText;
}

export interface NewsListProps {
  title: string;
  items: readonly NewsItem[];
  all?: string;
}

const texts = defineTexts({ all: { vi: 'Xem tất cả', en: 'See all' } });

export function NewsList({ title, items, all }: NewsListProps) {
  const locale = useLocale();
  return (
    <section>
      <SectionHeading more={all ? { label: texts(locale).all, about: title, href: all } : undefined}>
        {title}
      </SectionHeading>
      <ul class="vc-ruled">
        {items.map((item) => (
          <li key={item.href}>
            <a class="ds-link" href={item.href}>
              <Local text={item.title} />
            </a>
            <p class="vc-caption">
              {item.at} · <Local text={item.from} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
