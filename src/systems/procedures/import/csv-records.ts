/** CSV records (RFC 4180) from lines: a quoted field may span lines; after a quote that never closes, reading goes on with the next line. */
import type { ImportRefusal } from './imported-record.ts';
import { isNotText, type Line, LONGEST_LINE } from './lines.ts';

export type CsvRecord =
  | { readonly fields: readonly string[]; readonly refusal?: undefined }
  | { readonly fields?: undefined; readonly refusal: ImportRefusal; readonly start: string };

/** A name of a procedure has a few line breaks at most. */
const MOST_LINES = 50;

export async function* readCsvRecords(lines: AsyncIterable<Line>): AsyncGenerator<CsvRecord> {
  const source = lines[Symbol.asyncIterator]();
  const waiting: Line[] = [];
  const next = async (): Promise<Line | undefined> => {
    const again = waiting.shift();
    if (again) return again;
    const { value, done } = await source.next();
    return done ? undefined : value;
  };
  for (let line = await next(); line; line = await next()) {
    if (line.text.trim() === '' && !line.tooLong) continue;
    const { record, unused } = await readRecord(line, next);
    waiting.unshift(...unused);
    yield record;
  }
}

async function readRecord(
  first: Line,
  next: () => Promise<Line | undefined>,
): Promise<{ record: CsvRecord; unused: Line[] }> {
  if (first.tooLong) return refused('procedures.record-too-long', first, []);
  const taken: Line[] = [];
  let text = first.text;
  while (hasOpenQuote(text)) {
    const line = taken.length < MOST_LINES ? await next() : undefined;
    if (!line || line.tooLong || text.length > LONGEST_LINE)
      return refused('procedures.quote-open', first, line ? [...taken, line] : taken);
    taken.push(line);
    text += `\n${line.text}`;
  }
  if (isNotText(text)) return refused('procedures.not-text', first, []);
  return { record: { fields: splitFields(text) }, unused: [] };
}

const refused = (refusal: ImportRefusal, first: Line, unused: Line[]) => ({
  record: { refusal, start: first.text.slice(0, 200) },
  unused,
});

/** Quotes come in pairs: an escaped quote is two. A quote inside an unquoted field is text, as spreadsheets write it. */
function hasOpenQuote(text: string): boolean {
  let open = false;
  let fieldStart = true;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (open) {
      if (char === '"') {
        if (text[at + 1] === '"') at += 1;
        else open = false;
      }
    } else if (char === '"' && fieldStart) open = true;
    fieldStart = !open && char === ',';
  }
  return open;
}

function splitFields(text: string): string[] {
  const fields: string[] = [];
  let at = 0;
  while (at <= text.length) {
    if (text[at] === '"') {
      const { value, end } = quotedField(text, at + 1);
      fields.push(value);
      at = end + 1;
    } else {
      const comma = text.indexOf(',', at);
      const end = comma === -1 ? text.length : comma;
      fields.push(text.slice(at, end));
      at = end + 1;
    }
  }
  return fields;
}

/** From after the opening quote to the comma that follows the closing one. */
function quotedField(text: string, start: number): { value: string; end: number } {
  let value = '';
  let at = start;
  for (;;) {
    const quote = text.indexOf('"', at);
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      const comma = text.indexOf(',', quote + 1);
      const end = comma === -1 ? text.length : comma;
      return { value: value + text.slice(quote + 1, end), end };
    }
    value += '"';
    at = quote + 2;
  }
}
