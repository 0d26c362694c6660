/** Drafting by a form: what the form of one setting begins from, and what was typed into it saved as the draft. */
import type { Db } from '../db/database.ts';
import { type Answer, commandIdOf, notFound, outcomePage, seeOther, shownVersionOf } from '../http/route.ts';
import { actorOf } from '../identity/signed-in.ts';
import { findDraft, saveDraft } from './setting-draft.ts';
import type { Own } from './setting-routes.tsx';
import { findLast } from './setting-versions.ts';

export interface Kept<Body> {
  /** The draft, else what is or will be in force last. */
  readonly body: Body;
  /** Of the draft; 0 where there is none. */
  readonly version: number;
  /** What is or will be in force last; undefined where nothing was ever published. */
  readonly last: Body | undefined;
}

/** Undefined: there is none of that name. */
export async function findKept<Body>(db: Db, setting: string): Promise<Kept<Body> | undefined> {
  const [draft, last] = await Promise.all([findDraft<Body>(db, setting), findLast<Body>(db, setting)]);
  const body = draft?.body ?? last?.body;
  return body && { body, version: draft?.version ?? 0, last: last?.body };
}

export interface Typed {
  readonly setting: string;
  readonly body: unknown;
  readonly part: string;
  /** Of the setting's own page, with its draft under it. */
  readonly path: string;
  /** For a new setting alone: what is shown where there is one of that name. */
  readonly taken?: () => Promise<Answer> | Answer;
}

export async function saveTyped(exchange: Own, { path, taken, ...typed }: Typed): Promise<Answer> {
  const { db, signedIn, clock } = exchange;
  const commandId = commandIdOf(exchange);
  if (!commandId) return notFound;
  const saved = await saveDraft(db, actorOf(signedIn), {
    ...typed,
    commandId,
    shown: shownVersionOf(exchange) ?? 0,
    at: clock(),
    isNew: taken !== undefined,
  });
  if (saved.kind === 'not-found') return notFound;
  if (saved.kind === 'done') return seeOther(`${path}/ban-nhap`);
  return taken && saved.kind === 'refusal' && saved.code === 'settings.taken' ? taken() : outcomePage(saved, path);
}
