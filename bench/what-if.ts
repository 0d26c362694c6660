/** What if: how long it takes to try another term on a month of one procedure, how much memory that holds, and how long others wait for it. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { sql } from 'kysely';
import { findInstant, type Instant } from '../src/platform/calendar/instant.ts';
import type { Db } from '../src/platform/db/database.ts';
import type { Platform } from '../src/platform/system/platform.ts';
import { findProcedure, getVersion } from '../src/systems/procedures/index.ts';
import { askWhatIf, termsOf } from '../src/systems/statistics/what-if/ask-what-if.ts';

/** A procedure and a month of it. */
export interface TriedMonth {
  readonly procedure: string;
  /** `2026-10` */
  readonly month: string;
}

export interface WhatIfTimes {
  readonly tried: number;
  readonly seconds: number;
  /** Above what the process held before, at most, in MB (10^6 bytes). */
  readonly memory: number;
  /** The longest that nothing else had its turn, in ms. */
  readonly blocked: number;
}

/** Where most has ended. */
export async function findTriedMonth(db: Db): Promise<TriedMonth> {
  const { rows } = await sql<TriedMonth>`
    select procedure_code as procedure, to_char(finished_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM') as month
    from statistics.handling where outcome in ('approved', 'rejected', 'refused', 'silence')
    group by 1, 2 order by count(*) desc limit 1
  `.execute(db);
  if (!rows[0]) throw new Error('no dossier has ended');
  return rows[0];
}

export async function measureWhatIf(platform: Platform, { procedure, month }: TriedMonth): Promise<WhatIfTimes> {
  const { db, acting } = platform;
  const [from, to] = [month, monthAfter(month)].map((key) => findInstant(`${key}-01T00:00`)) as [Instant, Instant];
  const found = (await findProcedure(db, procedure, `${month}-28`))?.version;
  const definition = found && (await getVersion(db, found.id))?.definition;
  if (!definition) throw new Error(`there is no version of ${procedure}`);
  const units = await sql<{ id: string }>`select distinct unit_id as id from statistics.handling`.execute(db);
  const question = { procedure, from, to, units: units.rows.map(({ id }) => id) };
  const trying = { question, present: termsOf(definition), other: termsOf(definition, '2wd'), legal: acting.legal };
  const before = process.memoryUsage().rss;
  let most = before;
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const began = performance.now();
  let seen = 0;
  const { total } = await askWhatIf(db, trying, () => {
    seen += 1;
    if (seen % 1000 === 0) most = Math.max(most, process.memoryUsage().rss);
  });
  delay.disable();
  return {
    tried: total,
    seconds: (performance.now() - began) / 1000,
    memory: Math.round((most - before) / 1e6),
    blocked: Math.round(delay.max / 1e6),
  };
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
