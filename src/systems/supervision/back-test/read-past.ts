/** Reading the past in ranges of cases: the entries of those that a rule may look at, so much at a time. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { isoOf } from '../../../platform/calendar/instant.ts';
import type { Json } from '../../../platform/db/json.ts';
import { type ReadEntry, readEntry } from '../../../platform/journal/entry.ts';
import type { Period } from './judge-past.ts';

/** Beyond `after`, up to `upTo`. */
export interface CaseRange {
  readonly after: string;
  readonly upTo: string;
}

export interface PastCase {
  readonly id: string;
  /** In the order of their chain. */
  readonly entries: readonly ReadEntry[];
}

const FIRST = '00000000-0000-0000-0000-000000000000';
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
/** Some 6,000 entries: 8 MB in hand. */
const CASES = 500;

export async function listCaseRanges(db: QueryExecutorProvider, kind: string): Promise<readonly CaseRange[]> {
  const found = await sql<{ id: string }>`
    select id from (select id, row_number() over (order by id) as place from cases.case where kind = ${kind}) c
    where place % ${CASES} = 0 order by id
  `.execute(db);
  const ends = [...found.rows.map(({ id }) => id), LAST];
  return ends.map((upTo, place) => ({ after: ends[place - 1] ?? FIRST, upTo }));
}

export interface Wanted {
  readonly kind: string;
  /** Acts that are looked at; undefined: silence, so every case. */
  readonly acts: readonly string[] | undefined;
  readonly period: Period;
}

/** Whole cases: their entries before the period too, for the state before an act. */
export async function readPast(
  db: QueryExecutorProvider,
  { after, upTo }: CaseRange,
  { kind, acts, period }: Wanted,
): Promise<readonly PastCase[]> {
  const looked = acts
    ? sql`and w.type = any(${acts}) and w.occurred_at >= ${isoOf(period.from)} and w.occurred_at < ${isoOf(period.to)}`
    : sql`and w.occurred_at < ${isoOf(period.to)}`;
  const found = await sql<{ id: string; seq: number; sealed: string }>`
    with looked as (
      select distinct w.subject_id from journal.entry w
      where w.subject_id > ${after} and w.subject_id <= ${upTo} and w.subject_type = ${kind} ${looked})
    select e.subject_id as id, e.seq, e.sealed from looked join journal.entry e using (subject_id) order by e.subject_id, e.seq
  `.execute(db);
  const cases = new Map<string, ReadEntry[]>();
  for (const { id, sealed } of found.rows) {
    const entries = cases.get(id) ?? [];
    entries.push(readEntry(sealed));
    cases.set(id, entries);
  }
  return [...cases].map(([id, entries]) => ({ id, entries }));
}

export type ContentState = 'empty' | 'erased';

/** Texts of these cases that were empty, or are erased so that nobody can say whether they were. */
export async function readContentStates(
  db: QueryExecutorProvider,
  { after, upTo }: CaseRange,
): Promise<ReadonlyMap<string, ContentState>> {
  const found = await sql<{ key: string; erased: boolean }>`
    select entry_id || ' ' || name as key, body is null as erased from journal.content
    where subject_id > ${after} and subject_id <= ${upTo} and (body is null or body = '""')
  `.execute(db);
  return new Map(found.rows.map(({ key, erased }) => [key, erased ? 'erased' : 'empty']));
}

/** Texts of these names on these cases, by entry and name; null where erased. */
export async function readTexts(
  db: QueryExecutorProvider,
  { after, upTo }: CaseRange,
  names: readonly string[],
): Promise<ReadonlyMap<string, Json>> {
  const found = await sql<{ key: string; body: string | null }>`
    select entry_id || ' ' || name as key, body from journal.content
    where subject_id > ${after} and subject_id <= ${upTo} and name = any(${names})
  `.execute(db);
  return new Map(found.rows.map(({ key, body }) => [key, body === null ? null : (JSON.parse(body) as Json)]));
}
