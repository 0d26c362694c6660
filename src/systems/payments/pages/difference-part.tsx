/** Difference part: one difference of a day with both sides of it, and the form that settles it. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { moneyText } from '../../../platform/text/money.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { Button, ButtonGroup } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { Select } from '../../../platform/web/components/field/select.tsx';
import { Textarea } from '../../../platform/web/components/field/textarea.tsx';
import { SummaryList } from '../../../platform/web/components/summary-list/summary-list.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import type { Movement } from '../statements/compare.ts';
import type { ReconciledDay } from '../statements/read-day.ts';
import { canTake, SETTLE_REASONS, type SettleReason } from '../statements/settle.ts';
import { differenceTexts, settleReasonTexts } from '../statements/statement-words.ts';

export interface DifferencePartProps {
  readonly path: string;
  readonly difference: ReconciledDay['differences'][number];
  readonly typed: (name: string) => string;
}

const texts = defineTexts({
  ours: { vi: 'Sổ của tỉnh', en: 'Our books' },
  bank: { vi: 'Sao kê', en: 'Statement' },
  nothing: { vi: 'không có', en: 'nothing' },
  settled: { vi: 'Đã giải trình', en: 'Settled' },
  reason: { vi: 'Cách giải quyết', en: 'How it is settled' },
  note: { vi: 'Giải trình', en: 'Explanation' },
  settle: { vi: 'Ghi giải trình', en: 'Settle' },
});

export function DifferencePart({ path, difference, typed }: DifferencePartProps) {
  const locale = useLocale();
  const words = texts(locale);
  const { key, kind, ours, bank, settled } = difference;
  const isSent = typed('difference') === key;
  const reasons = SETTLE_REASONS.filter((reason) => reason !== 'taken' || canTake(difference));
  return (
    <section class="vc-stack vc-rating">
      <h3>{differenceTexts(locale)[kind]}</h3>
      <SummaryList
        rows={[
          { label: words.ours, value: ours ? <Side movement={ours} /> : words.nothing },
          { label: words.bank, value: bank ? <Side movement={bank} /> : words.nothing },
          ...(settled
            ? [
                {
                  label: words.settled,
                  value: `${settleReasonTexts(locale)[settled.reason as SettleReason]}${settled.note === null ? '' : `: ${settled.note}`} (${settled.by ?? ''}, ${timeInTable(settled.at, locale)})`,
                },
              ]
            : []),
        ]}
      />
      {!settled && (
        <details class="vc-details" open={isSent}>
          <summary>{words.settle}</summary>
          <CommandForm action={`${path}/giai-trinh`}>
            <input type="hidden" name="difference" value={key} />
            <Select
              name={`reason.${key}`}
              label={words.reason}
              value={isSent ? typed(`reason.${key}`) : ''}
              options={reasons.map((value) => ({ value, label: settleReasonTexts(locale)[value] }))}
            />
            <Textarea
              name={`note.${key}`}
              label={words.note}
              value={isSent ? typed(`note.${key}`) : ''}
              rows={2}
              maxLength={1000}
            />
            <ButtonGroup>
              <Button variant="secondary">{words.settle}</Button>
            </ButtonGroup>
          </CommandForm>
        </details>
      )}
    </section>
  );
}

function Side({ movement: { direction, amount, transaction, reference, at } }: { movement: Movement }) {
  const locale = useLocale();
  return (
    <>
      {direction === 'out' && '−'}
      {moneyText(amount, locale)}, {timeInTable(at, locale)}
      <div class="vc-caption">
        <span class="vc-whole">{transaction ?? '—'}</span> {reference}
      </div>
    </>
  );
}
