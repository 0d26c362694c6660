/** The findings of a list as a workbook, written as it is read, whatever its length; every cell is text. */
import type { Readable } from 'node:stream';
import type { Instant } from '../../../platform/calendar/instant.ts';
import type { QueryExecutorProvider } from 'kysely';
import { printable } from '../../../platform/documents/paper/sheet.ts';
import { streamWorkbook } from '../../../platform/documents/workbook.ts';
import { inLanguage, type LocalText } from '../../../platform/i18n/local-text.ts';
import { defineTexts, type Locale } from '../../../platform/i18n/texts.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import type { FindingReach } from './finding-state.ts';
import { severityWords, standingOf, standingWords } from './finding-words.ts';
import { type FindingFilter, type ListedFinding, listFindings } from './list-findings.ts';

const texts = defineTexts({
  title: { vi: 'Phát hiện vi phạm', en: 'Findings' },
  simulated: { vi: 'DỮ LIỆU MÔ PHỎNG – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ', en: 'SIMULATED DATA – WITHOUT LEGAL EFFECT' },
  number: { vi: 'Số', en: 'Number' },
  found: { vi: 'Phát hiện lúc', en: 'Found' },
  level: { vi: 'Mức', en: 'Level' },
  scenario: { vi: 'Kịch bản', en: 'Scenario' },
  what: { vi: 'Việc gì', en: 'What' },
  dossier: { vi: 'Hồ sơ', en: 'Dossier' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  officer: { vi: 'Cán bộ', en: 'Officer' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  answerBy: { vi: 'Giải trình trước', en: 'Answer by' },
  state: { vi: 'Tình trạng', en: 'State' },
});

interface Asked {
  readonly reach: FindingReach;
  readonly filter: FindingFilter;
  readonly at: Instant;
}

const BATCH = 500;

export function streamFindings(db: QueryExecutorProvider, asked: Asked, locale: Locale): Readable {
  const words = texts(locale);
  return streamWorkbook({ at: asked.at, title: words.title }, async (workbook, isWanted) => {
    const sheet = workbook.addWorksheet(words.title, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = [30, 18, 12, 36, 60, 24, 14, 24, 36, 18, 20, 40].map((width) => ({ width }));
    const heads = [
      'number',
      'found',
      'level',
      'scenario',
      'what',
      'dossier',
      'procedure',
      'officer',
      'unit',
      'answerBy',
      'state',
    ] as const;
    const head = sheet.addRow(heads.map((key) => words[key]));
    head.font = { bold: true };
    head.commit();
    let after: string | undefined;
    do {
      const { rows, next } = await listFindings(db, asked, { limit: BATCH, ...(after === undefined ? {} : { after }) });
      for (const row of rows) {
        const line = sheet.addRow(cellsOf(row, locale).map(printable));
        line.alignment = { wrapText: true, vertical: 'top' };
        line.eachCell((cell) => (cell.numFmt = '@'));
        line.commit();
      }
      if (!(await isWanted())) return;
      after = next;
    } while (after !== undefined);
    sheet.commit();
  });
}

function cellsOf(row: ListedFinding, locale: Locale): string[] {
  const say = (text: LocalText | null): string => (text === null ? '' : inLanguage(text, locale).text);
  return [
    row.code,
    timeInTable(row.foundAt, locale),
    severityWords(locale)[row.severity],
    `${row.scenario} ${say(row.title)}`,
    say(row.message),
    row.subjectCode,
    row.procedure ?? '',
    row.officer ?? '',
    say(row.unit),
    row.dueAt === null ? '' : timeInTable(row.dueAt, locale),
    standingWords(locale)[standingOf(row)],
    row.simulated ? texts(locale).simulated : '',
  ];
}
