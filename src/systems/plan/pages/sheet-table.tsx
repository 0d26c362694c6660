/** Sheet table: one sheet to be read, with the words that say why it is empty. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { type Column, DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { cellText } from '../sheets/cell-text.ts';
import type { PlanRecord } from '../sheets/records.ts';
import { CODE_HEAD, sheetNamed } from '../sheets/sheet.ts';

const texts = defineTexts({
  none: { vi: 'Chưa nhập.', en: 'Not entered yet.' },
});

export function SheetTable({
  sheet: name,
  records,
}: {
  readonly sheet: string;
  readonly records: readonly PlanRecord[];
}) {
  const locale = useLocale();
  const sheet = sheetNamed(name);
  const rows = records.filter((record) => record.sheet === name);
  const title = inLanguage(sheet.title, locale).text;
  const used = sheet.columns.filter(({ key }) => rows.some(({ cells }) => cells[key] !== undefined));
  return (
    <section class="vc-stack">
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p class="vc-quiet">
          {texts(locale).none} {inLanguage(sheet.about, locale).text}
        </p>
      ) : (
        <DataTable
          caption={title}
          captionHidden
          wide
          rows={rows}
          keyOf={({ code }) => code}
          columns={[
            { key: 'code', head: CODE_HEAD[locale], names: true, cell: ({ code }) => code },
            ...used.map(
              (column): Column<PlanRecord> => ({
                key: column.key,
                head: column.head[locale],
                cell: ({ cells }) => cellText(column, cells[column.key], locale) || '–',
              }),
            ),
          ]}
        />
      )}
    </section>
  );
}
