/** Refund page: one refund from its proposal to the bank's number, with what the reader may do about it. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { moneyInWords, moneyText } from '../../../platform/text/money.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { Button, ButtonGroup } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { Consequence } from '../../../platform/web/components/consequence/consequence.tsx';
import { ErrorSummary } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { TextInput } from '../../../platform/web/components/field/text-input.tsx';
import { Textarea } from '../../../platform/web/components/field/textarea.tsx';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { SummaryList, type SummaryRow } from '../../../platform/web/components/summary-list/summary-list.tsx';
import { BackLink } from '../../../platform/web/components/trail/trail.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import { type Bank, bankWords } from '../banks.ts';
import type { FoundRefund } from '../refunds/list-money.ts';
import { refundStateTexts } from '../refunds/money-words.ts';
import type { RefundReason } from '../refunds/refund-rules.ts';

export interface RefundPageProps {
  readonly path: string;
  readonly refund: FoundRefund;
  readonly reason: RefundReason | undefined;
  readonly mayDecide: boolean;
  /** The reader has proposed it. */
  readonly isOwn: boolean;
  /** May record that it was sent by hand. */
  readonly maySend: boolean;
  /** The program asks the bank to send it. */
  readonly sendsItself: boolean;
  readonly banks: readonly Bank[];
  readonly typed: (name: string) => string;
  readonly refused?: string;
}

const texts = defineTexts({
  title: { vi: (amount: string) => `Hoàn trả ${amount}`, en: (amount: string) => `Refund of ${amount}` },
  back: { vi: 'Về danh sách hoàn trả', en: 'Back to refunds' },
  state: { vi: 'Tình trạng', en: 'State' },
  amount: { vi: 'Số tiền', en: 'Amount' },
  reason: { vi: 'Lý do', en: 'Reason' },
  ground: { vi: 'Căn cứ', en: 'Ground' },
  confirm: { vi: '(chờ xác nhận)', en: '(to be confirmed)' },
  note: { vi: 'Giải trình', en: 'Explanation' },
  dossier: { vi: 'Hồ sơ', en: 'Dossier' },
  payee: { vi: 'Trả vào tài khoản', en: 'Paid to' },
  erased: { vi: 'Đã xóa', en: 'Erased' },
  money: { vi: 'Khoản thu', en: 'Payment' },
  seeMoney: { vi: 'Xem khoản thu', en: 'See the payment' },
  proposed: { vi: 'Người đề nghị', en: 'Proposed by' },
  decided: { vi: 'Người duyệt', en: 'Decided by' },
  sent: { vi: 'Đã chi', en: 'Sent' },
  decide: { vi: 'Duyệt hoàn trả', en: 'Decide on the refund' },
  approve: { vi: 'Duyệt', en: 'Approve' },
  refuse: { vi: 'Không duyệt', en: 'Do not approve' },
  why: { vi: 'Lý do không duyệt', en: 'Why not' },
  whyHint: { vi: 'Người nộp đọc được lý do này.', en: 'The payer reads this reason.' },
  approveEffect: {
    vi: 'Tiền được chi trả một lần vào tài khoản trên.',
    en: 'The money is sent once to the account above.',
  },
  own: { vi: 'Bạn là người đề nghị: người khác phải duyệt', en: 'You have proposed it: another person has to approve' },
  bankSends: { vi: 'Hệ thống đang gửi lệnh chi đến ngân hàng', en: 'The program is asking the bank to send it' },
  send: { vi: 'Ghi nhận đã chi', en: 'Record that it was sent' },
  transaction: { vi: 'Số giao dịch của ngân hàng', en: 'Number of the bank’s transaction' },
  refusedFor: { vi: 'Lý do không duyệt', en: 'Why it was not approved' },
});

export function RefundPage(props: RefundPageProps) {
  const { path, refund, mayDecide, isOwn, maySend, sendsItself, typed, refused } = props;
  const locale = useLocale();
  const words = texts(locale);
  const title = words.title(moneyText(refund.amount, locale));
  return (
    <OfficerLayout title={title}>
      <div class="vc-reading vc-stack">
        {refused !== undefined && <ErrorSummary errors={[{ message: refused }]} />}
        <div>
          <BackLink href={path}>{words.back}</BackLink>
          <h1>{title}</h1>
        </div>
        <Facts {...props} />
        {refund.state === 'proposed' && mayDecide && isOwn && <Notice title={words.own} />}
        {refund.state === 'proposed' && mayDecide && !isOwn && (
          <section class="vc-stack">
            <h2>{words.decide}</h2>
            <CommandForm action={`${path}/${refund.id}/duyet`}>
              <Consequence>{words.approveEffect}</Consequence>
              <ButtonGroup>
                <Button>{words.approve}</Button>
              </ButtonGroup>
            </CommandForm>
            <CommandForm action={`${path}/${refund.id}/khong-duyet`}>
              <Textarea
                name="note"
                label={words.why}
                hint={words.whyHint}
                value={typed('note')}
                rows={2}
                maxLength={1000}
              />
              <ButtonGroup>
                <Button variant="secondary">{words.refuse}</Button>
              </ButtonGroup>
            </CommandForm>
          </section>
        )}
        {refund.state === 'approved' && sendsItself && <Notice title={words.bankSends} />}
        {refund.state === 'approved' && maySend && (
          <CommandForm action={`${path}/${refund.id}/da-chi`}>
            <TextInput
              name="transaction"
              label={words.transaction}
              value={typed('transaction')}
              width={24}
              maxLength={60}
            />
            <ButtonGroup>
              <Button>{words.send}</Button>
            </ButtonGroup>
          </CommandForm>
        )}
      </div>
    </OfficerLayout>
  );
}

function Facts({ refund, reason, banks }: RefundPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const when = (name: string | null, at: FoundRefund['proposedAt']) => `${name ?? ''}, ${timeInTable(at, locale)}`;
  const rows: SummaryRow[] = [
    { label: words.state, value: refundStateTexts(locale)[refund.state] },
    {
      label: words.amount,
      value: (
        <>
          <strong>{moneyText(refund.amount, locale)}</strong> <span lang="vi">({moneyInWords(refund.amount)})</span>
        </>
      ),
    },
    { label: words.reason, value: reason ? inLanguage(reason.name, locale).text : refund.reason },
    ...(reason
      ? [
          {
            label: words.ground,
            value: `${inLanguage(reason.ground, locale).text}${reason.confirm ? ` ${words.confirm}` : ''}`,
          },
        ]
      : []),
    ...(refund.note === null ? [] : [{ label: words.note, value: refund.note }]),
    ...(refund.caseCode === null
      ? []
      : [{ label: words.dossier, value: <span class="vc-whole">{refund.caseCode}</span> }]),
    {
      label: words.payee,
      value: refund.payee
        ? `${refund.payee.name}, ${refund.payee.account}, ${bankWords(banks, refund.payee.bin)}`
        : words.erased,
    },
    { label: words.proposed, value: when(refund.proposedBy, refund.proposedAt) },
    ...(refund.decidedAt === null ? [] : [{ label: words.decided, value: when(refund.decidedBy, refund.decidedAt) }]),
    ...(refund.refusedFor === null ? [] : [{ label: words.refusedFor, value: refund.refusedFor }]),
    ...(refund.sentAt === null ? [] : [{ label: words.sent, value: when(refund.transaction, refund.sentAt) }]),
  ];
  return <SummaryList rows={rows} />;
}
