/** Trend line: twelve months as one quiet line with a dot at its end; a table elsewhere on the way gives the same numbers. */

const WIDTH = 120;
const HEIGHT = 40;
const EDGE = 5;

/** Needs two values; months without one are passed over, so that the line never shows what nobody reported. */
export function TrendLine({ values }: { values: readonly (number | null)[] }) {
  const points = pointsOf(values);
  const last = points.at(-1);
  if (!last || points.length < 2) return <span class="vc-score-second">–</span>;
  return (
    <svg class="vc-trend" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      <circle cx={last.x} cy={last.y} r="4" />
    </svg>
  );
}

export function pointsOf(values: readonly (number | null)[]): readonly { readonly x: number; readonly y: number }[] {
  const known = values.filter((value) => value !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const step = (WIDTH - 2 * EDGE) / Math.max(1, values.length - 1);
  return values.flatMap((value, place) => {
    if (value === null) return [];
    const up = most === least ? 0.5 : (value - least) / (most - least);
    return [{ x: tenth(EDGE + place * step), y: tenth(HEIGHT - EDGE - up * (HEIGHT - 2 * EDGE)) }];
  });
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
