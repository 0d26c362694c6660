/** Pagination by key: what is shown and the ways to the next and previous pages. There are no page numbers, because lists are read by key. */
import type { ComponentChildren } from 'preact';
import { defineTexts } from '../../../i18n/texts.ts';
import { useLocale } from '../../frame.tsx';
import { Icon } from '../icon/icon.tsx';

export interface PaginationProps {
  /** "1–30 trên 31", "999+ hồ sơ". */
  summary: ComponentChildren;
  /** Which list, where a page has more than one. */
  label?: string;
  previous?: string;
  next?: string;
}

const texts = defineTexts({
  pages: { vi: 'Các trang của danh sách', en: 'Pages of the list' },
  previous: { vi: 'Trang trước', en: 'Previous page' },
  next: { vi: 'Trang sau', en: 'Next page' },
});

export function Pagination({ summary, label, previous, next }: PaginationProps) {
  const words = texts(useLocale());
  return (
    <nav class="vc-pagination" aria-label={label ?? words.pages}>
      <span class="vc-quiet">{summary}</span>
      {previous && (
        <a class="ds-link" href={previous} rel="prev">
          <Icon name="chevron-left" /> <span>{words.previous}</span>
        </a>
      )}
      {next && (
        <a class="ds-link" href={next} rel="next">
          <span>{words.next}</span> <Icon name="chevron-right" />
        </a>
      )}
    </nav>
  );
}
