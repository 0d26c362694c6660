/** Files of the impact of a draft calendar: every dossier it would move, as a workbook or as CSV, written as it is read. */
import { Readable } from 'node:stream';
import { streamWorkbook } from '../../platform/documents/workbook.ts';
import type { Instant } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import { inLanguage } from '../../platform/i18n/local-text.ts';
import type { Locale } from '../../platform/i18n/texts.ts';
import { csvText } from '../../platform/text/csv.ts';
import { timeInTable } from '../../platform/text/vietnamese-date.ts';
import { type ImpactRow, listImpact } from './calendar-impact.ts';
import type { DossierTables } from './tables.ts';

const BATCH = 500;

const TITLE: Readonly<Record<Locale, string>> = { vi: 'Hồ sơ bị dời hạn', en: 'Dossiers moved' };

const HEADS: Readonly<Record<Locale, readonly string[]>> = {
  vi: [
    'Mã hồ sơ',
    'Thủ tục',
    'Đơn vị',
    'Hạn trả trước',
    'Hạn trả sau',
    'Hạn bước trước',
    'Hạn bước sau',
    'Hạn trả lời trước',
    'Hạn trả lời sau',
    'Số ý kiến bị dời hạn',
  ],
  en: [
    'Code',
    'Procedure',
    'Unit',
    'Due before',
    'Due after',
    'Step before',
    'Step after',
    'Answer before',
    'Answer after',
    'Opinions moved',
  ],
};

export interface ImpactFile {
  readonly digest: string;
  readonly locale: Locale;
  readonly at: Instant;
}

export function streamImpactCsv(db: Db<DossierTables>, { digest, locale }: ImpactFile): Readable {
  async function* lines(): AsyncGenerator<string> {
    yield csvText([HEADS[locale]]);
    for await (const rows of readImpact(db, digest)) yield csvText(rows.map((row) => cellsOf(row, locale))).slice(1);
  }
  return Readable.from(lines());
}

export const streamImpactWorkbook = (db: Db<DossierTables>, { digest, locale, at }: ImpactFile): Readable =>
  streamWorkbook({ at }, async (workbook, isWanted) => {
    const sheet = workbook.addWorksheet(TITLE[locale], { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = HEADS[locale].map((_, index) => ({ width: index === 1 ? 48 : 20 }));
    const heads = sheet.addRow([...HEADS[locale]]);
    heads.font = { bold: true };
    heads.commit();
    for await (const rows of readImpact(db, digest)) {
      for (const row of rows) sheet.addRow(cellsOf(row, locale)).commit();
      if (!(await isWanted())) return;
    }
    sheet.commit();
  });

async function* readImpact(db: Db<DossierTables>, digest: string): AsyncGenerator<readonly ImpactRow[]> {
  for (let after: string | undefined; ; ) {
    const rows: readonly ImpactRow[] = await listImpact(db, digest, { after, limit: BATCH });
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) return;
    after = rows.at(-1)?.id;
  }
}

/** A pair only where that time moves. */
function cellsOf(row: ImpactRow, locale: Locale): string[] {
  const pair = (was: Instant | null, is: Instant | null) =>
    was === is || was === null || is === null ? ['', ''] : [timeInTable(was, locale), timeInTable(is, locale)];
  return [
    row.code,
    row.procedure,
    inLanguage(row.unit, locale).text,
    ...pair(row.wasDue, row.due),
    ...pair(row.wasStep, row.step),
    ...pair(row.wasAnswer, row.answer),
    row.opinions === 0 ? '' : String(row.opinions),
  ];
}
