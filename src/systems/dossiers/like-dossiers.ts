/** Like dossiers (hồ sơ trùng): what the same person has open under the same procedure, wherever it was received; pointed out at the counter before another is made. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Instant } from '../../platform/calendar/instant.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import { fold } from '../../platform/text/fold.ts';

export interface LikeDossier {
  readonly code: string;
  readonly receivedAt: Instant;
  readonly office: LocalText;
}

interface Alike {
  readonly procedure: string;
  readonly name: string;
  /** Of the applicant; without one only the name and the year’s same days could tell, so nothing is said. */
  readonly personalNumber: string;
  /** The one being made. */
  readonly except: string;
}

const MOST = 5;

/** By the name in the index of lists, then by the number that was given with it. */
export async function findLikeDossiers(
  db: QueryExecutorProvider,
  { procedure, name, personalNumber, except }: Alike,
): Promise<readonly LikeDossier[]> {
  if (personalNumber === '' || name === '') return [];
  const found = await sql<LikeDossier>`
    select c.code, coalesce(c.received_at, c.opened_at) as "receivedAt", u.name as office
    from cases.case c join dossiers.dossier d on d.case_id = c.id join organisation.unit u on u.id = c.receiving_unit
    where c.kind = 'dossier' and c.closed_at is null and d.procedure_code = ${procedure} and c.id <> ${except}
      and c.search like ${`%${fold(name).replaceAll(/[\\%_]/g, '\\$&')}%`}
      and exists (select 1 from journal.content t where t.subject_id = c.id and t.name = 'applicant'
        and t.body::jsonb ->> 'personalNumber' = ${personalNumber})
    order by c.opened_at desc limit ${MOST}
  `.execute(db);
  return found.rows;
}
