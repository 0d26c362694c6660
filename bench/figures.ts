/** Figures: how long a leader waits for a month of one unit and of the province, and a guest for the open table. */
import { sql } from 'kysely';
import type { Platform } from '../src/platform/system/platform.ts';
import { DeskClient } from './desk-client.ts';

/** The busiest month that is over; by what is asked: milliseconds, the median of five. */
export async function measureFigures(platform: Platform, url: string): Promise<ReadonlyMap<string, number>> {
  const month = await findBusyMonth(platform);
  const [province, commune] = await Promise.all([findLeader(platform, 'province'), findLeader(platform, 'commune')]);
  const pages: readonly (readonly [string, string, string])[] = [
    ['month of a commune, summary', commune, `/can-bo/so-lieu?ky=${month}`],
    ['month of a commune, nine indices', commune, `/can-bo/so-lieu/chin-chi-so?ky=${month}`],
    ['month of a commune, officers', commune, `/can-bo/so-lieu/can-bo?ky=${month}`],
    ['month of the province, summary', province, `/can-bo/so-lieu?ky=${month}`],
    ['month of the province, nine indices', province, `/can-bo/so-lieu/chin-chi-so?ky=${month}`],
    ['month of the province, decision 766', province, `/can-bo/so-lieu/quyet-dinh-766?ky=${month}`],
    ['month of the province, late dossiers', province, `/can-bo/so-lieu/ho-so?ky=${month}&so=finished-late`],
    ['month of the province, open table', '', `/so-lieu?ky=${month}`],
    ['year of the province, summary', province, `/can-bo/so-lieu?ky=${month.slice(0, 4)}`],
  ];
  const found = new Map<string, number>();
  for (const [name, login, path] of pages) found.set(name, await timeOf(url, login, path));
  return found;
}

async function timeOf(url: string, login: string, path: string): Promise<number> {
  const desk = new DeskClient(url);
  if (login !== '') await desk.signIn(login);
  const times: number[] = [];
  for (let round = 0; round < 6; round++) {
    const began = performance.now();
    const { status } = await desk.get(path);
    if (status !== 200) throw new Error(`${path} was answered with ${status}`);
    times.push(performance.now() - began);
  }
  desk.close();
  // the first fills the cache
  return times.slice(1).sort((a, b) => a - b)[2] ?? 0;
}

async function findBusyMonth({ db }: Platform): Promise<string> {
  const { rows } = await sql<{ month: string }>`
    select to_char(finished_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM') as month from statistics.handling
    where finished_at is not null group by 1 order by count(*) desc limit 1
  `.execute(db);
  return rows[0]?.month ?? '2026-10';
}

/** The chairman of the province, or of the commune that decides most. */
async function findLeader({ db }: Platform, level: 'province' | 'commune'): Promise<string> {
  const { rows } = await sql<{ login: string }>`
    select a.login from organisation.unit u join organisation.area r on r.id = u.area_id
      join organisation.position p on p.unit_id = u.id and p.role = 'CT' join organisation.holding h on h.position_id = p.id
      join identity.account a on a.id = h.account_id
    where u.kind = 'people-committee' and r.level = ${level} and u.valid_to is null and h.valid_to is null
    order by (select count(*) from statistics.handling n where n.unit_id = u.id) desc, a.login limit 1
  `.execute(db);
  if (!rows[0]) throw new Error(`nobody leads a ${level}`);
  return rows[0].login;
}
