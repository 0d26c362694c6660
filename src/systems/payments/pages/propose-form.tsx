/** Propose form: why money is to be given back, how much of it, and to whom. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { moneyText } from '../../../platform/text/money.ts';
import { Button, ButtonGroup } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { Consequence } from '../../../platform/web/components/consequence/consequence.tsx';
import { Radios } from '../../../platform/web/components/field/radios.tsx';
import { Select } from '../../../platform/web/components/field/select.tsx';
import { TextInput } from '../../../platform/web/components/field/text-input.tsx';
import { Textarea } from '../../../platform/web/components/field/textarea.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import type { MoneyPageProps } from './money-page.tsx';

const texts = defineTexts({
  title: { vi: 'Đề nghị hoàn trả', en: 'Propose a refund' },
  reason: { vi: 'Lý do', en: 'Reason' },
  most: { vi: (money: string) => `không quá ${money}`, en: (money: string) => `at most ${money}` },
  amount: { vi: 'Số tiền hoàn trả (đồng)', en: 'Amount (đồng)' },
  name: { vi: 'Chủ tài khoản nhận', en: 'Holder of the account' },
  bank: { vi: 'Ngân hàng nhận', en: 'Bank' },
  bin: { vi: 'Mã BIN, khi ngân hàng không có trong danh sách', en: 'BIN, where the bank is not on the list' },
  binHint: { vi: 'Sáu chữ số.', en: 'Six digits.' },
  account: { vi: 'Số tài khoản nhận', en: 'Account number' },
  note: { vi: 'Giải trình', en: 'Explanation' },
  effect: {
    vi: 'Số tiền được giữ lại ngay để không hoàn trả hai lần. Người khác phải duyệt trước khi chi.',
    en: 'The amount is set aside at once, so that it cannot go back twice. Another person has to approve before it is sent.',
  },
});

export interface ProposeFormProps extends Pick<MoneyPageProps, 'money' | 'reasons' | 'banks' | 'typed'> {
  readonly action: string;
}

export function ProposeForm({ action, money, reasons, banks, typed }: ProposeFormProps) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <section class="vc-stack">
      <h2>{words.title}</h2>
      <CommandForm action={action}>
        <Radios
          name="reason"
          label={words.reason}
          value={typed('reason') || (reasons.length === 1 ? (reasons[0]?.reason.key ?? '') : '')}
          options={reasons.map(({ reason, most }) => ({
            value: reason.key,
            label: `${inLanguage(reason.name, locale).text}, ${words.most(moneyText(most, locale))}`,
            hint: inLanguage(reason.ground, locale).text,
          }))}
        />
        <TextInput
          name="amount"
          label={words.amount}
          value={typed('amount') || String(reasons[0]?.most ?? '')}
          inputMode="numeric"
          width={12}
        />
        <TextInput
          name="payee_name"
          label={words.name}
          value={typed('payee_name') || (money.payer ?? '')}
          maxLength={200}
        />
        <Select
          name="payee_bin"
          label={words.bank}
          value={typed('payee_bin')}
          options={banks.map(({ bin, name }) => ({ value: bin, label: name }))}
        />
        <TextInput
          name="payee_other_bin"
          label={words.bin}
          hint={words.binHint}
          value={typed('payee_other_bin')}
          inputMode="numeric"
          width={12}
          maxLength={6}
        />
        <TextInput
          name="payee_account"
          label={words.account}
          value={typed('payee_account')}
          width={24}
          maxLength={30}
        />
        <Textarea name="note" label={words.note} value={typed('note')} rows={3} maxLength={1000} />
        <Consequence>{words.effect}</Consequence>
        <ButtonGroup>
          <Button>{words.title}</Button>
        </ButtonGroup>
      </CommandForm>
    </section>
  );
}
