/** Downloading an indicator: its course and lines, or the records of one part, as the page beside it shows them. */
import { type Answer, type Exchange, notFound } from '../http/route.ts';
import { inLanguage } from '../i18n/local-text.ts';
import { defineTexts, type Locale } from '../i18n/texts.ts';
import { nameUnits } from '../organisation/counted-units.ts';
import { timeInTable } from '../text/vietnamese-date.ts';
import { listRecords, type Part, PARTS } from './list-records.ts';
import { readCourse, readShownLines, type ValueLine } from './read-course.ts';
import { silenceTexts } from './silence.ts';
import { streamCsv, streamRecords, type Table } from './record-files.ts';
import { nameText, type View, viewIndicator } from './view-indicator.ts';

const BATCH = 500;

const texts = defineTexts({
  simulated: { vi: 'DỮ LIỆU MÔ PHỎNG – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ', en: 'SIMULATED DATA – NO LEGAL EFFECT' },
  kind: { vi: 'Theo', en: 'By' },
  period: { vi: 'Kỳ', en: 'Period' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  area: { vi: 'Địa bàn', en: 'Area' },
  name: { vi: 'Tên', en: 'Name' },
  value: { vi: 'Giá trị', en: 'Value' },
  numerator: { vi: 'Tử số', en: 'Numerator' },
  denominator: { vi: 'Mẫu số', en: 'Denominator' },
  unknown: { vi: 'Chưa rõ', en: 'Unknown' },
  record: { vi: 'Bản ghi', en: 'Record' },
  at: { vi: 'Thời điểm', en: 'Time' },
});

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** `so-lieu.xlsx`, `so-lieu.csv`, `ban-ghi.xlsx`, `ban-ghi.csv`. */
export async function download(exchange: Exchange): Promise<Answer> {
  const { params, clock, platform } = exchange;
  const [name, ending] = (params.file ?? '').split('.');
  const view = await viewIndicator(exchange);
  if (!view || (ending !== 'xlsx' && ending !== 'csv')) return notFound;
  const table =
    name === 'so-lieu'
      ? tableOfValues(exchange, view)
      : name === 'ban-ghi'
        ? tableOfRecords(exchange, view)
        : undefined;
  if (!table) return notFound;
  const mark = platform.mode === 'production' ? '' : 'mo-phong-';
  const named = `${mark}${view.found.definition.code}-${name}.${ending}`;
  return ending === 'csv'
    ? { kind: 'stream', body: streamCsv(table), type: 'text/csv; charset=utf-8', name: named }
    : { kind: 'stream', body: streamRecords(table, clock()), type: XLSX, name: named };
}

const headOf = ({ platform, locale }: Exchange, { found, about, silence }: View) => ({
  title: inLanguage(found.definition.name, locale).text,
  about: [
    ...(platform.mode === 'production' ? [] : [texts(locale).simulated]),
    ...(silence ? [`${silenceTexts(locale)[`${silence}Title`]}.`] : []),
    ...about,
  ],
});

function tableOfValues(exchange: Exchange, view: View): Table {
  const { locale } = exchange;
  const words = texts(locale);
  async function* rows() {
    yield (await readCourse(exchange, view)).map((line) => rowOf(words.period, line, locale));
    for (const line of ['unit', 'area'] as const)
      yield (await readShownLines(exchange, view, line)).map((one) => rowOf(words[line], one, locale));
  }
  return {
    ...headOf(exchange, view),
    heads: [words.name, words.kind, words.value, words.numerator, words.denominator, words.unknown],
    rows: rows(),
  };
}

/** Where nothing can be said, the cell of the value says why: an empty one would only be missing. */
const rowOf = (kind: string, { name, reading, silence }: ValueLine, locale: Locale): (string | number)[] => [
  name,
  kind,
  silence ? silenceTexts(locale)[silence] : (reading?.value ?? ''),
  reading?.numerator ?? '',
  reading?.denominator ?? '',
  reading?.unknown ?? '',
];

function tableOfRecords(exchange: Exchange, view: View): Table | undefined {
  const part = PARTS.find((one) => one === view.asked.phan);
  if (!part) return undefined;
  const words = texts(exchange.locale);
  return {
    ...headOf(exchange, view),
    heads: [words.record, words.unit, words.at],
    rows: readRecords(exchange, { view, part }),
  };
}

async function* readRecords(
  { platform, db, locale }: Exchange,
  { view: { found, span, silence }, part }: { readonly view: View; readonly part: Part },
): AsyncGenerator<string[][]> {
  // an empty file would say that there is none
  if (silence) yield [[silenceTexts(locale)[`${silence}Title`], '', '']];
  for (let after: string | undefined; ; ) {
    const { rows, next } = await listRecords(platform, {
      found,
      part,
      span,
      limit: BATCH,
      ...(after !== undefined && { after }),
    });
    const units = await nameUnits(db, [...new Set(rows.flatMap(({ unit }) => unit ?? []))]);
    if (rows.length > 0)
      yield rows.map(({ label, unit, at }) => [
        label,
        unitOf(units.get(unit ?? ''), locale),
        at === null ? '' : timeInTable(at, locale),
      ]);
    if (next === undefined) return;
    after = next;
  }
}

const unitOf = (unit: Parameters<typeof nameText>[0] | undefined, locale: Locale): string =>
  unit ? nameText(unit, locale) : '';
