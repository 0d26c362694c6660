/** Figure filters: which period by which rule, units of which era, and lines by unit or by field. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { FilterBar } from '../../../platform/web/components/filter-bar/filter-bar.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { FIGURES, type FiguresAsked, type Tab, TABS } from '../asked.ts';
import { findPeriod, type PeriodRule } from '../../../platform/calendar/period.ts';

export interface FigureFiltersProps {
  readonly tab: Tab;
  readonly asked: FiguresAsked;
  readonly rules: readonly PeriodRule[];
  readonly periodKeys: readonly string[];
}

const texts = defineTexts({
  period: { vi: 'Kỳ', en: 'Period' },
  rule: { vi: 'Tính', en: 'By' },
  era: { vi: 'Đơn vị', en: 'Units' },
  past: { vi: 'lúc giải quyết', en: 'as they were' },
  present: { vi: 'kế thừa hiện nay', en: 'today’s successors' },
  lines: { vi: 'Theo', en: 'By' },
  unit: { vi: 'đơn vị', en: 'unit' },
  field: { vi: 'lĩnh vực', en: 'field' },
  receiving: { vi: 'nơi tiếp nhận', en: 'receiving office' },
  returning: { vi: 'nơi trả kết quả', en: 'returning office' },
});

export function FigureFilters({ tab, asked, rules, periodKeys }: FigureFiltersProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const rule = rules.find(({ key }) => key === asked.moc) ?? rules[0];
  const keys = periodKeys.includes(asked.ky) ? periodKeys : [asked.ky, ...periodKeys];
  const periods = keys.flatMap((key) => (rule ? (findPeriod(key, rule) ?? []) : []));
  return (
    <FilterBar
      action={`${FIGURES}${TABS[tab]}`}
      keep={asked.donvi === '' ? {} : { donvi: asked.donvi }}
      filters={[
        {
          name: 'ky',
          label: words.period,
          value: asked.ky,
          options: periods.map(({ key, name }) => ({ value: key, label: inLanguage(name, locale).text })),
        },
        {
          name: 'moc',
          label: words.rule,
          value: asked.moc,
          options: rules.map(({ key, name }) => ({ value: key, label: inLanguage(name, locale).text })),
        },
        {
          name: 'doc',
          label: words.era,
          value: asked.doc,
          options: [
            { value: '', label: words.past },
            { value: 'nay', label: words.present },
          ],
        },
        ...(tab === 'summary'
          ? [
              {
                name: 'theo',
                label: words.lines,
                value: asked.theo,
                options: [
                  { value: '', label: words.unit },
                  { value: 'linh-vuc', label: words.field },
                  { value: 'noi-nhan', label: words.receiving },
                  { value: 'noi-tra', label: words.returning },
                ],
              },
            ]
          : []),
      ]}
    />
  );
}
