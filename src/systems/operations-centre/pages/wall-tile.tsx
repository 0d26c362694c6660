/** Tile of the wall: a figure with its unit, the moment it speaks of, seven days of it and one line that says what it is part of. */
import type { Instant } from '../../../platform/calendar/instant.ts';
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { Icon } from '../../../platform/web/components/icon/icon.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { ShownTile } from '../kept-figures.ts';
import { ageText, figureText, hourText } from '../words.ts';

const texts = defineTexts({
  none: { vi: 'Chưa có số liệu', en: 'No data yet' },
  old: { vi: (age: string) => `cũ ${age}`, en: (age: string) => `${age} old` },
  never: { vi: 'không trả lời', en: 'no answer' },
  late: { vi: 'Cần xử lý ngay.', en: 'Needs attention now.' },
  soon: { vi: 'Cần chú ý.', en: 'Needs watching.' },
});

export function WallTile({ tile, at }: { readonly tile: ShownTile; readonly at: Instant }) {
  const locale = useLocale();
  const words = texts(locale);
  const { spec, href, value, decimals = 0, status, asOf, isOld, trend, context } = tile;
  return (
    <article
      class="vc-tile"
      data-status={isOld || value === null || status === 'normal' ? undefined : status}
      data-old={isOld || undefined}
    >
      <h2 class="vc-tile-label">
        {href === undefined ? (
          <Local text={spec.title} />
        ) : (
          <a href={href}>
            <Local text={spec.title} />
          </a>
        )}
      </h2>
      <p class="vc-tile-time">
        {isOld ? (
          <>
            <Icon name="plug-off" /> {asOf === null ? words.never : words.old(ageText(asOf, at, locale))}
          </>
        ) : (
          asOf !== null && <time>{hourText(asOf)}</time>
        )}
      </p>
      <p class="vc-tile-value">
        {value === null ? (
          <span class="vc-tile-none">{words.none}</span>
        ) : (
          <>
            <b>{figureText(value, decimals, locale)}</b> <span>{inLanguage(spec.unit, locale).text}</span>
          </>
        )}
        {!isOld && value !== null && status !== 'normal' && <span class="ds-sr-only"> {words[status]}</span>}
      </p>
      {!isOld && value !== null && trend.length > 1 && <Trend values={trend} />}
      <p class="vc-tile-context">
        <Local text={context} />
      </p>
    </article>
  );
}

const WIDTH = 120;
const HEIGHT = 40;
const INSET = 6;

/** Seven days as a line; where nothing changes it lies in the middle. */
function Trend({ values }: { readonly values: readonly number[] }) {
  const points = trendPoints(values);
  const last = points.at(-1);
  return (
    <svg class="vc-tile-trend" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      <path d={`M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`} />
      {last && <circle cx={last.x} cy={last.y} r="4" />}
    </svg>
  );
}

export function trendPoints(values: readonly number[]): readonly { readonly x: number; readonly y: number }[] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const step = (WIDTH - 2 * INSET) / (values.length - 1);
  return values.map((value, index) => ({
    x: Math.round((INSET + index * step) * 10) / 10,
    y:
      most === least
        ? HEIGHT / 2
        : Math.round((HEIGHT - INSET - ((value - least) / (most - least)) * (HEIGHT - 2 * INSET)) * 10) / 10,
  }));
}
