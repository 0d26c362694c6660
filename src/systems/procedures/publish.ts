/** Publishing (công bố): a checked definition becomes an immutable version; the same content again changes nothing. */
import { createHash } from 'node:crypto';
import { addDays, type Day, dayOf, type Instant, isoOf } from '../../platform/calendar/instant.ts';
import { type Actor, entryActor, writeAct } from '../../platform/cases/act.ts';
import { type Db } from '../../platform/db/database.ts';
import { newId } from '../../platform/db/ids.ts';
import { type Json, sortedJson } from '../../platform/db/json.ts';
import { platformPart } from '../../platform/db/platform-part.ts';
import type { FormLibrary } from '../../platform/forms/compile-form.ts';
import type { FormDefinition } from '../../platform/forms/definition.ts';
import { type EntryActor, sealEntry } from '../../platform/journal/entry.ts';
import type { Fault } from '../../platform/pack/fault.ts';
import { checkProcedure } from './check.ts';
import { prepareForm } from './check-conditions.ts';
import type { ProcedureDefinition } from './definition.ts';
import { composeGeneralForm } from './general-form.ts';
import { listingOf, upsertListings } from './listing.ts';
import type { ProcedureTables } from './tables.ts';
import { refreshWords } from './words.ts';

export interface DefinitionToPublish {
  readonly definition: unknown;
  /** Left out: the general form made from the components. */
  readonly form?: FormDefinition;
}

export type Published =
  | { readonly kind: 'published'; readonly versionId: string }
  | { readonly kind: 'unchanged'; readonly versionId: string }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] };

/** An administrator saves a definition: every fault comes back at once, nothing is saved with one. */
export async function publishDefinition(
  db: Db<ProcedureTables>,
  actor: Actor,
  { definition, form, library, at }: DefinitionToPublish & { readonly library?: FormLibrary; readonly at: Instant },
): Promise<Published> {
  const faults = checkProcedure(definition);
  if (faults.length > 0) return { kind: 'faulty', faults };
  const checked = definition as ProcedureDefinition;
  const asked = form ?? composeGeneralForm(checked);
  const prepared = prepareForm(checked, asked, library);
  if (prepared.faults) return { kind: 'faulty', faults: prepared.faults };
  return db.transaction().execute(async (trx) => {
    const by = { by: actor.id, copiedFrom: null };
    const context = { actor: entryActor(actor), at, published: by };
    const published = await putVersion(trx, { definition: checked, form: asked }, context);
    await refreshWords(trx);
    return published;
  });
}

export interface PublishContext {
  readonly actor: EntryActor;
  readonly at: Instant;
  /** An administrator's version; without it, the pack's. */
  readonly published?: { readonly by: string; readonly copiedFrom: string | null };
}

export interface CheckedDefinition {
  readonly definition: ProcedureDefinition;
  readonly form: FormDefinition;
}

/** Writes one version inside the caller's transaction, ends those it overlaps, and says so in the journal. */
export async function putVersion(
  trx: Db<ProcedureTables>,
  { definition, form }: CheckedDefinition,
  context: PublishContext,
): Promise<Exclude<Published, { kind: 'faulty' }>> {
  const digest = digestOf(definition, form);
  const begun = definition.valid.from === undefined || definition.valid.from <= dayOf(context.at);
  const procedureId = await findOrList(trx, definition, begun);
  const same = await findCurrent(trx, procedureId, digest);
  if (same) return { kind: 'unchanged', versionId: same };
  const id = newId();
  const { from, to } = definition.valid;
  const shortened = from === undefined ? [] : await shortenBefore(trx, procedureId, from);
  const ended = await endOverlapping(trx, procedureId, definition.valid, context.at);
  await trx
    .insertInto('procedures.version')
    .values({
      id,
      procedure_id: procedureId,
      digest,
      definition: JSON.stringify(definition),
      form: JSON.stringify(form),
      valid_from: from ?? null,
      valid_to: to ?? null,
      published_at: isoOf(context.at),
      origin: context.published ? 'administrator' : 'pack',
      published_by: context.published?.by ?? null,
      copied_from: context.published?.copiedFrom ?? null,
    })
    .execute();
  if (begun)
    await trx.updateTable('procedures.procedure').set({ offered: true }).where('id', '=', procedureId).execute();
  await putAliases(trx, procedureId, definition);
  const copied = context.published?.copiedFrom ?? undefined;
  const body = { code: definition.code, version: id, digest, from, to, supersedes: ended, shortened, copied };
  const entry = sealEntry(
    { type: 'procedures.definition-published', version: 2, body, dims: { procedure: definition.code } },
    { ...context, subject: { type: 'procedures.procedure', id: procedureId } },
  );
  await writeAct(platformPart(trx), { rows: [], entries: [entry] });
  return { kind: 'published', versionId: id };
}

