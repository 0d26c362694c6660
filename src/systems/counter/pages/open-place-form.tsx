/** Open place form: the number on the place and the groups of services that it does, as it was the last time. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { Button } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { ErrorSummary } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { Checkboxes } from '../../../platform/web/components/field/radios.tsx';
import { TextInput } from '../../../platform/web/components/field/text-input.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import type { CounterRules } from '../rules.ts';

export interface OpenPlaceFormProps {
  readonly rules: CounterRules;
  readonly typed: { readonly number: string; readonly groups: readonly string[] };
  readonly error?: { readonly name: 'quay' | 'nhom'; readonly message: string };
}

const texts = defineTexts({
  number: { vi: 'Số quầy', en: 'Number of the place' },
  groups: { vi: 'Nhóm việc của quầy', en: 'What the place does' },
  open: { vi: 'Mở quầy', en: 'Open the place' },
});

export function OpenPlaceForm({ rules, typed, error }: OpenPlaceFormProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const errorOf = (name: string) => (error?.name === name ? error.message : undefined);
  return (
    <div class="vc-act">
      <ErrorSummary errors={error ? [error] : []} />
      <CommandForm action="/can-bo/xep-hang/mo">
        <TextInput
          name="quay"
          label={words.number}
          value={typed.number}
          error={errorOf('quay')}
          inputMode="numeric"
          maxLength={2}
          width={4}
        />
        <Checkboxes
          name="nhom"
          label={words.groups}
          error={errorOf('nhom')}
          values={typed.groups}
          options={rules.groups.map(({ key, letter, name }) => ({
            value: key,
            label: `${letter}. ${inLanguage(name, locale).text}`,
          }))}
        />
        <Button>{words.open}</Button>
      </CommandForm>
    </div>
  );
}
