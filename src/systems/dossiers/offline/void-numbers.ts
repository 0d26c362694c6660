/** Voiding numbers (hủy số): what was reserved and is not used when the counter closes its day, or when it forgot to, is crossed out by an act. */
import { dayOf, type Instant, isoOf } from '../../../platform/calendar/instant.ts';
import {
  type ActEnvironment,
  type Actor,
  type Command,
  digestOf,
  entryActor,
  findAnswer,
  isSqlState,
  type Outcome,
  writeAct,
} from '../../../platform/cases/act.ts';
import { refuse, type RowChange } from '../../../platform/cases/decision.ts';
import { newId } from '../../../platform/db/ids.ts';
import { programActor } from '../../../platform/identity/signed-in.ts';
import { type EntryDraft, type SealedEntry, sealEntry } from '../../../platform/journal/entry.ts';
import type { Platform } from '../../../platform/system/platform.ts';
import type { DossierTables } from '../tables.ts';
import { listForgotten, listHeld, type ReservedNumber, type VoidReason } from './reserved-numbers.ts';

type Env = ActEnvironment<DossierTables>;

const CLOSE = 'dossiers.close-numbers';
export const VOID_FORGOTTEN = 'dossiers.void-forgotten-numbers';
/** Half past midnight at UTC+7. */
export const VOID_FORGOTTEN_AT = '30 17 * * *';
const BATCH = 200;

/** The officer's own, of today and before. The command's `caseId` is the officer's account. */
export async function closeNumbers(env: Env, actor: Actor, command: Command): Promise<Outcome> {
  const digest = digestOf(CLOSE, command);
  const held = await listHeld(env.db, actor.id);
  const answered = await findAnswer(env.db, actor, command, digest);
  if (answered) return answered;
  if (held.length === 0) return refuse('dossiers.no-numbers-held');
  const at = env.clock();
  const answer = { codes: held.map(({ code }) => code) };
  try {
    await writeAct(env.db, {
      command: { actor: actor.id, id: command.commandId, digest, outcome: { answer, version: 1 } },
      rows: held.map((one) => voided(one, 'closed', at)),
      entries: entriesOf(held, { actor, at, why: 'closed', commandId: command.commandId }),
    });
    return { kind: 'done', answer, version: 1, repeated: false };
  } catch (error) {
    // one of them was used meanwhile: what is left is looked at again
    if (isSqlState(error, 'VC001')) return closeNumbers(env, actor, command);
    if (!isSqlState(error, '23505', 'command_pkey')) throw error;
    return (await findAnswer(env.db, actor, command, digest)) ?? { kind: 'command-reused' };
  }
}

/** Of days that nobody closed. A number that is used in this very moment is left alone until the next night. */
export async function voidForgotten({ acting: env }: Pick<Platform<DossierTables>, 'acting'>): Promise<number> {
  const actor = programActor(VOID_FORGOTTEN);
  let count = 0;
  for (;;) {
    const at = env.clock();
    const left = await listForgotten(env.db, dayOf(at), BATCH);
    if (left.length === 0) return count;
    try {
      await writeAct(env.db, {
        rows: left.map((one) => voided(one, 'forgotten', at)),
        entries: entriesOf(left, { actor, at, why: 'forgotten', commandId: newId() }),
      });
      count += left.length;
    } catch (error) {
      if (!isSqlState(error, 'VC001')) throw error;
    }
  }
}

/** As a row of an act; `instead` is the dossier that got another number for this one. */
export const voided = (
  { code, version }: Pick<ReservedNumber, 'code' | 'version'>,
  why: VoidReason,
  at: Instant,
  instead: string | null = null,
): RowChange => ({
  table: 'dossiers.reserved_number',
  op: 'update',
  key: { code },
  values: { state: 'voided', why, settled_at: isoOf(at), case_id: instead, version: version + 1 },
  version,
});

export const voidedEntry = (
  blockId: string,
  { unitId, day }: Pick<ReservedNumber, 'unitId' | 'day'>,
  { codes, why }: { readonly codes: readonly string[]; readonly why: VoidReason },
): EntryDraft => ({
  type: 'dossiers.numbers-voided',
  dims: { unit: unitId },
  body: { day, codes, why },
  subject: { type: 'dossiers.number-block', id: blockId },
});

/** One for each block: its story is read in one place. */
function entriesOf(
  numbers: readonly ReservedNumber[],
  { actor, at, why, commandId }: { actor: Actor; at: Instant; why: VoidReason; commandId: string },
): SealedEntry[] {
  const blocks = Map.groupBy(numbers, ({ blockId }) => blockId);
  return [...blocks].flatMap(([blockId, held]) => {
    const [first] = held;
    if (!first) return [];
    const entry = voidedEntry(blockId, first, { codes: held.map(({ code }) => code), why });
    const subject = { type: 'dossiers.number-block', id: blockId };
    return [sealEntry(entry, { actor: entryActor(actor), subject, at, commandId })];
  });
}
