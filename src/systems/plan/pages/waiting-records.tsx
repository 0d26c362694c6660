/** Waiting records: lines that count once another person has approved them, each with the button or the reason why not. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { Button } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { SummaryList } from '../../../platform/web/components/summary-list/summary-list.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import type { WaitingRecord } from '../sheets/approve-record.ts';
import { cellText } from '../sheets/cell-text.ts';
import { type Sheet, sheetNamed } from '../sheets/sheet.ts';

const texts = defineTexts({
  waits: { vi: (code: string) => `Dòng ${code} chờ duyệt`, en: (code: string) => `Line ${code} waits for approval` },
  goes: {
    vi: (code: string) => `Việc bỏ dòng ${code} chờ duyệt`,
    en: (code: string) => `The removal of line ${code} waits for approval`,
  },
  by: { vi: 'Người nhập', en: 'Entered by' },
  approve: { vi: 'Duyệt', en: 'Approve' },
  own: { vi: 'Bạn là người nhập: người khác phải duyệt.', en: 'You have entered it: another person has to approve.' },
  count: {
    vi: (count: number) => `${count} dòng chờ duyệt`,
    en: (count: number) => `${count} lines wait for approval`,
  },
});

export interface WaitingRecordsProps {
  readonly sheet: Sheet;
  readonly waiting: readonly WaitingRecord[];
  /** Of the sheet. */
  readonly path: string;
  readonly mayDecide: boolean;
  readonly account: string | undefined;
}

export function WaitingRecords({ sheet, waiting, path, mayDecide, account }: WaitingRecordsProps) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <>
      {waiting.map(({ code, version, cells, removed, madeBy, madeById, madeAt }) => (
        <Notice key={code} kind="to-do" title={words[removed ? 'goes' : 'waits'](code)}>
          <div class="vc-stack">
            <SummaryList
              rows={[
                ...sheet.columns.map((column) => ({
                  label: column.head[locale],
                  value: cellText(column, cells[column.key], locale) || '–',
                })),
                { label: words.by, value: `${madeBy ?? '–'}, ${timeInTable(madeAt, locale)}` },
              ]}
            />
            {madeById === account && <p>{words.own}</p>}
            {mayDecide && madeById !== account && (
              <CommandForm action={`${path}/dong/${encodeURIComponent(code)}/duyet`} version={version}>
                <Button>{words.approve}</Button>
              </CommandForm>
            )}
          </div>
        </Notice>
      ))}
    </>
  );
}

/** For whoever approves, on the page of the plan: which sheets have lines that wait. */
export function WaitingSheets({ waiting, path }: Pick<WaitingRecordsProps, 'waiting' | 'path'>) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <>
      {[...Map.groupBy(waiting, ({ sheet }) => sheet)].map(([key, lines]) => {
        const sheet = sheetNamed(key);
        return (
          <p key={key}>
            <a class="ds-link" href={`${path}/bang/${sheet.slug}`}>
              {inLanguage(sheet.title, locale).text}: {words.count(lines.length)}
            </a>
          </p>
        );
      })}
    </>
  );
}
