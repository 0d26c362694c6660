/** What a process is read with: names of roles and units, the form whose answers its conditions speak of. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Form } from '../../platform/forms/form.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { ProcedureDefinition } from './definition.ts';
import { type FlowContext, flowOf, type ProcessFlow } from './process-flow.ts';
import type { PinnedVersion } from './pinned-version.ts';

/** The flow of a version's process, in the words of its form and of the organisation. */
export async function readFlow(
  db: QueryExecutorProvider,
  { definition, form }: Pick<PinnedVersion, 'definition'> & { readonly form: Form | undefined },
  caseKey?: string,
): Promise<ProcessFlow> {
  const names = await readNames(db, definition);
  return flowOf(definition, {
    ...names,
    ...(form && { subject: form.subject }),
    ...(caseKey === undefined ? {} : { caseKey }),
  });
}

async function readNames(
  db: QueryExecutorProvider,
  { process }: ProcedureDefinition,
): Promise<Pick<FlowContext, 'roles' | 'units'>> {
  const keys = [...(process?.steps ?? []), ...(process?.linked ?? [])].flatMap(({ unit }) =>
    unit.startsWith('unit:') ? [unit.slice(5)] : [],
  );
  const [roles, units] = await Promise.all([
    sql<{ key: string; name: LocalText }>`select key, name from organisation.role`.execute(db),
    sql<{ key: string; name: LocalText }>`select key, name from organisation.unit where key = any(${keys})`.execute(db),
  ]);
  const byKey = (rows: readonly { key: string; name: LocalText }[]) =>
    new Map(rows.map(({ key, name }) => [key, name] as const));
  return { roles: byKey(roles.rows), units: byKey(units.rows) };
}
