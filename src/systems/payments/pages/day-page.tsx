/** Day page: both sides of a day, each difference with its settling, and closing the day. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { moneyText } from '../../../platform/text/money.ts';
import { dayText, timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { Button, ButtonGroup } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { Consequence } from '../../../platform/web/components/consequence/consequence.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { ErrorSummary } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { StatTile } from '../../../platform/web/components/stat-tile/stat-tile.tsx';
import { BackLink } from '../../../platform/web/components/trail/trail.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import type { ReconciledDay } from '../statements/read-day.ts';
import { DifferencePart } from './difference-part.tsx';

export interface DayPageProps {
  readonly path: string;
  /** The page of all days. */
  readonly list: string;
  readonly reconciled: ReconciledDay;
  readonly isOver: boolean;
  readonly typed: (name: string) => string;
  readonly refused?: string;
}

const texts = defineTexts({
  title: { vi: (day: string) => `Đối soát ngày ${day}`, en: (day: string) => `Reconciliation of ${day}` },
  back: { vi: 'Về các ngày', en: 'Back to the days' },
  ours: { vi: 'Sổ của tỉnh', en: 'Our books' },
  bank: { vi: 'Sao kê ngân hàng', en: 'The bank’s statement' },
  open: { vi: 'Chưa giải trình', en: 'Not settled' },
  count: { vi: (count: number) => `${count} khoản`, en: (count: number) => `${count} movements` },
  differences: { vi: 'Chênh lệch', en: 'Differences' },
  of: { vi: (all: number) => `trong ${all} chênh lệch`, en: (all: number) => `of ${all} differences` },
  none: { vi: 'Hai bên khớp nhau', en: 'The two sides agree' },
  uncovered: { vi: 'Chưa có sao kê của ngày này', en: 'No statement covers this day' },
  uncoveredAbout: {
    vi: 'Nhập sao kê của ngày này trước khi giải trình và chốt.',
    en: 'Import the statement of this day before settling and closing.',
  },
  closed: {
    vi: (round: number, by: string, at: string) => `Đã chốt lần ${round}: ${by}, ${at}`,
    en: (round: number, by: string, at: string) => `Closed (${round}) by ${by}, ${at}`,
  },
  moved: {
    vi: 'Sao kê hoặc sổ đã thay đổi sau khi chốt. Giải trình chênh lệch mới rồi chốt lại.',
    en: 'The statement or the books have changed since. Settle what is new and close again.',
  },
  leftOut: {
    vi: (count: number) => `Không tính ${count} khoản mô phỏng không qua ngân hàng.`,
    en: (count: number) => `${count} simulated payments that never went through a bank are left out.`,
  },
  close: { vi: 'Chốt ngày', en: 'Close the day' },
  effect: { vi: 'Ghi số liệu hai bên của ngày vào nhật ký.', en: 'Writes both sides of the day into the journal.' },
  xlsx: { vi: 'Tải bảng tính (XLSX)', en: 'Workbook (XLSX)' },
  pdf: { vi: 'Bản in (PDF)', en: 'Paper (PDF)' },
});

export function DayPage({ path, list, reconciled, isOver, typed, refused }: DayPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const { day, differences, open, closing, covered, leftOut } = reconciled;
  const title = words.title(dayText(day, locale));
  return (
    <OfficerLayout title={title}>
      <div class="vc-stack">
        {refused !== undefined && <ErrorSummary errors={[{ message: refused }]} />}
        <div>
          <BackLink href={list}>{words.back}</BackLink>
          <h1>{title}</h1>
        </div>
        {!covered && (
          <Notice kind="warning" title={words.uncovered}>
            <p>{words.uncoveredAbout}</p>
          </Notice>
        )}
        {closing && (
          <Notice
            kind={closing.stillHolds ? 'success' : 'warning'}
            title={words.closed(closing.round, closing.by ?? '', timeInTable(closing.at, locale))}
          >
            {!closing.stillHolds && <p>{words.moved}</p>}
          </Notice>
        )}
        <Sides reconciled={reconciled} />
        {leftOut > 0 && <p class="vc-quiet">{words.leftOut(leftOut)}</p>}
        <p>
          <a class="ds-link" href={`${path}/tai-ve/doi-soat.xlsx`}>
            {words.xlsx}
          </a>
          {' · '}
          <a class="ds-link" href={`${path}/tai-ve/doi-soat.pdf`}>
            {words.pdf}
          </a>
        </p>
        <h2>{words.differences}</h2>
        {differences.length === 0 ? (
          <EmptyState title={covered ? words.none : words.uncovered} />
        ) : (
          differences.map((difference) => (
            <DifferencePart key={difference.key} path={path} difference={difference} typed={typed} />
          ))
        )}
        {isOver && covered && open === 0 && !closing?.stillHolds && (
          <CommandForm action={`${path}/chot`}>
            <Consequence>{words.effect}</Consequence>
            <ButtonGroup>
              <Button>{words.close}</Button>
            </ButtonGroup>
          </CommandForm>
        )}
      </div>
    </OfficerLayout>
  );
}

function Sides({ reconciled: { ours, bank, open, differences, day } }: { reconciled: ReconciledDay }) {
  const locale = useLocale();
  const words = texts(locale);
  const at = dayText(day, locale);
  return (
    <div class="vc-stats">
      <StatTile label={words.ours} value={moneyText(ours.sum, locale)} parts={words.count(ours.count)} asOf={at} />
      <StatTile label={words.bank} value={moneyText(bank.sum, locale)} parts={words.count(bank.count)} asOf={at} />
      <StatTile
        label={words.open}
        value={String(open)}
        parts={words.of(differences.length)}
        asOf={at}
        {...(open > 0 && { tone: 'danger' })}
      />
    </div>
  );
}
