/** Count page: how many dossiers of a leader's units the national portal does not know as they are, and since when. */
import type { Instant } from '../../../platform/calendar/instant.ts';
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { timeInSentence, timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { StatTile } from '../../../platform/web/components/stat-tile/stat-tile.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import type { UnitCount } from '../waiting.ts';

export interface CountPageProps {
  readonly units: readonly UnitCount[];
  readonly asOf: Instant;
}

const texts = defineTexts({
  title: { vi: 'Đồng bộ với Cổng Dịch vụ công quốc gia', en: 'Sync with the national portal' },
  waiting: { vi: 'Hồ sơ chưa đồng bộ', en: 'Dossiers not synced' },
  dossiers: { vi: 'hồ sơ', en: 'dossiers' },
  failed: { vi: 'Lần gửi cuối bị lỗi', en: 'Whose last try failed' },
  unit: { vi: 'Đơn vị giải quyết', en: 'Unit that decides' },
  since: { vi: 'Chờ lâu nhất từ', en: 'The longest waits since' },
  byUnit: { vi: 'Theo đơn vị', en: 'By unit' },
  none: { vi: 'Mọi hồ sơ của đơn vị đã đồng bộ', en: 'Every dossier of the unit is synced' },
  asOf: { vi: (at: string) => `Số liệu đến ${at}`, en: (at: string) => `As of ${at}` },
  why: {
    vi: 'Chương trình tự gửi lại; người quản trị xem được lý do và gửi lại ngay. Việc giải quyết hồ sơ không phải chờ.',
    en: 'The program sends again by itself; the administrator sees why and can try at once. Nobody’s work waits for it.',
  },
});

export function CountPage({ units, asOf }: CountPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const sum = (what: 'dossiers' | 'failed') => units.reduce((total, unit) => total + unit[what], 0);
  const at = words.asOf(timeInSentence(asOf, locale));
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        <h1>{words.title}</h1>
        <p>{words.why}</p>
        <div class="vc-stats">
          <StatTile label={words.waiting} value={String(sum('dossiers'))} unit={words.dossiers} asOf={at} />
          <StatTile
            label={words.failed}
            value={String(sum('failed'))}
            unit={words.dossiers}
            asOf={at}
            {...(sum('failed') > 0 && { tone: 'danger' })}
          />
        </div>
        {units.length === 0 ? (
          <EmptyState title={words.none} />
        ) : (
          <>
            <h2>{words.byUnit}</h2>
            <DataTable
              caption={words.byUnit}
              captionHidden
              rows={units}
              keyOf={({ unit }) => unit}
              columns={[
                { key: 'unit', head: words.unit, names: true, cell: ({ name }) => inLanguage(name, locale).text },
                { key: 'dossiers', head: words.waiting, align: 'end', digits: true, cell: (one) => one.dossiers },
                { key: 'failed', head: words.failed, align: 'end', digits: true, cell: (one) => one.failed },
                {
                  key: 'since',
                  head: words.since,
                  digits: true,
                  cell: ({ since }) => (since === null ? '' : timeInTable(since, locale)),
                },
              ]}
            />
          </>
        )}
      </div>
    </OfficerLayout>
  );
}
