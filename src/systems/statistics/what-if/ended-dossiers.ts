/** Ended dossiers of a procedure and a month, some at a time, each with its clock and its parts as they were. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { type Instant, instant, isoOf } from '../../../platform/calendar/instant.ts';
import { clockOf } from '../../../platform/cases/load-case.ts';
import type { EndedDossier } from './try-terms.ts';

export interface EndedQuestion {
  readonly procedure: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly units: readonly string[];
}

/** A fifth of a second of reckoning at most, then other requests have their turn. */
const BATCH = 200;

/**
 * At most `most`, in the order in which they ended. Which they are is asked once: a month of a hundred thousand is sorted
 * once and held as ids; asked page by page it would be sorted for each page.
 */
export async function* readEnded(
  db: QueryExecutorProvider,
  asked: EndedQuestion,
  most: number,
): AsyncGenerator<readonly EndedDossier[]> {
  const ids = await listEnded(db, asked, most);
  for (let read = 0; read < ids.length; read += BATCH)
    yield (await readBatch(db, ids.slice(read, read + BATCH))).map(readRow);
}

interface Row extends Omit<EndedDossier, 'clock' | 'parts'> {
  readonly clock: Parameters<typeof clockOf>[0] | null;
  readonly parts: readonly { step: string; unit: string; arrived: string; done: string }[] | null;
}

async function listEnded(
  db: QueryExecutorProvider,
  { procedure, from, to, units }: EndedQuestion,
  most: number,
): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    select h.case_id as id from statistics.handling h
    where h.unit_id = any(${units}::uuid[]) and h.procedure_code = ${procedure}
      and coalesce(h.finished_at, 'infinity'::timestamptz) >= ${isoOf(from)}::timestamptz
      and coalesce(h.finished_at, 'infinity'::timestamptz) < ${isoOf(to)}::timestamptz
      and h.outcome in ('approved', 'rejected', 'refused', 'silence')
    order by h.finished_at, h.case_id limit ${most}
  `.execute(db);
  return found.rows.map(({ id }) => id);
}

async function readBatch(db: QueryExecutorProvider, ids: readonly string[]): Promise<Row[]> {
  const found = await sql<Row>`
    select h.case_id as id, c.code, h.unit_id as unit, u.code as "unitCode", u.name ->> 'vi' as "unitName", h.channel,
      h.finished_at as "finishedAt",
      (select e.sealed::jsonb #>> '{body,case}' from journal.entry e
       where e.subject_id = h.case_id and e.type = 'dossiers.dossier-submitted' order by e.recorded_at limit 1) as "caseKey",
      (select json_agg(json_build_object('kind', e.kind, 'at', e.at, 'reason', e.reason, 'term', e.term, 'until', e.until) order by e.seq)
       from cases.clock_event e where e.case_id = h.case_id) as clock,
      (select json_agg(json_build_object('step', p.step, 'unit', p.unit_id, 'arrived', p.arrived_at, 'done', p.done_at) order by p.seq)
       from statistics.part p where p.case_id = h.case_id) as parts
    from unnest(${ids}::uuid[]) with ordinality asked (id, place)
      join statistics.handling h on h.case_id = asked.id join cases.case c on c.id = h.case_id
      join organisation.unit u on u.id = h.unit_id
    order by asked.place
  `.execute(db);
  return found.rows;
}

const readRow = ({ clock, parts, ...row }: Row): EndedDossier => ({
  ...row,
  clock: clockOf(clock ?? []),
  parts: (parts ?? []).map(({ step, unit, arrived, done }) => ({
    step,
    unit,
    arrivedAt: instant(arrived),
    doneAt: instant(done),
  })),
});
