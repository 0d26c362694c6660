/** Counted calls page: the calls behind a figure, with the dossier that each of them opened. */
import { type Instant } from '../../../platform/calendar/instant.ts';
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { Pagination } from '../../../platform/web/components/pagination/pagination.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import type { CountedCall } from '../figures.ts';
import type { CounterRules } from '../rules.ts';

export interface CountedCallsPageProps {
  readonly calls: readonly CountedCall[];
  readonly rules: CounterRules;
  readonly back: string;
  readonly next: string | undefined;
}

const texts = defineTexts({
  title: { vi: 'Các lượt gọi', en: 'Calls' },
  back: { vi: 'Số liệu của quầy', en: 'Figures of the counter' },
  none: { vi: 'Không có lượt gọi nào', en: 'No calls' },
  noneAbout: { vi: 'Hãy chọn số liệu khác.', en: 'Choose another figure.' },
  code: { vi: 'Số', en: 'Number' },
  place: { vi: 'Quầy', en: 'Place' },
  group: { vi: 'Nhóm việc', en: 'Services' },
  called: { vi: 'Gọi lúc', en: 'Called' },
  waited: { vi: 'Đã chờ', en: 'Waited' },
  serving: { vi: 'Phục vụ', en: 'Served' },
  outcome: { vi: 'Kết quả', en: 'Outcome' },
  dossier: { vi: 'Hồ sơ', en: 'Dossier' },
  minutes: { vi: (count: number) => `${count} phút`, en: (count: number) => `${count} min` },
  served: { vi: 'Đã phục vụ', en: 'Served' },
  absent: { vi: 'Vắng mặt', en: 'Absent' },
  transferred: { vi: 'Chuyển quầy', en: 'Sent on' },
  closed: { vi: 'Đóng khi hết ngày', en: 'Closed at day’s end' },
  running: { vi: 'Đang ở quầy', en: 'At the place' },
  shown: { vi: (count: number) => `${count} lượt`, en: (count: number) => `${count} calls` },
});

export function CountedCallsPage({ calls, rules, back, next }: CountedCallsPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const between = (from: Instant | null, to: Instant | null) =>
    from === null || to === null ? '' : words.minutes(Math.round((to - from) / 60_000));
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        <p>
          <a class="ds-link" href={back}>
            {words.back}
          </a>
        </p>
        <h1>{words.title}</h1>
        {calls.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneAbout}</p>
          </EmptyState>
        ) : (
          <>
            <DataTable
              caption={words.title}
              captionHidden
              rows={calls}
              keyOf={({ id }) => id}
              columns={[
                { key: 'code', head: words.code, names: true, cell: ({ code }) => code },
                { key: 'place', head: words.place, cell: ({ place }) => place },
                {
                  key: 'group',
                  head: words.group,
                  cell: ({ group }) => {
                    const found = rules.groups.find(({ key }) => key === group);
                    return found ? inLanguage(found.name, locale).text : group;
                  },
                },
                { key: 'called', head: words.called, cell: ({ calledAt }) => timeInTable(calledAt, locale) },
                {
                  key: 'waited',
                  head: words.waited,
                  align: 'end',
                  cell: ({ waitsSince, calledAt }) => between(waitsSince, calledAt),
                },
                {
                  key: 'serving',
                  head: words.serving,
                  align: 'end',
                  cell: ({ startedAt, endedAt }) => between(startedAt, endedAt),
                },
                { key: 'outcome', head: words.outcome, cell: ({ outcome }) => words[outcome ?? 'running'] },
                {
                  key: 'dossier',
                  head: words.dossier,
                  cell: ({ dossier }) =>
                    dossier && (
                      <a class="ds-link vc-whole" href={`/can-bo/ho-so/${dossier}`}>
                        {dossier}
                      </a>
                    ),
                },
              ]}
            />
            <Pagination summary={words.shown(calls.length)} {...(next === undefined ? {} : { next })} />
          </>
        )}
      </div>
    </OfficerLayout>
  );
}
