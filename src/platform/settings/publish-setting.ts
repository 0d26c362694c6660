/** Publishing a setting (công bố): the draft, or an earlier version's body, becomes the next version, in force from a day, by a decision with number and date. */
import { type Day, dayOf } from '../calendar/instant.ts';
import type { Actor, Outcome } from '../cases/act.ts';
import { type RowChange, refuse } from '../cases/decision.ts';
import type { Db } from '../db/database.ts';
import { isoOf } from '../calendar/instant.ts';
import type { Json } from '../db/json.ts';
import type { Fault } from '../pack/fault.ts';
import { digestOfBody, type Setting } from './setting.ts';
import { changedSince, findDraft, type SettingCommand } from './setting-draft.ts';
import { findVersion, getLast } from './setting-versions.ts';
import { writeSettingAct } from './write-setting-act.ts';

export interface ByDecision {
  /** The first day in force: today or later. */
  readonly from: Day;
  readonly decisionNumber: string;
  readonly decisionDay: Day;
  /** The last version as the page showed it. */
  readonly last: number;
}

export type SettingToPublish = Omit<SettingCommand, 'setting'> & ByDecision;

export type Published = Outcome | { readonly kind: 'faulty'; readonly faults: readonly Fault[] };

/** Refusals: `settings.day-passed`, `.nothing-new`. */
export async function publishDraft<Body>(
  db: Db,
  actor: Actor,
  setting: Setting<Body>,
  command: SettingToPublish,
): Promise<Published> {
  const draft = await findDraft<Body>(db, setting.name);
  const drop: RowChange = { table: 'settings.draft', op: 'delete', key: { setting: setting.name } };
  return publish(db, actor, setting, {
    ...command,
    verb: 'settings.publish-draft',
    wanted: draft?.body,
    decided: draft ? changedSince(draft, command.shown) : { kind: 'not-found' },
    copiedFrom: null,
    rows: [drop],
  });
}

/** Rolling back; a draft stays. Refusals: the same. */
export async function restoreVersion<Body>(
  db: Db,
  actor: Actor,
  setting: Setting<Body>,
  { number, ...command }: SettingToPublish & { readonly number: number },
): Promise<Published> {
  const [version, last] = await Promise.all([
    findVersion<Body>(db, setting.name, number),
    getLast(db, setting.name, setting.blank),
  ]);
  const wanted = version && (setting.comeBack ? setting.comeBack(version.body, last.body, command.from) : version.body);
  return publish(db, actor, setting, {
    ...command,
    verb: 'settings.restore-version',
    wanted,
    decided: version ? undefined : { kind: 'not-found' },
    copiedFrom: number,
    rows: [],
  });
}

interface Publishing<Body> extends SettingToPublish {
  readonly verb: string;
  readonly wanted: Body | undefined;
  readonly decided: Outcome | undefined;
  readonly copiedFrom: number | null;
  readonly rows: readonly RowChange[];
}

async function publish<Body>(
  db: Db,
  actor: Actor,
  setting: Setting<Body>,
  publishing: Publishing<Body>,
): Promise<Published> {
  const { wanted, from, decisionNumber, decisionDay, copiedFrom, at } = publishing;
  const last = await getLast(db, setting.name, setting.blank);
  const decided = publishing.decided ?? refusalOf(publishing, last);
  const body = wanted ?? last.body;
  const faults = decided ? [] : setting.check(body, last.body, from);
  const digest = digestOfBody(body);
  if (!decided && faults.length === 0)
    faults.push(...((await setting.objections?.(db, { body, digest, last: last.number })) ?? []));
  if (faults.length > 0) return { kind: 'faulty', faults };
  const number = last.number === publishing.last ? await nextNumber(db, setting.name) : 0;
  const values = {
    setting: setting.name,
    number,
    body: body as Json,
    digest,
    valid_from: from,
    origin: 'administrator',
    decision_number: decisionNumber,
    decision_day: decisionDay,
    copied_from: copiedFrom,
    published_at: isoOf(at),
    published_by: actor.id,
  };
  return writeSettingAct(db, actor, {
    ...publishing,
    setting: setting.name,
    content: { from, decisionNumber, decisionDay, copiedFrom, last: publishing.last },
    decided,
    rows: [{ table: 'settings.version', op: 'insert', values }, ...publishing.rows],
    entry: {
      type: 'settings.published',
      body: {
        setting: setting.name,
        number,
        valid_from: from,
        decision_number: decisionNumber,
        decision_day: decisionDay,
        copied_from: copiedFrom,
        digest,
        changes: setting.compare(last.body, body).map(({ key, before, after }) => ({
          what: key,
          before: before?.vi ?? null,
          after: after?.vi ?? null,
        })),
      },
    },
  });
}

function refusalOf(
  { wanted, from, at, last: shownLast }: Publishing<unknown>,
  last: { readonly number: number; readonly digest: string },
): Outcome | undefined {
  if (last.number !== shownLast) return { kind: 'changed', changes: [], version: last.number };
  if (from < dayOf(at)) return refuse('settings.day-passed');
  return digestOfBody(wanted) === last.digest ? refuse('settings.nothing-new') : undefined;
}

/** After those of the pack that wait, too. Two at once take the same, and the second is told. */
async function nextNumber(db: Db, setting: string): Promise<number> {
  const { number } = await db
    .selectFrom('settings.version')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('setting', '=', setting)
    .executeTakeFirstOrThrow();
  return number + 1;
}
