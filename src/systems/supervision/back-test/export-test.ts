/** What a back-test found as a workbook, written as it is read; every cell is text, and the first lines say what was tried on which days. */
import type { Readable } from 'node:stream';
import type { Instant } from '../../../platform/calendar/instant.ts';
import type { Db } from '../../../platform/db/database.ts';
import { printable } from '../../../platform/documents/paper/sheet.ts';
import { streamWorkbook } from '../../../platform/documents/workbook.ts';
import { inLanguage, type LocalText } from '../../../platform/i18n/local-text.ts';
import { defineTexts, type Locale } from '../../../platform/i18n/texts.ts';
import { dayText, timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { backTestTexts, textName } from './pages/back-test-words.ts';
import type { NamesOf, ProcedureNames } from './name-tried.ts';
import { type BackTest, type ListedPast, listPastFindings } from './read-back-test.ts';

const texts = defineTexts({
  number: { vi: 'STT', en: 'No.' },
  which: { vi: 'Bản phát hiện', en: 'Found by' },
  both: { vi: 'Cả hai', en: 'Both' },
  dossier: { vi: 'Vụ việc', en: 'Case' },
  at: { vi: 'Lúc', en: 'At' },
  act: { vi: 'Hành vi', en: 'Act' },
  silence: { vi: 'Không làm khi đã đến hạn', en: 'Silence past the moment' },
  what: { vi: 'Nội dung', en: 'What' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  procedure: { vi: 'Mã thủ tục', en: 'Procedure code' },
  procedureName: { vi: 'Tên thủ tục', en: 'Procedure' },
  entry: { vi: 'Mục nhật ký', en: 'Journal entry' },
  isFalse: { vi: 'Báo nhầm', en: 'False alarm' },
  tried: {
    vi: 'Thử trên quá khứ, không ghi nhận, không báo ai',
    en: 'Tried on the past: nothing recorded, nobody told',
  },
  undecided: { vi: 'Không đủ giá trị để xét', en: 'Undecided for want of a value' },
});

interface Asked {
  readonly test: BackTest;
  readonly titleOf: (act: string) => LocalText | undefined;
  readonly namesOf: NamesOf;
  readonly at: Instant;
}

const BATCH = 500;
const WIDTHS = [8, 18, 24, 18, 36, 60, 36, 14, 50, 38, 12];

export function streamTest(db: Db, { test, titleOf, namesOf, at }: Asked, locale: Locale): Readable {
  const words = texts(locale);
  const shared = backTestTexts(locale);
  return streamWorkbook({ at, title: `${shared.title}: ${test.scenario}` }, async (workbook, isWanted) => {
    const sheet = workbook.addWorksheet(shared.title);
    sheet.columns = WIDTHS.map((width) => ({ width }));
    const names = [test.firstName, test.secondName].flatMap((name) => (name === null ? [] : [textName(name, locale)]));
    for (const line of [
      [`${shared.title}: ${test.scenario}, ${names.join(', ')}`],
      [shared.period(dayText(test.from, locale), dayText(test.to, locale))],
      [words.tried],
      [`${shared.found}: ${test.found}`],
      [`${words.undecided}: ${test.undecided}`],
      [],
    ])
      sheet.addRow(line).commit();
    const head = sheet.addRow(
      (
        [
          'number',
          'which',
          'dossier',
          'at',
          'act',
          'what',
          'unit',
          'procedure',
          'procedureName',
          'entry',
          'isFalse',
        ] as const
      ).map((key) => words[key]),
    );
    head.font = { bold: true };
    head.commit();
    for (let after = 0, more = true; more; ) {
      const rows = await listPastFindings(db, { id: test.id, after, which: undefined, limit: BATCH });
      const procedures = await namesOf(rows.map(({ procedure }) => procedure));
      for (const row of rows) {
        const line = sheet.addRow(cellsOf(row, { names, titleOf, procedures }, locale).map(printable));
        line.alignment = { wrapText: true, vertical: 'top' };
        line.eachCell((cell) => (cell.numFmt = '@'));
        line.commit();
      }
      if (!(await isWanted())) return;
      after = rows.at(-1)?.number ?? after;
      more = rows.length === BATCH;
    }
    sheet.commit();
  });
}

interface Named extends Pick<Asked, 'titleOf'> {
  readonly names: readonly string[];
  readonly procedures: ProcedureNames;
}

function cellsOf(row: ListedPast, { names, titleOf, procedures }: Named, locale: Locale): string[] {
  const words = texts(locale);
  const say = (text: LocalText | null | undefined): string => (text ? inLanguage(text, locale).text : '');
  return [
    String(row.number),
    row.which === 3 ? words.both : (names[row.which - 1] ?? ''),
    row.caseCode,
    timeInTable(row.at, locale),
    row.act === '' ? words.silence : say(titleOf(row.act) ?? { vi: row.act }),
    row.message[locale],
    say(row.unit),
    row.procedure ?? '',
    say(procedures.get(row.procedure ?? '')),
    row.entryId ?? '',
    row.isFalse ? words.isFalse : '',
  ];
}
