/** Subscribers: readers of the journal that work entry by entry, in order, exactly once in the database. */
import { sql } from 'kysely';
import { type Clock, isoOf } from '../calendar/instant.ts';
import type { Db } from '../db/database.ts';
import { type ReadEntry, readEntry } from './entry.ts';

export interface Subscriber {
  /** `system.purpose`: names its cursor, so it never changes. */
  readonly name: string;
  /** Entry types it wants; others only move its cursor. */
  readonly types: readonly string[];
  /** Writes its own rows or adds jobs with `trx`, which also moves the cursor. Must not call the network. */
  readonly handle: (trx: Db, entry: ReadEntry, context: { readonly position: number }) => Promise<void>;
  /** The same for all that is waiting, where that is less work than one entry after another. */
  readonly handleTogether?: (trx: Db, entries: readonly ReadEntry[]) => Promise<void>;
}

const BATCH = 200;
const ATTEMPTS = 5;
const RETRY_SECONDS = [5, 30, 120, 600];

/** Gives settled entries their positions, then lets each subscriber catch up. Answers how many entries were handled. */
export async function runSubscribers(db: Db, subscribers: readonly Subscriber[], clock: Clock): Promise<number> {
  await sql`select journal.assign_positions()`.execute(db);
  let handled = 0;
  for (const subscriber of subscribers) {
    for (let more = true; more; ) {
      const batch = await readOn(db, subscriber, clock);
      handled += batch;
      more = batch === BATCH;
    }
    handled += await retryParked(db, subscriber, clock);
  }
  return handled;
}

async function readOn(db: Db, subscriber: Subscriber, clock: Clock): Promise<number> {
  await sql`insert into journal.cursor (subscriber) values (${subscriber.name}) on conflict do nothing`.execute(db);
  try {
    return await readBatch(db, subscriber, clock, { apart: false });
  } catch {
    // One entry failed, and with it the whole batch is undone: each now stands by itself, and what fails is parked with its reason.
    return readBatch(db, subscriber, clock, { apart: true });
  }
}

/** Together is two statements less for every entry; apart, and while any of them are parked, a failure touches its own subject alone. */
async function readBatch(
  db: Db,
  subscriber: Subscriber,
  clock: Clock,
  { apart }: { readonly apart: boolean },
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const cursor = await lockCursor(trx, subscriber);
    if (!cursor) return 0;
    const rows = await listAfter(trx, cursor.position);
    const wanted = rows.filter(({ type }) => subscriber.types.includes(type));
    if (apart || cursor.parked) for (const row of wanted) await handleOrPark(trx, subscriber, row, clock);
    else await handleAll(trx, subscriber, wanted);
    const last = rows.at(-1);
    if (last)
      await trx
        .updateTable('journal.cursor')
        .set({ position: last.position })
        .where('subscriber', '=', subscriber.name)
        .execute();
    return rows.length;
  });
}

async function handleAll(trx: Db, subscriber: Subscriber, rows: readonly PositionedEntry[]): Promise<void> {
  if (subscriber.handleTogether && rows.length > 0)
    await subscriber.handleTogether(
      trx,
      rows.map(({ sealed }) => readEntry(sealed)),
    );
  else for (const row of rows) await subscriber.handle(trx, readEntry(row.sealed), row);
}

/** Undefined while another process holds it. */
async function lockCursor(
  trx: Db,
  { name }: Subscriber,
): Promise<{ readonly position: number; readonly parked: boolean } | undefined> {
  const rows = await sql<{ position: number; parked: boolean }>`
    select c.position, exists (select 1 from journal.parked k where k.subscriber = c.subscriber) as parked
    from journal.cursor c where c.subscriber = ${name} for update of c skip locked
  `.execute(trx);
  return rows.rows[0];
}

interface PositionedEntry {
  position: number;
  type: string;
  subject_id: string;
  sealed: string;
}

