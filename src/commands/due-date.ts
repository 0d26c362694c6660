/** `vamco due-date`: when a term ends, and why, in words for a citizen. Reads the province pack only, no database. */
import { packFolder } from '../app.ts';
import { answerDueDate } from '../platform/calendar/due-date-command.ts';
import { readPackCalendar } from '../platform/calendar/read-calendar.ts';
import { readConfig } from '../platform/config/config.ts';
import type { Json } from '../platform/db/json.ts';
import { readOrganisation } from '../platform/organisation/pack.ts';
import type { OperatorCommand } from './command.ts';

export const dueDate: OperatorCommand = {
  name: 'due-date',
  usage: 'due-date --received 2026-02-12T16:10 --term 3wd [--unit CODE] [--pause A..B ...] [--lang en]',
  about: {
    vi: 'Tính hạn trả kết quả theo lịch của gói dữ liệu và giải thích từng bước.',
    en: 'Computes a due time by the calendar of the pack and explains each step.',
  },
  options: {
    received: { type: 'string' },
    term: { type: 'string' },
    unit: { type: 'string' },
    pause: { type: 'string', multiple: true },
    lang: { type: 'string' },
  },
  positionals: 0,
  async run({ values }) {
    const { received, term, unit, pause, lang } = values as {
      received?: string;
      term?: string;
      unit?: string;
      pause?: string[];
      lang?: string;
    };
    const pack = packFolder(readConfig());
    const units = new Set(unit === undefined ? [] : unitCodes(pack));
    const answer = answerDueDate(
      { received, term, unit, pause, lang },
      { calendar: readPackCalendar(pack), isUnit: (code) => units.has(code) },
    );
    return { ...answer, text: answer.text.trimEnd(), json: answer.json as Json };
  },
};

/** Units of both eras: a term may have begun at one that is gone. */
const unitCodes = (pack: string): string[] =>
  (readOrganisation(pack).organisation?.units ?? []).flatMap(({ code }) => code ?? []);
