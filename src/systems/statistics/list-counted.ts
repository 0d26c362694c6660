/** Counted dossiers: the rows behind one figure, by the very condition that counted them, newest first, paged by key. */
import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely';
import type { Instant } from '../../platform/calendar/instant.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import { getVersion, processOf } from '../procedures/index.ts';
import { dossierCondition, partCondition, type Span, withinSpan } from './count-conditions.ts';
import type { CountedUnit } from '../../platform/organisation/counted-units.ts';
import type { Count } from './definitions.ts';
import { type Office, OFFICE_COLUMNS, ofEnded, unitsTable } from './figures.ts';
import type { Standing } from './tables.ts';

export interface CountedRow {
  readonly id: string;
  readonly code: string;
  readonly procedure: string;
  readonly unit: string;
  readonly receivedAt: Instant | null;
  readonly finishedAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly standing: Standing | null;
  /** Of a part: the key and the name of the step that was done. */
  readonly step: string | null;
  readonly stepName: LocalText | undefined;
}

export interface ListQuestion {
  /** All of dossiers or all of parts; a row that one of them counts is listed. */
  readonly counts: readonly Count[];
  readonly span: Span;
  readonly units: readonly CountedUnit[];
  /** Only these lines: a unit's, a field's, an officer's. */
  readonly line?: string;
  readonly procedures?: readonly string[];
  readonly officer?: string;
  /** Left out, the unit that decides. */
  readonly office?: Office;
  readonly after?: string;
  readonly limit: number;
}

export interface CountedPage {
  readonly rows: readonly CountedRow[];
  readonly next: string | undefined;
}

export async function listCountedRows(db: QueryExecutorProvider, asked: ListQuestion): Promise<CountedPage> {
  const found = await sql<Omit<CountedRow, 'stepName'> & { key: string; definition: string | null }>`
    select r.*, c.code, c.title as procedure, c.definition_id as definition
    from (select * from (${rowsOf(asked)}) a where ${beyond(asked.after)} order by a.key desc limit ${asked.limit + 1}) r
    join cases.case c on c.id = r.id order by r.key desc
  `.execute(db);
  const page = found.rows.slice(0, asked.limit);
  const rows = await Promise.all(
    page.map(async (row) => ({
      ...row,
      stepName: row.step ? await nameStep(db, row.definition, row.step) : undefined,
    })),
  );
  return { rows, next: found.rows.length > asked.limit ? page.at(-1)?.key : undefined };
}

/** In the words of the version that the dossier was submitted under. */
export async function nameStep(
  db: QueryExecutorProvider,
  versionId: string | null,
  step: string,
): Promise<LocalText | undefined> {
  const version = versionId ? await getVersion(db, versionId) : undefined;
  return version && processOf(version.definition).steps.find(({ key }) => key === step)?.name;
}

/** How many there are: the figure itself. */
export async function countListed(db: QueryExecutorProvider, asked: ListQuestion): Promise<number> {
  const found = await sql<{ count: number }>`select count(*)::integer as count from (${rowsOf(asked)}) a`.execute(db);
  return found.rows[0]?.count ?? 0;
}

const rowsOf = (asked: ListQuestion): RawBuilder<unknown> =>
  asked.counts.every(({ of }) => of === 'parts') ? partRows(asked) : dossierRows(asked);

function dossierRows({
  counts,
  span,
  units,
  line,
  procedures,
  officer,
  office = 'competent',
}: ListQuestion): RawBuilder<unknown> {
  const conditions = counts
    .filter(({ of = 'dossiers' }) => of === 'dossiers')
    .map((count) => dossierCondition(count, span));
  // whose part it was says which dossiers an officer's figure holds, whatever unit decides them
  const whose = officer
    ? sql`h.case_id in (select p.case_id from ${unitsTable(units)} join statistics.part p on p.unit_id = u.id
        where p.account_id = ${officer} and ${ofEnded(span)})`
    : sql`${OFFICE_COLUMNS[office]} in (select u.id from ${unitsTable(units)} where ${line ? sql`u.line = ${line}` : sql`true`})`;
  return sql`
    select h.case_id as id, h.unit_id as unit, h.received_at as "receivedAt", h.finished_at as "finishedAt", h.standing,
      h.term_due[cardinality(h.term_due)] as "dueAt", null::text as step,
      ${keyOf(sql`coalesce(h.finished_at, h.received_at, h.submitted_at)`, sql`h.case_id::text`)} as key
    from statistics.handling h
    where ${whose} and ${withinSpan(span)} and (${sql.join(conditions, sql` or `)})
      and ${procedures ? sql`h.procedure_code = any(${procedures}::text[])` : sql`true`}`;
}

function partRows({ counts, span, units, line, officer }: ListQuestion): RawBuilder<unknown> {
  const conditions = counts.map((count) => partCondition(count, span));
  return sql`
    select p.case_id as id, p.unit_id as unit, p.arrived_at as "receivedAt", p.done_at as "finishedAt", p.standing,
      p.due_at as "dueAt", p.step, ${keyOf(sql`p.done_at`, sql`(p.case_id::text || '.' || p.seq)`)} as key
    from ${unitsTable(units)} join statistics.part p on p.unit_id = u.id
    where ${line ? sql`u.line = ${line}` : sql`true`} and ${officer ? sql`p.account_id = ${officer}` : sql`true`}
      and (${sql.join(conditions, sql` or `)})`;
}

/** Sorts as the time does: the newest first. */
const keyOf = (at: RawBuilder<unknown>, place: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') || '_' || ${place} collate "C"`;

/** A key that is none shows the first page. */
const beyond = (after: string | undefined): RawBuilder<unknown> =>
  after !== undefined && /^\d{4}-[\dT:.-]+_[\da-f.-]+$/.test(after) ? sql`a.key < ${after} collate "C"` : sql`true`;
