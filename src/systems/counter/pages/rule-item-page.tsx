/** One group of services, or one ground of priority: its words, and taking it away. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { Button } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { Consequence } from '../../../platform/web/components/consequence/consequence.tsx';
import { ErrorSummary, type FieldError } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { Checkbox } from '../../../platform/web/components/field/checkbox.tsx';
import { TextInput } from '../../../platform/web/components/field/text-input.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import { RULES, RulesTabs, rulesTexts } from './rules-tabs.tsx';

export interface RuleItemPageProps {
  /** Path segment of its kind. */
  readonly kind: 'nhom' | 'uu-tien';
  /** `moi` for a new one. */
  readonly itemKey: string;
  readonly version: number;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
}

const texts = defineTexts({
  back: { vi: 'Về các quy tắc', en: 'Back to the rules' },
  new: { vi: 'Thêm', en: 'Add' },
  letter: { vi: 'Chữ đầu của số thứ tự', en: 'Letter of its numbers' },
  nameVi: { vi: 'Tên', en: 'Name in Vietnamese' },
  nameEn: { vi: 'Tên bằng tiếng Anh', en: 'Name in English' },
  aboutVi: { vi: 'Gồm những việc gì', en: 'What for, in Vietnamese' },
  aboutEn: { vi: 'Gồm những việc gì, bằng tiếng Anh', en: 'What for, in English' },
  fromAge: { vi: 'Từ bao nhiêu tuổi', en: 'From age' },
  underMonths: { vi: 'Con dưới bao nhiêu tháng', en: 'Child under, months' },
  basis: { vi: 'Căn cứ', en: 'Basis' },
  confirmed: { vi: 'Đã đối chiếu với văn bản', en: 'Compared with its text' },
  remove: { vi: 'Bỏ', en: 'Remove' },
});

export function RuleItemPage({ kind, itemKey, version, typed, errors }: RuleItemPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const shared = rulesTexts(locale);
  const path = `${RULES}/${kind}/${itemKey}`;
  const isNew = itemKey === 'moi';
  const name = isNew ? words.new : (typed.nameVi ?? '');
  const title = `${kind === 'nhom' ? shared.groups : shared.grounds}: ${name}`;
  const at = (field: string) => {
    const error = errors.find((one) => one.name === field)?.message;
    return { name: field, value: typed[field] ?? '', ...(error === undefined ? {} : { error }) };
  };
  return (
    <OfficerLayout title={title} tabs={<RulesTabs here={RULES} />}>
      <div class="vc-reading vc-stack">
        <ErrorSummary errors={errors} />
        <p>
          <a class="ds-link" href={RULES}>
            {words.back}
          </a>
        </p>
        <h1>{title}</h1>
        <CommandForm action={path} version={version}>
          {kind === 'nhom' && <TextInput label={words.letter} width={4} maxLength={1} {...at('letter')} />}
          <TextInput label={words.nameVi} maxLength={100} {...at('nameVi')} />
          <TextInput label={words.nameEn} maxLength={100} {...at('nameEn')} />
          {kind === 'nhom' ? (
            <>
              <TextInput label={words.aboutVi} maxLength={200} {...at('aboutVi')} />
              <TextInput label={words.aboutEn} maxLength={200} {...at('aboutEn')} />
            </>
          ) : (
            <>
              <TextInput
                label={words.fromAge}
                width={4}
                inputMode="numeric"
                maxLength={3}
                optional
                {...at('fromAge')}
              />
              <TextInput
                label={words.underMonths}
                width={4}
                inputMode="numeric"
                maxLength={3}
                optional
                {...at('underMonths')}
              />
              <TextInput label={words.basis} maxLength={300} {...at('basis')} />
              <Checkbox name="confirmed" label={words.confirmed} checked={typed.confirmed === 'true'} />
            </>
          )}
          <Consequence>{shared.draftEffect}</Consequence>
          <Button>{shared.toDraft}</Button>
        </CommandForm>
        {!isNew && (
          <CommandForm action={`${path}/bo`} version={version}>
            <Button variant="tertiary" danger>
              {words.remove}
            </Button>
          </CommandForm>
        )}
      </div>
    </OfficerLayout>
  );
}
