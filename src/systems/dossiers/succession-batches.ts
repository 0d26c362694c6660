/** Batches of moves (lần chuyển hồ sơ): what an administrator has moved from a unit at once, and what became of each dossier. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Instant } from '../../platform/calendar/instant.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';

export interface SuccessionBatch {
  readonly id: string;
  readonly unit: string;
  readonly from: LocalText;
  /** Null: by area alone. */
  readonly to: LocalText | null;
  readonly madeAt: Instant;
  readonly undoneAt: Instant | null;
  readonly moved: number;
  readonly refused: number;
  readonly undone: number;
  readonly kept: number;
}

export interface BatchLine {
  readonly caseId: string;
  readonly code: string;
  readonly title: string;
  /** The unit that answers for it now. */
  readonly unit: LocalText;
  /** Codes of refusals: why it was not moved, or not moved back. */
  readonly refused: string | null;
  readonly kept: string | null;
  readonly undoneAt: Instant | null;
}

const SELECT = sql`
  select b.id, b.unit_id as unit, f.name as "from", t.name as "to", b.made_at as "madeAt", b.undone_at as "undoneAt",
    (select count(*)::integer from dossiers.succession_move m where m.batch_id = b.id and m.refused is null) as moved,
    (select count(*)::integer from dossiers.succession_move m where m.batch_id = b.id and m.refused is not null) as refused,
    (select count(*)::integer from dossiers.succession_move m where m.batch_id = b.id and m.undone_at is not null) as undone,
    (select count(*)::integer from dossiers.succession_move m where m.batch_id = b.id and m.kept is not null) as kept
  from dossiers.succession_batch b join organisation.unit f on f.id = b.unit_id left join organisation.unit t on t.id = b.to_unit`;

/** Newest first. */
export async function listBatches(db: QueryExecutorProvider, limit: number): Promise<SuccessionBatch[]> {
  const found = await sql<SuccessionBatch>`${SELECT} order by b.made_at desc, b.id desc limit ${limit}`.execute(db);
  return found.rows;
}

export async function findBatch(db: QueryExecutorProvider, id: string): Promise<SuccessionBatch | undefined> {
  const found = await sql<SuccessionBatch>`${SELECT} where b.id = ${id}`.execute(db);
  return found.rows[0];
}

/** By key: `after` is the case of the last one shown. */
export async function listBatchLines(
  db: QueryExecutorProvider,
  { batch, after, limit }: { readonly batch: string; readonly after?: string | undefined; readonly limit: number },
): Promise<BatchLine[]> {
  const found = await sql<BatchLine>`
    select m.case_id as "caseId", c.code, c.title, m.refused, m.kept, m.undone_at as "undoneAt", u.name as unit
    from dossiers.succession_move m join cases.case c on c.id = m.case_id join organisation.unit u on u.id = c.competent_unit
    where m.batch_id = ${batch} and ${after === undefined ? sql`true` : sql`m.case_id > ${after}`}
    order by m.case_id limit ${limit}
  `.execute(db);
  return found.rows;
}
