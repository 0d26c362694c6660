/**
 * Drafts of procedures (bản nháp thủ tục): one a procedure, holding the whole definition and form, applied to no dossier.
 *
 * How the rest of this folder goes about it. `findDraft` gives what stands now with the version it has. A page changes a
 * copy of its `content` and calls `saveDraft` (save-draft.ts) with the part's name and the version that was shown: what
 * somebody else has saved meanwhile comes back as `changed`, never overwritten. `checkDraft` (check-draft.ts) says all that
 * is wrong, each at its part; a draft may be saved with faults and is published (publish-draft.ts) only without.
 */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Instant } from '../../../platform/calendar/instant.ts';
import type { FormDefinition } from '../../../platform/forms/definition.ts';
import type { ProcedureDefinition } from '../definition.ts';

/** What a version will say. `definition.valid` is filled in when it is published. */
export interface DraftContent {
  readonly definition: ProcedureDefinition;
  /** Null: the general form is composed from the components. */
  readonly form: FormDefinition | null;
}

export interface Draft extends DraftContent {
  readonly id: string;
  readonly code: string;
  /** The version it was begun from; null where nothing was published yet. */
  readonly base: string | null;
  /** Raised by every save. */
  readonly version: number;
  readonly changedAt: Instant;
  readonly changedBy: string | null;
}

export async function findDraft(db: QueryExecutorProvider, code: string): Promise<Draft | undefined> {
  const found = await sql<Draft>`
    select d.id, d.code, d.base, d.definition, d.form, d.version, d.changed_at as "changedAt", a.name as "changedBy"
    from procedures.draft d left join identity.account a on a.id = d.changed_by where d.code = ${code}
  `.execute(db);
  return found.rows[0];
}

export interface DraftChange {
  readonly version: number;
  readonly part: string;
  readonly by: string | null;
  readonly at: Instant;
}

/** What was saved after the version a page showed, oldest first. */
export async function listChanges(
  db: QueryExecutorProvider,
  { id, after }: { readonly id: string; readonly after: number },
): Promise<DraftChange[]> {
  const found = await sql<DraftChange>`
    select (e.sealed::jsonb #>> '{body,version}')::integer as version, e.sealed::jsonb #>> '{body,part}' as part,
      a.name as by, e.occurred_at as at
    from journal.entry e left join identity.account a on a.id = e.account_id
    where e.subject_id = ${id} and e.type = 'procedures.draft-saved' and (e.sealed::jsonb #>> '{body,version}')::integer > ${after}
    order by e.recorded_at limit 20
  `.execute(db);
  return found.rows;
}
