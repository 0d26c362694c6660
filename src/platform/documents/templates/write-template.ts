/** Acts on templates: a draft is saved or dropped, a draft or an earlier version is published as the next one. Each leaves an entry in the journal. */
import { createHash } from 'node:crypto';
import { type Day, dayOf, type Instant, isoOf } from '../../calendar/instant.ts';
import { type Actor, entryActor, isSqlState, writeAct } from '../../cases/act.ts';
import { type Refusal, type RowChange, refuse } from '../../cases/decision.ts';
import type { Db } from '../../db/database.ts';
import type { Json } from '../../db/json.ts';
import { sealEntry, type Subject } from '../../journal/entry.ts';
import { findDraft, listVersions, sameContent } from './template-store.ts';
import { versionOn } from './template-version.ts';

export interface DraftToSave {
  readonly code: string;
  /** Checked already: what is wrong with a template is said before it is saved. */
  readonly content: unknown;
  /** Of the draft as the page showed it; 0 when there was none. */
  readonly shown: number;
  readonly at: Instant;
}

/** Refusals: `documents.template-unknown`, `.nothing-new`, `.template-changed`. */
export async function saveDraft(
  db: Db,
  actor: Actor,
  { code, content, shown, at }: DraftToSave,
): Promise<Refusal | { readonly kind: 'saved' }> {
  const versions = await listVersions(db, [code]);
  const base = versionOn(versions, at) ?? versions.at(-1);
  if (!base) return refuse('documents.template-unknown');
  if (shown === 0 && sameContent(base.content, content)) return refuse('documents.nothing-new');
  const changed = { content: content as Json, version: shown + 1, changed_at: isoOf(at), changed_by: actor.id };
  const row: RowChange =
    shown === 0
      ? { table: 'documents.template_draft', op: 'insert', values: { code, base: base.version, ...changed } }
      : { table: 'documents.template_draft', op: 'update', key: { code }, version: shown, values: changed };
  const entry = { type: 'documents.template-drafted', body: { code, base: base.version } };
  return (await write(db, actor, { code, rows: [row], entry, at })) ?? { kind: 'saved' };
}

/** Refusals: `documents.template-changed`. */
export async function dropDraft(
  db: Db,
  actor: Actor,
  { code, shown, at }: Omit<DraftToSave, 'content'>,
): Promise<Refusal | { readonly kind: 'dropped' }> {
  const draft = await findDraft(db, code);
  if (!draft || draft.version !== shown) return refuse('documents.template-changed');
  const entry = { type: 'documents.template-draft-dropped', body: { code } };
  return (await write(db, actor, { code, rows: [dropOf(code)], entry, at })) ?? { kind: 'dropped' };
}

export interface TemplateToPublish {
  readonly code: string;
  readonly from: Day;
  /** The newest version as the page showed it. */
  readonly newest: number;
  readonly at: Instant;
}

export type Published = Refusal | { readonly kind: 'published'; readonly version: number };

/** Refusals: `documents.day-passed`, `.template-changed`. */
export async function publishDraft(
  db: Db,
  actor: Actor,
  { draft, ...wanted }: TemplateToPublish & { readonly draft: number },
): Promise<Published> {
  const found = await findDraft(db, wanted.code);
  if (!found || found.version !== draft) return refuse('documents.template-changed');
  return publish(db, actor, wanted, { content: found.content, copiedFrom: null, rows: [dropOf(wanted.code)] });
}

/** Rolling back: an earlier version's content, the pack's too, comes into force as a version of its own. A draft stays. Refusals: the same, and `.template-unknown`. */
export async function restoreVersion(
  db: Db,
  actor: Actor,
  { version, ...wanted }: TemplateToPublish & { readonly version: number },
): Promise<Published> {
  const found = (await listVersions(db, [wanted.code])).find((one) => one.version === version);
  if (!found) return refuse('documents.template-unknown');
  return publish(db, actor, wanted, { content: found.content, copiedFrom: version, rows: [] });
}

interface NextVersion {
  readonly content: unknown;
  readonly copiedFrom: number | null;
  readonly rows: readonly RowChange[];
}

async function publish(
  db: Db,
  actor: Actor,
  { code, from, newest, at }: TemplateToPublish,
  { content, copiedFrom, rows }: NextVersion,
): Promise<Published> {
  if (from < dayOf(at)) return refuse('documents.day-passed');
  const last = (await listVersions(db, [code])).at(-1);
  if (!last || last.version !== newest) return refuse('documents.template-changed');
  const version = newest + 1;
  const values = {
    code,
    version,
    kind: last.kind,
    valid_from: from,
    content: content as Json,
    origin: 'administrator',
    published_at: isoOf(at),
    published_by: actor.id,
    copied_from: copiedFrom,
  };
  const insert: RowChange = { table: 'documents.template', op: 'insert', values };
  const body = { code, version, valid_from: from, copied_from: copiedFrom };
  const entry = { type: 'documents.template-published', body };
  return (await write(db, actor, { code, rows: [insert, ...rows], entry, at })) ?? { kind: 'published', version };
}

const dropOf = (code: string): RowChange => ({ table: 'documents.template_draft', op: 'delete', key: { code } });

interface TemplateAct {
  readonly code: string;
  readonly rows: readonly RowChange[];
  readonly entry: { readonly type: string; readonly body: { readonly [key: string]: string | number | null } };
  readonly at: Instant;
}

/** Undefined when it is done; a refusal when somebody else was first. */
async function write(db: Db, actor: Actor, { code, rows, entry, at }: TemplateAct): Promise<Refusal | undefined> {
  try {
    const sealed = sealEntry(entry, { actor: entryActor(actor), subject: templateSubject(code), at });
    await writeAct(db, { rows, entries: [sealed] });
    return undefined;
  } catch (error) {
    const raced =
      isSqlState(error, 'VC001') ||
      isSqlState(error, '23505', 'template_draft_pkey') ||
      isSqlState(error, '23505', 'template_pkey');
    if (!raced) throw error;
    return refuse('documents.template-changed');
  }
}

/** A template has a code and no id: the journal's id of it is made from the code (RFC 9562, version 8). */
function templateSubject(code: string): Subject {
  const bytes = createHash('sha256').update(`documents.template\n${code}`).digest().subarray(0, 16);
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  return { type: 'document-template', id };
}
