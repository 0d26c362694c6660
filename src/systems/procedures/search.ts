/** Search over the catalogue: words in any order, with or without diacritics, ranked by fit and by use, narrowed by facets, paged by key. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { TermSpec } from './definition.ts';
import type { FoundProcedure } from './find-procedure.ts';
import { type Question, readQuestion, widenQuestion } from './question.ts';
import type { OnlineLevel, ProcedureTables } from './tables.ts';

export interface ProcedureSearch {
  readonly text: string;
  readonly field?: string;
  readonly level?: string;
  readonly subject?: string;
  readonly online?: string;
  /** From `next` of the page before. */
  readonly after?: string;
  readonly limit: number;
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
  /** Of fields, whose names are data. */
  readonly name?: LocalText;
}

export interface ProcedureSearchResult {
  readonly found: readonly FoundProcedure[];
  /** Counted to 1.000; more is `capped`. */
  readonly total: number;
  readonly capped: boolean;
  readonly next?: string;
  readonly facets: Readonly<Record<'field' | 'level' | 'subject' | 'online', readonly FacetCount[]>>;
  readonly meant?: string;
}

const MOST_COUNTED = 1000;

export async function searchProcedures(
  db: Db<ProcedureTables>,
  search: ProcedureSearch,
): Promise<ProcedureSearchResult> {
  const question = await readQuestion(db, search.text);
  const exact = await run(db, search, question);
  if (exact.total > 0 || question.tsquery === '' || hasFilter(search)) return withMeant(exact, question);
  return withMeant(await run(db, search, await widenQuestion(db, question)), question);
}

const withMeant = (result: ProcedureSearchResult, { meant }: Question): ProcedureSearchResult => ({
  ...result,
  ...(meant !== undefined && { meant }),
});

const hasFilter = ({ field, level, subject, online }: ProcedureSearch): boolean =>
  [field, level, subject, online].some((value) => value !== undefined);

interface FoundRow {
  id: string;
  code: string;
  name: LocalText;
  field: string;
  field_name: LocalText;
  online: OnlineLevel;
  term: TermSpec | null;
  offered: boolean;
  elsewhere: boolean;
  score: string;
}

interface Page {
  readonly rows: FoundRow[] | null;
  readonly total: number;
  readonly field: FacetCount[] | null;
  readonly level: FacetCount[] | null;
  readonly subject: FacetCount[] | null;
  readonly online: FacetCount[] | null;
}

/** One statement: what matches, a page of it in order, its count, and each facet counted under the other filters. */
async function run(
  db: Db<ProcedureTables>,
  search: ProcedureSearch,
  question: Question,
): Promise<ProcedureSearchResult> {
  const filters = filtersOf(search);
  const all = Object.values(filters);
  const without = (name: string) =>
    and(Object.entries(filters).flatMap(([key, filter]) => (key === name ? [] : [filter])));
  const key = readKey(search.after);
  const found = await sql<Page>`
    with matched as materialized (
      select p.id, p.code, p.field, p.field_name, p.levels, p.subjects, p.online, round((${scoreOf(question)})::numeric, 5) as score
      from procedures.procedure p where ${matches(question)}
    ), page as (
      select m.id, m.score, m.code from matched m
      where ${and(all)} and ${afterKey(key)}
      order by m.score desc, m.code limit ${search.limit + 1}
    )
    select
      (select jsonb_agg(jsonb_build_object('id', p.id, 'code', p.code, 'name', p.name, 'field', p.field, 'field_name', p.field_name, 'online', p.online,
        'term', p.term, 'offered', p.offered, 'elsewhere', p.elsewhere, 'score', page.score::text) order by page.score desc, page.code)
        from page join procedures.procedure p on p.id = page.id) as rows,
      (select count(*)::integer from (select 1 from matched m where ${and(all)} limit ${MOST_COUNTED + 1}) counted) as total,
      (select jsonb_agg(f) from (select m.field as value, count(*)::integer as count, (array_agg(m.field_name order by m.code))[1] as name
        from matched m where ${without('field')} group by m.field order by count(*) desc, m.field limit 30) f) as field,
      (select jsonb_agg(f) from (select value, count(*)::integer as count from matched m, unnest(m.levels) value where ${without('level')} group by value order by count(*) desc, value) f) as level,
      (select jsonb_agg(f) from (select value, count(*)::integer as count from matched m, unnest(m.subjects) value where ${without('subject')} group by value order by count(*) desc, value) f) as subject,
      (select jsonb_agg(f) from (select m.online as value, count(*)::integer as count from matched m where ${without('online')} group by m.online order by count(*) desc, m.online) f) as online
  `.execute(db);
  return resultOf(found.rows[0] as Page, search.limit);
}

function resultOf(page: Page, limit: number): ProcedureSearchResult {
  const rows = page.rows ?? [];
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    found: shown.map(({ score: _, field_name: fieldName, ...row }) => ({ ...row, fieldName })),
    total: Math.min(page.total, MOST_COUNTED),
    capped: page.total > MOST_COUNTED,
    ...(rows.length > limit && last && { next: `${last.score}_${last.code}` }),
    facets: {
      field: page.field ?? [],
      level: page.level ?? [],
      subject: page.subject ?? [],
      online: page.online ?? [],
    },
  };
}

type Sql = RawBuilder<unknown>;

const and = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`true` : sql`(${sql.join([...conditions], sql` and `)})`;

function filtersOf({ field, level, subject, online }: ProcedureSearch): Record<string, Sql> {
  return {
    ...(field !== undefined && { field: sql`m.field = ${field}` }),
    ...(level !== undefined && { level: sql`${level} = any(m.levels)` }),
    ...(subject !== undefined && { subject: sql`${subject} = any(m.subjects)` }),
    ...(online !== undefined && { online: sql`m.online = ${online}` }),
  };
}

function matches({ tsquery, code }: Question): Sql {
  if (code !== undefined) {
    return sql`(p.code like ${`${code}%`} or p.id in (select a.procedure_id from procedures.alias a where a.code like ${`${code}%`}))`;
  }
  return tsquery === '' ? sql`true` : sql`p.search @@ to_tsquery('simple', ${tsquery})`;
}

/** What the province offers comes first, then what fits in fewer words, then what is used more; another province's own procedures come last. */
function scoreOf({ tsquery, folded }: Question): Sql {
  const standing = sql`(case when p.offered then 4 when p.elsewhere then 0.4 else 1 end) * (1 + ln(1 + p.uses) / 4)`;
  if (tsquery === '') return standing;
  const phrase = sql`(case when p.folded = ${folded} then 4 when position(${folded} in p.folded) > 0 then 2 else 1 end)`;
  return sql`ts_rank(p.search, to_tsquery('simple', ${tsquery}), 1) * ${phrase} * ${standing}`;
}

const afterKey = (key: { score: string; code: string } | undefined): Sql =>
  key
    ? sql`(m.score < ${key.score}::numeric or (m.score = ${key.score}::numeric and m.code > ${key.code}))`
    : sql`true`;

/** `3.14159_1.001193`: score and code of the last row shown. Anything else starts at the beginning. */
function readKey(after: string | undefined): { score: string; code: string } | undefined {
  const match = /^(\d{1,6}\.?\d{0,8})_(\d\.\d{6})$/.exec(after ?? '');
  return match ? { score: match[1] as string, code: match[2] as string } : undefined;
}
