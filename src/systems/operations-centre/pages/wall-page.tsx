/** Wall (màn hình lớn): what is wrong now, why, who has it and since when, read at five metres; told of changes within a second. */
import { h } from 'preact';
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { weekdayOf, dayOf } from '../../../platform/calendar/instant.ts';
import { dayText } from '../../../platform/text/vietnamese-date.ts';
import { Icon } from '../../../platform/web/components/icon/icon.tsx';
import { useFrame, useLocale } from '../../../platform/web/frame.tsx';
import { Document } from '../../../platform/web/layouts/document.tsx';
import { Mark } from '../../../platform/web/layouts/mark.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { WallShown, WallSource } from '../read-wall.ts';
import type { WallPart } from '../wall-parts.ts';
import { centreWords, hourText, momentText, secondText, whenText } from '../words.ts';
import { inPart } from './part-path.ts';
import { WallIncidents } from './wall-incidents.tsx';
import { WallMap } from './wall-map.tsx';
import { WallNews } from './wall-news.tsx';
import { WallTile } from './wall-tile.tsx';

export const CENTRE = '/can-bo/trung-tam';
export const WALL = '/can-bo/trung-tam/man-hinh';
export const WALL_LIVE = '/can-bo/trung-tam/man-hinh-truc-tiep';

const texts = defineTexts({
  title: { vi: 'Trung tâm điều hành', en: 'Operations centre' },
  calm: { vi: 'Không có sự cố nào đang mở', en: 'No incident is open' },
  open: {
    vi: (open: number) => `${open} sự cố đang mở, `,
    en: (open: number) => `${open} ${open === 1 ? 'incident' : 'incidents'} open, `,
  },
  untaken: {
    vi: (untaken: number) => `${untaken} chưa có người nhận`,
    en: (untaken: number) => `${untaken} not taken`,
  },
  allTaken: { vi: 'đều đã có người nhận', en: 'all taken' },
  drill: {
    vi: (until: string, count: number) => `đến ${until}, ${count} sự cố giả định`,
    en: (until: string, count: number) => `until ${until}, ${count} invented`,
  },
  tiles: { vi: 'Số liệu', en: 'Figures' },
  noTiles: { vi: 'Chưa có hệ thống nào đưa số liệu lên màn hình.', en: 'No system shows figures here yet.' },
  sources: { vi: 'Nguồn', en: 'Sources' },
  lost: { vi: 'mất', en: 'lost' },
  late: { vi: 'im lặng', en: 'silent' },
  never: { vi: 'chưa có', en: 'none yet' },
  news: { vi: 'Tin', en: 'News' },
  stale: { vi: 'Mất kết nối từ', en: 'No connection since' },
  demo: { vi: 'Số liệu mô phỏng', en: 'Simulated figures' },
});

