/** Using a file again: another use of the same bytes, with an owner and a purpose of its own, so that the first may go without it. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { type Instant, isoOf } from '../calendar/instant.ts';
import { newId } from '../db/ids.ts';

export interface FileUse {
  /** Of the use that is there. */
  readonly id: string;
  readonly owner: { readonly type: string; readonly id: string };
  readonly component: string;
  readonly uploadedBy: string;
  readonly at: Instant;
}

/** The new use's id; undefined when the file is gone. */
export async function useFileAgain(
  db: QueryExecutorProvider,
  { id, owner, component, uploadedBy, at }: FileUse,
): Promise<string | undefined> {
  const made = await sql<{ id: string }>`
    insert into files.file (id, digest, owner_type, owner_id, purpose, component, name, retention, uploaded_by, uploaded_at)
    select ${newId()}, f.digest, ${owner.type}, ${owner.id}, 'component', ${component}, f.name, 'dossier', ${uploadedBy}, ${isoOf(at)}
    from files.file f where f.id = ${id} and f.removed_at is null returning id
  `.execute(db);
  return made.rows[0]?.id;
}
