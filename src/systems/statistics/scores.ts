/** Scores (chấm điểm): the nine indices of Thông tư 01/2018/TT-VPCP and the points of Quyết định 766/QĐ-TTg, from figures alone. Pure. */
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { Band, Circular01, Decision766, Index, ScoreComponent } from './definitions.ts';
import type { Figures } from './figures.ts';

/** A share with both its parts; `ratio` is null where the denominator is 0, which is never 0 % or 100 %. */
export interface Share {
  readonly part: number;
  readonly whole: number;
  readonly ratio: number | null;
}

export const shareOf = (part: number, whole: number): Share => ({
  part,
  whole,
  ratio: whole === 0 ? null : part / whole,
});

export interface ScoredIndex {
  readonly index: Index;
  /** 0 to 2, one decimal; null without a figure. */
  readonly score: number | null;
  /** How many were given 2, 1 and 0 points. */
  readonly counted: { readonly two: number; readonly one: number; readonly zero: number } | undefined;
}

/** Điều 15: the points of all dossiers divided by their number, rounded to one decimal. */
export function scoreIndex(index: Index, figures: Figures): ScoredIndex {
  if (index.points) {
    const counted = {
      two: sumOf(figures, index.points.two),
      one: sumOf(figures, index.points.one),
      zero: sumOf(figures, index.points.zero),
    };
    const number = counted.two + counted.one + counted.zero;
    return { index, score: number === 0 ? null : oneDecimal((2 * counted.two + counted.one) / number), counted };
  }
  return { index, score: index.online ? scoreOnline(index.online, figures) : null, counted: undefined };
}

function scoreOnline(rule: NonNullable<Index['online']>, figures: Figures): number | null {
  const [part, whole] = rule.procedures;
  const procedures = shareOf(figures[part] ?? 0, figures[whole] ?? 0).ratio;
  const dossiers = shareOf(figures[rule.dossiers[0]] ?? 0, figures[rule.dossiers[1]] ?? 0).ratio;
  if (procedures === null || dossiers === null) return null;
  if (procedures >= rule.leastProcedures && dossiers >= rule.two && (figures[rule.late] ?? 0) === 0) return 2;
  return dossiers >= rule.one && dossiers < rule.two ? 1 : 0;
}

export interface NineIndices {
  readonly indices: readonly ScoredIndex[];
  /** The sum of those that have a score, and the most they can give. */
  readonly total: number;
  readonly most: number;
  /** Only where every index has its score. */
  readonly band: LocalText | undefined;
}

export const scoreUnit = ({ indices, unitBands }: Circular01, figures: Figures): NineIndices =>
  total(
    indices.map((index) => scoreIndex(index, figures)),
    unitBands,
  );

export const scoreStaff = ({ indices, staffBands }: Circular01, figures: Figures): NineIndices =>
  total(
    indices.filter(({ staff }) => staff).map((index) => scoreIndex(index, figures)),
    staffBands,
  );

function total(indices: readonly ScoredIndex[], bands: readonly Band[]): NineIndices {
  const scored = indices.flatMap(({ score }) => score ?? []);
  const sum = oneDecimal(scored.reduce((all, score) => all + score, 0));
  return {
    indices,
    total: sum,
    most: 2 * scored.length,
    band: scored.length === indices.length ? bandOf(bands, sum) : undefined,
  };
}

export const bandOf = (bands: readonly Band[], value: number): LocalText | undefined =>
  bands.find(({ from }) => value >= from)?.name;

export interface ScoredComponent {
  readonly component: ScoreComponent;
  readonly share: Share | undefined;
  /** Null where there is no source, or the formula says nothing of an empty denominator. */
  readonly score: number | null;
}

export function scoreComponent(component: ScoreComponent, figures: Figures): ScoredComponent {
  const { part, whole, max, fullAt = 1, empty } = component;
  if (!part || !whole) return { component, share: undefined, score: null };
  const share = shareOf(sumOf(figures, part), sumOf(figures, whole));
  const score = share.ratio === null ? EMPTY[empty ?? 'none'](max) : Math.min(max, (max * share.ratio) / fullAt);
  return { component, share, score };
}

const EMPTY: Readonly<Record<NonNullable<ScoreComponent['empty']>, (max: number) => number | null>> = {
  none: () => null,
  zero: () => 0,
  full: (max) => max,
};

export interface ScoredGroup {
  readonly name: LocalText;
  readonly max: number;
  readonly components: readonly ScoredComponent[];
  readonly score: number | null;
  /** The most that its measured components can give. */
  readonly most: number;
}

export interface ServiceScore {
  readonly groups: readonly ScoredGroup[];
  readonly total: number;
  readonly most: number;
  readonly band: LocalText | undefined;
}

/** A group never gives more than its maximum: the parts of online payment add up to 10.5 and count as 10. */
export function scoreService({ groups, bands }: Decision766, figures: Figures): ServiceScore {
  const scored = groups.map(({ name, max, components }): ScoredGroup => {
    const parts = components.map((component) => scoreComponent(component, figures));
    const measured = parts.filter(({ score }) => score !== null);
    const sum = measured.reduce((all, { score }) => all + (score ?? 0), 0);
    const most = measured.reduce((all, { component }) => all + component.max, 0);
    return {
      name,
      max,
      components: parts,
      score: measured.length === 0 ? null : Math.min(max, sum),
      most: Math.min(max, most),
    };
  });
  const all = scored.flatMap(({ components }) => components);
  const sum = scored.reduce((points, { score }) => points + (score ?? 0), 0);
  const most = scored.reduce((points, group) => points + group.most, 0);
  const whole = all.every(({ score }) => score !== null);
  return { groups: scored, total: sum, most, band: whole ? bandOf(bands, (100 * sum) / most) : undefined };
}

const sumOf = (figures: Figures, keys: readonly string[]): number =>
  keys.reduce((sum, key) => sum + (figures[key] ?? 0), 0);

const oneDecimal = (value: number): number => Math.round(value * 10 + Number.EPSILON) / 10;
