/** Items of a change in a table: what each does, before and after, what is wrong with it, and taking it out of a draft. */
import { defineTexts } from '../../i18n/texts.ts';
import { Button } from '../../web/components/button/button.tsx';
import { CommandForm } from '../../web/components/command-form/command-form.tsx';
import { type Column, DataTable } from '../../web/components/data-table/data-table.tsx';
import { EmptyState } from '../../web/components/empty-state/empty-state.tsx';
import { useLocale } from '../../web/frame.tsx';
import type { ItemWords } from '../changes/item-words.ts';

export interface ShownItem extends ItemWords {
  readonly no: number;
  readonly fault: string | undefined;
}

export interface ChangeItemsProps {
  readonly items: readonly ShownItem[];
  /** All there are. */
  readonly count: number;
  readonly remove?: { readonly action: string; readonly version: number };
}

const texts = defineTexts({
  caption: { vi: 'Các mục của bản thay đổi', en: 'Items of the change' },
  what: { vi: 'Việc', en: 'What' },
  before: { vi: 'Trước', en: 'Before' },
  after: { vi: 'Sau', en: 'After' },
  remove: { vi: 'Bỏ mục', en: 'Take out' },
  none: { vi: 'Chưa có mục nào', en: 'There is no item yet' },
  noneAbout: { vi: 'Thêm mục từ danh sách dưới đây.', en: 'Add one from the list below.' },
  shown: {
    vi: (shown: number, count: number) => `Hiện ${shown} trong ${count} mục.`,
    en: (shown: number, count: number) => `${shown} of ${count} items are shown.`,
  },
});

export function ChangeItems({ items, count, remove }: ChangeItemsProps) {
  const words = texts(useLocale());
  if (count === 0)
    return (
      <EmptyState title={words.none}>
        <p>{words.noneAbout}</p>
      </EmptyState>
    );
  const before: Column<ShownItem> = {
    key: 'before',
    head: words.before,
    labelled: true,
    cell: (item) => item.before && <del>{item.before}</del>,
  };
  const columns: Column<ShownItem>[] = [
    {
      key: 'what',
      head: words.what,
      names: true,
      cell: ({ what, whom, fault }) => (
        <>
          <strong>{what}</strong>: {whom}
          {fault && <p class="ds-validation-message">{fault}</p>}
        </>
      ),
    },
    // a change that only adds has no past to show
    ...(items.some(({ before }) => before !== '') ? [before] : []),
    { key: 'after', head: words.after, labelled: true, cell: ({ after }) => after && <ins>{after}</ins> },
    ...(remove
      ? [
          {
            key: 'remove',
            head: words.remove,
            cell: ({ no, whom }: ShownItem) => (
              <CommandForm action={remove.action} version={remove.version}>
                <input type="hidden" name="no" value={no} />
                <Button variant="tertiary">
                  <span class="vc-whole">{words.remove}</span>
                  <span class="ds-sr-only"> {whom}</span>
                </Button>
              </CommandForm>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <DataTable caption={words.caption} captionHidden columns={columns} rows={items} keyOf={({ no }) => String(no)} />
      {items.length < count && <p class="vc-quiet">{words.shown(items.length, count)}</p>}
    </>
  );
}
