/** Drafts: a form that was begun is kept for its account until it is submitted, deleted or forgotten. Saving is no act: nothing is journalled. */
import { type Selectable, sql } from 'kysely';
import { addDays, dayOf, type Instant, instantAt, isoOf } from '../calendar/instant.ts';
import type { Db } from '../db/database.ts';
import { newId } from '../db/ids.ts';
import type { Answers } from './answers.ts';
import type { Provenance } from './prefill.ts';
import type { DraftRow, FormTables } from './tables.ts';

export type Draft = Selectable<DraftRow>;

/** Days after the last save that a draft is kept; the page says so [design]. */
export const DRAFT_DAYS = 30;

export interface DraftToBegin {
  readonly accountId: string;
  readonly formVersion: string;
  readonly particulars?: Readonly<Record<string, unknown>>;
  readonly answers: Answers;
  readonly provenance?: Provenance;
  readonly at: Instant;
}

export async function beginDraft<T>(db: Db<T>, begun: DraftToBegin): Promise<Draft> {
  return drafts(db)
    .insertInto('forms.draft')
    .values({
      id: newId(),
      account_id: begun.accountId,
      form_version: begun.formVersion,
      particulars: JSON.stringify(begun.particulars ?? {}),
      answers: JSON.stringify(begun.answers),
      provenance: JSON.stringify(begun.provenance ?? {}),
      created_at: isoOf(begun.at),
      ...savedAt(begun.at),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export interface DraftToSave {
  readonly id: string;
  readonly accountId: string;
  /** The version the page showed. */
  readonly version: number;
  readonly answers: Answers;
  readonly provenance?: Provenance;
  readonly at: Instant;
}

/** More than any form asks for: the table holds a million bytes, and a text takes a little more there than as JSON. */
const LARGEST_ANSWERS = 700_000;

export const isTooLarge = (answers: Answers): boolean => Buffer.byteLength(JSON.stringify(answers)) > LARGEST_ANSWERS;

/** The saved draft; undefined when it is gone, is another's, or was saved elsewhere since: read it again and show both. */
export async function saveDraft<T>(db: Db<T>, saved: DraftToSave): Promise<Draft | undefined> {
  return drafts(db)
    .updateTable('forms.draft')
    .set({
      answers: JSON.stringify(saved.answers),
      ...(saved.provenance === undefined ? {} : { provenance: JSON.stringify(saved.provenance) }),
      version: saved.version + 1,
      ...savedAt(saved.at),
    })
    .where('id', '=', saved.id)
    .where('account_id', '=', saved.accountId)
    .where('version', '=', saved.version)
    .where('expires_at', '>', instantOf(saved.at))
    .returningAll()
    .executeTakeFirst();
}

export interface DraftQuestion {
  readonly id: string;
  readonly accountId: string;
  readonly at: Instant;
}

/** Undefined for another's draft as for one that is not there. */
export async function findDraft<T>(db: Db<T>, { id, accountId, at }: DraftQuestion): Promise<Draft | undefined> {
  return current(db, accountId, at).where('id', '=', id).executeTakeFirst();
}

/** Last saved first. At most 100. */
export async function listDrafts<T>(db: Db<T>, { accountId, at }: Omit<DraftQuestion, 'id'>): Promise<Draft[]> {
  return current(db, accountId, at).orderBy('updated_at', 'desc').orderBy('id', 'desc').limit(100).execute();
}

/** In the transaction that makes the dossier of it, or when the person throws it away. False when there was none. */
export async function deleteDraft<T>(db: Db<T>, { id, accountId }: Omit<DraftQuestion, 'at'>): Promise<boolean> {
  const deleted = await drafts(db)
    .deleteFrom('forms.draft')
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return deleted.numDeletedRows > 0n;
}

/** How many were forgotten. Their files are the offering system's to remove. */
export async function forgetExpiredDrafts<T>(db: Db<T>, at: Instant): Promise<number> {
  const deleted = await drafts(db)
    .deleteFrom('forms.draft')
    .where('expires_at', '<=', instantOf(at))
    .executeTakeFirst();
  return Number(deleted.numDeletedRows);
}

/** Which of these drafts are there, their time over or not. */
export async function listLivingDrafts<T>(db: Db<T>, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await drafts(db).selectFrom('forms.draft').select('id').where('id', 'in', ids).execute();
  return new Set(found.map(({ id }) => id));
}

/** Drafts that end before `until` and whose people have not been told: each is taken once, in the transaction that tells them. */
export async function takeEndingDrafts<T>(
  trx: Db<T>,
  { until, at, limit }: { readonly until: Instant; readonly at: Instant; readonly limit: number },
): Promise<Draft[]> {
  const ending = drafts(trx)
    .selectFrom('forms.draft')
    .select('id')
    .where('expires_at', '<=', instantOf(until))
    .where('expires_at', '>', instantOf(at))
    .where('warned_at', 'is', null)
    .limit(limit)
    .forUpdate()
    .skipLocked();
  return drafts(trx)
    .updateTable('forms.draft')
    .set({ warned_at: isoOf(at) })
    .where('id', 'in', ending)
    .returningAll()
    .execute();
}

function current<T>(db: Db<T>, accountId: string, at: Instant) {
  return drafts(db)
    .selectFrom('forms.draft')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('expires_at', '>', instantOf(at));
}

/** Kept until the end of the last day, so that a sentence can name the day. */
function savedAt(at: Instant): { updated_at: string; expires_at: string; warned_at: null } {
  const last = addDays(dayOf(at), DRAFT_DAYS);
  return { updated_at: isoOf(at), expires_at: isoOf(instantAt(last, 24 * 60)), warned_at: null };
}

const instantOf = (at: Instant) => sql<Instant>`${isoOf(at)}::timestamptz`;

/** The table is this engine's own and not in PlatformTables, so the handle is seen with it here. */
const drafts = <T>(db: Db<T>): Db<FormTables> => db as unknown as Db<FormTables>;
