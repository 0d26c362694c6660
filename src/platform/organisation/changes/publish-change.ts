/** Publishing a change from a day, taking it back before that day, bringing it into force on it, and turning it round afterwards. */
import { sql } from 'kysely';
import { type Day, dayOf, type Instant, isoOf } from '../../calendar/instant.ts';
import { type Actor, entryActor, isSqlState, writeAct } from '../../cases/act.ts';
import { type Refusal, refuse } from '../../cases/decision.ts';
import type { Db } from '../../db/database.ts';
import type { Json } from '../../db/json.ts';
import { programActor } from '../../identity/signed-in.ts';
import { sealEntry } from '../../journal/entry.ts';
import { type ChangeSet, findChangeSet, listPending } from './change-set.ts';
import { checkChange } from './check-change.ts';
import { answerOf, lockChanges, type SavedChange, startChange, writeChangeAct } from './save-change.ts';
import type { ItemFault, Walked } from './walk.ts';

interface Asked {
  readonly commandId: string;
  readonly at: Instant;
  readonly id: string;
  /** The version the page showed. */
  readonly shown: number;
}

export type PublishedChange = SavedChange | { readonly kind: 'faulty'; readonly faults: readonly ItemFault[] };

/**
 * From today, at once; from a later day, by the program on that day. Refusals: `organisation.day-passed`, `.nothing-to-change`,
 * `.document-needed`, `.change-published`, `.breaks-later` (a change already published for a later day would no longer be possible).
 */
export async function publishChange(
  db: Db,
  actor: Actor,
  asked: Asked & { readonly from: Day },
): Promise<PublishedChange> {
  try {
    return await publishAlone(db, actor, asked);
  } catch (error) {
    if (isOvertaken(error)) return refuse('organisation.overtaken');
    throw error;
  }
}

/** The tables say no to what was possible when it was looked at: a pack has taken the code, or somebody was seated meanwhile. */
const isOvertaken = (error: unknown): boolean => isSqlState(error, '23P01') || isSqlState(error, '23505');

async function publishAlone(
  db: Db,
  actor: Actor,
  { from, ...asked }: Asked & { readonly from: Day },
): Promise<PublishedChange> {
  const { commandId, at, id, shown } = asked;
  const content = { commandId, id, publish: from };
  return db.transaction().execute(async (trx): Promise<PublishedChange> => {
    await lockChanges(trx);
    const answered = await answerOf(trx, actor, content);
    if (answered) return answered;
    const set = await findChangeSet(trx, id);
    if (!set) return { kind: 'not-found' };
    const refused = decidePublishing(set, { shown, from, today: dayOf(at) });
    if (refused) return refused;
    const checked = await checkChange(trx, set, { from, at });
    if (checked.faults.length > 0) return { kind: 'faulty', faults: checked.faults };
    if (checked.breaks) return refuse('organisation.breaks-later', { title: checked.breaks.title });
    const written = await writeChangeAct(trx, actor, {
      id,
      version: shown + 1,
      rows: [
        {
          table: 'organisation.change_set',
          op: 'update',
          key: { id },
          version: shown,
          values: {
            state: 'published',
            from_day: from,
            version: shown + 1,
            fault: null,
            published_at: isoOf(at),
            changed_at: isoOf(at),
            changed_by: actor.id,
          },
        },
      ],
      entry: { type: 'organisation.change-published', body: { from, items: set.items.length } },
      content,
      at,
    });
    if (written.kind === 'saved' && from <= dayOf(at))
      await bringIntoForce(trx, actor, { set, from, at, walked: checked });
    return written;
  });
}

function decidePublishing(
  set: ChangeSet,
  { shown, from, today }: { readonly shown: number; readonly from: Day; readonly today: Day },
): Exclude<SavedChange, { kind: 'saved' }> | undefined {
  if (set.state !== 'draft') return refuse('organisation.change-published');
  if (set.version !== shown) return { kind: 'changed' };
  // what was done and dated yesterday was done by the offices of yesterday
  if (from < today) return refuse('organisation.day-passed');
  if (set.items.length === 0) return refuse('organisation.nothing-to-change');
  if (set.document === null) return refuse('organisation.document-needed');
  return undefined;
}

