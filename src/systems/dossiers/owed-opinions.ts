/** Owed opinions (việc được hỏi ý kiến): what units are asked about dossiers and have not answered, soonest first. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { type Instant, isoOf } from '../../platform/calendar/instant.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import { getVersion } from '../procedures/index.ts';
import { partName } from './dossier-state.ts';

export interface OwedOpinion {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly unit: LocalText;
  readonly askedBy: LocalText | null;
  /** What is owed, where it is a part of a linked procedure; null for an opinion. */
  readonly part: LocalText | null;
  readonly dueAt: Instant;
}

/** Pages by key: `after` is that of the last one shown. */
export async function listOwed(
  db: QueryExecutorProvider,
  asked: {
    readonly units: readonly string[];
    readonly after?: { readonly dueAt: Instant; readonly id: string } | undefined;
    readonly limit: number;
  },
): Promise<OwedOpinion[]> {
  const { after } = asked;
  const found = await sql<Found>`
    select q.id, c.code, c.title, u.name as unit, a.name as "askedBy", q.due_at as "dueAt",
      q.part, (select d.version_id from dossiers.dossier d where d.case_id = c.id) as version
    from cases.consultation q join cases.case c on c.id = q.case_id join organisation.unit u on u.id = q.unit_id
      left join organisation.unit a on a.id = q.asked_by
    where q.unit_id = any(${asked.units}) and q.answered_at is null and c.closed_at is null and c.kind = 'dossier'
      and ${after ? sql`(q.due_at, q.id) > (${isoOf(after.dueAt)}::timestamptz, ${after.id}::uuid)` : sql`true`}
    order by q.due_at, q.id limit ${asked.limit}
  `.execute(db);
  return Promise.all(
    found.rows.map(async ({ version, part, ...owed }) => ({ ...owed, part: await nameOf(db, version, part) })),
  );
}

interface Found extends Omit<OwedOpinion, 'part'> {
  readonly part: string | null;
  readonly version: string;
}

async function nameOf(db: QueryExecutorProvider, version: string, part: string | null): Promise<LocalText | null> {
  const pinned = part === null ? undefined : await getVersion(db, version);
  return pinned ? partName(pinned, part) : null;
}
