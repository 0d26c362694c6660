/** Journal entries: what is sealed about one act, and how its exact bytes are made. Format: docs/standards/journal.md. */
import { createHmac, randomBytes } from 'node:crypto';
import { isoOf, type Instant } from '../calendar/instant.ts';
import { newId } from '../db/ids.ts';
import { canonicalJson, type Json } from '../db/json.ts';

/** Who acts: a person in a position of a unit, perhaps for someone else, or the program itself. Ids only; names live elsewhere and may be erased. */
export interface EntryActor {
  readonly kind: 'person' | 'program';
  readonly account?: string | undefined;
  readonly position?: string | undefined;
  readonly unit?: string | undefined;
  /** The account in whose place this one acts by delegation or mandate. */
  readonly for?: string | undefined;
  /** The part of the program that acts, such as `dossiers.silence-timer`, when `kind` is `program`. */
  readonly program?: string | undefined;
}

/** What a decision says of an entry; the act adds who, on what and when. */
export interface EntryDraft {
  /** `system.what-happened`, declared in the system's events.ts. */
  readonly type: string;
  readonly version?: number;
  /** Ids, codes, amounts, dates and digests only. */
  readonly body?: { readonly [key: string]: Json | undefined };
  /** What later counts need: unit, area, procedure version, channel, state of the term. */
  readonly dims?: { readonly [key: string]: Json | undefined };
  /** Names, answers, reasons, comments: kept in erasable rows, of which the entry holds the HMAC. */
  readonly content?: { readonly [name: string]: Json | undefined };
  /** Another subject than the act's own. */
  readonly subject?: Subject;
}

export interface Subject {
  readonly type: string;
  readonly id: string;
}

export interface SealedEntry {
  readonly id: string;
  readonly type: string;
  readonly subject: Subject;
  readonly sealed: string;
  readonly contents: readonly ContentDraft[];
}

export interface ContentDraft {
  readonly id: string;
  readonly entry_id: string;
  readonly subject_id: string;
  readonly name: string;
  /** 32 random bytes in hex; they die with the row, and with them every way to guess the content from its HMAC. */
  readonly salt: string;
  readonly body: string;
}

export interface SealContext {
  readonly actor: EntryActor;
  readonly subject: Subject;
  readonly at: Instant;
  readonly commandId?: string | undefined;
  /** Given where rows of the act name the entry. */
  readonly id?: string;
  /** What the act made of its case: platform/cases/effect.ts. */
  readonly effect?: Json;
}

/** Seals a draft: the text returned is what the database hashes and keeps. Throws TypeError when the body holds a fraction. */
export function sealEntry(draft: EntryDraft, context: SealContext): SealedEntry {
  const id = context.id ?? newId();
  const subject = draft.subject ?? context.subject;
  const contents = Object.entries(draft.content ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => draftContent(id, subject.id, name, value as Json));
  const sealed = canonicalJson({
    v: context.effect === undefined ? 1 : 2,
    id,
    type: draft.type,
    tv: draft.version ?? 1,
    subject: { type: subject.type, id: subject.id },
    actor: { ...context.actor },
    at: isoOf(context.at),
    command: context.commandId,
    dims: draft.dims,
    body: draft.body,
    effect: context.effect,
    content:
      contents.length === 0
        ? undefined
        : contents.map(({ id: row, name, salt, body }) => ({ id: row, name, hmac: hmacOf(salt, body) })),
  });
  return { id, type: draft.type, subject, sealed, contents };
}

function draftContent(entryId: string, subjectId: string, name: string, value: Json): ContentDraft {
  return {
    id: newId(),
    entry_id: entryId,
    subject_id: subjectId,
    name,
    salt: randomBytes(32).toString('hex'),
    body: JSON.stringify(value),
  };
}

const hmacOf = (saltHex: string, body: string): string =>
  createHmac('sha256', Buffer.from(saltHex, 'hex')).update(body, 'utf8').digest('hex');

/** A sealed text read back. `body` and `dims` are as the entry type's schema of version `tv` says; upcast before use. */
export interface ReadEntry {
  readonly id: string;
  readonly type: string;
  readonly tv: number;
  readonly subject: Subject;
  readonly actor: EntryActor;
  readonly at: string;
  readonly command?: string;
  readonly dims?: Record<string, Json>;
  readonly body?: Record<string, Json>;
  /** Since version 2, in the first entry of an act on a case. */
  readonly effect?: Json;
  readonly content?: readonly { id: string; name: string; hmac: string }[];
}

export const readEntry = (sealed: string): ReadEntry => JSON.parse(sealed) as ReadEntry;
