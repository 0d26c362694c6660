/** Publishing a draft from a day, and rolling back: an older version's content becomes the next version. Open dossiers keep theirs. */
import { type Day, dayOf, type Instant } from '../../../platform/calendar/instant.ts';
import { type Actor, entryActor, isSqlState } from '../../../platform/cases/act.ts';
import { type Refusal, refuse } from '../../../platform/cases/decision.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Fault } from '../../../platform/pack/fault.ts';
import type { ProcedureDefinition } from '../definition.ts';
import { composeGeneralForm } from '../general-form.ts';
import { putVersion } from '../publish.ts';
import type { ProcedureTables } from '../tables.ts';
import { refreshWords } from '../words.ts';
import { checkDraft } from './check-draft.ts';
import { type Draft, type DraftContent, findDraft } from './draft.ts';
import { changedSince, type DraftChanged } from './save-draft.ts';
import { findVersion, lastVersion } from './versions.ts';
import { sameContent } from './compare.ts';

export interface WhenToPublish {
  readonly code: string;
  /** The first day it is in force: today or later. */
  readonly from: Day;
  readonly at: Instant;
}

export type PublishedDraft =
  | { readonly kind: 'published'; readonly versionId: string }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] }
  | { readonly kind: 'not-found' }
  | DraftChanged
  | Refusal;

/** Refusals: `procedures.day-passed`, `.nothing-new`, `.versions-changed`. */
export async function publishDraft(
  db: Db<ProcedureTables>,
  actor: Actor,
  { shown, ...when }: WhenToPublish & { readonly shown: number },
): Promise<PublishedDraft> {
  const draft = await findDraft(db, when.code);
  if (!draft) return { kind: 'not-found' };
  if (draft.version !== shown) return changedSince(db, draft, shown);
  const before = await lastVersion(db, when.code);
  if (before && sameContent(before, draft)) return refuse('procedures.nothing-new');
  const published = await publishContent(db, actor, { ...when, content: draft, draft });
  if (published !== 'draft-changed') return published;
  const now = await findDraft(db, when.code);
  return now ? changedSince(db, now, shown) : { kind: 'not-found' };
}

/** Rolling back; a draft stays. Refusals: the same. */
export async function restoreVersion(
  db: Db<ProcedureTables>,
  actor: Actor,
  { versionId, ...when }: WhenToPublish & { readonly versionId: string },
): Promise<PublishedDraft> {
  const version = await findVersion(db, { code: when.code, id: versionId });
  if (!version) return { kind: 'not-found' };
  const last = await lastVersion(db, when.code);
  if (last && sameContent(last, version)) return refuse('procedures.nothing-new');
  const published = await publishContent(db, actor, { ...when, content: version, copiedFrom: versionId });
  return published === 'draft-changed' ? { kind: 'not-found' } : published;
}

interface ContentToPublish extends WhenToPublish {
  readonly content: DraftContent;
  /** Gone once it is published. */
  readonly draft?: Draft;
  readonly copiedFrom?: string;
}

async function publishContent(
  db: Db<ProcedureTables>,
  actor: Actor,
  { from, at, content, draft, copiedFrom }: ContentToPublish,
): Promise<Exclude<PublishedDraft, DraftChanged> | 'draft-changed'> {
  if (from < dayOf(at)) return refuse('procedures.day-passed');
  const faults = await checkDraft(db, content, from);
  if (faults.length > 0) return { kind: 'faulty', faults };
  const definition: ProcedureDefinition = { ...content.definition, valid: { from } };
  const form = content.form ?? composeGeneralForm(definition);
  const context = { actor: entryActor(actor), at, published: { by: actor.id, copiedFrom: copiedFrom ?? null } };
  try {
    return await db.transaction().execute(async (trx) => {
      if (draft && !(await removeDraft(trx, draft))) return 'draft-changed' as const;
      const { versionId } = await putVersion(trx, { definition, form }, context);
      await refreshWords(trx);
      return { kind: 'published' as const, versionId };
    });
  } catch (error) {
    // two at once: the days of the other's version are taken
    if (isSqlState(error, '23P01', 'version_overlap')) return refuse('procedures.versions-changed');
    throw error;
  }
}

async function removeDraft(trx: Db<ProcedureTables>, { id, version }: Draft): Promise<boolean> {
  const gone = await trx
    .deleteFrom('procedures.draft')
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}
