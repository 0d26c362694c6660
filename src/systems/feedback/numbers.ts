/** Public numbers (chỉ số hài lòng): for each unit how many rated, of how many answered dossiers, and how many of them are satisfied. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Instant } from '../../platform/calendar/instant.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import { countDecided } from '../dossiers/index.ts';
import { SATISFIED_FROM } from './reasons.ts';

export interface UnitNumbers {
  readonly unit: LocalText;
  /** Dossiers answered in the period: the denominator of `rated`. */
  readonly decided: number;
  /** The denominator of `satisfied`. */
  readonly rated: number;
  readonly satisfied: number;
  readonly answered: number;
}

/** Units that have answered at least one dossier since then, by name. */
export async function listUnitNumbers(db: QueryExecutorProvider, since: Instant): Promise<UnitNumbers[]> {
  const decided = await countDecided(db, since);
  if (decided.size === 0) return [];
  const found = await sql<{ id: string; unit: LocalText; rated: number; satisfied: number; answered: number }>`
    select u.id, u.name as unit, count(r.case_id)::integer as rated,
      count(*) filter (where r.score >= ${SATISFIED_FROM})::integer as satisfied, count(r.answered_at)::integer as answered
    from organisation.unit u left join feedback.rating r on r.unit_id = u.id and r.rated_at >= to_timestamp(${since / 1000})
    where u.id = any(${[...decided.keys()]}::uuid[]) group by u.id, u.name order by (u.name ->> 'vi') collate text.vi
  `.execute(db);
  return found.rows.map(({ id, ...row }) => ({ ...row, decided: decided.get(id) ?? 0 }));
}
