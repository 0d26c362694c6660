/** Receipt page at the desk: what it says, its paper, and putting its number out of force. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { moneyText } from '../../../platform/text/money.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { Button, ButtonGroup } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { Consequence } from '../../../platform/web/components/consequence/consequence.tsx';
import { ErrorSummary } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { Checkbox } from '../../../platform/web/components/field/checkbox.tsx';
import { Radios } from '../../../platform/web/components/field/radios.tsx';
import { Textarea } from '../../../platform/web/components/field/textarea.tsx';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { SummaryList } from '../../../platform/web/components/summary-list/summary-list.tsx';
import { BackLink } from '../../../platform/web/components/trail/trail.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { NamedItem } from '../name-items.ts';
import { receiptName } from '../receipts/receipt-name.ts';
import { paidByTexts, voidReasonTexts } from '../receipts/receipt-words.ts';
import type { RegisteredReceipt } from '../receipts/register.ts';
import { VOID_REASONS } from '../receipts/void-receipt.ts';

export interface ReceiptPageProps {
  readonly path: string;
  readonly receipt: RegisteredReceipt;
  readonly items: readonly NamedItem[];
  readonly mayVoid: boolean;
  readonly mayRefund: boolean;
  readonly typed: (name: string) => string;
  readonly refused?: string;
}

const texts = defineTexts({
  title: { vi: (name: string) => `Biên lai ${name}`, en: (name: string) => `Receipt ${name}` },
  back: { vi: 'Về sổ biên lai', en: 'Back to the register' },
  paper: { vi: 'Xem, in biên lai', en: 'See or print the receipt' },
  money: { vi: 'Khoản thu, hoàn trả', en: 'The payment, and giving it back' },
  payer: { vi: 'Người nộp', en: 'Payer' },
  dossier: { vi: 'Hồ sơ', en: 'Dossier' },
  for: { vi: 'Khoản thu', en: 'Paid for' },
  amount: { vi: 'Số tiền', en: 'Amount' },
  how: { vi: 'Hình thức nộp', en: 'How' },
  at: { vi: 'Lập lúc', en: 'Issued' },
  officer: { vi: 'Người lập', en: 'Issued by' },
  program: { vi: 'Hệ thống, khi ngân hàng báo đã nhận tiền', en: 'The program, when the bank reported the money' },
  unit: { vi: 'Đơn vị thu', en: 'Unit' },
  voided: { vi: 'Biên lai này đã hủy', en: 'This receipt is voided' },
  replacedBy: { vi: (number: number) => `Thay bằng số ${number}.`, en: (number: number) => `Replaced by ${number}.` },
  replaces: { vi: 'Thay cho số', en: 'In place of' },
  void: { vi: 'Hủy biên lai', en: 'Void the receipt' },
  reason: { vi: 'Lý do hủy', en: 'Reason' },
  note: { vi: 'Ghi rõ', en: 'Say more' },
  replace: { vi: 'Lập biên lai mới thay thế', en: 'Issue a new one in its place' },
  replaceHint: { vi: 'Bỏ chọn khi tiền đã được hoàn trả.', en: 'Leave out when the money was given back.' },
  effect: {
    vi: 'Số này vẫn ở trong sổ, ghi là đã hủy với lý do. Biên lai thay thế lấy số tiếp theo.',
    en: 'The number stays in the register as voided, with its reason. The new receipt takes the next number.',
  },
});

export function ReceiptPage({ path, receipt, items, mayVoid, mayRefund, typed, refused }: ReceiptPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const title = words.title(receiptName(receipt));
  return (
    <OfficerLayout title={title}>
      <div class="vc-reading vc-stack">
        {refused !== undefined && <ErrorSummary errors={[{ message: refused }]} />}
        <div>
          <BackLink href={`${path}?${new URLSearchParams({ 'ky-hieu': receipt.series })}`}>{words.back}</BackLink>
          <h1>{title}</h1>
        </div>
        {receipt.voidReason !== null && (
          <Notice kind="danger" title={words.voided}>
            <p>
              {voidReasonTexts(locale)[receipt.voidReason]}
              {receipt.voidedAt !== null && `, ${timeInTable(receipt.voidedAt, locale)}`}.{' '}
              {receipt.replacedBy !== null && words.replacedBy(receipt.replacedBy)}
            </p>
          </Notice>
        )}
        <Facts receipt={receipt} items={items} />
        {receipt.checkCode !== null && (
          <p>
            <a class="ds-link" href={`${path}/${receipt.id}/bien-lai.pdf`}>
              {words.paper}
            </a>
          </p>
        )}
        {mayRefund && receipt.collectionId !== null && (
          <p>
            <a class="ds-link" href={`/can-bo/khoan-thu/${receipt.collectionId}`}>
              {words.money}
            </a>
          </p>
        )}
        {mayVoid && receipt.voidReason === null && (
          <section class="vc-stack">
            <h2>{words.void}</h2>
            <CommandForm action={`${path}/${receipt.id}/huy`}>
              <Radios
                name="reason"
                label={words.reason}
                value={typed('reason')}
                options={VOID_REASONS.map((value) => ({ value, label: voidReasonTexts(locale)[value] }))}
              />
              <Textarea name="note" label={words.note} value={typed('note')} rows={3} maxLength={1000} />
              <Checkbox
                name="replace"
                label={words.replace}
                hint={words.replaceHint}
                checked={refused === undefined || typed('replace') === 'true'}
              />
              <Consequence>{words.effect}</Consequence>
              <ButtonGroup>
                <Button>{words.void}</Button>
              </ButtonGroup>
            </CommandForm>
          </section>
        )}
      </div>
    </OfficerLayout>
  );
}

function Facts({ receipt, items }: Pick<ReceiptPageProps, 'receipt' | 'items'>) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <SummaryList
      rows={[
        { label: words.amount, value: <strong>{moneyText(receipt.amount, locale)}</strong> },
        ...(receipt.payer ? [{ label: words.payer, value: receipt.payer }] : []),
        {
          label: words.dossier,
          value: (
            <>
              <span class="vc-whole">{receipt.caseCode}</span> {receipt.procedure}
            </>
          ),
        },
        ...(items.length > 0
          ? [{ label: words.for, value: items.map(({ name }) => inLanguage(name, locale).text).join('; ') }]
          : []),
        {
          label: words.how,
          value: `${paidByTexts(locale)[receipt.by]}${receipt.transaction === null ? '' : ` (${receipt.transaction})`}`,
        },
        { label: words.at, value: timeInTable(receipt.issuedAt, locale) },
        { label: words.officer, value: receipt.officer ?? words.program },
        ...(receipt.unit ? [{ label: words.unit, value: <Local text={receipt.unit} /> }] : []),
        ...(receipt.replaces === null ? [] : [{ label: words.replaces, value: String(receipt.replaces) }]),
      ]}
    />
  );
}
