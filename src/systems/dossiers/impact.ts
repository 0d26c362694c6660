/** Impact (ảnh hưởng): which open dossiers a change touches, and what it would do to each. Nothing is changed by asking. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Instant } from '../../platform/calendar/instant.ts';
import type { LegalClock } from '../../platform/cases/legal-clock.ts';
import type { Db } from '../../platform/db/database.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import { isMoved, listRunning, type RunningDossier, type Times, timesBy } from './running-dossiers.ts';

export interface TouchedDossier {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly unit: LocalText;
  readonly dueAt: Instant | null;
}

export interface Touched {
  /** All there are. */
  readonly count: number;
  readonly dossiers: readonly TouchedDossier[];
}

export interface ListQuestion {
  /** Units within reach; left out, all. */
  readonly units?: readonly string[];
  readonly after?: string;
  readonly limit: number;
}

/** Open dossiers of a procedure: each goes on by the version it was submitted under, whatever is published. */
export const listOfProcedure = (db: QueryExecutorProvider, code: string, asked: ListQuestion): Promise<Touched> =>
  listTouched(db, sql`d.procedure_code = ${code}`, asked);

/** Open dossiers that a unit decides, receives or holds: with its end each goes on at the unit that succeeds it. */
export const listOfUnit = (db: QueryExecutorProvider, unit: string, asked: ListQuestion): Promise<Touched> =>
  listTouched(db, sql`${unit}::uuid in (c.competent_unit, c.receiving_unit, c.holding_unit)`, asked);

async function listTouched(
  db: QueryExecutorProvider,
  condition: ReturnType<typeof sql>,
  { units, after, limit }: ListQuestion,
): Promise<Touched> {
  const touched = sql`
    from cases.case c join dossiers.dossier d on d.case_id = c.id
    where c.kind = 'dossier' and c.closed_at is null and ${condition}
      and ${units ? sql`c.competent_unit = any(${units}::uuid[])` : sql`true`}`;
  const [counted, listed] = await Promise.all([
    sql<{ count: number }>`select count(*)::integer as count ${touched}`.execute(db),
    sql<TouchedDossier>`
      select c.id, c.code, c.title, c.due_at as "dueAt",
        (select u.name from organisation.unit u where u.id = c.competent_unit) as unit
      ${touched} and ${after ? sql`c.id > ${after}` : sql`true`} order by c.id limit ${limit}
    `.execute(db),
  ]);
  return { count: counted.rows[0]?.count ?? 0, dossiers: listed.rows };
}

export interface MovedDossier extends Pick<RunningDossier, 'id' | 'code' | 'title'> {
  readonly was: Times;
  readonly is: Times;
}

export interface Moved {
  /** Looked at, of all that run a time. */
  readonly looked: number;
  readonly count: number;
  /** The first of them. */
  readonly dossiers: readonly MovedDossier[];
  /** There are more than were looked at. */
  readonly cut: boolean;
}

const BATCH = 500;
/** What one page looks through. */
const MOST = 20_000;

/** What a calendar would move, each time before and after. */
export async function listMovedBy(
  db: Db,
  legal: LegalClock,
  { limit, units, at }: Pick<ListQuestion, 'limit' | 'units'> & { readonly at: Instant },
): Promise<Moved> {
  const dossiers: MovedDossier[] = [];
  let [looked, count, after] = [0, 0, ''];
  for (;;) {
    const page = await listRunning(db, { after, limit: BATCH, ...(units && { units }) });
    looked += page.length;
    for (const dossier of page) {
      const is = timesBy(dossier, legal, at);
      if (!isMoved(dossier.times, is)) continue;
      count += 1;
      const { id, code, title, times } = dossier;
      if (dossiers.length < limit) dossiers.push({ id, code, title, was: times, is });
    }
    after = page.at(-1)?.id ?? '';
    if (page.length < BATCH || looked >= MOST) return { looked, count, dossiers, cut: page.length === BATCH };
  }
}
