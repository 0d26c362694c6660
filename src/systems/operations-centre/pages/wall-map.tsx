/** Map of a centre: the land of each commune, a count as circles, incidents as numbered marks; drawn on the server, with its words for who cannot see it. */
import { inLanguage, type LocalText } from '../../../platform/i18n/local-text.ts';
import { defineTexts, type Locale } from '../../../platform/i18n/texts.ts';
import { useLocale } from '../../../platform/web/frame.tsx';
import type { ListedIncident } from '../list-incidents.ts';
import { type Drawing, drawMap, shapePath } from '../map-drawing.ts';
import { tilesUnder } from '../map-tiles.ts';
import { type Box, LETTER, moveApart, placeWords } from '../move-apart.ts';
import type { Sheet, Spot } from '../projection.ts';
import type { WallShown } from '../read-wall.ts';
import { legendBoxes, MapLegend } from './map-legend.tsx';

const texts = defineTexts({
  map: {
    vi: (area: string, incidents: number) => `Bản đồ ${area}: ${incidents} sự cố`,
    en: (area: string, incidents: number) => `Map of ${area}: ${incidents} incidents`,
  },
});

const WALL_SHEET: Sheet = { width: 740, height: 912 };
const MARK = 18;
const SMALL_MARK = 8;
const RING = 7;
/** A circle so small is read through a word. */
const BIG_ENOUGH = 8;

type Mapped = Pick<
  WallShown,
  'view' | 'communes' | 'neighbours' | 'districts' | 'layer' | 'incidents' | 'others' | 'map' | 'outline'
>;

export function WallMap({ view, incidents, others, layer, map, outline, ...parts }: Mapped) {
  const locale = useLocale();
  const sheet = WALL_SHEET;
  const shapes = new Map(Object.entries(outline.communes));
  const values = layer?.values ?? new Map<string, number>();
  const drawing = drawMap({ ...parts, values, shapes }, sheet);
  const { projection, land, borders } = drawing;
  const words = texts(locale);
  const title = words.map(inLanguage(view.name, locale).text, incidents.length + others.length);
  const isWide = view.kind === 'province';
  const marks = placeMarks({ incidents, others }, drawing, sheet);
  const legend = { layer, drawing, map, sheet, confirm: view.confirm };
  return (
    <svg class="vc-map" viewBox={`0 0 ${sheet.width} ${sheet.height}`} role="img" aria-label={title}>
      {map.tiles && (
        <g class="vc-map-tiles">
          {tilesUnder(map.tiles.url, projection, sheet).map(({ href, ...at }) => (
            <image key={href} href={href} {...at} preserveAspectRatio="none" />
          ))}
        </g>
      )}
      <g class="vc-map-land" data-over-tiles={map.tiles ? true : undefined}>
        {land.map(({ code, path, isOurs }) => (
          <path key={code} d={path} data-faint={isOurs ? undefined : true} />
        ))}
      </g>
      {map.base === 'grid' && (
        <g class="vc-map-grid">
          {drawing.grid.map(({ from, to }) => (
            <line key={`${from.x} ${from.y}`} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
          ))}
        </g>
      )}
      <path class="vc-map-inner" d={borders.inner} />
      <path class="vc-map-outer" d={borders.outer} />
      {outline.lines.length > 0 && <path class="vc-map-line" d={shapePath(outline.lines, projection.spotOf, false)} />}
      <Names
        names={drawing.names}
        isWide={isWide}
        there={[
          ...(isWide ? map.landmarks.map((one) => landmarkBox(one, projection.spotOf(one))) : []),
          ...marks.map(({ spot, r }) => aroundSpot(spot, r + RING)),
          ...legendBoxes(legend, locale),
        ]}
        behind={drawing.symbols.filter(({ r }) => r >= BIG_ENOUGH).map(({ r, ...spot }) => aroundSpot(spot, r))}
      />
      <g class="vc-map-counts">
        {drawing.symbols.map(({ code, x, y, r }) => (
          <circle key={code} cx={x} cy={y} r={r} />
        ))}
      </g>
      {isWide &&
        map.landmarks.map((landmark) => (
          <Landmark key={landmark.name.vi} {...landmark} spot={projection.spotOf(landmark)} />
        ))}
      {marks.map((mark) => (
        <Mark key={mark.incident.id} {...mark} />
      ))}
      <MapLegend {...legend} />
    </svg>
  );
}

