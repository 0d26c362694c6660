/** Restoring confirmed papers from what the acts on them left in the journal. */
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { ReadEntry } from '../../platform/journal/entry.ts';
import { getVersion } from '../procedures/index.ts';

export const PAPER_TYPES: readonly string[] = ['results.paper-confirmed', 'results.paper-removed'];

export async function restorePaper(trx: Db, { type, subject, body, at }: ReadEntry): Promise<void> {
  if (type === 'results.paper-removed') {
    await sql`update results.paper set removed_at = ${at}::timestamptz where id = ${subject.id}`.execute(trx);
    return;
  }
  const said = body as Readonly<Record<string, string | null>>;
  const version = await getVersion(trx, said.version ?? '');
  const name = version?.definition.components.find(({ key }) => key === said.component)?.name ?? { vi: said.component };
  await sql`
    insert into results.paper (id, account_id, case_id, case_code, procedure_code, component, component_code, name, file_id, sha256,
      confirmed_unit, confirmed_at, valid_until)
    values (${subject.id}, ${said.account}, ${said.case}, ${said.code}, ${said.procedure}, ${said.component}, ${said.component_code},
      ${JSON.stringify(name)}::jsonb, ${said.file}, ${said.sha256}, ${said.unit}, ${at}, ${said.valid_until})
    on conflict on constraint paper_pkey do nothing
  `.execute(trx);
}
