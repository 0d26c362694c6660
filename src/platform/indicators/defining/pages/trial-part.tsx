/** Trial part: what a draft would count beside what is in force, and records as examples of each kind. */
import { defineTexts } from '../../../i18n/texts.ts';
import { groupedNumber } from '../../../text/money.ts';
import { DataTable } from '../../../web/components/data-table/data-table.tsx';
import { useLocale } from '../../../web/frame.tsx';
import { ShownParts, ShownValue } from '../../pages/shown-value-cells.tsx';
import type { Shown } from '../../shown-value.ts';
import type { TriedExample } from '../try-definition.ts';

export interface TrialRow {
  readonly key: string;
  readonly name: string;
  readonly drafted: Shown;
  /** Undefined for a new indicator. */
  readonly now: Shown | undefined;
  readonly examples: readonly TriedExample[];
  readonly tooMany: boolean;
}

const texts = defineTexts({
  title: { vi: 'Đếm thử trên dữ liệu hiện có', en: 'Tried on what is there' },
  period: { vi: 'Kỳ', en: 'Period' },
  drafted: { vi: 'Theo bản nháp', en: 'By the draft' },
  draftedParts: { vi: 'Tử số / mẫu số', en: 'Numerator / denominator' },
  now: { vi: 'Theo bản đang áp dụng', en: 'By what is in force' },
  examples: { vi: 'Ví dụ trong kỳ đang chạy', en: 'Examples in the running period' },
  example: { vi: 'Bản ghi', en: 'Record' },
  alike: { vi: 'Số bản ghi như vậy', en: 'How many are like it' },
  place: { vi: 'Được đếm', en: 'Counts' },
  part: { vi: 'vào tử số', en: 'in the numerator' },
  counted: { vi: 'được đếm', en: 'counted' },
  whole: { vi: 'chỉ vào mẫu số', en: 'in the denominator alone' },
  unknown: { vi: 'chưa rõ: thiếu giá trị', en: 'unknown: a value is missing' },
  outside: { vi: 'không đếm', en: 'not counted' },
  none: {
    vi: 'Chưa có bản ghi nào trong kỳ này để đếm thử.',
    en: 'There is no record in this period to try it on.',
  },
  notTried: { vi: 'không đếm thử', en: 'not tried' },
  tooMany: {
    vi: 'Điều kiện đọc những giá trị mà hầu như mỗi bản ghi một khác: quá nhiều trường hợp để đếm thử ngay. Bản nháp vẫn công bố được.',
    en: 'The conditions read values that differ in almost every record: too many cases to try here. The draft can still be published.',
  },
});

export function TrialPart({ rows, hasDenominator }: { rows: readonly TrialRow[]; hasDenominator: boolean }) {
  const locale = useLocale();
  const words = texts(locale);
  const examples = rows.find((row) => row.examples.length > 0)?.examples ?? [];
  const isTooMany = rows.some(({ tooMany }) => tooMany);
  const placeOf = ({ part, whole, unknown }: TriedExample['place']): string => {
    if (unknown) return words.unknown;
    if (part) return hasDenominator ? words.part : words.counted;
    return whole && hasDenominator ? words.whole : words.outside;
  };
  return (
    <section class="vc-stack">
      <h2>{words.title}</h2>
      <DataTable
        caption={words.title}
        captionHidden
        rows={rows}
        keyOf={({ key }) => key}
        columns={[
          { key: 'period', head: words.period, names: true, cell: ({ name }) => name },
          {
            key: 'drafted',
            head: words.drafted,
            labelled: true,
            align: 'end',
            digits: true,
            cell: ({ drafted, tooMany }) =>
              tooMany ? <span class="vc-quiet">{words.notTried}</span> : <ShownValue shown={drafted} />,
          },
          {
            key: 'parts',
            head: words.draftedParts,
            labelled: true,
            align: 'end',
            digits: true,
            cell: ({ drafted }) => <ShownParts shown={drafted} />,
          },
          ...(rows.some(({ now }) => now)
            ? [
                {
                  key: 'now',
                  head: words.now,
                  labelled: true as const,
                  align: 'end' as const,
                  digits: true,
                  cell: ({ now }: TrialRow) =>
                    now && (
                      <>
                        <ShownValue shown={now} /> (<ShownParts shown={now} />)
                      </>
                    ),
                },
              ]
            : []),
        ]}
      />
      {examples.length === 0 ? (
        <p class="vc-quiet">{isTooMany ? words.tooMany : words.none}</p>
      ) : (
        <DataTable
          caption={words.examples}
          rows={examples}
          keyOf={({ label }) => label}
          columns={[
            {
              key: 'example',
              head: words.example,
              names: true,
              cell: ({ label, href }) =>
                href === undefined ? (
                  label
                ) : (
                  <a class="ds-link vc-whole" href={href}>
                    {label}
                  </a>
                ),
            },
            {
              key: 'alike',
              head: words.alike,
              labelled: true,
              align: 'end',
              digits: true,
              cell: ({ count }) => groupedNumber(count, locale),
            },
            { key: 'place', head: words.place, cell: ({ place }) => placeOf(place) },
          ]}
        />
      )}
    </section>
  );
}
