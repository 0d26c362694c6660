/** Address: province, commune and house, asked from the largest part to the smallest; the commune is typed, with suggestions where the browser has them. */
import { inLanguage } from '../i18n/local-text.ts';
import { defineTexts } from '../i18n/texts.ts';
import { Field, FieldGroup, type FieldProps, fieldId } from '../web/components/field/field.tsx';
import { Select } from '../web/components/field/select.tsx';
import { TextInput } from '../web/components/field/text-input.tsx';
import { useLocale } from '../web/frame.tsx';
import type { Address } from './answers.ts';
import type { Asking } from './asking.ts';
import type { Form } from './form.ts';
import type { LiveField } from './live-form.ts';

const texts = defineTexts({
  province: { vi: 'Tỉnh, thành phố', en: 'Province or city' },
  commune: { vi: 'Xã, phường, đặc khu', en: 'Commune, ward or special zone' },
  detail: { vi: 'Số nhà, đường, ấp, khu phố', en: 'House number, street, hamlet or quarter' },
});

const SUGGESTIONS = 'communes';

export function AddressQuestion({ asking, field, live }: { asking: Asking; field: FieldProps; live: LiveField }) {
  const locale = useLocale();
  const words = texts(locale);
  const { form, typed } = asking;
  const stored = (live.answer ?? { province: '', commune: '', detail: '' }) as Address;
  const name = (part: keyof Address): string => `${live.path}.${part}`;
  const value = (part: keyof Address): string => typed[name(part)] ?? stored[part];
  const commune = form.communes.find((one) => one.value === value('commune'))?.label.vi ?? value('commune');
  const wrong = asking.errors.get(live.path)?.name;
  const errorOf = (part: keyof Address) => (wrong === name(part) ? field.error : undefined);
  const hasDetail = live.node.field.kind === 'address' && live.node.field.parts !== 'commune';
  const provinces = form.provinces.map((one) => ({ value: one.value, label: inLanguage(one.label, locale).text }));
  return (
    <FieldGroup {...field} error={undefined}>
      {provinces.length > 0 ? (
        <Select
          name={name('province')}
          label={words.province}
          options={provinces}
          value={value('province')}
          error={errorOf('province')}
        />
      ) : (
        <TextInput
          name={name('province')}
          label={words.province}
          value={value('province')}
          error={errorOf('province')}
        />
      )}
      <Field name={name('commune')} label={words.commune} error={errorOf('commune')}>
        {(control) => (
          <input
            class="ds-input"
            type="text"
            list={form.communes.length > 0 ? SUGGESTIONS : undefined}
            maxLength={100}
            value={commune}
            {...control}
          />
        )}
      </Field>
      {hasDetail && (
        <TextInput
          name={name('detail')}
          label={words.detail}
          value={value('detail')}
          maxLength={300}
          error={errorOf('detail')}
        />
      )}
    </FieldGroup>
  );
}

/** One list of suggestions for all addresses of the page. */
export function CommuneSuggestions({ form }: { form: Form }) {
  if (form.communes.length === 0) return null;
  return (
    <datalist id={fieldId(SUGGESTIONS)}>
      {form.communes.map((commune) => (
        <option key={commune.value} value={commune.label.vi} />
      ))}
    </datalist>
  );
}
