/** Names of the organisation that definitions speak of by key: offices and roles. */
import type { QueryExecutorProvider } from 'kysely';
import { sql } from 'kysely';
import type { LocalText } from '../../platform/i18n/local-text.ts';

export interface OrganisationNames {
  readonly unitsByKey: ReadonlyMap<string, LocalText>;
  readonly roles: ReadonlyMap<string, LocalText>;
}

/** Offices are named by key only when definitions name them so: departments of the province. */
export async function readOrganisationNames(db: QueryExecutorProvider): Promise<OrganisationNames> {
  const rows = await sql<{ key: string; name: LocalText; is: 'unit' | 'role' }>`
    select key, name, 'unit' as is from organisation.unit where kind in ('department', 'land-office', 'police') and key not like '%@%'
    union all select key, name, 'role' from organisation.role
  `.execute(db);
  const named = (is: 'unit' | 'role') =>
    new Map(rows.rows.flatMap((row) => (row.is === is ? [[row.key, row.name]] : [])));
  return { unitsByKey: named('unit'), roles: named('role') };
}
