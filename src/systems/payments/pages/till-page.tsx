/** Till page: the cash a person has taken and not counted yet, the count, and the shifts that were closed. */
import type { Instant } from '../../../platform/calendar/instant.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { moneyText } from '../../../platform/text/money.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { Button, ButtonGroup } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { Consequence } from '../../../platform/web/components/consequence/consequence.tsx';
import { DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { ErrorSummary } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { TextInput } from '../../../platform/web/components/field/text-input.tsx';
import { Textarea } from '../../../platform/web/components/field/textarea.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import type { Shift, TillLine } from '../cash/shift.ts';
import { receiptName } from '../receipts/receipt-name.ts';

export interface TillPageProps {
  readonly path: string;
  readonly till: readonly TillLine[];
  readonly shifts: readonly Shift[];
  readonly typed: (name: string) => string;
  readonly refused?: string;
}

const texts = defineTexts({
  title: { vi: 'Thu tiền mặt', en: 'Cash' },
  about: {
    vi: 'Tiền mặt thu ở trang hồ sơ (“Thu tiền”) hiện ở đây cho đến khi chốt ca.',
    en: 'Cash taken on a dossier’s page (“Take a payment”) stands here until the shift is closed.',
  },
  till: { vi: 'Chưa chốt ca', en: 'Not counted yet' },
  none: { vi: 'Chưa thu khoản nào kể từ lần chốt ca trước', en: 'Nothing was taken since the last count' },
  receipt: { vi: 'Biên lai', en: 'Receipt' },
  at: { vi: 'Thu lúc', en: 'Taken' },
  dossier: { vi: 'Hồ sơ, người nộp', en: 'Dossier, payer' },
  amount: { vi: 'Số tiền', en: 'Amount' },
  total: {
    vi: (count: number, money: string) => `${count} khoản, cộng ${money}`,
    en: (count: number, money: string) => `${count} ${count === 1 ? 'amount' : 'amounts'}, ${money} in all`,
  },
  counted: { vi: 'Số tiền đếm được (đồng)', en: 'Amount counted (đồng)' },
  note: { vi: 'Giải trình chênh lệch', en: 'Why it differs' },
  noteHint: {
    vi: 'Chỉ ghi khi số đếm được khác số theo biên lai.',
    en: 'Only where the count differs from the receipts.',
  },
  close: { vi: 'Chốt ca', en: 'Close the shift' },
  effect: {
    vi: 'Lập bảng kê cuối ca với các biên lai trên. Không sửa được sau khi chốt.',
    en: 'Makes the report of the shift with these receipts. It is not changed afterwards.',
  },
  shifts: { vi: 'Các ca đã chốt', en: 'Shifts that were closed' },
  noShifts: { vi: 'Chưa chốt ca nào', en: 'No shift was closed yet' },
  shift: { vi: (number: number) => `Ca ${number}`, en: (number: number) => `Shift ${number}` },
  closedAt: { vi: 'Chốt lúc', en: 'Closed' },
  expected: { vi: 'Theo biên lai', en: 'By receipts' },
  count: { vi: 'Đếm được', en: 'Counted' },
  difference: { vi: 'Chênh lệch', en: 'Difference' },
  report: { vi: 'Bảng kê', en: 'Report' },
});

export function TillPage({ path, till, shifts, typed, refused }: TillPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const total = till.reduce((sum, { amount }) => sum + amount, 0);
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        {refused !== undefined && <ErrorSummary errors={[{ message: refused }]} />}
        <h1>{words.title}</h1>
        <p>{words.about}</p>
        <h2>{words.till}</h2>
        {till.length === 0 ? (
          <EmptyState title={words.none} />
        ) : (
          <>
            <TillTable lines={till} />
            <p>
              <strong>{words.total(till.length, moneyText(total, locale))}</strong>
            </p>
            <div class="vc-reading">
              <CommandForm action={`${path}/chot-ca`}>
                <input type="hidden" name="shown" value={total} />
                <TextInput
                  name="counted"
                  label={words.counted}
                  value={typed('counted')}
                  inputMode="numeric"
                  width={12}
                />
                <Textarea
                  name="note"
                  label={words.note}
                  hint={words.noteHint}
                  optional
                  value={typed('note')}
                  rows={2}
                  maxLength={1000}
                />
                <Consequence>{words.effect}</Consequence>
                <ButtonGroup>
                  <Button>{words.close}</Button>
                </ButtonGroup>
              </CommandForm>
            </div>
          </>
        )}
        <h2>{words.shifts}</h2>
        {shifts.length === 0 ? <EmptyState title={words.noShifts} /> : <ShiftTable path={path} shifts={shifts} />}
      </div>
    </OfficerLayout>
  );
}

function TillTable({ lines }: { lines: readonly TillLine[] }) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <DataTable
      cards
      caption={words.till}
      captionHidden
      rows={lines}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'receipt',
          head: words.receipt,
          names: true,
          cell: ({ receiptId, series, number }) =>
            series === null || number === null ? (
              '—'
            ) : (
              <a class="ds-link vc-whole" href={`/can-bo/bien-lai/${receiptId}`}>
                {receiptName({ series, number })}
              </a>
            ),
        },
        { key: 'at', head: words.at, digits: true, cell: ({ receivedAt }) => timeInTable(receivedAt, locale) },
        {
          key: 'dossier',
          head: words.dossier,
          cell: ({ caseCode, payer }) => (
            <>
              <a class="ds-link vc-whole" href={`/can-bo/ho-so/${caseCode}`}>
                {caseCode}
              </a>
              {payer && <div class="vc-caption">{payer}</div>}
            </>
          ),
        },
        {
          key: 'amount',
          head: words.amount,
          align: 'end',
          digits: true,
          cell: ({ amount }) => moneyText(amount, locale),
        },
      ]}
    />
  );
}

function ShiftTable({ path, shifts }: { path: string; shifts: readonly Shift[] }) {
  const locale = useLocale();
  const words = texts(locale);
  const money = (value: number) => moneyText(value, locale);
  const time = (at: Instant) => timeInTable(at, locale);
  return (
    <DataTable
      cards
      caption={words.shifts}
      captionHidden
      rows={shifts}
      keyOf={({ id }) => id}
      columns={[
        { key: 'shift', head: words.shifts, names: true, cell: ({ number }) => words.shift(number) },
        { key: 'closed', head: words.closedAt, digits: true, cell: ({ closedAt }) => time(closedAt) },
        { key: 'expected', head: words.expected, align: 'end', digits: true, cell: ({ expected }) => money(expected) },
        { key: 'counted', head: words.count, align: 'end', digits: true, cell: ({ counted }) => money(counted) },
        {
          key: 'difference',
          head: words.difference,
          align: 'end',
          digits: true,
          cell: ({ counted, expected, note }) => (
            <>
              {money(counted - expected)}
              {note && <div class="vc-caption">{note}</div>}
            </>
          ),
        },
        {
          key: 'report',
          head: words.report,
          cell: ({ id, number }) => (
            <a class="ds-link" href={`${path}/${id}/bang-ke.pdf`}>
              {words.report} <span class="ds-sr-only">{words.shift(number)}</span>
            </a>
          ),
        },
      ]}
    />
  );
}
