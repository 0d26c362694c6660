/** Search over the catalogue: words in any order, with or without diacritics, ranked by fit and by use, narrowed by facets, paged by key. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { TermSpec } from './definition.ts';
import {
  countFacet,
  countFiltered,
  type FacetCount,
  type FacetFilters,
  type FacetGroup,
  type FacetName,
} from './facets.ts';
import type { FoundProcedure } from './find-procedure.ts';
import { type Question, readQuestion, widenQuestion } from './question.ts';
import type { OnlineLevel, ProcedureTables } from './tables.ts';

export interface ProcedureSearch extends FacetFilters {
  readonly text: string;
  /** From `next` of the page before. */
  readonly after?: string;
  readonly limit: number;
}

export interface ProcedureSearchResult {
  readonly found: readonly FoundProcedure[];
  readonly total: number;
  readonly next?: string;
  /** The commonest first; fields, of which there are hundreds, at most 30. */
  readonly facets: Readonly<Record<FacetName, readonly FacetCount[]>>;
  readonly meant?: string;
}

const MOST_FIELDS = 30;

export async function searchProcedures(
  db: Db<ProcedureTables>,
  search: ProcedureSearch,
): Promise<ProcedureSearchResult> {
  const question = await readQuestion(db, search.text);
  const matched = await run(db, search, question);
  const isMet = matched.groups.length > 0 || question.tsquery === '';
  const page = isMet ? matched : await run(db, search, await widenQuestion(db, question));
  return resultOf(db, page, search, question.meant);
}

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
  score: number;
}

interface Matched {
  readonly rows: readonly FoundRow[];
  readonly groups: readonly FacetGroup[];
}

/** One statement: a page of what matches, in order, and the groups that every count is made from. */
async function run(db: Db<ProcedureTables>, search: ProcedureSearch, question: Question): Promise<Matched> {
  const key = readKey(search.after);
  const found = await sql<{ rows: FoundRow[] | null; groups: FacetGroup[] | null }>`
    with matched as materialized (
      select p.id, p.code, p.field, p.levels, p.subjects, p.online, (${scoreOf(question)} * 1000000)::bigint as score
      from procedures.procedure p where ${matches(question)}
    ), page as (
      select m.id, m.score, m.code from matched m where ${passesFilters(search)} and ${key ? afterKey(key) : sql`true`}
      order by m.score desc, m.code limit ${search.limit + 1}
    ), grouped as (
      select m.field, m.levels, m.subjects, m.online, count(*) as count from matched m group by m.field, m.levels, m.subjects, m.online
    )
    select
      (select jsonb_agg(jsonb_build_object('id', p.id, 'code', p.code, 'name', p.name, 'field', p.field, 'field_name', p.field_name, 'online', p.online,
        'term', p.term, 'offered', p.offered, 'elsewhere', p.elsewhere, 'score', page.score) order by page.score desc, page.code)
        from page join procedures.procedure p on p.id = page.id) as rows,
      (select jsonb_agg(g) from grouped g) as groups
  `.execute(db);
  return { rows: found.rows[0]?.rows ?? [], groups: found.rows[0]?.groups ?? [] };
}

async function resultOf(
  db: Db<ProcedureTables>,
  { rows, groups }: Matched,
  search: ProcedureSearch,
  meant: string | undefined,
): Promise<ProcedureSearchResult> {
  const shown = rows.slice(0, search.limit);
  const last = shown.at(-1);
  const { field, level, subject, online } = search;
  const filters = { field, level, subject, online };
  const facets = {
    field: await nameFields(db, countFacet(groups, filters, 'field').slice(0, MOST_FIELDS)),
    level: countFacet(groups, filters, 'level'),
    subject: countFacet(groups, filters, 'subject'),
    online: countFacet(groups, filters, 'online'),
  };
  return {
    found: shown.map(foundOf),
    total: countFiltered(groups, filters),
    ...(rows.length > search.limit && last && { next: `${last.score}_${last.code}` }),
    facets,
    ...(meant !== undefined && { meant }),
  };
}

function foundOf(row: FoundRow): FoundProcedure {
  const { id, code, name, field, online, term, offered, elsewhere } = row;
  return { id, code, name, field, fieldName: row.field_name, online, term, offered, elsewhere };
}

/** One spelling of each field's name: that of its first procedure. */
async function nameFields(db: Db<ProcedureTables>, counts: readonly FacetCount[]): Promise<FacetCount[]> {
  const values = counts.map((one) => one.value);
  if (values.length === 0) return [];
  const rows = await sql<{ field: string; name: LocalText }>`
    select v.field, p.field_name as name from unnest(${values}::text[]) as v (field),
      lateral (select field_name from procedures.procedure p where p.field = v.field order by p.source desc, p.code limit 1) p
  `.execute(db);
  const names = new Map(rows.rows.map((row) => [row.field, row.name]));
  return counts.map((one) => ({ ...one, name: names.get(one.value) ?? { vi: one.value } }));
}

type Sql = RawBuilder<unknown>;

function passesFilters({ field, level, subject, online }: FacetFilters): Sql {
  const conditions = [
    ...(field === undefined ? [] : [sql`m.field = ${field}`]),
    ...(level === undefined ? [] : [sql`${level} = any(m.levels)`]),
    ...(subject === undefined ? [] : [sql`${subject} = any(m.subjects)`]),
    ...(online === undefined ? [] : [sql`m.online = ${online}`]),
  ];
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

function matches({ tsquery, code }: Question): Sql {
  if (code !== undefined) {
    const begins = `${code}%`;
    return sql`(p.code like ${begins} or p.id in (select a.procedure_id from procedures.alias a where a.code like ${begins}))`;
  }
  return tsquery === '' ? sql`true` : sql`p.search @@ to_tsquery('simple', ${tsquery})`;
}

/** What the province offers comes first, then what fits in fewer words, then what is used more; another province's own procedures come last. */
function scoreOf({ tsquery, folded, begun }: Question): Sql {
  const standing = sql`(case when p.offered then 4.0::float8 when p.elsewhere then 0.4 else 1 end) * (1 + ln((1 + p.uses)::float8) / 4)`;
  if (tsquery === '') return standing;
  const isPhrase = begun
    ? sql`position(${` ${folded}`} in ' ' || p.folded) > 0`
    : sql`p.search @@ phraseto_tsquery('simple', ${folded})`;
  const phrase = sql`case when p.folded = ${folded} then 10.0::float8 when ${isPhrase} then 5 else 1 end`;
  const brevity = sql`40 / (40 + length(p.folded)::float8)`;
  return sql`(0.1 + ts_rank(p.search, to_tsquery('simple', ${tsquery}))) * (${phrase}) * (${brevity}) * ${standing}`;
}

interface Key {
  readonly score: string;
  readonly code: string;
}

const afterKey = ({ score, code }: Key): Sql =>
  sql`(m.score < ${score}::bigint or (m.score = ${score}::bigint and m.code > ${code}))`;

/** `314159_1.001193`: score and code of the last row shown. Anything else starts at the beginning. */
function readKey(after: string | undefined): Key | undefined {
  const match = /^(\d{1,15})_(\d\.\d{6})$/.exec(after ?? '');
  return match ? { score: match[1] as string, code: match[2] as string } : undefined;
}
