/** Delegation fields: which position, to whom, for which days and on what ground. */
import type { ComponentChildren } from 'preact';
import type { LocalText } from '../../i18n/local-text.ts';
import { inLanguage } from '../../i18n/local-text.ts';
import { defineTexts } from '../../i18n/texts.ts';
import type { TypedDay } from '../../text/typed-day.ts';
import { DateInput } from '../../web/components/field/date-input.tsx';
import { Radios } from '../../web/components/field/radios.tsx';
import { Select } from '../../web/components/field/select.tsx';
import { TextInput } from '../../web/components/field/text-input.tsx';
import { useLocale } from '../../web/frame.tsx';
import type { Colleague } from '../colleagues.ts';

export interface PositionChoice {
  readonly id: string;
  readonly title: LocalText;
  readonly unit: LocalText;
}

export interface TypedDelegation {
  readonly position: string;
  readonly delegate: string;
  readonly from: TypedDay;
  readonly to: TypedDay;
  readonly document: string;
  readonly reason: string;
}

export interface DelegationFieldsProps {
  readonly positions: readonly PositionChoice[];
  readonly colleagues: readonly Colleague[];
  readonly typed: TypedDelegation;
  readonly errorOf: (name: string) => ComponentChildren;
}

const texts = defineTexts({
  position: { vi: 'Ủy quyền ở vị trí', en: 'In the position' },
  delegate: { vi: 'Người được ủy quyền', en: 'Delegate' },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến hết ngày', en: 'To, this day included' },
  document: { vi: 'Số, ngày văn bản ủy quyền', en: 'Number and date of the paper it rests on' },
  documentHint: { vi: 'Ví dụ 12/QĐ-UBND ngày 20/11/2026', en: 'For example 12/QĐ-UBND of 20/11/2026' },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonHint: {
    vi: 'Ghi số văn bản, lý do, hoặc cả hai.',
    en: 'The paper, the reason, or both.',
  },
});

export function DelegationFields({ positions, colleagues, typed, errorOf }: DelegationFieldsProps) {
  const locale = useLocale();
  const words = texts(locale);
  const said = (text: LocalText) => inLanguage(text, locale).text;
  return (
    <>
      <Radios
        name="position"
        label={words.position}
        value={typed.position || (positions.length === 1 ? positions[0]?.id : undefined)}
        error={errorOf('position')}
        options={positions.map(({ id, title, unit }) => ({ value: id, label: `${said(title)}, ${said(unit)}` }))}
      />
      <Select
        name="delegate"
        label={words.delegate}
        value={typed.delegate}
        error={errorOf('delegate')}
        options={colleagues.map(({ accountId, name, title, unit }) => ({
          value: accountId,
          label: `${name} – ${said(title)}, ${said(unit)}`,
        }))}
      />
      <DateInput name="from" label={words.from} value={typed.from} error={errorOf('from')} />
      <DateInput name="to" label={words.to} value={typed.to} error={errorOf('to')} />
      <TextInput
        name="document"
        label={words.document}
        hint={words.documentHint}
        value={typed.document}
        error={errorOf('document')}
        width={24}
        optional
      />
      <TextInput name="reason" label={words.reason} hint={words.reasonHint} value={typed.reason} optional />
    </>
  );
}
