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

const BATCH = 500;

/** At most `most`, in the order in which they ended. Each batch gives way to other requests. */
export async function* readEnded(
  db: QueryExecutorProvider,
  asked: EndedQuestion,
  most: number,
): AsyncGenerator<readonly EndedDossier[]> {
  let after: Key | undefined;
  for (let read = 0; read < most; ) {
    const rows = await readBatch(db, asked, { after, limit: Math.min(BATCH, most - read) });
    if (rows.length === 0) return;
    yield rows.map(readRow);
    read += rows.length;
    const last = rows.at(-1);
    after = last && { at: last.ended, id: last.id };
    if (rows.length < BATCH) return;
  }
}

interface Key {
  /** As the database writes it, to the microsecond. */
  readonly at: string;
  readonly id: string;
}

interface Row extends Omit<EndedDossier, 'clock' | 'parts'> {
  readonly ended: string;
  readonly clock: Parameters<typeof clockOf>[0] | null;
  readonly parts: readonly { step: string; unit: string; arrived: string; done: string }[] | null;
}

async function readBatch(
  db: QueryExecutorProvider,
  { procedure, from, to, units }: EndedQuestion,
  { after, limit }: { readonly after: Key | undefined; readonly limit: number },
): Promise<Row[]> {
  const beyond = after ? sql`(h.finished_at, h.case_id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql`true`;
  const found = await sql<Row>`
    select h.case_id as id, c.code, h.unit_id as unit, u.code as "unitCode", u.name ->> 'vi' as "unitName", h.channel,
      h.finished_at as "finishedAt", h.finished_at::text as ended,
      (select e.sealed::jsonb #>> '{body,case}' from journal.entry e
       where e.subject_id = h.case_id and e.type = 'dossiers.dossier-submitted' order by e.recorded_at limit 1) as "caseKey",
      (select json_agg(json_build_object('kind', e.kind, 'at', e.at, 'reason', e.reason, 'term', e.term, 'until', e.until) order by e.seq)
       from cases.clock_event e where e.case_id = h.case_id) as clock,
      (select json_agg(json_build_object('step', p.step, 'unit', p.unit_id, 'arrived', p.arrived_at, 'done', p.done_at) order by p.seq)
       from statistics.part p where p.case_id = h.case_id) as parts
    from statistics.handling h join cases.case c on c.id = h.case_id join organisation.unit u on u.id = h.unit_id
    where h.unit_id = any(${units}::uuid[]) and h.procedure_code = ${procedure}
      and coalesce(h.finished_at, 'infinity'::timestamptz) >= ${isoOf(from)}::timestamptz
      and coalesce(h.finished_at, 'infinity'::timestamptz) < ${isoOf(to)}::timestamptz
      and h.outcome in ('approved', 'rejected', 'refused', 'silence') and ${beyond}
    order by h.finished_at, h.case_id limit ${limit}
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
