/** Figures page: waiting and serving time by place and hour, for who answers for the hall; every figure leads to its calls. */
import type { Day } from '../../../platform/calendar/instant.ts';
import { inLanguage, type LocalText } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { dayText } from '../../../platform/text/vietnamese-date.ts';
import { LinkButton } from '../../../platform/web/components/button/button.tsx';
import { DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { FilterBar } from '../../../platform/web/components/filter-bar/filter-bar.tsx';
import { StatTile } from '../../../platform/web/components/stat-tile/stat-tile.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import type { FigureRow, Measures } from '../figures.ts';

export const FIGURES = '/can-bo/so-lieu-quay';

export interface AskedFigures {
  readonly hall: string;
  readonly from: Day;
  readonly to: Day;
}

export interface FiguresPageProps {
  readonly asked: AskedFigures;
  readonly halls: readonly { readonly code: string | null; readonly name: LocalText }[];
  readonly rows: readonly FigureRow[];
  readonly total: Measures;
  /** In words. */
  readonly asOf: string;
}

const texts = defineTexts({
  title: { vi: 'Số liệu của quầy', en: 'Figures of the counter' },
  hall: { vi: 'Nơi tiếp nhận', en: 'Office' },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến ngày', en: 'To' },
  waited: { vi: 'Chờ trung bình', en: 'Waited on average' },
  longest: { vi: 'Chờ lâu nhất', en: 'Longest wait' },
  serving: { vi: 'Phục vụ trung bình', en: 'Served on average' },
  absent: { vi: 'Vắng mặt', en: 'Absent' },
  calls: { vi: 'Lượt gọi', en: 'Calls' },
  place: { vi: 'Quầy', en: 'Place' },
  hour: { vi: 'Giờ gọi', en: 'Hour of the call' },
  minutes: { vi: 'phút', en: 'min' },
  ofCalls: { vi: (count: number) => `trên ${count} lượt gọi`, en: (count: number) => `of ${count} calls` },
  ofServed: { vi: (count: number) => `trên ${count} lượt phục vụ xong`, en: (count: number) => `of ${count} served` },
  asOf: { vi: (time: string) => `Số liệu đến ${time}`, en: (time: string) => `As of ${time}` },
  none: { vi: 'Chưa có lượt gọi nào', en: 'No calls' },
  noneAbout: { vi: 'Hãy chọn khoảng ngày khác.', en: 'Choose other days.' },
  noData: { vi: 'Chưa có số liệu', en: 'No data' },
  csv: { vi: 'Tải về CSV', en: 'Download CSV' },
  caption: {
    vi: (from: string, to: string) => `Thời gian chờ và phục vụ từ ${from} đến ${to}`,
    en: (from: string, to: string) => `Waiting and serving time from ${from} to ${to}`,
  },
});

export const hrefOf = (path: string, { hall, from, to }: AskedFigures, more: Record<string, string> = {}): string =>
  `${path}?${new URLSearchParams({ noi: hall, tu: from, den: to, ...more })}`;

export function FiguresPage({ asked, halls, rows, total, asOf }: FiguresPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const minutes = (value: number | null) => (value === null ? words.noData : `${value} ${words.minutes}`);
  const tile = (value: number | null) => (value === null ? {} : { value: String(value) });
  const shared = { asOf: words.asOf(asOf), unit: words.minutes };
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        <h1>{words.title}</h1>
        <FilterBar
          action={FIGURES}
          filters={[
            {
              name: 'noi',
              label: words.hall,
              value: asked.hall,
              options: halls.map(({ code, name }) => ({ value: code ?? '', label: inLanguage(name, locale).text })),
            },
          ]}
          typed={[
            { name: 'tu', label: words.from, value: asked.from, type: 'date' },
            { name: 'den', label: words.to, value: asked.to, type: 'date' },
          ]}
        />
        <div class="vc-stat-row">
          <StatTile label={words.waited} {...tile(total.waited)} parts={words.ofCalls(total.calls)} {...shared} />
          <StatTile label={words.longest} {...tile(total.longest)} parts={words.ofCalls(total.calls)} {...shared} />
          <StatTile label={words.serving} {...tile(total.serving)} parts={words.ofServed(total.served)} {...shared} />
          <StatTile
            label={words.absent}
            {...tile(total.calls === 0 ? null : total.absent)}
            parts={words.ofCalls(total.calls)}
            asOf={words.asOf(asOf)}
          />
        </div>
        {rows.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneAbout}</p>
          </EmptyState>
        ) : (
          <>
            <DataTable
              caption={words.caption(dayText(asked.from, locale), dayText(asked.to, locale))}
              rows={rows}
              keyOf={({ place, hour }) => `${place}.${hour}`}
              columns={[
                { key: 'place', head: words.place, names: true, cell: ({ place }) => place },
                { key: 'hour', head: words.hour, cell: ({ hour }) => <span class="vc-whole">{hoursOf(hour)}</span> },
                {
                  key: 'calls',
                  head: words.calls,
                  align: 'end',
                  cell: ({ place, hour, calls }) => (
                    <a
                      class="ds-link"
                      href={hrefOf(`${FIGURES}/luot`, asked, { quay: String(place), gio: String(hour) })}
                      aria-label={`${words.calls}: ${calls}, ${words.place} ${place}, ${hoursOf(hour)}`}
                    >
                      {calls}
                    </a>
                  ),
                },
                { key: 'waited', head: words.waited, align: 'end', cell: ({ waited }) => minutes(waited) },
                { key: 'longest', head: words.longest, align: 'end', cell: ({ longest }) => minutes(longest) },
                { key: 'serving', head: words.serving, align: 'end', cell: ({ serving }) => minutes(serving) },
                { key: 'absent', head: words.absent, align: 'end', cell: ({ absent }) => absent },
              ]}
            />
            <p>
              <LinkButton href={hrefOf(`${FIGURES}/luot.csv`, asked)} variant="secondary" icon="download" download>
                {words.csv}
              </LinkButton>
            </p>
          </>
        )}
      </div>
    </OfficerLayout>
  );
}

const hoursOf = (hour: number): string => `${String(hour).padStart(2, '0')}:00–${String(hour + 1).padStart(2, '0')}:00`;