/** Before its day: it is a draft again. Refusals: `organisation.in-force-already`. */
export async function takeBack(db: Db, actor: Actor, { commandId, at, id, shown }: Asked): Promise<SavedChange> {
  const content = { commandId, id, takeBack: true };
  return db.transaction().execute(async (trx): Promise<SavedChange> => {
    await lockChanges(trx);
    const answered = await answerOf(trx, actor, content);
    if (answered) return answered;
    const set = await findChangeSet(trx, id);
    if (!set) return { kind: 'not-found' };
    if (set.state !== 'published') return refuse('organisation.in-force-already');
    if (set.version !== shown) return { kind: 'changed' };
    const values = {
      state: 'draft',
      from_day: null,
      published_at: null,
      fault: null,
      version: shown + 1,
      changed_at: isoOf(at),
      changed_by: actor.id,
    };
    return writeChangeAct(trx, actor, {
      id,
      version: shown + 1,
      rows: [{ table: 'organisation.change_set', op: 'update', key: { id }, version: shown, values }],
      entry: { type: 'organisation.change-taken-back', body: { from: set.from ?? '' } },
      content,
      at,
    });
  });
}

/** After its day: a new draft that turns every item round, to be looked at and published as any other. */
export async function reverseChange(
  db: Db,
  actor: Actor,
  { commandId, at, id, title }: Omit<Asked, 'shown'> & { readonly title: string },
): Promise<SavedChange> {
  const set = await findChangeSet(db, id);
  if (!set) return { kind: 'not-found' };
  if (set.state !== 'in-force' || set.reverse === null) return refuse('organisation.not-in-force');
  return startChange(db, actor, { commandId, at, title, items: set.reverse });
}

interface Coming {
  readonly set: ChangeSet;
  readonly from: Day;
  readonly at: Instant;
  readonly walked: Walked;
}

/** Everything of it in one transaction. */
async function bringIntoForce(trx: Db, actor: Actor, { set, from, at, walked }: Coming): Promise<void> {
  const context = { actor: entryActor(actor), at };
  await writeAct(trx, {
    rows: [
      ...walked.rows,
      {
        table: 'organisation.change_set',
        op: 'update',
        key: { id: set.id },
        values: { state: 'in-force', reverse: walked.reverse as unknown as Json, fault: null, in_force_at: isoOf(at) },
      },
    ],
    entries: [
      sealEntry(
        { type: 'organisation.change-in-force', body: { from, items: set.items.length } },
        { ...context, subject: { type: 'organisation.change_set', id: set.id } },
      ),
      ...walked.entries.map(({ account, draft }) =>
        sealEntry(draft, { ...context, subject: { type: 'identity.account', id: account } }),
      ),
    ],
  });
}

/** What is due, soonest first. One that is no longer possible stays published and says why. Answers how many came into force. */
export async function bringDueIntoForce(db: Db, at: Instant): Promise<number> {
  const actor = programActor('organisation.change');
  let done = 0;
  for (const { id, from } of await listPending(db)) {
    if (from === null || from > dayOf(at)) break;
    done += await db.transaction().execute(async (trx) => {
      await lockChanges(trx);
      const set = await findChangeSet(trx, id);
      if (set?.state !== 'published' || set.from === null || set.from > dayOf(at)) return 0;
      const fault = await tryToBring(trx, actor, { set, from: set.from, at });
      if (!fault) return 1;
      await sql`update organisation.change_set set fault = ${JSON.stringify(fault)}::jsonb where id = ${id}`.execute(
        trx,
      );
      return 0;
    });
  }
  return done;
}

async function tryToBring(
  trx: Db,
  actor: Actor,
  coming: Omit<Coming, 'walked'>,
): Promise<Pick<Refusal, 'code' | 'values'> | undefined> {
  const walked = await checkChange(trx, coming.set, coming);
  const [fault] = walked.faults;
  if (fault) return { code: fault.refusal.code, values: fault.refusal.values };
  try {
    await sql`savepoint change`.execute(trx);
    await bringIntoForce(trx, actor, { ...coming, walked });
    return undefined;
  } catch (error) {
    if (!isOvertaken(error) && !isSqlState(error, 'VC001')) throw error;
    await sql`rollback to savepoint change`.execute(trx);
    return { code: 'organisation.overtaken', values: {} };
  }
}
