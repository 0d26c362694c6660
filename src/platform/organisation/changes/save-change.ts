/** Saving a change: begun, items put in and taken out, its decision named, thrown away; each an act with who and when. */
import { sql } from 'kysely';
import { type Instant, isoOf } from '../../calendar/instant.ts';
import { type Actor, digestOf, entryActor, findAnswer, isSqlState, writeAct } from '../../cases/act.ts';
import { type Refusal, refuse, type RowChange } from '../../cases/decision.ts';
import type { Db } from '../../db/database.ts';
import { newId } from '../../db/ids.ts';
import type { Json } from '../../db/json.ts';
import { sealEntry } from '../../journal/entry.ts';
import { type ChangeSet, findChangeSet } from './change-set.ts';
import type { ChangeItem, NumberedItem } from './item.ts';

interface Sent {
  readonly commandId: string;
  readonly at: Instant;
}

export type SavedChange =
  | { readonly kind: 'saved'; readonly id: string; readonly version: number }
  | { readonly kind: 'not-found' }
  /** Somebody has been at it since the page was shown. */
  | { readonly kind: 'changed' }
  | Refusal;

/** One page of a change still opens with so many. */
export const MOST_ITEMS = 2000;

/** The same command again answers the change that it began. Refusals: `organisation.title-needed`, `.too-many-items`. */
export async function startChange(
  db: Db,
  actor: Actor,
  { commandId, at, title, items }: Sent & { readonly title: string; readonly items: readonly ChangeItem[] },
): Promise<SavedChange> {
  if (title.trim() === '') return refuse('organisation.title-needed');
  if (items.length > MOST_ITEMS) return refuse('organisation.too-many-items', { most: MOST_ITEMS });
  const id = newId();
  const values = {
    id,
    title: title.trim(),
    state: 'draft',
    items: numbered([], items) as unknown as Json,
    changed_at: isoOf(at),
    changed_by: actor.id,
  };
  return writeChangeAct(db, actor, {
    id,
    version: 1,
    rows: [{ table: 'organisation.change_set', op: 'insert', values }],
    entry: { type: 'organisation.change-started', body: { items: items.length } },
    content: { commandId, title, items: items as unknown as Json },
    at,
  });
}

/** Two who add at once both add. Refusals: `organisation.change-published`, `.too-many-items`. */
export async function addItems(
  db: Db,
  actor: Actor,
  { commandId, at, id, items }: Sent & { readonly id: string; readonly items: readonly ChangeItem[] },
): Promise<SavedChange> {
  return saveDraft(db, actor, {
    id,
    at,
    content: { commandId, id, items: items as unknown as Json },
    change: (set) => ({ items: numbered(set.items, items) }),
  });
}

/** By the version that was shown. */
export async function removeItem(
  db: Db,
  actor: Actor,
  { commandId, at, id, shown, no }: Sent & { readonly id: string; readonly shown: number; readonly no: number },
): Promise<SavedChange> {
  return saveDraft(db, actor, {
    id,
    at,
    shown,
    content: { commandId, id, no },
    change: (set) => ({ items: set.items.filter((one) => one.no !== no) }),
  });
}

/** Its title, and number and date of its decision. */
export async function nameChange(
  db: Db,
  actor: Actor,
  {
    commandId,
    at,
    id,
    shown,
    title,
    document,
  }: Sent & { readonly id: string; readonly shown: number; readonly title: string; readonly document: string },
): Promise<SavedChange> {
  if (title.trim() === '') return refuse('organisation.title-needed');
  return saveDraft(db, actor, {
    id,
    at,
    shown,
    content: { commandId, id, title, document },
    change: () => ({ title: title.trim(), document: document.trim() === '' ? null : document.trim() }),
  });
}

export async function discardChange(
  db: Db,
  actor: Actor,
  { commandId, at, id, shown }: Sent & { readonly id: string; readonly shown: number },
): Promise<SavedChange> {
  const set = await findChangeSet(db, id);
  if (!set) return { kind: 'not-found' };
  if (set.state !== 'draft') return refuse('organisation.change-published');
  if (set.version !== shown) return { kind: 'changed' };
  return writeChangeAct(db, actor, {
    id,
    version: shown,
    guards: [{ table: 'organisation.change_set', id, version: shown }],
    rows: [{ table: 'organisation.change_set', op: 'delete', key: { id } }],
    entry: { type: 'organisation.change-discarded', body: { items: set.items.length } },
    content: { commandId, id, discard: true },
    at,
  });
}

