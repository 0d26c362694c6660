/** Issue form: an officer gives a number to somebody who cannot use the kiosk. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { Button } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { Select } from '../../../platform/web/components/field/select.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import type { CounterRules } from '../rules.ts';

const texts = defineTexts({
  title: { vi: 'Cấp số cho người không dùng ki-ốt', en: 'Give a number without the kiosk' },
  group: { vi: 'Nhóm việc', en: 'Services' },
  ground: { vi: 'Được gọi trước vì', en: 'Goes first because' },
  give: { vi: 'Cấp số', en: 'Give the number' },
});

export function IssueForm({ rules }: { readonly rules: CounterRules }) {
  const { locale } = useFrame();
  const words = texts(locale);
  const optionsOf = (list: CounterRules['groups'] | CounterRules['grounds']) =>
    list.map(({ key, name }) => ({ value: key, label: inLanguage(name, locale).text }));
  return (
    <details class="vc-details vc-act">
      <summary>{words.title}</summary>
      <CommandForm action="/can-bo/xep-hang/cap-so">
        <Select name="cap-nhom" label={words.group} options={optionsOf(rules.groups)} />
        <Select name="cap-uu-tien" label={words.ground} optional options={optionsOf(rules.grounds)} />
        <Button variant="secondary">{words.give}</Button>
      </CommandForm>
    </details>
  );
}
