/** Number book page (sổ số hồ sơ giữ trước): what was reserved, by whom, and what became of each number that no dossier bears. */
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { dayText } from '../../../../platform/text/vietnamese-date.ts';
import { DataTable } from '../../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../../platform/web/components/empty-state/empty-state.tsx';
import { Pagination } from '../../../../platform/web/components/pagination/pagination.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../../platform/web/local.tsx';
import type { NumberBlock, VoidedNumber } from '../../offline/list-blocks.ts';
import { REGISTER } from '../../register-asked.ts';

export const NUMBER_BOOK = `${REGISTER}/so-giu-truoc`;

export interface NumberBookProps {
  readonly rows: readonly NumberBlock[];
  readonly next: string | undefined;
}

const texts = defineTexts({
  title: { vi: 'Số hồ sơ giữ trước', en: 'Reserved numbers' },
  about: {
    vi: 'Số mà quầy giữ trước để nhận hồ sơ khi mất mạng. Số không có hồ sơ nào mang đều đứng ở đây, cùng lý do.',
    en: 'Numbers that counters reserved to receive without a line. Each number that no dossier bears stands here with its reason.',
  },
  none: { vi: 'Chưa có số nào được giữ trước', en: 'No numbers were reserved yet' },
  noneAbout: {
    vi: 'Quầy giữ số ở trang Tiếp nhận khi mất mạng.',
    en: 'Counters reserve them on the page Receive without a line.',
  },
  day: { vi: 'Ngày', en: 'Day' },
  unit: { vi: 'Nơi tiếp nhận', en: 'Office' },
  officer: { vi: 'Người giữ', en: 'Held by' },
  numbers: { vi: 'Các số', en: 'Numbers' },
  used: { vi: 'Đã dùng', en: 'Used' },
  held: { vi: 'Còn giữ', en: 'Held' },
  voided: { vi: 'Đã hủy', en: 'Voided' },
  closed: { vi: 'chốt ngày', en: 'day closed' },
  forgotten: { vi: 'quên chốt, chương trình hủy', en: 'forgotten, voided by the program' },
  time: { vi: 'thời điểm nhận không đúng', en: 'its time could not be' },
  instead: { vi: (code: string) => `hồ sơ mang số ${code}`, en: (code: string) => `the dossier bears ${code}` },
  shown: { vi: (n: number) => `${n} lần giữ trên trang này`, en: (n: number) => `${n} blocks on this page` },
  back: { vi: 'Về sổ theo dõi hồ sơ', en: 'Back to the register' },
});

export function NumberBookPage({ rows, next }: NumberBookProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const voided = ({ why, instead }: VoidedNumber): string => (instead ? words.instead(instead) : words[why]);
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        <h1>{words.title}</h1>
        <p>{words.about}</p>
        {rows.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneAbout}</p>
          </EmptyState>
        ) : (
          <>
            <DataTable
              cards
              caption={words.title}
              captionHidden
              rows={rows}
              keyOf={({ id }) => id}
              columns={[
                { key: 'day', head: words.day, digits: true, cell: ({ day }) => dayText(day, locale) },
                {
                  key: 'numbers',
                  head: words.numbers,
                  names: true,
                  cell: ({ first, last }) => (
                    <>
                      <span class="vc-whole">{first}</span> – <span class="vc-whole">{last}</span>
                    </>
                  ),
                },
                { key: 'unit', head: words.unit, cell: ({ unit }) => <Local text={unit} /> },
                { key: 'officer', head: words.officer, cell: ({ officer }) => officer },
                { key: 'used', head: words.used, align: 'end', digits: true, cell: ({ used }) => used },
                { key: 'held', head: words.held, align: 'end', digits: true, cell: ({ held }) => held },
                {
                  key: 'voided',
                  head: words.voided,
                  cell: (row) =>
                    row.voided.length === 0 ? (
                      '–'
                    ) : (
                      <ul class="vc-list">
                        {row.voided.map((one) => (
                          <li key={one.code}>
                            <span class="vc-whole">{one.code}</span>: {voided(one)}
                          </li>
                        ))}
                      </ul>
                    ),
                },
              ]}
            />
            <Pagination
              summary={words.shown(rows.length)}
              {...(next === undefined ? {} : { next: `${NUMBER_BOOK}?sau=${encodeURIComponent(next)}` })}
            />
          </>
        )}
        <p>
          <a class="ds-link" href={REGISTER}>
            {words.back}
          </a>
        </p>
      </div>
    </OfficerLayout>
  );
}
