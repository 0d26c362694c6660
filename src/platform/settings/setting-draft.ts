/** The draft of a setting (bản nháp): one at a time, changed part by part, applied to nobody until it is published. */
import { type Instant, isoOf } from '../calendar/instant.ts';
import type { Actor, Outcome } from '../cases/act.ts';
import { type RowChange, refuse } from '../cases/decision.ts';
import type { Db } from '../db/database.ts';
import type { Json } from '../db/json.ts';
import { digestOfBody } from './setting.ts';
import { findLast } from './setting-versions.ts';
import { writeSettingAct } from './write-setting-act.ts';

export interface SettingDraft<Body> {
  readonly base: number;
  readonly body: Body;
  readonly version: number;
  readonly changedAt: Instant;
  /** The account. */
  readonly changedBy: string;
  readonly changedByName: string | null;
}

export async function findDraft<Body>(db: Db, setting: string): Promise<SettingDraft<Body> | undefined> {
  const found = await db
    .selectFrom('settings.draft as d')
    .leftJoin('identity.account as a', 'a.id', 'd.changed_by')
    .select(['d.base', 'd.body', 'd.version', 'd.changed_at', 'd.changed_by', 'a.name'])
    .where('d.setting', '=', setting)
    .executeTakeFirst();
  if (!found) return undefined;
  const { base, body, version, changed_at, changed_by, name } = found;
  return { base, body: body as Body, version, changedAt: changed_at, changedBy: changed_by, changedByName: name };
}

export interface SettingCommand {
  readonly setting: string;
  readonly commandId: string;
  /** Version of the draft that the page showed; 0 when there was none. */
  readonly shown: number;
  readonly at: Instant;
}

/**
 * Makes or changes the draft; `part` names what was changed, for the journal. `isNew`: of a name that nobody has taken yet.
 * Refusals: `settings.nothing-new`, `.taken`.
 */
export async function saveDraft(
  db: Db,
  actor: Actor,
  {
    body,
    part,
    isNew = false,
    ...command
  }: SettingCommand & { readonly body: unknown; readonly part: string; readonly isNew?: boolean },
): Promise<Outcome> {
  const { setting, shown, at } = command;
  const [draft, last] = await Promise.all([findDraft(db, setting), findLast(db, setting)]);
  const known = draft ?? last;
  const same = known !== undefined && digestOfBody(known.body) === digestOfBody(body);
  const decided =
    isNew && known ? refuse('settings.taken') : same ? refuse('settings.nothing-new') : changedSince(draft, shown);
  const changed = { body: body as Json, version: shown + 1, changed_at: isoOf(at), changed_by: actor.id };
  const row: RowChange =
    shown === 0
      ? { table: 'settings.draft', op: 'insert', values: { setting, base: last?.number ?? 0, ...changed } }
      : { table: 'settings.draft', op: 'update', key: { setting }, version: shown, values: changed };
  return writeSettingAct(db, actor, {
    ...command,
    verb: 'settings.save-draft',
    content: { part, digest: digestOfBody(body) },
    decided,
    rows: [row],
    entry: { type: 'settings.drafted', body: { setting, base: draft?.base ?? last?.number ?? 0, part } },
  });
}

export async function dropDraft(db: Db, actor: Actor, command: SettingCommand): Promise<Outcome> {
  const { setting, shown } = command;
  const draft = await findDraft(db, setting);
  return writeSettingAct(db, actor, {
    ...command,
    verb: 'settings.drop-draft',
    content: {},
    decided: draft ? changedSince(draft, shown) : { kind: 'not-found' },
    rows: [{ table: 'settings.draft', op: 'delete', key: { setting } }],
    entry: { type: 'settings.draft-dropped', body: { setting } },
  });
}

/** Who has changed it since the page was shown; undefined when nobody has. */
export function changedSince(draft: SettingDraft<unknown> | undefined, shown: number): Outcome | undefined {
  if ((draft?.version ?? 0) === shown) return undefined;
  const changes = draft ? [{ type: 'settings.drafted', accountId: draft.changedBy, at: draft.changedAt }] : [];
  return { kind: 'changed', changes, version: draft?.version ?? 0 };
}
