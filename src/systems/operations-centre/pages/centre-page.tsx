/** Centre page: what is wrong now and what changed since yesterday, read on a leader's phone as on a desk. */
import { inLanguage, type LocalText } from '../../../platform/i18n/local-text.ts';
import { defineTexts, type Locale } from '../../../platform/i18n/texts.ts';
import { timeInSentence, timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { ButtonGroup, LinkButton } from '../../../platform/web/components/button/button.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { FilterBar } from '../../../platform/web/components/filter-bar/filter-bar.tsx';
import { Icon } from '../../../platform/web/components/icon/icon.tsx';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { SectionHeading } from '../../../platform/web/components/section-heading/section-heading.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { Centre } from '../centres.ts';
import type { WallShown, WallSource } from '../read-wall.ts';
import type { CentreRules } from '../rules.ts';
import { centreWords, levelText, momentText, whenText } from '../words.ts';
import { BOARD } from './board-page.tsx';
import { CentreFigure } from './centre-figure.tsx';
import { CentreIncident } from './centre-incident.tsx';
import { CentreMap } from './centre-map.tsx';
import { DRILLS } from './drill-page.tsx';
import { INCIDENTS } from './incident-path.ts';
import { OPEN_INCIDENT } from './open-incident-page.tsx';
import { inPart } from './part-path.ts';
import { SHIFTS } from './shift-page.tsx';
import { CENTRE, WALL } from './wall-page.tsx';

export interface CentrePageProps {
  readonly shown: WallShown;
  /** Centres of the reader's own; who has the province's may see each former district and each commune. */
  readonly own: readonly Centre[];
  readonly districts: CentreRules['districts']['list'];
  readonly layers: readonly { readonly key: string; readonly title: { readonly vi: string; readonly en?: string } }[];
  readonly mayHandle: boolean;
  /** Names, who has been there longest first. */
  readonly duty: readonly string[];
}

const texts = defineTexts({
  title: { vi: 'Trung tâm điều hành', en: 'Operations centre' },
  now: { vi: 'Bây giờ', en: 'Now' },
  calm: { vi: 'Không có sự cố nào đang mở.', en: 'No incident is open.' },
  calmAbout: {
    vi: 'Tín hiệu mới của các hệ thống hiện ở đây.',
    en: 'New signals of the systems show here.',
  },
  open: {
    vi: (open: number, untaken: number) =>
      `${open} sự cố đang mở, ${untaken === 0 ? 'đều đã có người nhận' : `${untaken} chưa có người nhận`}.`,
    en: (open: number, untaken: number) =>
      `${open} ${open === 1 ? 'incident' : 'incidents'} open, ${untaken === 0 ? 'all taken' : `${untaken} not taken`}.`,
  },
  duty: { vi: (names: string) => `Đang trực: ${names}.`, en: (names: string) => `On duty: ${names}.` },
  nobody: { vi: 'Chưa ai vào ca trực.', en: 'Nobody is on duty.' },
  since: { vi: 'Từ hôm qua', en: 'Since yesterday' },
  nothing: { vi: 'Không có gì thay đổi trong 24 giờ qua.', en: 'Nothing has changed in the last 24 hours.' },
  opened: { vi: 'Mở', en: 'Opened' },
  taken: { vi: 'Đã nhận', en: 'Taken' },
  closed: { vi: 'Kết thúc', en: 'Closed' },
  figures: { vi: 'Số liệu', en: 'Figures' },
  asOf: { vi: (time: string) => `Lúc ${time}`, en: (time: string) => `At ${time}` },
  sources: { vi: 'Nguồn', en: 'Sources' },
  fresh: { vi: 'mới', en: 'fresh' },
  late: { vi: 'im lặng', en: 'silent' },
  lost: { vi: 'mất', en: 'lost' },
  none: { vi: 'chưa có', en: 'none yet' },
  wall: { vi: 'Màn hình lớn', en: 'Wall' },
  board: { vi: 'Kinh tế - xã hội', en: 'Socio-economic board' },
  shifts: { vi: 'Sổ trực', en: 'Shift log' },
  drills: { vi: 'Diễn tập', en: 'Drills' },
  log: { vi: 'Sổ sự cố', en: 'Log of incidents' },
  openOne: { vi: 'Mở sự cố', en: 'Open an incident' },
  area: { vi: 'Địa bàn', en: 'Area' },
  whole: { vi: (name: string) => `Cả ${name}`, en: (name: string) => `All of ${name}` },
  map: { vi: 'Bản đồ', en: 'Map' },
  layer: { vi: 'Lớp', en: 'Layer' },
  confirm: {
    vi: 'Ranh giới cấp huyện trước đây là phỏng đoán, chờ xác nhận.',
    en: 'The borders of the former district are a guess, to be confirmed.',
  },
  drill: {
    vi: (title: string, until: string, count: number) =>
      `Đang diễn tập “${title}” đến ${until}, ${count} sự cố giả định.`,
    en: (title: string, until: string, count: number) =>
      `Drill “${title}” until ${until}, ${count} invented incidents.`,
  },
});

export function CentrePage({ shown, own, districts, layers, mayHandle, duty }: CentrePageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const { view, counts, incidents, drill, tiles, sources, layer } = shown;
  const areas = areaOptions(shown, { own, districts, locale });
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack vc-centre">
        <h1>
          {words.title}, <Local text={view.name} />
        </h1>
        {areas.length > 1 && (
          <FilterBar
            action={CENTRE}
            filters={[
              { name: 'dia-ban', label: words.area, value: view.asked, options: areas },
              ...(layers.length > 1 && layer
                ? [
                    {
                      name: 'lop',
                      label: words.layer,
                      value: layer.key,
                      options: layers.map(({ key, title }) => ({ value: key, label: inLanguage(title, locale).text })),
                    },
                  ]
                : []),
            ]}
          />
        )}
        {view.confirm && <Notice>{words.confirm}</Notice>}
        {drill && (
          <Notice kind="warning" title={centreWords(locale).drill}>
            <p>{words.drill(drill.title, whenText(drill.endsAt, view.at, locale), counts.drill)}</p>
          </Notice>
        )}
        <section>
          <SectionHeading>{words.now}</SectionHeading>
          <p class="vc-lead">
            {counts.highest !== null && (
              <span class="vc-plate" data-level={counts.highest}>
                {levelText(counts.highest, locale)}
              </span>
            )}{' '}
            {counts.open === 0 ? words.calm : words.open(counts.open, counts.untaken)}
          </p>
          <p class="vc-quiet">{duty.length === 0 ? words.nobody : words.duty(duty.join(', '))}</p>
          {incidents.length === 0 ? (
            <EmptyState title={words.calm}>
              <p>{words.calmAbout}</p>
            </EmptyState>
          ) : (
            <ol class="vc-incidents">
              {incidents.map((incident) => (
                <CentreIncident key={incident.id} incident={incident} now={view.at} />
              ))}
            </ol>
          )}
        </section>
        <ButtonGroup>
          {mayHandle && (
            <LinkButton href={OPEN_INCIDENT} icon="plus">
              {words.openOne}
            </LinkButton>
          )}
          <LinkButton href={inPart(INCIDENTS, view)} variant="secondary">
            {words.log}
          </LinkButton>
          <LinkButton
            href={inPart(WALL, view, layers.length > 1 && layer ? { lop: layer.key } : {})}
            variant="secondary"
          >
            {words.wall}
          </LinkButton>
          <LinkButton href={inPart(BOARD, view)} variant="secondary">
            {words.board}
          </LinkButton>
          <LinkButton href={inPart(SHIFTS, view)} variant="secondary">
            {words.shifts}
          </LinkButton>
          <LinkButton href={inPart(DRILLS, view)} variant="secondary">
            {words.drills}
          </LinkButton>
        </ButtonGroup>
        <section>
          <SectionHeading>{words.since}</SectionHeading>
          <News {...shown} />
        </section>
        <section>
          <SectionHeading>{words.figures}</SectionHeading>
          <div class="vc-stat-row">
            {tiles.map((tile) => (
              <CentreFigure key={tile.key} tile={tile} at={view.at} />
            ))}
          </div>
        </section>
        {layer && (
          <section>
            <SectionHeading>
              {words.map}: <Local text={layer.title} />
            </SectionHeading>
            <CentreMap {...shown} />
          </section>
        )}
        <section>
          <SectionHeading>{words.sources}</SectionHeading>
          <ul class="vc-sources">
            {sources.map((source) => (
              <Source key={source.name.vi} source={source} now={view.at} />
            ))}
          </ul>
        </section>
        <p class="vc-caption">{words.asOf(timeInSentence(view.at, locale))}</p>
      </div>
    </OfficerLayout>
  );
}

