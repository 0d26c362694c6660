/** Money page: one amount that came in, what it is, and what an officer can do with it. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { moneyText } from '../../../platform/text/money.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { Button, ButtonGroup } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { Consequence } from '../../../platform/web/components/consequence/consequence.tsx';
import { ErrorSummary } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { TextInput } from '../../../platform/web/components/field/text-input.tsx';
import { Textarea } from '../../../platform/web/components/field/textarea.tsx';
import { SummaryList } from '../../../platform/web/components/summary-list/summary-list.tsx';
import { BackLink } from '../../../platform/web/components/trail/trail.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import type { Bank } from '../banks.ts';
import type { FoundMoney, FoundRefund } from '../refunds/list-money.ts';
import { puzzleTexts, refundStateTexts, standingTexts } from '../refunds/money-words.ts';
import type { RefundReason } from '../refunds/refund-rules.ts';
import { ProposeForm } from './propose-form.tsx';

export interface MoneyPageProps {
  readonly path: string;
  readonly money: FoundMoney;
  readonly refunds: readonly FoundRefund[];
  /** Those that hold, with the most that each lets go back. */
  readonly reasons: readonly { readonly reason: RefundReason; readonly most: number }[];
  /** That a refund can be sent to. */
  readonly banks: readonly Bank[];
  readonly typed: (name: string) => string;
  readonly refused?: { readonly part: 'allot' | 'refund'; readonly message: string };
}

const texts = defineTexts({
  title: { vi: (amount: string) => `Khoản thu ${amount}`, en: (amount: string) => `Payment of ${amount}` },
  back: { vi: 'Về danh sách khoản chưa khớp', en: 'Back to unmatched payments' },
  state: { vi: 'Tình trạng', en: 'State' },
  at: { vi: 'Nhận lúc', en: 'Received' },
  transaction: { vi: 'Giao dịch', en: 'Transaction' },
  reference: { vi: 'Nội dung chuyển khoản', en: 'Transfer text' },
  cash: { vi: 'Tiền mặt tại quầy', en: 'Cash at the counter' },
  dossier: { vi: 'Hồ sơ', en: 'Dossier' },
  asked: { vi: 'Số tiền đã yêu cầu', en: 'Amount asked' },
  refunded: { vi: 'Đã hoặc đang hoàn trả', en: 'Given back or about to be' },
  refunds: { vi: 'Hoàn trả', en: 'Refunds' },
  allot: { vi: 'Phân bổ cho hồ sơ', en: 'Allot to a dossier' },
  code: { vi: 'Mã hồ sơ', en: 'Code of the dossier' },
  why: { vi: 'Vì sao là của hồ sơ này', en: 'Why it is for this dossier' },
  effect: {
    vi: 'Lập biên lai và ghi nhận nộp tiền cho hồ sơ. Thiếu thì phần còn lại được yêu cầu tiếp; thừa thì hoàn trả phần thừa.',
    en: 'Issues a receipt and records the payment. What is lacking is asked for again; what is too much can be given back.',
  },
  noRefund: {
    vi: 'Hiện không có lý do hoàn trả nào áp dụng được cho khoản này.',
    en: 'At present no reason for a refund holds for this payment.',
  },
});

export function MoneyPage({ path, money, refunds, reasons, banks, typed, refused }: MoneyPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const title = words.title(moneyText(money.amount, locale));
  const canAllot = money.standing === 'unmatched' && money.refunded === 0;
  return (
    <OfficerLayout title={title}>
      <div class="vc-reading vc-stack">
        {refused && <ErrorSummary errors={[{ message: refused.message }]} />}
        <div>
          <BackLink href={path}>{words.back}</BackLink>
          <h1>{title}</h1>
        </div>
        <Facts money={money} refunds={refunds} />
        {canAllot && (
          <section class="vc-stack">
            <h2>{words.allot}</h2>
            <CommandForm action={`${path}/${money.id}/phan-bo`}>
              <TextInput
                name="code"
                label={words.code}
                value={typed('code') || (money.caseCode ?? '')}
                width={24}
                maxLength={60}
              />
              <Textarea name="why" label={words.why} value={typed('why')} rows={2} maxLength={1000} />
              <Consequence>{words.effect}</Consequence>
              <ButtonGroup>
                <Button>{words.allot}</Button>
              </ButtonGroup>
            </CommandForm>
          </section>
        )}
        {reasons.length > 0 ? (
          <ProposeForm
            action={`${path}/${money.id}/hoan-tra`}
            money={money}
            reasons={reasons}
            banks={banks}
            typed={typed}
          />
        ) : (
          <p class="vc-quiet">{words.noRefund}</p>
        )}
      </div>
    </OfficerLayout>
  );
}

function Facts({ money, refunds }: Pick<MoneyPageProps, 'money' | 'refunds'>) {
  const locale = useLocale();
  const words = texts(locale);
  const state = standingTexts(locale)[money.standing];
  return (
    <SummaryList
      rows={[
        {
          label: words.state,
          value: money.standing === 'unmatched' ? `${state}: ${puzzleTexts(locale)[money.puzzle ?? 'unknown']}` : state,
        },
        { label: words.at, value: timeInTable(money.receivedAt, locale) },
        { label: words.transaction, value: money.transaction ?? words.cash },
        ...(money.reference === null ? [] : [{ label: words.reference, value: money.reference }]),
        ...(money.asked === null ? [] : [{ label: words.asked, value: moneyText(money.asked, locale) }]),
        ...(money.caseCode === null
          ? []
          : [
              {
                label: words.dossier,
                value: (
                  <>
                    <span class="vc-whole">{money.caseCode}</span> {money.payer}
                  </>
                ),
              },
            ]),
        ...(money.refunded === 0 ? [] : [{ label: words.refunded, value: moneyText(money.refunded, locale) }]),
        ...refunds.map((refund) => ({
          label: words.refunds,
          value: (
            <a class="ds-link" href={`/can-bo/hoan-tra/${refund.id}`}>
              {moneyText(refund.amount, locale)}, {refundStateTexts(locale)[refund.state]}
            </a>
          ),
        })),
      ]}
    />
  );
}