export const digestOf = (definition: ProcedureDefinition, form: FormDefinition): string =>
  createHash('sha256')
    .update(sortedJson({ definition, form } as unknown as Json))
    .digest('hex');

async function findCurrent(trx: Db<ProcedureTables>, procedureId: string, digest: string): Promise<string | undefined> {
  const found = await trx
    .selectFrom('procedures.version')
    .select('id')
    .where('procedure_id', '=', procedureId)
    .where('digest', '=', digest)
    .where('superseded_at', 'is', null)
    .executeTakeFirst();
  return found?.id;
}

/** The row of the list is that of the version in force: one that begins later leaves it, or waits unlisted for its day (listed-version.ts). */
async function findOrList(trx: Db<ProcedureTables>, definition: ProcedureDefinition, begun: boolean): Promise<string> {
  const known = begun
    ? undefined
    : await trx.selectFrom('procedures.procedure').select('id').where('code', '=', definition.code).executeTakeFirst();
  if (known) return known.id;
  return (await upsertListings(trx, [listingOf(definition)])).get(definition.code) as string;
}

/** What began before the new version stays in force until the day before it. */
async function shortenBefore(trx: Db<ProcedureTables>, procedureId: string, from: Day): Promise<string[]> {
  const shortened = await trx
    .updateTable('procedures.version')
    .set({ valid_to: addDays(from, -1) })
    .where('procedure_id', '=', procedureId)
    .where('superseded_at', 'is', null)
    .where((row) => row.or([row('valid_from', 'is', null), row('valid_from', '<', from)]))
    .where((row) => row.or([row('valid_to', 'is', null), row('valid_to', '>=', from)]))
    .returning('id')
    .execute();
  return shortened.map((row) => row.id);
}

/** What is valid on a day that the new version covers is superseded as a whole: the publisher states both spans when both shall live. */
async function endOverlapping(
  trx: Db<ProcedureTables>,
  procedureId: string,
  { from, to }: ProcedureDefinition['valid'],
  at: Instant,
): Promise<string[]> {
  const ended = await trx
    .updateTable('procedures.version')
    .set({ superseded_at: isoOf(at) })
    .where('procedure_id', '=', procedureId)
    .where('superseded_at', 'is', null)
    .where((row) => row.or([row('valid_from', 'is', null), row('valid_from', '<=', to ?? '9999-12-31')]))
    .where((row) => row.or([row('valid_to', 'is', null), row('valid_to', '>=', from ?? '0001-01-01')]))
    .returning('id')
    .execute();
  return ended.map((row) => row.id);
}

async function putAliases(
  trx: Db<ProcedureTables>,
  procedureId: string,
  definition: ProcedureDefinition,
): Promise<void> {
  for (const { code, from, to, confirm } of definition.aliases ?? []) {
    const values = {
      procedure_id: procedureId,
      valid_from: from ?? null,
      valid_to: to ?? null,
      confirm: confirm !== undefined,
    };
    await trx
      .insertInto('procedures.alias')
      .values({ code, ...values })
      .onConflict((conflict) => conflict.column('code').doUpdateSet(values))
      .execute();
  }
}
