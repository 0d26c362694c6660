/** The points of one dossier: its row of numbers and its parts, for whoever's unit decided it or had a part in it. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Instant } from '../../platform/calendar/instant.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { CountedUnit } from '../../platform/organisation/counted-units.ts';
import { nameStep } from './list-counted.ts';
import type { Standing } from './tables.ts';

export interface DossierPoints {
  readonly caseId: string;
  readonly code: string;
  readonly procedure: string;
  readonly unit: LocalText;
  readonly unitId: string;
  readonly receivedAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly finishedAt: Instant | null;
  readonly standing: Standing | null;
  readonly parts: readonly ShownPart[];
  /** Units that the dossier's own page is open to. */
  readonly openTo: readonly string[];
}

export interface ShownPart {
  readonly seq: number;
  readonly step: string;
  readonly stepName: LocalText;
  readonly unit: LocalText;
  readonly person: string | null;
  readonly arrivedAt: Instant;
  readonly dueAt: Instant | null;
  readonly doneAt: Instant;
  readonly standing: Standing;
}

/** Undefined beyond the units as for a code that is none. */
export async function findPoints(
  db: QueryExecutorProvider,
  code: string,
  units: readonly CountedUnit[],
): Promise<DossierPoints | undefined> {
  const ids = units.map(({ id }) => id);
  const found = await sql<Omit<DossierPoints, 'parts'> & { definition: string | null }>`
    select c.id as "caseId", c.code, c.title as procedure, u.name as unit, h.unit_id as "unitId", h.received_at as "receivedAt",
      h.finished_at as "finishedAt", h.standing, h.term_due[cardinality(h.term_due)] as "dueAt", c.definition_id as definition,
      array_remove(array[c.competent_unit, c.receiving_unit, c.holding_unit], null)::text[] as "openTo"
    from cases.case c join statistics.handling h on h.case_id = c.id join organisation.unit u on u.id = h.unit_id
    where c.code = ${code} and (h.unit_id = any(${ids}::uuid[])
      or exists (select 1 from statistics.part p where p.case_id = c.id and p.unit_id = any(${ids}::uuid[])))
  `.execute(db);
  const row = found.rows[0];
  if (!row) return undefined;
  const { definition, ...dossier } = row;
  return { ...dossier, parts: await listParts(db, row.caseId, definition) };
}

async function listParts(db: QueryExecutorProvider, caseId: string, definition: string | null): Promise<ShownPart[]> {
  const found = await sql<Omit<ShownPart, 'stepName'>>`
    select p.seq, p.step, u.name as unit, a.name as person, p.arrived_at as "arrivedAt", p.due_at as "dueAt", p.done_at as "doneAt", p.standing
    from statistics.part p join organisation.unit u on u.id = p.unit_id left join identity.account a on a.id = p.account_id
    where p.case_id = ${caseId} order by p.seq
  `.execute(db);
  return Promise.all(
    found.rows.map(async (part) => ({
      ...part,
      stepName: (await nameStep(db, definition, part.step)) ?? { vi: part.step },
    })),
  );
}
