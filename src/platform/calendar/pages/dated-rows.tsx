/** Rows of a dated setting: from which day each rules; the first also before its day. */
import type { LocalText } from '../../i18n/local-text.ts';
import { defineTexts } from '../../i18n/texts.ts';
import { dayText } from '../../text/vietnamese-date.ts';
import { SummaryList } from '../../web/components/summary-list/summary-list.tsx';
import { useLocale } from '../../web/frame.tsx';
import type { Day } from '../instant.ts';

const texts = defineTexts({
  from: { vi: (day: string) => `Từ ${day}`, en: (day: string) => `From ${day}` },
});

export interface DatedRowsProps {
  readonly rows: readonly { readonly from: Day; readonly words: Required<LocalText> }[];
}

export function DatedRows({ rows }: DatedRowsProps) {
  const locale = useLocale();
  return (
    <SummaryList
      rows={rows.map(({ from, words }) => ({ label: texts(locale).from(dayText(from, locale)), value: words[locale] }))}
    />
  );
}
