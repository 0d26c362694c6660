/** Log of incidents (sổ sự cố): all of them, newest first, narrowed in the URL, as a page, on paper and as a file. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { LinkButton } from '../../../platform/web/components/button/button.tsx';
import { DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { FilterBar } from '../../../platform/web/components/filter-bar/filter-bar.tsx';
import { Pagination } from '../../../platform/web/components/pagination/pagination.tsx';
import { Tag } from '../../../platform/web/components/tag/tag.tsx';
import { BackLink } from '../../../platform/web/components/trail/trail.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { CentreView } from '../centres.ts';
import type { ListedIncident } from '../list-incidents.ts';
import type { LogAsked } from '../log-asked.ts';
import type { CentreRules } from '../rules.ts';
import { centreWords, lengthText, levelText, outcomeText, stageText } from '../words.ts';
import { inPart } from './part-path.ts';
import { INCIDENTS, incidentPath } from './incident-path.ts';
import { CENTRE } from './wall-page.tsx';

export interface LogPageProps {
  readonly asked: LogAsked;
  readonly view: CentreView;
  readonly kinds: CentreRules['kinds'];
  readonly rows: readonly ListedIncident[];
  readonly next: string | undefined;
}

const texts = defineTexts({
  title: { vi: 'Sổ sự cố', en: 'Log of incidents' },
  drillTitle: { vi: 'Sổ sự cố diễn tập', en: 'Log of drills' },
  back: { vi: 'Trung tâm điều hành', en: 'Operations centre' },
  state: { vi: 'Trạng thái', en: 'State' },
  all: { vi: 'tất cả', en: 'all' },
  open: { vi: 'đang mở', en: 'open' },
  closed: { vi: 'đã kết thúc', en: 'closed' },
  kind: { vi: 'Loại', en: 'Kind' },
  level: { vi: 'Cấp', en: 'Level' },
  real: { vi: 'Thật hay diễn tập', en: 'Real or drill' },
  isReal: { vi: 'sự cố thật', en: 'real' },
  isDrill: { vi: 'diễn tập', en: 'drills' },
  from: { vi: 'Mở từ ngày', en: 'Opened from' },
  to: { vi: 'Đến ngày', en: 'To' },
  search: { vi: 'Mã, chuyện gì, chỗ nào', en: 'Code, what, where' },
  what: { vi: 'Sự cố', en: 'Incident' },
  at: { vi: 'Xảy ra', en: 'Happened' },
  lasted: { vi: 'Kéo dài', en: 'Lasted' },
  holder: { vi: 'Ai giữ', en: 'Held by' },
  signals: { vi: 'Tín hiệu', en: 'Signals' },
  none: { vi: 'Không có sự cố nào', en: 'No incidents' },
  noneAbout: { vi: 'Hãy bỏ bớt điều kiện lọc.', en: 'Narrow it less.' },
  caption: { vi: 'Sự cố, mới nhất trước', en: 'Incidents, newest first' },
  shown: { vi: (count: number) => `${count} sự cố`, en: (count: number) => `${count} incidents` },
  csv: { vi: 'Tải về CSV', en: 'Download CSV' },
});

export function LogPage({ asked, view, kinds, rows, next }: LogPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const address = (more: Record<string, string>) =>
    `${INCIDENTS}?${new URLSearchParams(Object.entries({ ...asked, sau: '', ...more }).filter(([, value]) => value !== ''))}`;
  const kindName = (key: string) =>
    inLanguage(kinds.find((kind) => kind.key === key)?.name ?? { vi: key }, locale).text;
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        <BackLink href={inPart(CENTRE, view)}>{words.back}</BackLink>
        <h1>
          {asked['dien-tap'] === 'co' ? words.drillTitle : words.title}, <Local text={view.name} />
        </h1>
        <FilterBar
          action={INCIDENTS}
          keep={{
            ...(asked['dia-ban'] !== '' && { 'dia-ban': asked['dia-ban'] }),
            ...(asked.cuoc !== '' && { cuoc: asked.cuoc }),
          }}
          filters={[
            {
              name: 'trang-thai',
              label: words.state,
              value: asked['trang-thai'],
              options: [
                { value: '', label: words.all },
                { value: 'mo', label: words.open },
                { value: 'het', label: words.closed },
              ],
            },
            {
              name: 'loai',
              label: words.kind,
              value: asked.loai,
              options: [
                { value: '', label: words.all },
                ...kinds.map(({ key }) => ({ value: key, label: kindName(key) })),
              ],
            },
            {
              name: 'cap',
              label: words.level,
              value: asked.cap,
              options: [
                { value: '', label: words.all },
                ...['1', '2', '3', '4', '5'].map((level) => ({ value: level, label: level })),
              ],
            },
            {
              name: 'dien-tap',
              label: words.real,
              value: asked['dien-tap'],
              options: [
                { value: '', label: words.isReal },
                { value: 'co', label: words.isDrill },
              ],
            },
          ]}
          typed={[
            { name: 'tu', label: words.from, value: asked.tu, type: 'date' },
            { name: 'den', label: words.to, value: asked.den, type: 'date' },
            { name: 'q', label: words.search, value: asked.q, type: 'search' },
          ]}
        />
        {rows.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneAbout}</p>
          </EmptyState>
        ) : (
          <>
            <div class="vc-register">
              <DataTable
                caption={words.caption}
                captionHidden
                cards
                rows={rows}
                keyOf={({ id }) => id}
                columns={[
                  { key: 'what', head: words.what, names: true, cell: (incident) => <What incident={incident} /> },
                  { key: 'kind', head: words.kind, cell: ({ kind }) => kindName(kind) },
                  { key: 'level', head: words.level, cell: ({ severity }) => levelText(severity, locale) },
                  {
                    key: 'at',
                    head: words.at,
                    digits: true,
                    cell: ({ firstAt }) => <span class="vc-whole">{timeInTable(firstAt, locale)}</span>,
                  },
                  {
                    key: 'lasted',
                    head: words.lasted,
                    cell: ({ firstAt, closedAt }) => lengthText(firstAt, closedAt ?? view.at, locale),
                  },
                  { key: 'holder', head: words.holder, cell: ({ holder }) => holder ?? centreWords(locale).untaken },
                  {
                    key: 'state',
                    head: words.state,
                    cell: ({ outcome, stage, isUntaken }) =>
                      outcome ? outcomeText(outcome, locale) : stageText(isUntaken ? 'new' : stage, locale),
                  },
                  { key: 'signals', head: words.signals, align: 'end', cell: ({ signals }) => signals },
                ]}
              />
            </div>
            <Pagination
              summary={words.shown(rows.length)}
              {...(next !== undefined && { next: address({ sau: next }) })}
            />
          </>
        )}
        <p>
          <LinkButton
            href={address({}).replace(INCIDENTS, `${INCIDENTS}.csv`)}
            variant="secondary"
            icon="download"
            download
          >
            {words.csv}
          </LinkButton>
        </p>
      </div>
    </OfficerLayout>
  );
}

function What({ incident: { code, title, area, place, isDrill, simulated } }: { readonly incident: ListedIncident }) {
  const words = centreWords(useFrame().locale);
  return (
    <>
      {isDrill && (
        <Tag tone="warning" icon="flag">
          {words.drill}
        </Tag>
      )}{' '}
      <a class="ds-link" href={incidentPath({ code })}>
        <Local text={title} />
      </a>
      <span class="vc-entry-details">
        <span class="vc-whole vc-digits">{code}</span>
        {area && (
          <>
            {', '}
            <Local text={area} />
          </>
        )}
        {place !== null && `, ${place}`}
        {simulated && ` (${words.simulated})`}
      </span>
    </>
  );
}
