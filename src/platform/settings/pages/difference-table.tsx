/** What differs between two versions of a setting, each thing before and after. */
import { defineTexts } from '../../i18n/texts.ts';
import { DataTable } from '../../web/components/data-table/data-table.tsx';
import { EmptyState } from '../../web/components/empty-state/empty-state.tsx';
import { useLocale } from '../../web/frame.tsx';
import type { Difference } from '../setting.ts';

const texts = defineTexts({
  caption: { vi: 'Những điều khác nhau', en: 'What differs' },
  what: { vi: 'Điều gì', en: 'What' },
  before: { vi: 'Trước', en: 'Before' },
  after: { vi: 'Sau', en: 'After' },
  none: { vi: 'Không có gì khác', en: 'Nothing differs' },
  absent: { vi: 'không có', en: 'none' },
});

export function DifferenceTable({ differences }: { readonly differences: readonly Difference[] }) {
  const locale = useLocale();
  const words = texts(locale);
  if (differences.length === 0) return <EmptyState title={words.none} />;
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      rows={differences}
      keyOf={({ key }) => key}
      columns={[
        { key: 'what', head: words.what, names: true, cell: ({ what }) => what[locale] },
        { key: 'before', head: words.before, labelled: true, cell: ({ before }) => before?.[locale] ?? words.absent },
        { key: 'after', head: words.after, labelled: true, cell: ({ after }) => after?.[locale] ?? words.absent },
      ]}
    />
  );
}
