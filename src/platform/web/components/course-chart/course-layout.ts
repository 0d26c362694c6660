/** Layout of a course chart: where its values, limits and words lie, in the units of the drawing. Pure. */

export interface CoursePoint {
  readonly key: string;
  /** Short, under the axis: `11/26`. */
  readonly label: string;
  /** Null where nobody knows it: the line is broken there. */
  readonly value: number | null;
  /** Its period is not over. */
  readonly running?: boolean;
}

/** A value that others are held against, with the words that stand at its line. */
export interface CourseLimit {
  readonly value: number;
  readonly text: string;
  readonly tone: 'good' | 'warn' | 'target';
}

export interface CourseAsked {
  readonly width: number;
  readonly height: number;
  readonly points: readonly CoursePoint[];
  readonly limits: readonly CourseLimit[];
  /** Which side of the limits is good. */
  readonly direction: 'up' | 'down';
  /** No value lies above: 100 for a share. */
  readonly most?: number;
}

export const MARGIN = { top: 12, right: 12, bottom: 26, left: 44 } as const;
const LABEL_WIDTH = 52;
const LIMIT_HEIGHT = 15;

export interface CourseLayout {
  readonly ticks: readonly { readonly y: number; readonly value: number }[];
  readonly labels: readonly { readonly x: number; readonly text: string }[];
  readonly bands: readonly { readonly tone: 'good' | 'warn' | 'alarm'; readonly y: number; readonly height: number }[];
  readonly limits: readonly (CourseLimit & { readonly y: number; readonly textY: number })[];
  /** Values that follow each other without a gap. */
  readonly stretches: readonly (readonly { readonly x: number; readonly y: number }[])[];
  readonly dots: readonly { readonly key: string; readonly x: number; readonly y: number; readonly running: boolean }[];
}

export function layCourse({ width, height, points, limits, direction, most }: CourseAsked): CourseLayout {
  const values = points.flatMap(({ value }) => value ?? []);
  const ticks = ticksFor([...values, ...limits.map(({ value }) => value)], most);
  const [least, greatest] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const [inner, tall] = [width - MARGIN.left - MARGIN.right, height - MARGIN.top - MARGIN.bottom];
  const yOf = (value: number) => tenth(MARGIN.top + (1 - (value - least) / (greatest - least)) * tall);
  const step = inner / points.length;
  const xOf = (place: number) => tenth(MARGIN.left + (place + 0.5) * step);
  const dots = points.flatMap(({ key, value, running = false }, place) =>
    value === null ? [] : [{ key, x: xOf(place), y: yOf(value), running }],
  );
  const every = Math.max(1, Math.ceil(LABEL_WIDTH / step));
  return {
    ticks: ticks.map((value) => ({ value, y: yOf(value) })),
    // the last one always has its word
    labels: points.flatMap(({ label }, place) =>
      (points.length - 1 - place) % every === 0 ? [{ x: xOf(place), text: label }] : [],
    ),
    bands: bandsOf(limits, { direction, top: MARGIN.top, bottom: MARGIN.top + tall, yOf }),
    limits: placeLimits(limits, yOf),
    stretches: stretchesOf(points, (place, value) => ({ x: xOf(place), y: yOf(value) })),
    dots,
  };
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Round numbers around all of the values, three to six of them; a course that does not reach down to nought needs not begin there. */
function ticksFor(values: readonly number[], most: number | undefined): number[] {
  const [low, high] = values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)];
  const room = high > low ? (high - low) * 0.08 : Math.max(1, Math.abs(high) * 0.1);
  const from = Math.max(0, low - room);
  const to = Math.min(most ?? Number.POSITIVE_INFINITY, high + room);
  const size = roundStep((to - from) / 4);
  const first = Math.floor(from / size) * size;
  const ticks: number[] = [];
  for (let value = first; ticks.length < 2 || (ticks.at(-1) as number) < to - size / 1e6; value += size)
    ticks.push(Math.round(value * 1e6) / 1e6);
  return ticks;
}

function roundStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  return ([1, 2, 5].find((one) => one * power >= raw) ?? 10) * power;
}

type Placed = {
  readonly direction: 'up' | 'down';
  readonly top: number;
  readonly bottom: number;
  readonly yOf: (value: number) => number;
};

/** Good, still no alarm, alarm: from the good side of the drawing to the other. */
function bandsOf(limits: readonly CourseLimit[], { direction, top, bottom, yOf }: Placed): CourseLayout['bands'] {
  const at = (tone: CourseLimit['tone']) => limits.find((limit) => limit.tone === tone)?.value;
  const [good, warn] = [at('good'), at('warn')];
  if (good === undefined || warn === undefined) return [];
  const edges = direction === 'up' ? [top, yOf(good), yOf(warn), bottom] : [bottom, yOf(good), yOf(warn), top];
  return (['good', 'warn', 'alarm'] as const).flatMap((tone, place) => {
    const [a = 0, b = 0] = [edges[place], edges[place + 1]];
    return Math.abs(a - b) < 0.5 ? [] : [{ tone, y: Math.min(a, b), height: tenth(Math.abs(a - b)) }];
  });
}

/** Words stand above their line, or below it where those of another line already are. */
function placeLimits(limits: readonly CourseLimit[], yOf: (value: number) => number): CourseLayout['limits'] {
  const placed: (CourseLimit & { y: number; textY: number })[] = [];
  for (const limit of limits.toSorted((a, b) => b.value - a.value)) {
    const y = yOf(limit.value);
    const isTaken = (at: number) =>
      at < MARGIN.top + 4 || placed.some(({ textY }) => Math.abs(textY - at) < LIMIT_HEIGHT);
    placed.push({ ...limit, y, textY: tenth(isTaken(y - 5) ? y + LIMIT_HEIGHT - 1 : y - 5) });
  }
  return placed;
}

function stretchesOf<T>(points: readonly CoursePoint[], at: (place: number, value: number) => T): T[][] {
  const stretches: T[][] = [[]];
  for (const [place, { value }] of points.entries())
    if (value === null) stretches.push([]);
    else stretches.at(-1)?.push(at(place, value));
  return stretches.filter(({ length }) => length > 1);
}
