/** Case changes: which cases the journal tells of, as this process learns it; one reader for all who look on, and none while nobody does. */
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';

export interface CaseChange {
  readonly caseId: string;
  /** Who holds it now. */
  readonly holdingUnit: string | null;
}

export interface CaseWatch {
  /** Resolves once a change that matters has come, or the time is over, or the watch has ended. Rejects when the journal can't be read. */
  wait(matters: (change: CaseChange) => boolean, atMostMs: number): Promise<void>;
}

export interface CaseChanges {
  /** Misses nothing that is written after it has resolved; ends with the signal. */
  watch(signal: AbortSignal): Promise<CaseWatch>;
}

/** One read of an index while somebody looks on; what is written is to be seen within a second, of which the positions take some. */
const POLL_MS = 250;
const BATCH = 1000;

/** Entries come by position, the order of settled entries: what another process wrote is seen as well, and none that commits late is passed over. */
export function followCases(db: Db): CaseChanges {
  const watchers = new Set<Watcher>();
  let position = 0;
  let started: Promise<void> | undefined;

  async function start(): Promise<void> {
    position = (await db.selectFrom('journal.sequencer').select('position').executeTakeFirstOrThrow()).position;
    readLater();
  }

  /** Winds down by itself when the last watcher has gone. */
  function readLater(): void {
    if (watchers.size === 0) started = undefined;
    else setTimeout(() => void readOn(), POLL_MS).unref();
  }

  async function readOn(): Promise<void> {
    try {
      const read = await listAfter(db, position);
      position = read.at(-1)?.position ?? position;
      const changes = read.filter((entry): entry is CaseChange & Positioned => entry.caseId !== null);
      for (const watcher of watchers) watcher.tell(changes);
    } catch (error) {
      for (const watcher of watchers) watcher.lose(error as Error);
    }
    readLater();
  }

  return {
    async watch(signal) {
      const watcher = makeWatcher(signal);
      watchers.add(watcher);
      signal.addEventListener('abort', () => watchers.delete(watcher), { once: true });
      try {
        await (started ??= start());
      } catch (error) {
        watchers.delete(watcher);
        started = undefined;
        throw error;
      }
      return watcher;
    },
  };
}

interface Watcher extends CaseWatch {
  tell(changes: readonly CaseChange[]): void;
  lose(error: Error): void;
}

function makeWatcher(signal: AbortSignal): Watcher {
  let untold: CaseChange[] = [];
  let lost: Error | undefined;
  let look: () => void = () => undefined;
  signal.addEventListener('abort', () => look(), { once: true });
  return {
    tell(changes) {
      untold.push(...changes);
      look();
    },
    lose(error) {
      lost = error;
      look();
    },
    async wait(matters, atMostMs) {
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(resolve, atMostMs);
        look = () => {
          if (lost === undefined && !signal.aborted && !untold.some(matters)) return;
          clearTimeout(timer);
          if (lost && !signal.aborted) reject(lost);
          else resolve();
        };
        look();
      });
      look = () => undefined;
      untold = [];
    },
  };
}

interface Positioned {
  readonly position: number;
}

async function listAfter(
  db: Db,
  position: number,
): Promise<(Positioned & (CaseChange | { readonly caseId: null; readonly holdingUnit: null }))[]> {
  const rows = await sql<Positioned & CaseChange>`
    select p.position, c.id as "caseId", c.holding_unit as "holdingUnit"
    from (select position, entry_id from journal.position where position > ${position} order by position limit ${BATCH}) p
    join journal.entry e on e.id = p.entry_id left join cases.case c on c.id = e.subject_id
    order by p.position
  `.execute(db);
  return rows.rows;
}
