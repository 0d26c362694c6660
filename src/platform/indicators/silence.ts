/** Silence: why nothing is said of an indicator in a span. Its measure is being counted anew, is gone from the program, or knows other values than the definition reads. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Day } from '../calendar/instant.ts';
import { defineTexts } from '../i18n/texts.ts';
import type { Platform } from '../system/platform.ts';
import type { IndicatorDefinition } from './definition.ts';
import type { FoundIndicator } from './find-definition.ts';
import { checkIndicator, type Checking, checkingOf } from './pack.ts';
import { isBeingCounted, listPending, type Pending } from './pending-counts.ts';
import { lastDayOf, type Span } from './span.ts';

export type Silence = 'counting' | 'broken' | 'gone';

export const silenceTexts = defineTexts({
  counting: { vi: 'Đang đếm lại', en: 'Being counted' },
  broken: { vi: 'Định nghĩa hỏng', en: 'Definition broken' },
  gone: { vi: 'Không còn đại lượng', en: 'Measure gone' },
  countingTitle: { vi: 'Chỉ số đang được đếm lại', en: 'The indicator is being counted' },
  countingAbout: {
    vi: 'Định nghĩa hoặc nguồn số liệu vừa đổi. Số liệu hiện ra khi đếm xong; tải lại trang sau ít phút.',
    en: 'Its definition or its source has changed. The figures are there once it is counted; load the page again in some minutes.',
  },
  brokenTitle: { vi: 'Định nghĩa của chỉ số bị hỏng', en: 'The definition of the indicator is broken' },
  brokenAbout: {
    vi: 'Định nghĩa không còn khớp với đại lượng nên chỉ số không được đếm. Quản trị viên cần sửa và công bố lại.',
    en: 'It no longer fits its measure and is not counted. An administrator has to mend it and publish it again.',
  },
  goneTitle: { vi: 'Đại lượng của chỉ số không còn', en: 'The measure of the indicator is gone' },
  goneAbout: {
    vi: 'Chương trình không còn đếm đại lượng này nên chỉ số không có số liệu. Định nghĩa vẫn giữ ở đây để xem lại.',
    en: 'The program no longer counts this measure, so there are no figures. The definition stays here to be read.',
  },
});

type Days = Pick<Span, 'from' | 'to'>;

/** By code; an indicator of which something can be said is not there. */
export async function listSilent(
  platform: Platform,
  found: readonly FoundIndicator[],
  span: Days,
): Promise<ReadonlyMap<string, Silence>> {
  const [silent = new Map()] = await listSilentIn(platform, found, [span]);
  return silent;
}

/** The same for many spans at once, in their order. */
export async function listSilentIn(
  platform: Platform,
  found: readonly FoundIndicator[],
  spans: readonly Days[],
): Promise<ReadonlyMap<string, Silence>[]> {
  const [pending, versions] = await Promise.all([listPending(platform.db), listVersions(platform.db, found)]);
  return spans.map((span) => silentIn(platform, found, { span, pending, versions }));
}

function silentIn(
  platform: Platform,
  found: readonly FoundIndicator[],
  {
    span,
    pending,
    versions,
  }: { readonly span: Days; readonly pending: Pending; readonly versions: readonly Version[] },
): ReadonlyMap<string, Silence> {
  const { measures } = platform.registry;
  const last = lastDayOf(platform, span);
  const silent = new Map<string, Silence>();
  for (const { number, from, until, body } of versions.filter((version) => hasDaysIn(version, span))) {
    const kind = measures.get(body.measure)?.kind;
    // facts are counted by every version that has days in the span, everything else by the one of its last day
    const isMeant = kind === 'journal' || kind === 'told' || (from <= last && (until === null || last < until));
    if (isMeant && isBroken({ number, body }, checkingOf(platform))) silent.set(body.code, 'broken');
  }
  for (const { definition } of found)
    if (!measures.has(definition.measure)) silent.set(definition.code, 'gone');
    else if (isBeingCounted(pending, { measure: definition.measure, to: span.to }))
      silent.set(definition.code, 'counting');
  return silent;
}

interface Version {
  readonly number: number;
  readonly from: Day;
  readonly until: Day | null;
  readonly body: IndicatorDefinition;
}

/** One that a later one forestalls has none. */
const hasDaysIn = ({ from, until }: Version, span: Days): boolean =>
  from < span.to && (until === null || (until > from && until > span.from));

async function listVersions(db: QueryExecutorProvider, found: readonly FoundIndicator[]): Promise<readonly Version[]> {
  const numbers = found.flatMap((one) => one.numbers);
  const versions = await sql<Version>`
    select number, valid_from as from, valid_until as until, body from indicators.definition
    where number = any(${numbers}::integer[])
  `.execute(db);
  return versions.rows;
}

const judged = new Map<string, boolean>();

/** Judged once in the life of the process: neither the reckoning of a version nor the measures change. */
function isBroken({ number, body }: Pick<Version, 'number' | 'body'>, checking: Checking): boolean {
  const key = JSON.stringify([body.measure, number, body.filter, body.numerator, body.denominator]);
  const known = judged.get(key) ?? checkIndicator(body, checking).length > 0;
  judged.set(key, known);
  return known;
}
