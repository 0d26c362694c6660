/** Officers' lists and search: how long the slowest twentieth waits. */
import { sql } from 'kysely';
import { type Instant, systemClock } from '../src/platform/calendar/instant.ts';
import { listQueue, QUEUES } from '../src/platform/cases/queues.ts';
import type { Platform } from '../src/platform/system/platform.ts';
import { searchProcedures } from '../src/systems/procedures/index.ts';

const p95 = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;

async function timesOf(asks: readonly (() => Promise<unknown>)[], rounds: number): Promise<number[]> {
  for (const ask of asks) await ask();
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const ask of asks) {
      const began = performance.now();
      await ask();
      times.push(performance.now() - began);
    }
  }
  return times;
}

/** p95 in milliseconds over the twenty units that hold most, by queue. */
export async function measureLists(platform: Platform): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ unit: string }>`
    select holding_unit as unit from cases.case where holding_unit is not null group by 1 order by count(*) desc limit 20
  `.execute(platform.db);
  const at = systemClock();
  const soonUntil = (at + 2 * 86_400_000) as Instant;
  const found = new Map<string, number>();
  for (const queue of QUEUES) {
    const asks = rows.map(
      ({ unit }) =>
        () =>
          listQueue(
            platform.db,
            { accountId: unit, units: [unit], roles: ['TN', 'CV'] },
            { kind: 'dossier', queue, limit: 50, at, soonUntil },
          ),
    );
    found.set(queue, p95(await timesOf(asks, 5)));
  }
  return found;
}

const WORDS = [
  'khai sinh',
  'ket hon',
  'đất đai',
  'ho kinh doanh',
  'chứng thực bản sao',
  'thường trú',
  'giay phep xay dung',
  'tro cap',
  'khai sih',
  'quang cao',
];

export async function measureSearch(platform: Platform): Promise<{ p95: number; procedures: number }> {
  const asks = WORDS.map((text) => () => searchProcedures(platform.db, { text, limit: 20 }));
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from procedures.procedure`.execute(
    platform.db,
  );
  return { p95: p95(await timesOf(asks, 10)), procedures: rows[0]?.count ?? 0 };
}
