/** One kind of incident: its name, when signals are one, by when somebody must take it, what is to be done, and taking it away. */
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { Button } from '../../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../../platform/web/components/command-form/command-form.tsx';
import { Consequence } from '../../../../platform/web/components/consequence/consequence.tsx';
import { ErrorSummary, type FieldError } from '../../../../platform/web/components/error-summary/error-summary.tsx';
import { Textarea } from '../../../../platform/web/components/field/textarea.tsx';
import { TextInput } from '../../../../platform/web/components/field/text-input.tsx';
import { BackLink } from '../../../../platform/web/components/trail/trail.tsx';
import { useLocale } from '../../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../../platform/web/layouts/officer-layout.tsx';
import { OTHER_KIND } from '../../rules.ts';
import { NEW, type TypedKind } from '../kind-form.ts';
import { KINDS, KindsTabs, kindsTexts } from './kinds-tabs.tsx';

export interface KindPageProps {
  /** `moi` for a new one. */
  readonly kindKey: string;
  readonly version: number;
  readonly typed: TypedKind;
  readonly errors: readonly FieldError[];
}

const texts = defineTexts({
  new: { vi: 'Loại sự cố mới', en: 'New kind of incident' },
  nameVi: { vi: 'Tên', en: 'Name in Vietnamese' },
  nameEn: { vi: 'Tên bằng tiếng Anh', en: 'Name in English' },
  metres: { vi: 'Gộp tín hiệu cách nhau nhiều nhất, mét', en: 'Signals are one within, metres' },
  metresHint: {
    vi: '0: không xét khoảng cách, gộp theo đơn vị hoặc xã.',
    en: '0: no distance, by the unit or the commune.',
  },
  minutes: { vi: 'Gộp tín hiệu cách nhau nhiều nhất, phút', en: 'Signals are one within, minutes' },
  take: { vi: 'Phải có người nhận trong, phút', en: 'Somebody must take it within, minutes' },
  steps: { vi: 'Việc phải làm', en: 'What is to be done' },
  stepsHint: {
    vi: 'Mỗi dòng một việc: số phút | việc phải làm | bằng tiếng Anh. Sự cố đang mở giữ các việc của lúc mở.',
    en: 'A step on each line: minutes | in Vietnamese | in English. Open incidents keep the steps they were opened with.',
  },
  remove: { vi: 'Bỏ loại này', en: 'Remove this kind' },
});

export function KindPage({ kindKey, version, typed, errors }: KindPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const shared = kindsTexts(locale);
  const path = `${KINDS}/loai/${kindKey}`;
  const isNew = kindKey === NEW;
  const title = isNew ? words.new : typed.nameVi || kindKey;
  const at = (field: keyof TypedKind) => {
    const error = errors.find((one) => one.name === field)?.message;
    return { name: field, value: typed[field], ...(error === undefined ? {} : { error }) };
  };
  const number = { width: 12, inputMode: 'numeric', maxLength: 6 } as const;
  return (
    <OfficerLayout title={title} tabs={<KindsTabs here={KINDS} />}>
      <div class="vc-reading vc-stack">
        <ErrorSummary errors={errors} />
        <BackLink href={KINDS}>{shared.title}</BackLink>
        <h1>{title}</h1>
        <CommandForm action={path} version={version}>
          <TextInput label={words.nameVi} maxLength={100} {...at('nameVi')} />
          <TextInput label={words.nameEn} maxLength={100} optional {...at('nameEn')} />
          <TextInput label={words.metres} hint={words.metresHint} {...number} {...at('metres')} />
          <TextInput label={words.minutes} {...number} {...at('minutes')} />
          <TextInput label={words.take} {...number} {...at('take')} />
          <Textarea label={words.steps} hint={words.stepsHint} rows={6} optional {...at('steps')} />
          <Consequence>{shared.draftEffect}</Consequence>
          <Button>{shared.toDraft}</Button>
        </CommandForm>
        {!isNew && kindKey !== OTHER_KIND && (
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
