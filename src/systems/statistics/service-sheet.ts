/** The service sheet: the points of Quyết định 766/QĐ-TTg, component by component with both parts of each share. */
import type { Db } from '../../platform/db/database.ts';
import { inLanguage } from '../../platform/i18n/local-text.ts';
import { defineTexts, type Locale } from '../../platform/i18n/texts.ts';
import { groupedNumber } from '../../platform/text/money.ts';
import { aboutFigures, marked } from './about-figures.ts';
import { FIGURE_LIST, type FiguresAsked, figuresHref } from './asked.ts';
import { countCell, noData, pointsCell, shareCell, wordCell } from './cells.ts';
import type { Count } from './definitions.ts';
import type { Cell, FigureRow, FigureSheet } from './figure-table.ts';
import { countFigures } from './figures.ts';
import { countsOf, type FiguresContext } from './read-figures.ts';
import { type ScoredComponent, type ScoredGroup, scoreService, type ServiceScore } from './scores.ts';
import { unitText } from './summary-sheet.ts';
import type { StatisticsTables } from './tables.ts';

const texts = defineTexts({
  title: { vi: 'Chỉ số phục vụ người dân, doanh nghiệp', en: 'Index of service to people and businesses' },
  all: { vi: 'Các đơn vị trong phạm vi được xem', en: 'All units within reach' },
  component: { vi: 'Thành phần', en: 'Component' },
  score: { vi: 'Điểm', en: 'Points' },
  max: { vi: 'Tối đa', en: 'At most' },
  share: { vi: 'Tỷ lệ', en: 'Share' },
  part: { vi: 'Tử số', en: 'Numerator' },
  whole: { vi: 'Mẫu số', en: 'Denominator' },
  note: { vi: 'Ghi chú', en: 'Note' },
  total: { vi: 'Tổng', en: 'Total' },
  measured: {
    vi: (most: string) => `Đo được ${most} trên 100 điểm; chưa đủ để xếp loại.`,
    en: (most: string) => `${most} of 100 points can be measured; too few for a band.`,
  },
  empty: {
    vi: (points: string) => `Mẫu số bằng 0: công thức cho ${points} điểm.`,
    en: (points: string) => `The denominator is 0: the formula gives ${points} points.`,
  },
  catalogue: { vi: 'Danh mục của cả tỉnh.', en: 'The catalogue of the whole province.' },
});

export async function readServiceSheet(
  db: Db<StatisticsTables>,
  context: FiguresContext,
  locale: Locale,
): Promise<FigureSheet> {
  const { definitions, asked, chosen } = context;
  const { decision766 } = definitions;
  const named = decision766.groups.flatMap(({ components }) =>
    components.flatMap(({ part = [], whole = [] }) => [...part, ...whole]),
  );
  const counts = countsOf(context, named);
  const { lines, simulated } = await countFigures(db, { ...context, counts, line: 'all' });
  const figures = lines.get('all');
  const words = texts(locale);
  const score = scoreService(decision766, figures ?? {});
  return {
    name: 'quyet-dinh-766',
    title: words.title,
    whose: chosen ? unitText(chosen, locale) : words.all,
    about: aboutFigures(context, locale, [decision766.basis]),
    simulated,
    tables: figures
      ? [
          {
            title: words.title,
            columns: [
              { key: 'component', head: words.component, words: true },
              { key: 'score', head: words.score },
              { key: 'max', head: words.max },
              { key: 'share', head: words.share },
              { key: 'part', head: words.part },
              { key: 'whole', head: words.whole },
              { key: 'note', head: words.note, words: true },
            ],
            rows: [
              ...score.groups.flatMap((group) => groupRows(group, { counts, asked, locale })),
              totalRow(score, locale),
            ],
          },
        ]
      : [],
  };
}

interface Drawing {
  readonly counts: readonly Count[];
  readonly asked: FiguresAsked;
  readonly locale: Locale;
}

function groupRows({ name, max, score, components }: ScoredGroup, drawing: Drawing): FigureRow[] {
  const { locale } = drawing;
  const head: FigureRow = {
    key: name.vi,
    total: true,
    cells: [
      wordCell(inLanguage(name, locale).text),
      pointsCell(score, locale),
      pointsCell(max, locale),
      ...['', '', '', ''].map((text) => wordCell(text)),
    ],
  };
  return [
    head,
    ...components.map((component) => ({ key: component.component.key, cells: cellsOf(component, drawing) })),
  ];
}

function cellsOf({ component, share, score }: ScoredComponent, { counts, asked, locale }: Drawing): Cell[] {
  const { name, max, part = [], whole = [], missing, confirm } = component;
  const ofCatalogue = counts.some(({ key, of }) => whole.includes(key) && of === 'procedures');
  const list = (keys: readonly string[]) =>
    ofCatalogue ? undefined : figuresHref(FIGURE_LIST, asked, { so: keys.join(',') });
  const words = texts(locale);
  const empty = share?.ratio === null && score !== null ? words.empty(groupedNumber(score, locale)) : '';
  const note = missing ? inLanguage(missing, locale).text : ofCatalogue ? words.catalogue : empty;
  return [
    wordCell(marked(inLanguage(name, locale).text, confirm)),
    pointsCell(score, locale),
    pointsCell(max, locale),
    share ? shareCell(share, locale) : noData(locale),
    share ? countCell(share.part, locale, list(part)) : wordCell(''),
    share ? countCell(share.whole, locale, list(whole)) : wordCell(''),
    wordCell(note),
  ];
}

function totalRow({ total, most, band }: ServiceScore, locale: Locale): FigureRow {
  const words = texts(locale);
  const verdict = band ? inLanguage(band, locale).text : words.measured(groupedNumber(most, locale));
  return {
    key: 'total',
    total: true,
    cells: [
      wordCell(words.total),
      most === 0 ? noData(locale) : pointsCell(total, locale),
      pointsCell(100, locale),
      ...['', '', ''].map((text) => wordCell(text)),
      wordCell(verdict),
    ],
  };
}