const placed = (incident: ListedIncident, index: number) =>
  incident.lat === null || incident.lon === null
    ? []
    : [{ ...incident, lat: incident.lat, lon: incident.lon, number: index + 1 }];

interface PlacedMark {
  readonly incident: ListedIncident;
  readonly spot: Spot;
  readonly r: number;
  readonly number?: number;
}

/** Those that have a row beside the map by its number; under them the others as small marks. */
function placeMarks(
  { incidents, others }: Pick<WallShown, 'incidents' | 'others'>,
  { projection }: Drawing,
  sheet: Sheet,
): readonly PlacedMark[] {
  const marked = incidents.flatMap((incident, index) => placed(incident, index));
  const spots = moveApart(marked.map(projection.spotOf), MARK + 2, sheet);
  const small = others.flatMap((incident, index) => placed(incident, index));
  const smallSpots = moveApart(small.map(projection.spotOf), SMALL_MARK, sheet);
  const middle = { x: 0, y: 0 };
  return [
    ...small.map((incident, index) => ({ incident, spot: smallSpots[index] ?? middle, r: SMALL_MARK })),
    ...marked.map((incident, index) => ({
      incident,
      spot: spots[index] ?? middle,
      r: MARK,
      number: incident.number,
    })),
  ];
}

const aroundSpot = ({ x, y }: Spot, r: number) => ({ x: x - r, y: y - r, width: 2 * r, height: 2 * r });

/** What nobody has taken has a ring around it. */
function Mark({ incident: { severity, isDrill, isUntaken }, spot, r, number }: PlacedMark) {
  return (
    <g
      class="vc-map-mark"
      data-level={severity}
      data-drill={isDrill || undefined}
      transform={`translate(${spot.x} ${spot.y})`}
    >
      {isUntaken && number !== undefined && <circle class="vc-map-ring" r={r + RING} />}
      <circle r={r} />
      {number !== undefined && <text y="8">{number}</text>}
    </g>
  );
}

interface NamesProps {
  readonly names: Drawing['names'];
  readonly isWide: boolean;
  /** What is on the map already, and what a name may lie on. */
  readonly there: readonly Box[];
  readonly behind: readonly Box[];
}

const LINE = 24;
/** Between two names in one line. */
const GAP = 6;

const landmarkBox = ({ name, side }: Omit<LandmarkProps, 'spot'>, { x, y }: Spot) => {
  const width = name.vi.length * LETTER + 24;
  return { x: side === 'left' ? x - width : x, y: y - LINE / 2, width, height: LINE };
};

/** The bigger district has the choice of places; a name that finds none is left out. */
function Names({ names, isWide, there, behind }: NamesProps) {
  const locale = useLocale();
  const words = names.map((one) => ({
    ...one,
    text: isWide ? shortName(one.name, locale) : inLanguage(one.name, locale).text,
    y: isWide ? one.y + 7 : one.y + 34,
  }));
  const shown = placeWords(words, {
    there,
    behind,
    boxOf: ({ x, y, text }) => ({
      x: x - (text.length * LETTER) / 2 - GAP,
      y: y - 19,
      width: text.length * LETTER + 2 * GAP,
      height: LINE + 2,
    }),
  });
  return (
    <g class="vc-map-names" data-wide={isWide || undefined}>
      {shown.map(({ x, y, text, isOurs }) => (
        <text key={text} x={x} y={y} data-faint={isOurs ? undefined : true}>
          {text}
        </text>
      ))}
    </g>
  );
}

/** "Huyện Châu Thành (Long An)" is Châu Thành on the map. */
const shortName = (name: LocalText, locale: Locale): string =>
  inLanguage(name, locale)
    .text.replace(/^(Huyện|Thị xã|Thành phố) /, '')
    .replace(/ \(.*\)$/, '')
    .replace(/ (District|Town|City)$/, '');

interface LandmarkProps {
  readonly name: LocalText;
  readonly side: 'left' | 'right';
  readonly spot: Spot;
}

function Landmark({ name, side, spot }: LandmarkProps) {
  const { text } = inLanguage(name, useLocale());
  return (
    <g class="vc-map-landmark" transform={`translate(${spot.x} ${spot.y})`}>
      <path d="M0 -6L6 5H-6Z" />
      <text x={side === 'left' ? -12 : 12} y="6" text-anchor={side === 'left' ? 'end' : 'start'}>
        {text}
      </text>
    </g>
  );
}