async function listAfter(trx: Db, position: number): Promise<PositionedEntry[]> {
  return trx
    .selectFrom('journal.position as p')
    .innerJoin('journal.entry as e', 'e.id', 'p.entry_id')
    .select(['p.position', 'e.type', 'e.subject_id', 'e.sealed'])
    .where('p.position', '>', position)
    .orderBy('p.position')
    .limit(BATCH)
    .execute();
}

/** An entry that fails is parked, and later ones of its subject wait behind it; everybody else goes on. */
async function handleOrPark(trx: Db, subscriber: Subscriber, row: PositionedEntry, clock: Clock): Promise<void> {
  const blocked = await trx
    .selectFrom('journal.parked')
    .select('position')
    .where('subscriber', '=', subscriber.name)
    .where('subject_id', '=', row.subject_id)
    .limit(1)
    .executeTakeFirst();
  const failure = blocked ? 'waits behind an earlier entry of its subject' : await tryHandle(trx, subscriber, row);
  if (failure === undefined) return;
  await trx
    .insertInto('journal.parked')
    .values({
      subscriber: subscriber.name,
      position: row.position,
      subject_id: row.subject_id,
      attempts: blocked ? 0 : 1,
      last_error: failure,
      retry_at: isoOf((clock() + 5000) as ReturnType<Clock>),
    })
    .execute();
}

async function tryHandle(trx: Db, subscriber: Subscriber, row: PositionedEntry): Promise<string | undefined> {
  await sql`savepoint handling`.execute(trx);
  try {
    await subscriber.handle(trx, readEntry(row.sealed), { position: row.position });
    await sql`release savepoint handling`.execute(trx);
    return undefined;
  } catch (error) {
    await sql`rollback to savepoint handling`.execute(trx);
    return (error as Error).message.slice(0, 2000);
  }
}

/** Tries the earliest parked entry of each subject whose time has come; after five attempts a person must replay it. */
async function retryParked(db: Db, subscriber: Subscriber, clock: Clock): Promise<number> {
  const due = await sql<PositionedEntry & { attempts: number }>`
    select distinct on (k.subject_id) k.position, k.subject_id, k.attempts, e.type, e.sealed
    from journal.parked k join journal.position p on p.position = k.position join journal.entry e on e.id = p.entry_id
    where k.subscriber = ${subscriber.name} order by k.subject_id, k.position
  `.execute(db);
  let handled = 0;
  for (const row of due.rows) handled += await retryOne(db, subscriber, row, clock);
  return handled;
}

async function retryOne(db: Db, subscriber: Subscriber, row: PositionedEntry, clock: Clock): Promise<number> {
  const now = clock();
  return db.transaction().execute(async (trx) => {
    const mine = await trx
      .selectFrom('journal.parked')
      .select(['attempts', 'retry_at'])
      .where('subscriber', '=', subscriber.name)
      .where('position', '=', row.position)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!mine || mine.retry_at === null || mine.retry_at > now) return 0;
    const failure = await tryHandle(trx, subscriber, row);
    const parked = sql`subscriber = ${subscriber.name} and position = ${row.position}`;
    if (failure === undefined) {
      await sql`delete from journal.parked where ${parked}`.execute(trx);
      return 1;
    }
    const attempts = mine.attempts + 1;
    const wait =
      attempts >= ATTEMPTS ? null : isoOf((now + 1000 * (RETRY_SECONDS[attempts - 1] ?? 600)) as ReturnType<Clock>);
    await sql`update journal.parked set attempts = ${attempts}, last_error = ${failure}, retry_at = ${wait} where ${parked}`.execute(
      trx,
    );
    return 0;
  });
}

/** An administrator's replay of an entry that used up its tries: they begin again. False when it is not parked, or is still being tried. */
export async function replayParked(db: Db, subscriber: string, position: number, clock: Clock): Promise<boolean> {
  const replayed = await db
    .updateTable('journal.parked')
    .set({ attempts: 0, retry_at: isoOf(clock()) })
    .where('subscriber', '=', subscriber)
    .where('position', '=', position)
    .where('retry_at', 'is', null)
    .executeTakeFirst();
  return replayed.numUpdatedRows > 0n;
}
