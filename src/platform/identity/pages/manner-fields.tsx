/** Manner fields: whether a position is held in full right, as acting head or in charge, until when, and by which decision. */
import type { ComponentChildren } from 'preact';
import { defineTexts } from '../../i18n/texts.ts';
import { DateInput } from '../../web/components/field/date-input.tsx';
import { Radios } from '../../web/components/field/radios.tsx';
import { TextInput } from '../../web/components/field/text-input.tsx';
import { useLocale } from '../../web/frame.tsx';

export const HOLDING_MANNERS = ['full', 'acting', 'in-charge'] as const;

const texts = defineTexts({
  manner: { vi: 'Giữ vị trí', en: 'Held' },
  full: { vi: 'Chính thức', en: 'In full right' },
  acting: { vi: 'Giao quyền (ký ghi “Q.”, chờ đối chiếu)', en: 'As acting head (signs as “Q.”, to be confirmed)' },
  'in-charge': { vi: 'Giao phụ trách (chờ đối chiếu)', en: 'In charge (to be confirmed)' },
  to: { vi: 'Đến hết ngày', en: 'To, this day included' },
  document: { vi: 'Số, ngày quyết định', en: 'Number and date of the decision' },
});

export function MannerFields({ errorOf }: { errorOf: (name: string) => ComponentChildren }) {
  const words = texts(useLocale());
  return (
    <>
      <Radios
        name="manner"
        label={words.manner}
        value="full"
        options={HOLDING_MANNERS.map((value) => ({ value, label: words[value] }))}
      />
      <DateInput name="to" label={words.to} error={errorOf('to')} optional />
      <TextInput name="document" label={words.document} error={errorOf('document')} width={24} optional />
    </>
  );
}