const WEEKDAYS = {
  vi: ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

export function WallPage(shown: WallShown & { readonly layerKey: string }) {
  const frame = useFrame();
  const words = texts(frame.locale);
  const live = inPart(WALL_LIVE, shown.view, shown.layerKey === '' ? {} : { lop: shown.layerKey });
  const name = inLanguage(shown.view.name, frame.locale).text;
  return (
    <Document
      frame={frame}
      title={`${words.title}, ${name}`}
      styleSheet="wall.css"
      scheme="dark"
      scripts={['centre-wall.js']}
    >
      <div class="vc-wall">
        <header class="vc-wall-head">
          <a class="vc-wall-brand" href={inPart(CENTRE, shown.view)}>
            <Mark size={36} onDark />
            <h1>
              {words.title} {lowered(name)}
            </h1>
          </a>
          <Summary {...shown} />
          <p class="vc-live-stale vc-wall-stale" role="status" hidden>
            <Icon name="plug-off" /> {words.stale} <time>{secondText(shown.view.at)}</time>
          </p>
          <Clock {...shown} />
        </header>
        {h(
          'live-list',
          { src: live, class: 'vc-wall-live' },
          <main id="main" class="vc-wall-main">
            <section class="vc-wall-map" data-slot="wall-map">
              <WallMap {...shown} />
            </section>
            <div class="vc-wall-side">
              <Tiles {...shown} />
              <section class="vc-wall-incidents" data-slot="wall-incidents">
                <WallIncidents {...shown} />
              </section>
            </div>
          </main>,
          <Sources {...shown} />,
          <WallNews {...shown} />,
        )}
      </div>
    </Document>
  );
}

interface WallChangeProps {
  readonly shown: WallShown;
  readonly parts: ReadonlySet<WallPart>;
}

/** What changes, for the stream; an empty one says that there is nothing new. */
export function WallChange({ shown, parts }: WallChangeProps) {
  return (
    <div>
      {parts.has('summary') && <Summary {...shown} />}
      {parts.has('clock') && <Clock {...shown} />}
      {parts.has('map') && (
        <div data-slot="wall-map">
          <WallMap {...shown} />
        </div>
      )}
      {parts.has('tiles') && <Tiles {...shown} />}
      {parts.has('incidents') && (
        <div data-slot="wall-incidents">
          <WallIncidents {...shown} />
        </div>
      )}
      {parts.has('sources') && <Sources {...shown} />}
      {parts.has('news') && <WallNews {...shown} />}
    </div>
  );
}

/** "Tỉnh Tây Ninh" inside of a line. */
const lowered = (name: string): string =>
  name.replace(/^(Tỉnh|Phường|Xã|Huyện|Thị xã|Thành phố) /, (kind) => kind.toLowerCase());

function Summary({ counts, drill, view }: WallShown) {
  const { locale, simulated } = useFrame();
  const words = texts(locale);
  const shared = centreWords(locale);
  return (
    <p class="vc-wall-summary" data-slot="wall-summary" aria-live="polite">
      {counts.highest !== null && (
        <span class="vc-plate" data-level={counts.highest}>
          {shared.level(counts.highest)}
        </span>
      )}
      <span>
        {counts.open === 0 ? words.calm : words.open(counts.open)}
        {counts.untaken > 0 && <b class="vc-wall-untaken">{words.untaken(counts.untaken)}</b>}
        {counts.open > 0 && counts.untaken === 0 && words.allTaken}
      </span>
      {drill && (
        <span class="vc-wall-drill">
          <b>{shared.drill}</b> {words.drill(whenText(drill.endsAt, view.at, locale), counts.drill)}
        </span>
      )}
      {simulated && <span class="vc-wall-about">{words.demo}</span>}
    </p>
  );
}

function Clock({ view: { at } }: WallShown) {
  const locale = useLocale();
  return (
    <p class="vc-wall-clock vc-live-updated" data-slot="wall-clock">
      <time>{hourText(at)}</time>{' '}
      <span>
        {WEEKDAYS[locale][weekdayOf(dayOf(at))]} {dayText(dayOf(at), locale)}
      </span>
    </p>
  );
}

function Tiles({ tiles, view }: WallShown) {
  const words = texts(useLocale());
  return (
    <section class="vc-wall-tiles" data-slot="wall-tiles" aria-label={words.tiles}>
      {tiles.length === 0 && <p class="vc-wall-none">{words.noTiles}</p>}
      {tiles.map((tile) => (
        <WallTile key={tile.key} tile={tile} at={view.at} />
      ))}
    </section>
  );
}

interface SourceProps {
  readonly source: WallSource;
  readonly now: WallShown['view']['at'];
}

const ICONS = { fresh: 'circle-check', late: 'clock', lost: 'plug-off' } as const;

function Sources({ sources, view }: WallShown) {
  const words = texts(useLocale());
  return (
    <footer class="vc-wall-sources" data-slot="wall-sources">
      <h2>{words.sources}</h2>
      <ul>
        {sources.map((source) => (
          <Source key={source.name.vi} source={source} now={view.at} />
        ))}
      </ul>
    </footer>
  );
}

function Source({ source: { name, lastAt, state }, now }: SourceProps) {
  const words = texts(useLocale());
  return (
    <li data-state={state}>
      <Icon name={ICONS[state]} />
      <span>
        <Local text={name} /> {lastAt === null ? words.never : momentText(lastAt, now)}
        {state !== 'fresh' && ` (${words[state]})`}
      </span>
    </li>
  );
}
