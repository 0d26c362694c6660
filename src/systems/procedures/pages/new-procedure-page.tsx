/** Setting up a new procedure: its code, name and field; the rest is asked part by part in the draft. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { Button } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { ErrorSummary } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { TextInput } from '../../../platform/web/components/field/text-input.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import type { NewProcedure, NewProcedureFault } from '../draft/new-procedure.ts';
import { draftTexts, EDITED } from './draft-words.ts';

const texts = defineTexts({
  title: { vi: 'Lập thủ tục mới', en: 'Set up a new procedure' },
  about: {
    vi: 'Bản nháp của thủ tục được lập; các phần còn lại nhập sau. Chưa có gì hiện cho người dân.',
    en: 'A draft is begun; the other parts are entered in it. People see nothing of it yet.',
  },
  code: { vi: 'Mã thủ tục', en: 'Code' },
  codeHint: { vi: 'Mã quốc gia, ví dụ 1.001193', en: 'The national code, such as 1.001193' },
  name: { vi: 'Tên thủ tục, tiếng Việt', en: 'Name, in Vietnamese' },
  known: {
    vi: 'Để trống nếu mã có trong danh mục quốc gia đã nhập.',
    en: 'Leave it empty where the national catalogue has the code.',
  },
  nameEn: { vi: 'Tên thủ tục, tiếng Anh', en: 'Name, in English' },
  field: { vi: 'Lĩnh vực', en: 'Field of administration' },
  fieldHint: { vi: 'Ví dụ: Hộ tịch', en: 'For example: Hộ tịch' },
  save: { vi: 'Lập bản nháp', en: 'Begin the draft' },
});

export interface NewProcedurePageProps {
  readonly asked: NewProcedure;
  readonly faults?: readonly NewProcedureFault[];
}

export function NewProcedurePage({ asked, faults = [] }: NewProcedurePageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const error = (name: keyof NewProcedure) => {
    const found = faults.find((one) => one.name === name);
    return found ? { error: found.message[locale] } : {};
  };
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-reading vc-stack">
        <ErrorSummary errors={faults.map(({ name, message }) => ({ name, message: message[locale] }))} />
        <p>
          <a class="ds-link" href={EDITED}>
            {draftTexts(locale).list}
          </a>
        </p>
        <h1>{words.title}</h1>
        <p>{words.about}</p>
        <CommandForm action={`${EDITED}/moi`}>
          <TextInput
            name="code"
            label={words.code}
            hint={words.codeHint}
            value={asked.code}
            width={12}
            {...error('code')}
          />
          <TextInput
            name="name"
            label={words.name}
            hint={words.known}
            value={asked.name}
            maxLength={1000}
            {...error('name')}
          />
          <TextInput name="nameEn" label={words.nameEn} value={asked.nameEn} maxLength={1000} optional />
          <TextInput
            name="field"
            label={words.field}
            hint={words.fieldHint}
            value={asked.field}
            maxLength={200}
            {...error('field')}
          />
          <Button>{words.save}</Button>
        </CommandForm>
      </div>
    </OfficerLayout>
  );
}
