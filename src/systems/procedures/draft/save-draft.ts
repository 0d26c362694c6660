/** Saving drafts: begun, changed part by part under the version that was shown, or discarded; each an act with who and which part. */
import { type Instant, isoOf } from '../../../platform/calendar/instant.ts';
import {
  type Actor,
  type Command,
  digestOf,
  entryActor,
  findAnswer,
  isSqlState,
  writeAct,
} from '../../../platform/cases/act.ts';
import { type Refusal, type RowChange, refuse } from '../../../platform/cases/decision.ts';
import type { Db } from '../../../platform/db/database.ts';
import { newId } from '../../../platform/db/ids.ts';
import type { Json } from '../../../platform/db/json.ts';
import { platformPart } from '../../../platform/db/platform-part.ts';
import { sealEntry } from '../../../platform/journal/entry.ts';
import { fold } from '../../../platform/text/fold.ts';
import type { ProcedureTables } from '../tables.ts';
import { type Draft, type DraftChange, type DraftContent, findDraft, listChanges } from './draft.ts';

export interface DraftToStart {
  readonly commandId: string;
  readonly code: string;
  readonly base: string | null;
  readonly content: DraftContent;
  readonly at: Instant;
}

/** Refusals: `procedures.draft-exists`. */
export async function startDraft(
  db: Db<ProcedureTables>,
  actor: Actor,
  { commandId, code, base, content, at }: DraftToStart,
): Promise<Refusal | { readonly kind: 'saved'; readonly version: number }> {
  const id = newId();
  const values = { id, code, base, version: 1, started_at: isoOf(at), ...columnsOf(content, actor, at) };
  const row: RowChange = { table: 'procedures.draft', op: 'insert', values };
  const entry = { type: 'procedures.draft-started', body: { code, ...(base !== null && { base }) } };
  const command = { commandId, caseId: code, content };
  const written = await writeDraftAct(db, actor, { id, rows: [row], entry, at, command });
  return written === 'done' ? { kind: 'saved', version: 1 } : refuse('procedures.draft-exists');
}

export interface DraftToSave {
  readonly commandId: string;
  readonly code: string;
  /** Of the draft as the page showed it. */
  readonly shown: number;
  /** Key of the part that was changed (draft-parts.ts). */
  readonly part: string;
  readonly content: DraftContent;
  readonly at: Instant;
}

/** Somebody has saved since the page was shown: what, and the draft as it is now. */
export interface DraftChanged {
  readonly kind: 'changed';
  readonly draft: Draft;
  readonly changes: readonly DraftChange[];
}

export type SavedDraft =
  | { readonly kind: 'saved'; readonly version: number }
  | DraftChanged
  | { readonly kind: 'not-found' };

/** The same command again is done once. `not-found`: it has been published or discarded meanwhile. */
export async function saveDraft(
  db: Db<ProcedureTables>,
  actor: Actor,
  { commandId, code, shown, part, content, at }: DraftToSave,
): Promise<SavedDraft> {
  const draft = await findDraft(db, code);
  if (!draft) return { kind: 'not-found' };
  const version = shown + 1;
  const command = { commandId, caseId: draft.id, part, content };
  if (draft.version !== shown) {
    const answer = await findAnswer(db, actor, command, digestOf(SAVE, command));
    return answer?.kind === 'done' ? { kind: 'saved', version: answer.version } : changedSince(db, draft, shown);
  }
  const row: RowChange = {
    table: 'procedures.draft',
    op: 'update',
    key: { id: draft.id },
    version: shown,
    values: { version, ...columnsOf(content, actor, at) },
  };
  const entry = { type: 'procedures.draft-saved', body: { code, part, version } };
  const written = await writeDraftAct(db, actor, { id: draft.id, rows: [row], entry, at, command, version });
  if (written === 'done') return { kind: 'saved', version };
  const now = await findDraft(db, code);
  return now ? changedSince(db, now, shown) : { kind: 'not-found' };
}

/** A draft that was changed since it was shown is not thrown away unread. */
export async function discardDraft(
  db: Db<ProcedureTables>,
  actor: Actor,
  { code, shown, at }: { readonly code: string; readonly shown: number; readonly at: Instant },
): Promise<{ readonly kind: 'discarded' } | DraftChanged | { readonly kind: 'not-found' }> {
  const draft = await findDraft(db, code);
  if (!draft) return { kind: 'not-found' };
  if (draft.version !== shown) return changedSince(db, draft, shown);
  const rows: RowChange[] = [{ table: 'procedures.draft', op: 'delete', key: { id: draft.id } }];
  const guards = [{ table: 'procedures.draft', id: draft.id, version: shown }];
  const entry = { type: 'procedures.draft-discarded', body: { code, version: shown } };
  if ((await writeDraftAct(db, actor, { id: draft.id, rows, guards, entry, at })) === 'done')
    return { kind: 'discarded' };
  const now = await findDraft(db, code);
  return now ? changedSince(db, now, shown) : { kind: 'not-found' };
}

export async function changedSince(db: Db<ProcedureTables>, draft: Draft, shown: number): Promise<DraftChanged> {
  return { kind: 'changed', draft, changes: await listChanges(db, { id: draft.id, after: shown }) };
}

const SAVE = 'procedures.save-draft';

function columnsOf({ definition, form }: DraftContent, actor: Actor, at: Instant): Record<string, Json> {
  return {
    name: definition.name.vi,
    folded: `${definition.code} ${fold(definition.name.vi)}`,
    definition: definition as unknown as Json,
    form: form as unknown as Json,
    changed_at: isoOf(at),
    changed_by: actor.id,
  };
}

interface DraftAct {
  readonly id: string;
  readonly rows: readonly RowChange[];
  readonly guards?: readonly { readonly table: string; readonly id: string; readonly version: number }[];
  readonly entry: { readonly type: string; readonly body: { readonly [key: string]: Json | undefined } };
  readonly at: Instant;
  readonly command?: Command;
  readonly version?: number;
}

/** `raced`: somebody else was first. The same command a second time is done already. */
async function writeDraftAct(db: Db<ProcedureTables>, actor: Actor, act: DraftAct): Promise<'done' | 'raced'> {
  const { id, rows, guards, entry, at, command, version = 1 } = act;
  const sealed = sealEntry(entry, { actor: entryActor(actor), subject: { type: 'procedures.draft', id }, at });
  const sent = command && {
    actor: actor.id,
    id: command.commandId,
    digest: digestOf(SAVE, command),
    outcome: { answer: {}, version },
  };
  try {
    await writeAct(platformPart(db), { command: sent, guards, rows, entries: [sealed] });
    return 'done';
  } catch (error) {
    if (isSqlState(error, '23505', 'command_pkey')) return 'done';
    if (isSqlState(error, 'VC001') || isSqlState(error, '23505', 'draft_code_key')) return 'raced';
    throw error;
  }
}
