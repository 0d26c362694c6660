/** Reading pinned versions: a version never changes, so each is compiled once and kept. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { FormDefinition } from '../../platform/forms/definition.ts';
import type { FormLists, ListOption } from '../../platform/forms/form-lists.ts';
import { listsFrom } from '../../platform/forms/form-lists.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { ProcedureDefinition } from './definition.ts';
import { type PinnedVersion, pinVersion } from './pinned-version.ts';

/** Some 400 versions of a province's procedures take about 40 MB; beyond that the oldest used is compiled anew. */
const KEPT = 400;
const kept = new Map<string, PinnedVersion>();

/** Undefined when there is no such version. */
export async function getVersion(db: QueryExecutorProvider, id: string): Promise<PinnedVersion | undefined> {
  const known = kept.get(id);
  if (known) return keep(known);
  const rows = await sql<{ definition: ProcedureDefinition; form: FormDefinition }>`
    select definition, form from procedures.version where id = ${id}
  `.execute(db);
  const row = rows.rows[0];
  if (!row) return undefined;
  return keep(pinVersion(id, row.definition, row.form, await formLists(db)));
}

function keep(version: PinnedVersion): PinnedVersion {
  kept.delete(version.id);
  kept.set(version.id, version);
  const oldest = kept.size > KEPT ? kept.keys().next().value : undefined;
  if (oldest) kept.delete(oldest);
  return version;
}

/** The communes that forms choose from; provinces and the rest are the same everywhere (national-lists.ts). */
export async function formLists(db: QueryExecutorProvider): Promise<FormLists> {
  return listsFrom({ communes: await listCommunes(db) });
}

/** Communes of today: what a person may name as a place. An older answer keeps its code and is shown by it. */
async function listCommunes(db: QueryExecutorProvider): Promise<ListOption[]> {
  const rows = await sql<{ value: string; label: LocalText; parent: string }>`
    select a.code as value, a.name as label, p.code as parent
    from organisation.area a join organisation.area p on p.id = a.parent_id
    where a.level = 'commune' and a.valid_to is null order by a.proper collate text.vi
  `.execute(db);
  return rows.rows;
}
