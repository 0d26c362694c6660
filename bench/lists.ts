/** Officers' lists and search: how long the slowest twentieth waits. */
import { sql } from 'kysely';
import { QUEUES } from '../src/platform/cases/queues.ts';
import type { Platform } from '../src/platform/system/platform.ts';
import { QUEUE_SLUGS } from '../src/systems/dossiers/queue-asked.ts';
import { searchProcedures } from '../src/systems/procedures/index.ts';
import { DeskClient } from './desk-client.ts';

export const p95 = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;

export async function timesOf(asks: readonly (() => Promise<unknown>)[], rounds: number): Promise<number[]> {
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

/** One officer of each role in the twenty units that hold most: leaders see the units under theirs too. */
async function listDesks(platform: Platform): Promise<string[]> {
  const { rows } = await sql<{ login: string }>`
    with busy as (
      select holding_unit as unit from cases.case where closed_at is null group by 1 order by count(*) desc limit 20
    )
    select distinct on (p.unit_id, p.role) a.login from busy
      join organisation.position p on p.unit_id = busy.unit and p.role = any(${ROLES}::text[])
      join organisation.holding h on h.position_id = p.id join identity.account a on a.id = h.account_id
    where h.valid_to is null and p.valid_to is null order by p.unit_id, p.role, a.login
  `.execute(platform.db);
  return rows.map(({ login }) => login);
}

const ROLES = ['TN', 'HT', 'CV', 'LP', 'CT', 'VT', 'LD', 'GD', 'DK'];

/** Each queue's page with its thirty rows and all its counts, as an officer's browser gets it: p95 in milliseconds by queue. */
export async function measureLists(platform: Platform, url: string): Promise<ReadonlyMap<string, number>> {
  const desks = await Promise.all(
    (await listDesks(platform)).map(async (login) => {
      const desk = new DeskClient(url);
      await desk.signIn(login);
      return desk;
    }),
  );
  const found = new Map<string, number>();
  for (const queue of QUEUES) {
    const asks = desks.map((desk) => async () => {
      const { status } = await desk.get(`/can-bo/ho-so?hang=${QUEUE_SLUGS[queue]}`);
      if (status !== 200) throw new Error(`the list ${queue} was answered with ${status}`);
    });
    found.set(queue, p95(await timesOf(asks, 5)));
  }
  for (const desk of desks) desk.close();
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
