/** Publishing or rolling back: from which day, and what that does. */
import type { ComponentChildren } from 'preact';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { Button } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { Consequence } from '../../../platform/web/components/consequence/consequence.tsx';
import { DateInput, type DateInputProps } from '../../../platform/web/components/field/date-input.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { draftTexts } from './draft-words.ts';

export interface PublishFormProps {
  readonly action: string;
  readonly version?: number;
  readonly from: DateInputProps['value'];
  readonly error?: string;
  readonly children: ComponentChildren;
}

const texts = defineTexts({
  effect: {
    vi: 'Từ ngày đó hồ sơ mới theo phiên bản này; phiên bản đang áp dụng hết hiệu lực ngày liền trước; phiên bản đã hẹn cho các ngày sau đó bị thay. Hồ sơ đã nộp giữ phiên bản lúc nộp.',
    en: 'From that day new dossiers follow this version; the one in force ends the day before; versions scheduled for later are replaced. Dossiers already filed keep theirs.',
  },
});

export function PublishForm({ action, version, from, error, children }: PublishFormProps) {
  const locale = useLocale();
  return (
    <CommandForm action={action} {...(version === undefined ? {} : { version })}>
      <DateInput name="from" label={draftTexts(locale).from} value={from} {...(error === undefined ? {} : { error })} />
      <Consequence>{texts(locale).effect}</Consequence>
      <Button>{children}</Button>
    </CommandForm>
  );
}