interface DraftToSave {
  readonly id: string;
  readonly at: Instant;
  /** Left out where it does not matter what else has been put in meanwhile. */
  readonly shown?: number;
  readonly content: { readonly commandId: string } & Readonly<Record<string, Json>>;
  readonly change: (set: ChangeSet) => Partial<Pick<ChangeSet, 'items' | 'title' | 'document'>>;
}

async function saveDraft(db: Db, actor: Actor, save: DraftToSave): Promise<SavedChange> {
  const { id, at, shown, content } = save;
  const set = await findChangeSet(db, id);
  if (!set) return { kind: 'not-found' };
  const answered = await answerOf(db, actor, content);
  if (answered) return answered;
  if (set.state !== 'draft') return refuse('organisation.change-published');
  if (shown !== undefined && shown !== set.version) return { kind: 'changed' };
  const changed = save.change(set);
  if ((changed.items?.length ?? 0) > MOST_ITEMS) return refuse('organisation.too-many-items', { most: MOST_ITEMS });
  const version = set.version + 1;
  const written = await writeChangeAct(db, actor, {
    id,
    version,
    rows: [
      {
        table: 'organisation.change_set',
        op: 'update',
        key: { id },
        version: set.version,
        values: { ...(changed as Record<string, Json>), version, changed_at: isoOf(at), changed_by: actor.id },
      },
    ],
    entry: {
      type: 'organisation.change-saved',
      body: { items: changed.items?.length ?? set.items.length, version },
    },
    content,
    at,
  });
  return written.kind === 'changed' && shown === undefined ? saveDraft(db, actor, save) : written;
}

export interface ChangeAct {
  readonly id: string;
  /** After it. */
  readonly version: number;
  readonly rows: readonly RowChange[];
  readonly guards?: readonly { readonly table: string; readonly id: string; readonly version: number }[];
  readonly entry: { readonly type: string; readonly body: { readonly [key: string]: Json | undefined } };
  readonly content: { readonly commandId: string } & Readonly<Record<string, Json>>;
  readonly at: Instant;
}

const VERB = 'organisation.change';
const commandOf = ({ commandId, ...content }: ChangeAct['content']) => ({ ...content, commandId, caseId: VERB });

/** `changed`: somebody else was first. The same command a second time is done already. */
export async function writeChangeAct(db: Db, actor: Actor, act: ChangeAct): Promise<SavedChange> {
  const { id, version, rows, guards, entry, content, at } = act;
  const { commandId } = content;
  const subject = { type: 'organisation.change_set', id };
  const digest = digestOf(VERB, commandOf(content));
  try {
    await writeAct(db, {
      command: { actor: actor.id, id: commandId, digest, outcome: { answer: { id }, version } },
      guards: guards ?? [],
      rows,
      entries: [sealEntry(entry, { actor: entryActor(actor), subject, at, commandId })],
    });
    return { kind: 'saved', id, version };
  } catch (error) {
    if (isSqlState(error, '23505', 'command_pkey')) return (await answerOf(db, actor, content)) ?? { kind: 'changed' };
    if (isSqlState(error, 'VC001')) return { kind: 'changed' };
    throw error;
  }
}

/** What this command did before, if it came before. */
export async function answerOf(db: Db, actor: Actor, content: ChangeAct['content']): Promise<SavedChange | undefined> {
  const command = commandOf(content);
  const before = await findAnswer(db, actor, command, digestOf(VERB, command));
  if (!before) return undefined;
  if (before.kind !== 'done') return refuse('organisation.command-reused');
  return { kind: 'saved', id: before.answer.id as string, version: before.version };
}

const numbered = (before: readonly NumberedItem[], items: readonly ChangeItem[]): NumberedItem[] => {
  const last = Math.max(0, ...before.map(({ no }) => no));
  return [...before, ...items.map((item, index) => ({ no: last + index + 1, item }))];
};

/** Whoever publishes, takes back or brings into force does it alone. */
export const lockChanges = (trx: Db) =>
  sql`select pg_advisory_xact_lock(hashtext('organisation.changes'))`.execute(trx);
