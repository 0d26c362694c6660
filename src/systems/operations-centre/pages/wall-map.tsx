/** Map of a centre: communes as discs, a count as circles, incidents as numbered marks; drawn on the server, with its words for who cannot see it. */
import { inLanguage, type LocalText } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { useLocale } from '../../../platform/web/frame.tsx';
import type { ListedIncident } from '../list-incidents.ts';
import { drawMap, moveApart, radiusOf, type Sheet, unitRadius } from '../map-drawing.ts';
import type { WallShown } from '../read-wall.ts';
import { figureText } from '../words.ts';

const texts = defineTexts({
  map: {
    vi: (area: string, incidents: number) => `Bản đồ ${area}: ${incidents} sự cố`,
    en: (area: string, incidents: number) => `Map of ${area}: ${incidents} incidents`,
  },
  levels: { vi: 'Cấp sự cố', en: 'Level of incident' },
});

export const WALL_SHEET: Sheet = { width: 740, height: 912 };
const MARK = 18;

type Mapped = Pick<WallShown, 'view' | 'communes' | 'layer' | 'incidents' | 'map'>;

export function WallMap({ sheet = WALL_SHEET, ...shown }: Mapped & { readonly sheet?: Sheet }) {
  const locale = useLocale();
  const { view, communes, layer, incidents, map } = shown;
  const values = layer?.values ?? new Map<string, number>();
  const drawing = drawMap(communes, values, sheet);
  const marked = incidents.flatMap((incident, index) => placed(incident, index));
  const spots = moveApart(marked.map(drawing.spotOf), MARK + 2, sheet);
  const words = texts(locale);
  const title = words.map(inLanguage(view.name, locale).text, marked.length);
  return (
    <svg class="vc-map" viewBox={`0 0 ${sheet.width} ${sheet.height}`} role="img" aria-label={title}>
      <g class="vc-map-land">
        {drawing.discs.map(({ code, x, y, r }) => (
          <circle key={code} cx={x} cy={y} r={r} />
        ))}
      </g>
      {map.base === 'grid' && (
        <g class="vc-map-grid">
          {drawing.grid.map(({ from, to }) => (
            <line key={`${from.x} ${from.y}`} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
          ))}
        </g>
      )}
      <g class="vc-map-counts">
        {drawing.symbols.map(({ code, x, y, r }) => (
          <circle key={code} cx={x} cy={y} r={r} />
        ))}
      </g>
      {map.landmarks.map((landmark) => (
        <Landmark key={landmark.name.vi} {...landmark} spot={drawing.spotOf(landmark)} />
      ))}
      {marked.map((incident, index) => (
        <g
          key={incident.id}
          class="vc-map-mark"
          data-level={incident.severity}
          data-drill={incident.isDrill || undefined}
          transform={`translate(${spots[index]?.x} ${spots[index]?.y})`}
        >
          <circle r={MARK} />
          <text y="8">{incident.number}</text>
        </g>
      ))}
      {layer && <SizeLegend layer={layer} unit={unitRadius(values.values())} sheet={sheet} />}
      <LevelLegend title={words.levels} sheet={sheet} />
      <g class="vc-map-scale" transform={`translate(${sheet.width - 30 - drawing.scale.length} ${sheet.height - 48})`}>
        <path d={`M0 -8V0H${drawing.scale.length}V-8`} />
        <text x={drawing.scale.length / 2} y="24">
          {drawing.scale.km} km
        </text>
      </g>
    </svg>
  );
}

const placed = (incident: ListedIncident, index: number) =>
  incident.lat === null || incident.lon === null
    ? []
    : [{ ...incident, lat: incident.lat, lon: incident.lon, number: index + 1 }];

interface LandmarkProps {
  readonly name: LocalText;
  readonly side: 'left' | 'right';
  readonly spot: { readonly x: number; readonly y: number };
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

/** Three round numbers, the biggest near the biggest that is drawn. */
function SizeLegend({
  layer,
  unit,
  sheet,
}: {
  readonly layer: NonNullable<WallShown['layer']>;
  readonly unit: number;
  readonly sheet: Sheet;
}) {
  const locale = useLocale();
  const most = Math.max(1, ...layer.values.values());
  let x = 12;
  const steps = legendSteps(most).map((value) => {
    const r = radiusOf(value, unit);
    x += Math.max(r, 16) + 14;
    const middle = x;
    x += Math.max(r, 16);
    return { value, r, x: middle };
  });
  return (
    <g class="vc-map-legend" transform={`translate(16 ${sheet.height - 120})`}>
      <text x="12" y="0" class="vc-map-strong">
        {inLanguage(layer.title, locale).text}
      </text>
      {steps.map(({ value, r, x: middle }) => (
        <g key={value} transform={`translate(${middle} 0)`}>
          <circle class="vc-map-size" cy={76 - r} r={r} />
          <text y="104" text-anchor="middle">
            {figureText(value, 0, locale)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** 1, 10, 30 for a most of 34; 10, 100, 300 for one of 400. */
export function legendSteps(most: number): readonly number[] {
  const power = 10 ** Math.floor(Math.log10(most));
  const biggest = most >= 3 * power ? 3 * power : power;
  return [
    ...new Set([biggest / (biggest === power ? 100 : 30), biggest / (biggest === power ? 10 : 3), biggest]),
  ].filter((value) => value >= 1 && Number.isInteger(value));
}

function LevelLegend({ title, sheet }: { readonly title: string; readonly sheet: Sheet }) {
  return (
    <g class="vc-map-levels" transform={`translate(${sheet.width - 208} 36)`}>
      <text y="0" class="vc-map-strong">
        {title}
      </text>
      {[1, 2, 3, 4, 5].map((level, index) => (
        <g key={level} data-level={level} transform={`translate(${index * 36} 12)`}>
          <rect width="34" height="34" rx="4" />
          <text x="17" y="25">
            {level}
          </text>
        </g>
      ))}
    </g>
  );
}
