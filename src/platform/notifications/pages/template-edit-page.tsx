/** Editing a template: its texts in both languages, with the values that the program fills in. */
import { inLanguage } from '../../i18n/local-text.ts';
import { defineTexts, LOCALES } from '../../i18n/texts.ts';
import { Button } from '../../web/components/button/button.tsx';
import { CommandForm } from '../../web/components/command-form/command-form.tsx';
import { ErrorSummary, type FieldError } from '../../web/components/error-summary/error-summary.tsx';
import { TextInput } from '../../web/components/field/text-input.tsx';
import { Textarea } from '../../web/components/field/textarea.tsx';
import { SummaryList } from '../../web/components/summary-list/summary-list.tsx';
import { useLocale } from '../../web/frame.tsx';
import { OfficerLayout } from '../../web/layouts/officer-layout.tsx';
import { TEXT_PARTS, type TemplateTexts, type TextPart, textIn } from '../template-texts.ts';
import { LANGUAGE_NAMES, PART_NAMES, TEMPLATES } from './template-words.ts';

export interface TemplateEditPageProps {
  readonly code: string;
  readonly texts: TemplateTexts;
  /** Version of the draft, 0 when there is none yet. */
  readonly shown: number;
  /** Names of the values with an example of each. */
  readonly values: readonly { readonly name: string; readonly example: string }[];
  readonly errors?: readonly FieldError[];
}

const words = defineTexts({
  title: { vi: (code: string) => `Sửa mẫu ${code}`, en: (code: string) => `Edit the template ${code}` },
  back: { vi: 'Về mẫu', en: 'Back to the template' },
  values: { vi: 'Giá trị chương trình điền vào', en: 'What the program fills in' },
  valuesHow: {
    vi: 'Viết tên trong ngoặc nhọn ở chỗ cần điền. Dòng chỉ có giá trị trống thì được bỏ.',
    en: 'Write the name in braces where it belongs. A line of nothing but an empty value is left out.',
  },
  smsHint: {
    vi: 'Gửi đi không dấu, tối đa 160 ký tự kể cả giá trị. Để trống cả hai ngôn ngữ thì không nhắn tin.',
    en: 'It leaves without marks, at most 160 characters with its values. Empty in both languages: no text message.',
  },
  save: { vi: 'Lưu bản nháp và xem trước', en: 'Save the draft and see it' },
});

export function TemplateEditPage({ code, texts, shown, values, errors = [] }: TemplateEditPageProps) {
  const said = words(useLocale());
  return (
    <OfficerLayout title={said.title(code)}>
      <div class="vc-reading vc-stack">
        <ErrorSummary errors={errors} />
        <p>
          <a class="ds-link" href={`${TEMPLATES}/${code}`}>
            {said.back}
          </a>
        </p>
        <h1>{said.title(code)}</h1>
        <h2>{said.values}</h2>
        <p>{said.valuesHow}</p>
        <SummaryList
          rows={values.map(({ name, example }) => ({ label: <code>{`{${name}}`}</code>, value: example }))}
        />
        <CommandForm action={`${TEMPLATES}/${code}/sua`}>
          <input type="hidden" name="shown" value={shown} />
          {TEXT_PARTS.map((part) => (
            <Part key={part} part={part} texts={texts} errors={errors} />
          ))}
          <Button>{said.save}</Button>
        </CommandForm>
      </div>
    </OfficerLayout>
  );
}

const ROWS = { body: 9, sms: 3 } as const;

function Part({ part, texts, errors }: { part: TextPart; texts: TemplateTexts; errors: readonly FieldError[] }) {
  const locale = useLocale();
  return (
    <>
      {LOCALES.map((language) => {
        const name = `${part}.${language}`;
        const error = errors.find((one) => one.name === name)?.message;
        const field = {
          name,
          label: `${inLanguage(PART_NAMES[part], locale).text}, ${inLanguage(LANGUAGE_NAMES[language], locale).text}`,
          value: textIn(texts, part, language),
          ...(part === 'sms' ? { optional: true, hint: words(locale).smsHint } : {}),
          ...(error === undefined ? {} : { error }),
        };
        return part === 'subject' ? (
          <TextInput key={name} {...field} maxLength={300} />
        ) : (
          <Textarea key={name} {...field} rows={ROWS[part]} maxLength={4000} />
        );
      })}
    </>
  );
}
