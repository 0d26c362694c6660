/** Legends of the map: how much a circle stands for, what the colours of marks mean, how long a kilometre is, whose borders these are. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts, type Locale } from '../../../platform/i18n/texts.ts';
import { useLocale } from '../../../platform/web/frame.tsx';
import { type Drawing, radiusOf, unitRadius } from '../map-drawing.ts';
import { type Box, LETTER } from '../move-apart.ts';
import type { Sheet } from '../projection.ts';
import type { WallLayer, WallShown } from '../read-wall.ts';
import { figureText } from '../words.ts';

const texts = defineTexts({
  levels: { vi: 'Cấp sự cố', en: 'Level of incident' },
  reckoned: { vi: 'Ranh giới ước tính', en: 'Borders reckoned' },
  lost: { vi: 'không trả lời', en: 'no answer' },
  confirm: { vi: 'địa bàn chờ xác nhận', en: 'area to be confirmed' },
});

interface LegendProps {
  readonly layer: WallLayer | undefined;
  readonly drawing: Drawing;
  readonly map: WallShown['map'];
  /** Which communes the area has is a guess. */
  readonly confirm: boolean;
  readonly sheet: Sheet;
}

export function MapLegend(props: LegendProps) {
  const { layer, sheet } = props;
  const { scale } = props.drawing;
  const words = texts(useLocale());
  const { width, height } = sheet;
  const about = aboutText(props, useLocale());
  return (
    <>
      {layer && <Sizes layer={layer} sheet={sheet} />}
      <Levels title={words.levels} sheet={sheet} />
      <g class="vc-map-scale" transform={`translate(${width - 30 - scale.length} ${height - 58})`}>
        <path d={`M0 -8V0H${scale.length}V-8`} />
        <text x={scale.length / 2} y="24">
          {scale.km} km
        </text>
      </g>
      {about !== '' && (
        <text class="vc-map-about" x={width - 30} y={height - 8} text-anchor="end">
          {about}
        </text>
      )}
    </>
  );
}

function aboutText({ drawing: { isReckoned }, map, confirm }: LegendProps, locale: Locale): string {
  const words = texts(locale);
  return [
    ...(isReckoned ? [words.reckoned] : []),
    ...(confirm ? [words.confirm] : []),
    ...(map.tiles ? [map.tiles.credit] : []),
  ].join(' · ');
}

/** What of the sheet the legends lie on. */
export function legendBoxes(props: LegendProps, locale: Locale): readonly Box[] {
  const { layer, drawing, sheet } = props;
  const { width, height } = sheet;
  const right = Math.max(drawing.scale.length, aboutText(props, locale).length * LETTER) + 30;
  const levels = { x: width - 216, y: 8, width: 216, height: 82 };
  const scale = { x: width - right, y: height - 74, width: right, height: 74 };
  if (!layer) return [levels, scale];
  const { title, steps, most } = sizesOf(layer, locale);
  const wide = Math.max(
    title.length * LETTER,
    steps.reduce((sum, { r }) => sum + 2 * Math.max(r, 16) + 14, 12),
  );
  return [levels, scale, { x: 0, y: height - 2 * most - 84, width: wide + 16, height: 2 * most + 84 }];
}

function sizesOf(layer: WallLayer, locale: Locale) {
  const unit = unitRadius(layer.values.values());
  const steps = legendSteps(Math.max(1, ...layer.values.values())).map((value) => ({
    value,
    r: radiusOf(value, unit),
  }));
  const title = inLanguage(layer.title, locale).text;
  return {
    title: layer.isLost ? `${title}: ${texts(locale).lost}` : title,
    steps: layer.isLost ? [] : steps,
    most: layer.isLost ? 0 : Math.max(...steps.map(({ r }) => r)),
  };
}

/** Three round numbers, the biggest near the biggest that is drawn. */
function Sizes({ layer, sheet }: { readonly layer: WallLayer; readonly sheet: Sheet }) {
  const locale = useLocale();
  const { title, steps, most } = sizesOf(layer, locale);
  let x = 12;
  return (
    <g class="vc-map-legend" transform={`translate(16 ${sheet.height - 44})`}>
      <text x="0" y={-2 * most - 16} class="vc-map-strong">
        {title}
      </text>
      {steps.map(({ value, r }) => {
        const middle = x + Math.max(r, 16);
        x = middle + Math.max(r, 16) + 14;
        return (
          <g key={value} transform={`translate(${middle} 0)`}>
            <circle class="vc-map-size" cy={-r} r={r} />
            <text y="28" text-anchor="middle">
              {figureText(value, 0, locale)}
            </text>
          </g>
        );
      })}
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

function Levels({ title, sheet }: { readonly title: string; readonly sheet: Sheet }) {
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
