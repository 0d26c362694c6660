/** The register of results (kho kết quả điện tử) as officers read it: what their body issued and their office handed over, newest first, by key. */
import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely';
import { addDays, type Day, type Instant, instantAt, isoOf } from '../../platform/calendar/instant.ts';
import { beyond, keyOf, printedKey, type QueueOrder, sortedBy } from '../../platform/cases/queue-order.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { Scope } from '../../platform/permissions/permissions.ts';
import { fold } from '../../platform/text/fold.ts';

export interface ListedResult {
  readonly id: string;
  readonly caseCode: string;
  readonly procedureCode: string;
  readonly procedure: string;
  readonly kind: string;
  readonly title: LocalText;
  readonly number: string;
  readonly person: string | null;
  readonly unit: LocalText;
  readonly issuedAt: Instant;
  readonly validUntil: Day | null;
  readonly replacedBy: string | null;
  readonly replacedByNumber: string | null;
  readonly revokedAt: Instant | null;
  readonly sha256: string;
  readonly fileId: string;
  /** Of its public page; none for what was issued on paper alone. */
  readonly checkCode: string | null;
  readonly simulated: boolean;
}

export interface ResultQuestion {
  readonly reach: Scope;
  readonly day: Day;
  readonly from?: Day;
  readonly to?: Day;
  readonly state?: 'in-force' | 'ended';
  readonly search?: string;
  readonly id?: string;
}

const NEWEST: QueueOrder = { keys: [sql`c.issued_at`], type: 'timestamptz', descending: true };

export async function listResults(
  db: QueryExecutorProvider,
  asked: ResultQuestion,
  { limit, after }: { readonly limit: number; readonly after?: string },
): Promise<{ rows: ListedResult[]; next: string | undefined }> {
  const found = await sql<ListedResult & { key: string }>`
    select c.id, c.case_code as "caseCode", c.procedure_code as "procedureCode", k.title as procedure, c.kind, c.title, c.number,
      k.person_name as person, u.name as unit, c.issued_at as "issuedAt", c.valid_until as "validUntil", c.replaced_by as "replacedBy",
      n.number as "replacedByNumber", c.revoked_at as "revokedAt", c.sha256, c.file_id as "fileId", d.code as "checkCode", c.simulated,
      ${printedKey(NEWEST)} as key
    from results.result c join cases.case k on k.id = c.case_id join organisation.unit u on u.id = c.unit_id
      left join results.result n on n.id = c.replaced_by left join documents.issued_document d on d.id = c.id
    where ${conditions(asked)} and ${beyond(NEWEST, after)} order by ${sortedBy(NEWEST)} limit ${limit + 1}
  `.execute(db);
  const rows = found.rows.slice(0, limit);
  const last = rows.at(-1);
  return {
    rows,
    next: found.rows.length > limit && last ? keyOf({ key: lastKey(found.rows, limit), id: last.id }) : undefined,
  };
}

const lastKey = (rows: readonly { readonly key: string }[], limit: number): string => rows[limit - 1]?.key ?? '';

function conditions({ reach, day, from, to, state, search = '', id }: ResultQuestion): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [withinReach(reach)];
  if (id) all.push(sql`c.id = ${id}`);
  if (from) all.push(sql`c.issued_at >= ${isoOf(instantAt(from, 0))}::timestamptz`);
  if (to) all.push(sql`c.issued_at < ${isoOf(instantAt(addDays(to, 1), 0))}::timestamptz`);
  const ended = sql`(c.revoked_at is not null or c.replaced_by is not null or c.valid_until < ${day}::date)`;
  if (state === 'ended') all.push(ended);
  if (state === 'in-force') all.push(sql`not coalesce(${ended}, false)`);
  for (const word of fold(search).split(' ').filter(Boolean).slice(0, 8)) {
    const like = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
    all.push(sql`(c.search like ${like} or k.search like ${like})`);
  }
  return sql.join(all, sql` and `);
}

/** The clerks of a body's sections keep the register of the body. */
function withinReach(reach: Scope): RawBuilder<unknown> {
  if (typeof reach === 'string') return reach === 'all' ? sql`true` : sql`false`;
  const bodies = sql`select s.parent_id from organisation.unit s where s.id = any(${reach.units}::uuid[]) and s.section is not null`;
  return sql`(c.unit_id = any(${reach.units}::uuid[]) or c.receiving_unit = any(${reach.units}::uuid[]) or c.unit_id in (${bodies}))`;
}
