/** Drafts of templates: an administrator's new texts, checked against what the template is given; nobody is told by a draft. */
import { type Instant, isoOf } from '../calendar/instant.ts';
import { type Actor, entryActor, isSqlState, writeAct } from '../cases/act.ts';
import { type Refusal, type RowChange, refuse } from '../cases/decision.ts';
import type { Db } from '../db/database.ts';
import { sealEntry, type Subject } from '../journal/entry.ts';
import { namedSubject } from '../journal/named-subject.ts';
import { LOCALES } from '../i18n/texts.ts';
import { type Fault, fault } from '../pack/fault.ts';
import type { NotifyingRules } from './rules.ts';
import { checkTexts } from './template-file.ts';
import { sameTexts, TEXT_PARTS, type TemplateTexts, textIn, textsJson } from './template-texts.ts';
import { listVersion } from './template-versions.ts';
import { textsOf } from './template-texts.ts';

export interface TemplateDraft {
  readonly code: string;
  readonly base: number;
  readonly texts: TemplateTexts;
  readonly version: number;
  readonly changed_at: Instant;
}

export const findDraft = (db: Db, code: string): Promise<TemplateDraft | undefined> =>
  db
    .selectFrom('notifications.template_draft')
    .select(['code', 'base', 'texts', 'version', 'changed_at'])
    .where('code', '=', code)
    .executeTakeFirst();

export interface DraftToSave {
  readonly code: string;
  readonly texts: TemplateTexts;
  /** Of the draft as the page showed it; 0 when there was none. */
  readonly shown: number;
  readonly at: Instant;
}

export type SavedDraft =
  | { readonly kind: 'saved' }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] }
  | Refusal;

/** Refusals: `notifications.template-unknown`, `.nothing-new`, `.template-changed`. Nothing is saved with a fault. */
export async function saveDraft(
  db: Db,
  actor: Actor,
  given: NotifyingRules['given'],
  { code, texts, shown, at }: DraftToSave,
): Promise<SavedDraft> {
  const current = await listVersion(db, code);
  const [newest] = current;
  const values = given[code];
  if (!newest || !values) return refuse('notifications.template-unknown');
  const faults = [...missingTexts(texts), ...checkTexts({ ...texts, values: [...values] })];
  if (faults.length > 0) return { kind: 'faulty', faults };
  if (sameTexts(texts, textsOf(current))) return refuse('notifications.nothing-new');
  const changed = { texts: textsJson(texts), version: shown + 1, changed_at: isoOf(at), changed_by: actor.id };
  const row: RowChange =
    shown === 0
      ? { table: 'notifications.template_draft', op: 'insert', values: { code, base: newest.version, ...changed } }
      : { table: 'notifications.template_draft', op: 'update', key: { code }, version: shown, values: changed };
  const entry = { type: 'notifications.template-drafted', body: { code, base: newest.version } };
  return (await writeTemplateAct(db, actor, { code, rows: [row], entry, at })) ?? { kind: 'saved' };
}

/** Refusals: `notifications.template-changed`. */
export async function dropDraft(
  db: Db,
  actor: Actor,
  { code, shown, at }: { readonly code: string; readonly shown: number; readonly at: Instant },
): Promise<Refusal | { readonly kind: 'dropped' }> {
  const draft = await findDraft(db, code);
  if (!draft || draft.version !== shown) return refuse('notifications.template-changed');
  const rows: RowChange[] = [{ table: 'notifications.template_draft', op: 'delete', key: { code } }];
  const entry = { type: 'notifications.template-draft-dropped', body: { code } };
  return (await writeTemplateAct(db, actor, { code, rows, entry, at })) ?? { kind: 'dropped' };
}

/** A text message says something in both languages or there is none. */
function* missingTexts(texts: TemplateTexts): Generator<Fault> {
  for (const part of TEXT_PARTS) {
    if (part === 'sms' && !texts.sms) continue;
    for (const locale of LOCALES) {
      if (textIn(texts, part, locale).trim() === '')
        yield fault('notifications.text-missing', `${part}.${locale}`, 'Nhập nội dung.', 'Enter the text.');
      if (textIn(texts, part, locale).length > MOST)
        yield fault(
          'notifications.text-long',
          `${part}.${locale}`,
          `Dài quá ${MOST} ký tự.`,
          `Over ${MOST} characters.`,
        );
    }
  }
}

const MOST = 4000;

interface TemplateAct {
  readonly code: string;
  readonly rows: readonly RowChange[];
  readonly entry: { readonly type: string; readonly body: { readonly [key: string]: string | number | null } };
  readonly at: Instant;
}

/** Undefined when it is done; a refusal when somebody else was first. */
export async function writeTemplateAct(
  db: Db,
  actor: Actor,
  { code, rows, entry, at }: TemplateAct,
): Promise<Refusal | undefined> {
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
    return refuse('notifications.template-changed');
  }
}

/** A template has a code and no id. */
export const templateSubject = (code: string): Subject =>
  namedSubject('notification-template', code, 'notifications.template');
