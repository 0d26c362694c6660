/** The nine indices (chín chỉ số) of Thông tư 01/2018/TT-VPCP: for what is chosen as a whole, then for each unit. */
import type { Db } from '../../platform/db/database.ts';
import { inLanguage } from '../../platform/i18n/local-text.ts';
import { defineTexts, type Locale } from '../../platform/i18n/texts.ts';
import { aboutFigures, marked } from './about-figures.ts';
import { FIGURE_LIST, FIGURES, type FiguresAsked, figuresHref, TABS } from './asked.ts';
import { countCell, noData, pointsCell, wordCell } from './cells.ts';
import type { Circular01 } from './definitions.ts';
import type { Cell, FigureRow, FigureSheet, FigureTable } from './figure-table.ts';
import { countFigures, type Figures, sumFigures } from './figures.ts';
import { countsOf, type FiguresContext, MOST_UNITS } from './read-figures.ts';
import { type NineIndices, type ScoredIndex, scoreUnit } from './scores.ts';
import { unitText } from './summary-sheet.ts';
import type { StatisticsTables } from './tables.ts';

const texts = defineTexts({
  title: { vi: 'Chín chỉ số giải quyết thủ tục hành chính', en: 'Nine indices of handling' },
  byUnit: { vi: 'Điểm từng đơn vị', en: 'Points of each unit' },
  deciding: { vi: 'Điểm từng đơn vị giải quyết', en: 'Points of each deciding unit' },
  all: { vi: 'Các đơn vị trong phạm vi được xem', en: 'All units within reach' },
  index: { vi: 'Chỉ số', en: 'Index' },
  score: { vi: 'Điểm', en: 'Points' },
  two: { vi: '2 điểm', en: '2 points' },
  one: { vi: '1 điểm', en: '1 point' },
  zero: { vi: '0 điểm', en: '0 points' },
  note: { vi: 'Ghi chú', en: 'Note' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  total: { vi: 'Tổng', en: 'Total' },
  band: { vi: 'Xếp loại', en: 'Band' },
  ofMost: { vi: (most: string) => `trên ${most}`, en: (most: string) => `of ${most}` },
  incomplete: { vi: 'Chưa đủ chỉ số để xếp loại', en: 'Not all indices are known' },
  online: {
    vi: (dossiers: string, procedures: string) => `Hồ sơ trực tuyến ${dossiers}, thủ tục trực tuyến ${procedures}.`,
    en: (dossiers: string, procedures: string) => `Online dossiers ${dossiers}, online procedures ${procedures}.`,
  },
});

export const keysOfIndices = ({ indices }: Circular01): string[] =>
  indices.flatMap(({ points, online }) => [
    ...(points ? [...points.two, ...points.one, ...points.zero] : []),
    ...(online ? [...online.procedures, ...online.dossiers, online.late] : []),
  ]);

export async function readIndexSheet(
  db: Db<StatisticsTables>,
  context: FiguresContext,
  locale: Locale,
): Promise<FigureSheet> {
  const { definitions, chosen } = context;
  const { circular01 } = definitions;
  const counts = countsOf(context, keysOfIndices(circular01));
  const { lines, simulated } = await countFigures(db, { ...context, counts, line: 'unit' });
  const whole = sumFigures(lines.values(), counts);
  const words = texts(locale);
  return {
    name: 'chin-chi-so',
    title: words.title,
    whose: chosen ? unitText(chosen, locale) : words.all,
    about: aboutFigures(context, locale, [circular01.basis]),
    simulated,
    tables: lines.size === 0 ? [] : [wholeTable(context, whole, locale), unitsTable(context, lines, locale)],
  };
}

function wholeTable({ definitions, asked }: FiguresContext, figures: Figures, locale: Locale): FigureTable {
  const words = texts(locale);
  const scored = scoreUnit(definitions.circular01, figures);
  const rows = scored.indices.map((one) => ({
    key: `${one.index.number}`,
    cells: indexCells(one, asked, figures, locale),
  }));
  return {
    title: words.title,
    columns: [
      { key: 'index', head: words.index, words: true },
      { key: 'score', head: words.score },
      { key: 'two', head: words.two },
      { key: 'one', head: words.one },
      { key: 'zero', head: words.zero },
      { key: 'note', head: words.note, words: true },
    ],
    rows: [...rows, totalRow(scored, locale)],
  };
}

export function indexCells(
  { index, score, counted }: ScoredIndex,
  asked: FiguresAsked,
  figures: Figures,
  locale: Locale,
): Cell[] {
  const { number, name, points, missing, online, confirm } = index;
  const list = (keys: readonly string[]) => figuresHref(FIGURE_LIST, asked, { so: keys.join(',') });
  const words = texts(locale);
  const share = ([part, whole]: readonly [string, string]) => `${figures[part] ?? 0}/${figures[whole] ?? 0}`;
  const note = missing
    ? inLanguage(missing, locale).text
    : online
      ? words.online(share(online.dossiers), share(online.procedures))
      : '';
  return [
    wordCell(`${number}. ${marked(inLanguage(name, locale).text, confirm)}`),
    pointsCell(score, locale, points ? list([...points.two, ...points.one, ...points.zero]) : undefined),
    ...(counted && points
      ? (['two', 'one', 'zero'] as const).map((key) => countCell(counted[key], locale, list(points[key])))
      : ['', '', ''].map((text) => wordCell(text))),
    wordCell(note),
  ];
}

export function totalRow({ total, most, band }: NineIndices, locale: Locale): FigureRow {
  const words = texts(locale);
  const known = most === 0 ? noData(locale) : pointsCell(total, locale);
  const of = most === 0 ? '' : words.ofMost(`${most}`);
  const verdict = band ? inLanguage(band, locale).text : words.incomplete;
  return {
    key: 'total',
    total: true,
    cells: [wordCell(words.total), known, wordCell(of), wordCell(''), wordCell(''), wordCell(verdict)],
  };
}

function unitsTable(
  { definitions, asked, names }: FiguresContext,
  lines: ReadonlyMap<string, Figures>,
  locale: Locale,
): FigureTable {
  const words = texts(locale);
  const { indices } = definitions.circular01;
  const isWide = names.size > MOST_UNITS;
  return {
    title: isWide ? words.deciding : words.byUnit,
    columns: [
      { key: 'unit', head: words.unit, words: true },
      ...indices.map(({ number }) => ({ key: `${number}`, head: `${number}` })),
      { key: 'total', head: words.total },
    ],
    rows: [...names].flatMap(([id, unit]): FigureRow[] => {
      const figures = lines.get(id);
      if (!figures) return [];
      const scored = scoreUnit(definitions.circular01, figures);
      if (isWide && !isDeciding(scored)) return [];
      if (scored.indices.every(({ counted }) => !counted || counted.two + counted.one + counted.zero === 0)) return [];
      const href = figuresHref(`${FIGURES}${TABS.indices}`, asked, { donvi: id });
      return [
        {
          key: id,
          cells: [wordCell(unitText(unit, locale), href), ...scoreCells(scored, asked, { dong: id }, locale)],
        },
      ];
    }),
  };
}

/** It decides dossiers of its own; sections and one-stop offices have parts in those of others. */
const isDeciding = ({ indices: [first] }: NineIndices): boolean =>
  first?.counted !== undefined && first.counted.two + first.counted.one + first.counted.zero > 0;

/** Each score leads to the dossiers it was reckoned from; then the sum. */
export function scoreCells(
  { indices, total, most }: NineIndices,
  asked: FiguresAsked,
  change: Partial<FiguresAsked>,
  locale: Locale,
): Cell[] {
  return [
    ...indices.map(({ index: { points }, score }) => {
      const keys = points ? [...points.two, ...points.one, ...points.zero].join(',') : '';
      const href = keys === '' ? undefined : figuresHref(FIGURE_LIST, asked, { so: keys, ...change });
      return score === null ? wordCell('–') : pointsCell(score, locale, href);
    }),
    most === 0 ? wordCell('–') : pointsCell(total, locale),
  ];
}
