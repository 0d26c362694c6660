/** Publishing a template (công bố mẫu): a draft, or an earlier version's texts, become the next version, in force from a day; none is ever changed. */
import { type Day, dayOf, type Instant, isoOf } from '../calendar/instant.ts';
import type { Actor } from '../cases/act.ts';
import { type Refusal, type RowChange, refuse } from '../cases/decision.ts';
import type { Db } from '../db/database.ts';
import { findDraft, writeTemplateAct } from './template-draft.ts';
import { rowsOf, type TemplateTexts } from './template-texts.ts';
import { listVersions } from './template-versions.ts';

export interface TemplateToPublish {
  readonly code: string;
  readonly from: Day;
  /** The newest version as the page showed it. */
  readonly newest: number;
  readonly at: Instant;
}

type Published = Refusal | { readonly kind: 'published'; readonly version: number };

/** Refusals: `notifications.day-passed`, `.template-changed`. */
export async function publishDraft(
  db: Db,
  actor: Actor,
  { draft, ...wanted }: TemplateToPublish & { readonly draft: number },
): Promise<Published> {
  const found = await findDraft(db, wanted.code);
  if (!found || found.version !== draft) return refuse('notifications.template-changed');
  const drop: RowChange = { table: 'notifications.template_draft', op: 'delete', key: { code: wanted.code } };
  return publish(db, actor, wanted, { texts: found.texts, copiedFrom: null, rows: [drop] });
}

/** Rolling back: an earlier version's texts, the pack's too, come into force as a version of their own. A draft stays. Refusals: the same, and `.template-unknown`. */
export async function restoreVersion(
  db: Db,
  actor: Actor,
  { version, ...wanted }: TemplateToPublish & { readonly version: number },
): Promise<Published> {
  const found = (await listVersions(db, wanted.code)).find((one) => one.version === version);
  if (!found) return refuse('notifications.template-unknown');
  return publish(db, actor, wanted, { texts: found.texts, copiedFrom: version, rows: [] });
}

interface NextVersion {
  readonly texts: TemplateTexts;
  readonly copiedFrom: number | null;
  readonly rows: readonly RowChange[];
}

async function publish(
  db: Db,
  actor: Actor,
  { code, from, newest, at }: TemplateToPublish,
  { texts, copiedFrom, rows }: NextVersion,
): Promise<Published> {
  if (from < dayOf(at)) return refuse('notifications.day-passed');
  const [last] = await listVersions(db, code);
  if (!last || last.version !== newest) return refuse('notifications.template-changed');
  const version = newest + 1;
  const head = {
    code,
    version,
    kind: last.kind,
    valid_from: from,
    origin: 'administrator',
    published_by: actor.id,
    copied_from: copiedFrom,
  } as const;
  const inserts = rowsOf(texts, head).map(
    (row): RowChange => ({
      table: 'notifications.template',
      op: 'insert',
      values: { ...row, published_at: isoOf(at) },
    }),
  );
  const entry = {
    type: 'notifications.template-published',
    body: { code, version, valid_from: from, copied_from: copiedFrom },
  };
  const refused = await writeTemplateAct(db, actor, { code, rows: [...inserts, ...rows], entry, at });
  return refused ?? { kind: 'published', version };
}
