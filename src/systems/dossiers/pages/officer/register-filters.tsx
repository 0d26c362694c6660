/** Filters of the register: days, office, field, where it was handed in, how it stands. */
import { inLanguage } from '../../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { FilterBar } from '../../../../platform/web/components/filter-bar/filter-bar.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import type { OfferedProcedure } from '../../../procedures/index.ts';
import { REGISTER, REGISTER_STATES, type RegisterAsked } from '../../register-asked.ts';
import type { RegisterUnit } from '../../register-units.ts';
import { registerStateTexts } from '../../register-words.ts';

export interface RegisterFiltersProps {
  readonly asked: RegisterAsked;
  readonly units: readonly RegisterUnit[];
  readonly offered: readonly OfferedProcedure[];
}

const texts = defineTexts({
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến ngày', en: 'To' },
  unit: { vi: 'Nơi nhận', en: 'Office' },
  field: { vi: 'Lĩnh vực', en: 'Field' },
  channel: { vi: 'Nộp qua', en: 'Through' },
  state: { vi: 'Tình trạng', en: 'State' },
  all: { vi: 'tất cả', en: 'all' },
  online: { vi: 'trực tuyến', en: 'online' },
  counter: { vi: 'quầy', en: 'counter' },
  post: { vi: 'bưu chính', en: 'post' },
});

export function RegisterFilters({ asked, units, offered }: RegisterFiltersProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const states = registerStateTexts(locale);
  const fields = new Map(offered.map(({ field, fieldName }) => [field, inLanguage(fieldName, locale).text]));
  const all = { value: '', label: words.all };
  return (
    <FilterBar
      action={REGISTER}
      keep={asked.q === '' ? {} : { q: asked.q }}
      typed={[
        { name: 'tu', label: words.from, value: asked.tu, type: 'date' },
        { name: 'den', label: words.to, value: asked.den, type: 'date' },
      ]}
      filters={[
        ...(units.length > 1
          ? [
              {
                name: 'donvi',
                label: words.unit,
                value: asked.donvi,
                options: [all, ...units.map((unit) => ({ value: unit.id, label: nameOf(unit, locale) }))],
              },
            ]
          : []),
        {
          name: 'linhvuc',
          label: words.field,
          value: asked.linhvuc,
          options: [all, ...[...fields].map(([value, label]) => ({ value, label }))],
        },
        {
          name: 'kenh',
          label: words.channel,
          value: asked.kenh,
          options: [all, ...(['online', 'counter', 'post'] as const).map((value) => ({ value, label: words[value] }))],
        },
        {
          name: 'trangthai',
          label: words.state,
          value: asked.trangthai,
          options: [all, ...Object.entries(REGISTER_STATES).map(([value, key]) => ({ value, label: states[key] }))],
        },
      ]}
    />
  );
}

/** The body says whose office it is; every commune has one of the same name. */
const nameOf = ({ body, name }: RegisterUnit, locale: 'vi' | 'en'): string => inLanguage(body ?? name, locale).text;
