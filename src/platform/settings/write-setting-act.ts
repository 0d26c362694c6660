/** Writing an act on a setting: its rows and its entry at once, once for each command. */
import type { Instant } from '../calendar/instant.ts';
import { type Actor, digestOf, entryActor, findAnswer, isSqlState, type Outcome, writeAct } from '../cases/act.ts';
import type { RowChange } from '../cases/decision.ts';
import type { Db } from '../db/database.ts';
import type { Json } from '../db/json.ts';
import { namedSubject } from '../journal/named-subject.ts';
import { type EntryDraft, sealEntry } from '../journal/entry.ts';

export interface SettingAct {
  readonly setting: string;
  readonly commandId: string;
  readonly shown: number;
  readonly at: Instant;
  readonly verb: string;
  /** What makes the same command the same. */
  readonly content: { readonly [key: string]: Json };
  /** Why nothing is written; undefined when all is well. */
  readonly decided: Outcome | undefined;
  readonly rows: readonly RowChange[];
  readonly entry: EntryDraft;
  /** Constraints that say somebody else was first, beside those of drafts and versions. */
  readonly raced?: readonly string[];
}

/** A second sending gets the first answer. `changed` when somebody else was first. */
export async function writeSettingAct(db: Db, actor: Actor, act: SettingAct): Promise<Outcome> {
  const { setting, commandId, shown, at, content } = act;
  const subject = namedSubject('setting', setting);
  const command = { commandId, caseId: subject.id, shownVersion: shown, ...content };
  const digest = digestOf(act.verb, command);
  if (act.decided) return (await findAnswer(db, actor, command, digest)) ?? act.decided;
  try {
    const entry = sealEntry(act.entry, { actor: entryActor(actor), subject, at, commandId });
    const outcome = { answer: {}, version: shown + 1 };
    await writeAct(db, {
      command: { actor: actor.id, id: commandId, digest, outcome },
      rows: act.rows,
      entries: [entry],
    });
    return { kind: 'done', ...outcome, repeated: false };
  } catch (error) {
    if (isSqlState(error, '23505', 'command_pkey')) {
      const answer = await findAnswer(db, actor, command, digest);
      if (answer) return answer;
    }
    const raced = ['draft_pkey', 'version_pkey', ...(act.raced ?? [])].some((name) => isSqlState(error, '23505', name));
    if (!raced && !isSqlState(error, 'VC001')) throw error;
    return { kind: 'changed', changes: [], version: shown };
  }
}
