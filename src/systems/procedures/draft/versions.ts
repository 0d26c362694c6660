/** Versions of one procedure as an administrator sees them: newest days first, with who published each and what it was copied from. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Day, Instant } from '../../../platform/calendar/instant.ts';
import type { DraftContent } from './draft.ts';

export interface ListedVersion {
  readonly id: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly publishedAt: Instant;
  readonly publishedBy: string | null;
  readonly origin: 'pack' | 'administrator';
  readonly copiedFrom: string | null;
  /** Another version took its days; dossiers that began on it keep it. */
  readonly superseded: boolean;
}

export async function listVersions(db: QueryExecutorProvider, code: string): Promise<ListedVersion[]> {
  const found = await sql<ListedVersion>`
    select v.id, v.valid_from as "from", v.valid_to as "to", v.published_at as "publishedAt", a.name as "publishedBy", v.origin,
      v.copied_from as "copiedFrom", v.superseded_at is not null as superseded
    from procedures.version v join procedures.procedure p on p.id = v.procedure_id left join identity.account a on a.id = v.published_by
    where p.code = ${code} order by v.published_at desc, v.valid_from desc nulls last
  `.execute(db);
  return found.rows;
}

/** Content as a draft holds it: the general form is composed again, so it is not part of it. */
export async function findVersion(
  db: QueryExecutorProvider,
  { code, id }: { readonly code: string; readonly id: string },
): Promise<DraftContent | undefined> {
  const found = await sql<DraftContent>`
    select v.definition, ${OWN_FORM} as form from procedures.version v join procedures.procedure p on p.id = v.procedure_id
    where p.code = ${code} and v.id = ${id}
  `.execute(db);
  return found.rows[0];
}

/** The one that is or will be in force last. */
export async function lastVersion(
  db: QueryExecutorProvider,
  code: string,
): Promise<(DraftContent & { readonly id: string }) | undefined> {
  const found = await sql<DraftContent & { readonly id: string }>`
    select v.id, v.definition, ${OWN_FORM} as form from procedures.version v join procedures.procedure p on p.id = v.procedure_id
    where p.code = ${code} and v.superseded_at is null order by v.valid_from desc nulls last limit 1
  `.execute(db);
  return found.rows[0];
}

const OWN_FORM = sql`case when v.definition ? 'form' then v.form end`;
