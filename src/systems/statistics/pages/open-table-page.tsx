/** Open table page: what offices received and decided in a month, for everybody, with the files of it. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { groupedNumber } from '../../../platform/text/money.ts';
import { dayText, timeInSentence } from '../../../platform/text/vietnamese-date.ts';
import { Button } from '../../../platform/web/components/button/button.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { Select } from '../../../platform/web/components/field/select.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { CitizenLayout } from '../../../platform/web/layouts/citizen-layout.tsx';
import { countCell, wordCell } from '../cells.ts';
import type { FigureTable } from '../figure-table.ts';
import type { Figures } from '../figures.ts';
import type { OpenTable } from '../open-table.ts';
import type { Period } from '../../../platform/calendar/period.ts';
import { headOf } from '../summary-sheet.ts';
import { FigureGrid } from './figure-grid.tsx';

export interface OpenTablePageProps {
  readonly table: OpenTable;
  readonly periods: readonly Period[];
}

const texts = defineTexts({
  title: { vi: 'Số liệu giải quyết thủ tục hành chính', en: 'Figures of administrative procedures' },
  about: {
    vi: (name: string, from: string, to: string, at: string) =>
      `${name}, từ ngày ${from} đến hết ngày ${to}. Số liệu đến ${at}.`,
    en: (name: string, from: string, to: string, at: string) => `${name}, from ${from} to ${to}. As of ${at}.`,
  },
  running: { vi: 'Tháng chưa kết thúc, số liệu còn thay đổi.', en: 'The month is not over: figures still change.' },
  simulated: { vi: 'Có hồ sơ mô phỏng trong số liệu.', en: 'Simulated dossiers are among these figures.' },
  small: {
    vi: (count: string, least: string) =>
      `${count} đơn vị được gộp vào một dòng, vì có đơn vị dưới ${least} hồ sơ trong tháng.`,
    en: (count: string, least: string) =>
      `${count} units stand on one line, because some had fewer than ${least} dossiers.`,
  },
  confirm: {
    vi: 'Cách tính có dấu * chờ xác nhận với văn bản.',
    en: 'What is marked * is to be confirmed against the rule.',
  },
  late: {
    vi: 'Trước hạn, đúng hạn, quá hạn: so ngày có kết quả với hạn tính theo lịch làm việc; thời gian chờ người nộp không tính.',
    en: 'Early, on time, late: the result against the due time by the working calendar; waiting for the applicant does not count.',
  },
  month: { vi: 'Tháng', en: 'Month' },
  show: { vi: 'Xem', en: 'Show' },
  csv: { vi: 'Tải CSV', en: 'Download CSV' },
  json: { vi: 'Tải JSON', en: 'Download JSON' },
  unit: { vi: 'Cơ quan', en: 'Office' },
  others: { vi: 'Các đơn vị có ít hồ sơ', en: 'Units with few dossiers' },
  total: { vi: 'Cộng', en: 'Total' },
  none: { vi: 'Chưa có số liệu', en: 'No data yet' },
  noneAbout: { vi: 'Tháng này chưa có hồ sơ nào. Chọn tháng khác.', en: 'No dossiers in this month. Choose another.' },
  caption: { vi: 'Hồ sơ theo cơ quan giải quyết', en: 'Dossiers by deciding office' },
  ratings: { vi: 'Xem người dân đánh giá các cơ quan', en: 'See how people rate the offices' },
});

export function OpenTablePage({ table, periods }: OpenTablePageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const { period, at } = table;
  const name = inLanguage(period.name, locale).text;
  const [from, to] = [dayText(period.firstDay, locale), dayText(period.lastDay, locale)];
  const file = (ending: string) => `/so-lieu.${ending}?ky=${period.key}`;
  return (
    <CitizenLayout title={`${words.title}: ${name}`}>
      <div class="vc-stack">
        <h1>{words.title}</h1>
        <div>
          <p>{words.about(name, from, to, timeInSentence(at, locale))}</p>
          {at < period.to && <p>{words.running}</p>}
          {table.simulated && <p>{words.simulated}</p>}
        </div>
        <form action="/so-lieu" class="vc-stack">
          <Select
            name="ky"
            label={words.month}
            value={period.key}
            options={periods.map((one) => ({ value: one.key, label: inLanguage(one.name, locale).text }))}
          />
          <Button variant="secondary">{words.show}</Button>
        </form>
        {table.rows.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneAbout}</p>
          </EmptyState>
        ) : (
          <FigureGrid table={gridOf(table, locale)} captionHidden />
        )}
        <div class="vc-buttons">
          <a class="ds-link" href={file('csv')}>
            {words.csv}
          </a>
          <a class="ds-link" href={file('json')}>
            {words.json}
          </a>
        </div>
        <div class="vc-quiet">
          <p>{words.late}</p>
          {table.gathered > 0 && <p>{words.small(groupedNumber(table.gathered, locale), `${table.least}`)}</p>}
          <p>{words.confirm}</p>
        </div>
        <p>
          <a class="ds-link" href="/danh-gia">
            {words.ratings}
          </a>
        </p>
      </div>
    </CitizenLayout>
  );
}

function gridOf({ columns, rows, total }: OpenTable, locale: 'vi' | 'en'): FigureTable {
  const words = texts(locale);
  const cells = (figures: Figures) => columns.map(({ key }) => countCell(figures[key] ?? 0, locale));
  return {
    title: words.caption,
    columns: [
      { key: 'unit', head: words.unit, words: true },
      ...columns.map((count) => ({ key: count.key, head: headOf(count, locale) })),
    ],
    rows: [
      ...rows.map(({ name, code, figures }) => ({
        key: name === null ? words.others : `${name.vi} ${code ?? ''}`,
        cells: [wordCell(name === null ? words.others : inLanguage(name, locale).text), ...cells(figures)],
      })),
      { key: 'total', total: true, cells: [wordCell(words.total), ...cells(total)] },
    ],
  };
}
