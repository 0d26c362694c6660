/** The summary (bảng tổng hợp): received, decided, in process, against their terms, by unit or by field. */
import type { Db } from '../../platform/db/database.ts';
import { inLanguage } from '../../platform/i18n/local-text.ts';
import { defineTexts, type Locale } from '../../platform/i18n/texts.ts';
import { dayText } from '../../platform/text/vietnamese-date.ts';
import type { OfferedProcedure } from '../procedures/index.ts';
import { aboutFigures, marked } from './about-figures.ts';
import { FIGURE_LIST, FIGURES, type FiguresAsked, figuresHref, officeOf } from './asked.ts';
import { countCell, wordCell } from './cells.ts';
import type { UnitName } from '../../platform/organisation/counted-units.ts';
import type { Count } from './definitions.ts';
import type { FigureRow, FigureSheet } from './figure-table.ts';
import { countFigures, type Figures, sumFigures } from './figures.ts';
import { countsOf, type FiguresContext } from './read-figures.ts';
import { type Share, shareOf } from './scores.ts';
import type { StatisticsTables } from './tables.ts';

const texts = defineTexts({
  title: { vi: 'Tổng hợp giải quyết hồ sơ', en: 'Summary of dossiers' },
  competent: { vi: 'Đơn vị', en: 'Unit' },
  receiving: { vi: 'Nơi tiếp nhận', en: 'Receiving office' },
  returning: { vi: 'Nơi trả kết quả', en: 'Returning office' },
  field: { vi: 'Lĩnh vực', en: 'Field' },
  total: { vi: 'Cộng', en: 'Total' },
  all: { vi: 'Các đơn vị trong phạm vi được xem', en: 'All units within reach' },
  otherField: { vi: 'Lĩnh vực khác', en: 'Another field' },
  until: {
    vi: (name: string, day: string) => `${name} (đến ${day})`,
    en: (name: string, day: string) => `${name} (until ${day})`,
  },
});

export interface Headline {
  readonly name: string;
  readonly share: Share;
  /** The dossiers of its numerator. */
  readonly href: string;
}

export interface Summary {
  readonly sheet: FigureSheet;
  readonly headlines: readonly Headline[];
}

export async function readSummary(db: Db<StatisticsTables>, context: FiguresContext, locale: Locale): Promise<Summary> {
  const { definitions, asked } = context;
  const { table, headline } = definitions.counts;
  const byField = asked.theo === 'linh-vuc';
  const counts = countsOf(context, [...table, ...headline.flatMap(({ part, whole }) => [part, whole])]);
  const counted = await countFigures(db, {
    ...context,
    counts,
    office: officeOf(asked),
    line: byField ? 'procedure' : 'unit',
  });
  const lines = byField ? byFields(counted.lines, context.offered, counts) : counted.lines;
  const total = sumFigures(lines.values(), counts);
  const columns = table.flatMap((key) => counts.find((count) => count.key === key) ?? []);
  const words = texts(locale);
  const row = (key: string, figures: Figures, change: Partial<FiguresAsked>) =>
    columns.map((count) =>
      countCell(figures[count.key] ?? 0, locale, figuresHref(FIGURE_LIST, asked, { so: count.key, ...change })),
    );
  const rows: FigureRow[] = byField
    ? listFields(context.offered, lines, locale).map(({ key, name }) => ({
        key,
        cells: [wordCell(name), ...row(key, lines.get(key) ?? {}, { linhvuc: key })],
      }))
    : [...context.names].flatMap(([id, unit]): FigureRow[] => {
        const figures = lines.get(id);
        if (!figures || columns.every(({ key }) => figures[key] === 0)) return [];
        const href = figuresHref(FIGURES, asked, { donvi: id });
        return [{ key: id, cells: [wordCell(unitText(unit, locale), href), ...row(id, figures, { dong: id })] }];
      });
  const sheet: FigureSheet = {
    name: 'tong-hop',
    title: words.title,
    whose: context.chosen ? unitText(context.chosen, locale) : words.all,
    about: aboutFigures(context, locale),
    simulated: counted.simulated,
    tables: [
      {
        title: words.title,
        columns: [
          { key: 'line', head: byField ? words.field : words[officeOf(asked)], words: true },
          ...columns.map((count) => ({ key: count.key, head: headOf(count, locale) })),
        ],
        rows:
          rows.length === 0
            ? []
            : [...rows, { key: 'total', total: true, cells: [wordCell(words.total), ...row('', total, {})] }],
      },
    ],
  };
  return {
    sheet,
    headlines: headline.map(({ name, part, whole }) => ({
      name: inLanguage(name, locale).text,
      share: shareOf(total[part] ?? 0, total[whole] ?? 0),
      href: figuresHref(FIGURE_LIST, asked, { so: part }),
    })),
  };
}

export const headOf = ({ name, confirm }: Pick<Count, 'name' | 'confirm'>, locale: Locale): string =>
  marked(inLanguage(name, locale).text, confirm);

export function unitText({ name, until }: UnitName, locale: Locale): string {
  const text = inLanguage(name, locale).text;
  return until === null ? text : texts(locale).until(text, dayText(until, locale));
}

/** Of a procedure that is not offered any more: still counted. */
const OTHER = 'khac';

function byFields(
  lines: ReadonlyMap<string, Figures>,
  offered: readonly OfferedProcedure[],
  counts: readonly Count[],
): ReadonlyMap<string, Figures> {
  const fieldOf = new Map(offered.map(({ code, field }) => [code, field]));
  const groups = Map.groupBy(lines, ([code]) => fieldOf.get(code) ?? OTHER);
  return new Map(
    [...groups].map(([field, members]) => [
      field,
      sumFigures(
        members.map(([, figures]) => figures),
        counts,
      ),
    ]),
  );
}

function listFields(offered: readonly OfferedProcedure[], lines: ReadonlyMap<string, Figures>, locale: Locale) {
  const names = new Map(offered.map(({ field, fieldName }) => [field, inLanguage(fieldName, locale).text]));
  return [...lines.keys()]
    .map((key) => ({ key, name: names.get(key) ?? texts(locale).otherField }))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

/** Codes of a field's procedures, for the list behind a figure; undefined for a field that is not there. */
export function proceduresOf(field: string, offered: readonly OfferedProcedure[]): readonly string[] | undefined {
  const codes = offered.filter((one) => one.field === field).map(({ code }) => code);
  return codes.length === 0 ? undefined : codes;
}
