/** Names of what a dossier was asked for, from the version of its procedure that it pins. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import { getVersion } from '../procedures/index.ts';
import type { BilledItem } from './tables.ts';

export interface NamedItem extends BilledItem {
  readonly name: LocalText;
}

export async function listNamedItems(db: Db<never> | QueryExecutorProvider, caseId: string): Promise<NamedItem[]> {
  const found = await sql<{ items: readonly BilledItem[] | null; version: string | null }>`
    select (select b.items from payments.bill b where b.case_id = c.id) as items, c.definition_id as version
    from cases.case c where c.id = ${caseId}
  `.execute(db);
  const [row] = found.rows;
  if (!row?.items || row.items.length === 0) return [];
  const version = row.version === null ? undefined : await getVersion(db as Db<never>, row.version);
  const fees = version?.definition.fees ?? [];
  return row.items.map((item) => ({
    ...item,
    name: fees.find(({ key }) => key === item.key)?.name ?? { vi: item.key },
  }));
}
