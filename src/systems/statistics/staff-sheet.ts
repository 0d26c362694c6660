/** The staff sheet: the indices that Thông tư 01/2018/TT-VPCP counts for officers, from the dossiers in which each did a part. */
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { inLanguage } from '../../platform/i18n/local-text.ts';
import { defineTexts, type Locale } from '../../platform/i18n/texts.ts';
import { aboutFigures, marked } from './about-figures.ts';
import { wordCell } from './cells.ts';
import type { FigureSheet } from './figure-table.ts';
import { countFigures } from './figures.ts';
import { keysOfIndices, scoreCells } from './index-sheet.ts';
import { countsOf, type FiguresContext } from './read-figures.ts';
import { scoreStaff } from './scores.ts';
import { unitText } from './summary-sheet.ts';
import type { StatisticsTables } from './tables.ts';

const texts = defineTexts({
  title: { vi: 'Điểm của cán bộ', en: 'Points of officers' },
  all: { vi: 'Các đơn vị trong phạm vi được xem', en: 'All units within reach' },
  officer: { vi: 'Cán bộ', en: 'Officer' },
  total: { vi: 'Tổng', en: 'Total' },
  band: { vi: 'Mức hoàn thành', en: 'Degree' },
  incomplete: { vi: 'Chưa đủ chỉ số', en: 'Not all indices are known' },
});

export async function readStaffSheet(
  db: Db<StatisticsTables>,
  context: FiguresContext,
  locale: Locale,
): Promise<FigureSheet> {
  const { definitions, asked, chosen } = context;
  const { circular01 } = definitions;
  const staff = circular01.indices.filter((index) => index.staff);
  const counts = countsOf(context, keysOfIndices({ ...circular01, indices: staff }));
  const { lines, simulated } = await countFigures(db, { ...context, counts, line: 'officer' });
  const people = await nameOfficers(db, [...lines.keys()]);
  const words = texts(locale);
  const rows = [...people].flatMap(([id, name]) => {
    const scored = scoreStaff(circular01, lines.get(id) ?? {});
    if (scored.most === 0) return [];
    const band = scored.band ? inLanguage(scored.band, locale).text : words.incomplete;
    return [{ key: id, cells: [wordCell(name), ...scoreCells(scored, asked, { canbo: id }, locale), wordCell(band)] }];
  });
  return {
    name: 'can-bo',
    title: words.title,
    whose: chosen ? unitText(chosen, locale) : words.all,
    about: aboutFigures(context, locale, [circular01.basis]),
    simulated,
    tables: [
      {
        title: words.title,
        columns: [
          { key: 'officer', head: words.officer, words: true },
          ...staff.map(({ number, name, confirm }) => ({
            key: `${number}`,
            head: `${number}. ${marked(inLanguage(name, locale).text, confirm)}`,
          })),
          { key: 'total', head: words.total },
          { key: 'band', head: words.band, words: true },
        ],
        rows,
      },
    ],
  };
}

export async function nameOfficers(
  db: Db<StatisticsTables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await sql<{ id: string; name: string }>`
    select id, name from identity.account where id = any(${ids}::uuid[]) order by name collate text.vi, id
  `.execute(db);
  return new Map(found.rows.map(({ id, name }) => [id, name]));
}