interface Asking extends Pick<CentrePageProps, 'own' | 'districts'> {
  readonly locale: Locale;
}

/** The whole province, each former district and in it each commune; of one's own communes each. */
function areaOptions({ communes, neighbours }: WallShown, { own, districts, locale }: Asking) {
  const nameOf = (name: LocalText): string => inLanguage(name, locale).text;
  const province = own.find(({ level }) => level === 'province');
  if (!province)
    return own.map(({ areaCode, name }, index) => ({ value: index === 0 ? '' : areaCode, label: nameOf(name) }));
  const names = new Map([...communes, ...neighbours].map(({ code, name }) => [code, nameOf(name)]));
  return [
    { value: '', label: nameOf(province.name) },
    ...districts.flatMap(({ key, name, communes: codes }) => {
      const group = nameOf(name);
      const parts = codes.flatMap((code) => {
        const label = names.get(code);
        return label === undefined ? [] : [{ value: code, label, group }];
      });
      return [{ value: key, label: texts(locale).whole(group), group }, ...parts];
    }),
  ];
}

function News({ news }: Pick<WallShown, 'news'>) {
  const { locale } = useFrame();
  const words = texts(locale);
  if (news.length === 0) return <p class="vc-quiet">{words.nothing}</p>;
  return (
    <ul class="vc-entries">
      {news.map(({ at, what, title, area, isDrill }) => (
        <li key={`${at} ${what} ${title.vi}`} class="vc-entry">
          <span class="vc-entry-words">
            <span class="vc-digits vc-quiet">{timeInTable(at, locale)}</span>{' '}
            <b>
              {isDrill && `${centreWords(locale).drill}: `}
              {words[what]}
            </b>{' '}
            <Local text={title} />
            {area && (
              <>
                , <Local text={area} />
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

const ICONS = { fresh: 'circle-check', late: 'clock', lost: 'plug-off' } as const;

interface SourceProps {
  readonly source: WallSource;
  readonly now: WallShown['view']['at'];
}

function Source({ source: { name, lastAt, state }, now }: SourceProps) {
  const words = texts(useFrame().locale);
  return (
    <li data-state={state}>
      <Icon name={ICONS[state]} size={14} /> <Local text={name} />:{' '}
      {lastAt === null ? words.none : momentText(lastAt, now)}, {words[state]}
    </li>
  );
}
