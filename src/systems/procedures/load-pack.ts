/** Loading the procedures of a province pack: every version and life event in one transaction; the same pack again changes nothing. */
import { createHash } from 'node:crypto';
import { type Clock, type Instant, isoOf } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import { sql } from 'kysely';
import { newId } from '../../platform/db/ids.ts';
import type { FormLibrary } from '../../platform/forms/compile-form.ts';
import { programActor } from '../../platform/identity/signed-in.ts';
import type { Organisation } from '../../platform/organisation/definition.ts';
import { readPackFolder } from '../../platform/pack/read-yaml.ts';
import { composeGeneralForm } from './general-form.ts';
import { findDraft } from './draft/draft.ts';
import { startDraft } from './draft/save-draft.ts';
import { type PackProcedure, type ProcedurePack, readProcedurePack } from './pack.ts';
import { digestOf, putVersion } from './publish.ts';
import type { ProcedureTables } from './tables.ts';
import { refreshWords } from './words.ts';

export interface LoadedPack {
  readonly published: number;
  readonly unchanged: number;
}

export interface PackSource {
  readonly folder: string;
  readonly organisation: () => Organisation;
  readonly library?: FormLibrary;
}

/** Throws when the pack has a fault: it ships with the program, so this is ours to mend. */
export async function loadProcedurePack(
  db: Db<ProcedureTables>,
  { folder, organisation, library }: PackSource,
  clock: Clock,
): Promise<LoadedPack> {
  const digest = digestOfPack(folder);
  if ((await lastDigest(db)) === digest) return { published: 0, unchanged: 0 };
  const { pack, faults } = readProcedurePack(folder, organisation(), library);
  if (faults) throw new Error(`the procedures of the province pack are not usable: ${JSON.stringify(faults)}`);
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('procedures.load'))`.execute(trx);
    const counts = await putPack(trx, pack, clock);
    const row = { id: newId(), digest, loaded_at: isoOf(clock()) };
    await trx.insertInto('procedures.pack_load').values(row).execute();
    return counts;
  });
}

async function putPack(trx: Db<ProcedureTables>, pack: ProcedurePack, clock: Clock): Promise<LoadedPack> {
  const counts = { published: 0, unchanged: 0 };
  const context = { actor: { kind: 'program', program: 'procedures.load' } as const, at: clock() };
  // Older eras first, so that the present version is the one that names and lists the procedure.
  const oldestFirst = [...pack.procedures].sort((a, b) =>
    (a.definition.valid.from ?? '') < (b.definition.valid.from ?? '') ? -1 : 1,
  );
  const known = await knownDigests(trx);
  for (const one of oldestFirst) {
    // What was published before and then changed by an administrator is not brought back by the next start.
    const isKnown = known.has(digestOf(one.definition, one.form));
    const waits = !isKnown && (await waitAsDraft(trx, one, clock()));
    counts[isKnown || waits ? 'unchanged' : (await putVersion(trx, one, context)).kind] += 1;
  }
  await putLifeEvents(trx, pack);
  await refreshWords(trx);
  return counts;
}

/** What an administrator has published is never replaced by a file: the file's content waits as a draft, where there is none. */
async function waitAsDraft(
  trx: Db<ProcedureTables>,
  { definition, form }: PackProcedure,
  at: Instant,
): Promise<boolean> {
  const { code } = definition;
  const own = await sql<{ id: string }>`
    select v.id from procedures.version v join procedures.procedure p on p.id = v.procedure_id
    where p.code = ${code} and v.superseded_at is null and v.origin = 'administrator' limit 1
  `.execute(trx);
  const base = own.rows[0]?.id;
  if (base === undefined) return false;
  if (await findDraft(trx, code)) return true;
  const content = { definition: { ...definition, valid: {} }, form: definition.form === undefined ? null : form };
  await startDraft(trx, programActor('procedures.load'), { commandId: newId(), code, base, content, at });
  return true;
}

async function knownDigests(trx: Db<ProcedureTables>): Promise<ReadonlySet<string>> {
  const rows = await trx.selectFrom('procedures.version').select('digest').execute();
  return new Set(rows.map((row) => row.digest));
}

async function putLifeEvents(trx: Db<ProcedureTables>, { lifeEvents }: ProcedurePack): Promise<void> {
  await trx.deleteFrom('procedures.life_event').execute();
  const rows = lifeEvents.map(({ key, name, about, icon, procedures }, position) => ({
    key,
    position,
    name: JSON.stringify(name),
    about: JSON.stringify(about),
    icon,
    codes: [...procedures],
  }));
  if (rows.length > 0) await trx.insertInto('procedures.life_event').values(rows).execute();
}

async function lastDigest(db: Db<ProcedureTables>): Promise<string | undefined> {
  const last = db.selectFrom('procedures.pack_load').select('digest').orderBy('id', 'desc').limit(1);
  return (await last.executeTakeFirst())?.digest;
}

/** The files, and the general form as the program makes it now: either change asks for new versions. */
function digestOfPack(folder: string): string {
  const hash = createHash('sha256');
  for (const part of ['procedures', 'forms', 'life-events', 'organisation']) {
    for (const file of readPackFolder(folder, part, ['.yaml', '.csv'])) hash.update(`${file.name}\n${file.text}\n`);
  }
  hash.update(JSON.stringify(composeGeneralForm(PROBE)));
  return hash.digest('hex');
}

const PROBE: Parameters<typeof composeGeneralForm>[0] = {
  code: '0.000000',
  name: { vi: '-' },
  valid: {},
  field: { code: 'probe', name: { vi: '-' } },
  levels: [{ level: 'commune', authority: 'commune' }],
  subjects: ['citizen', 'enterprise'],
  online: { level: 'full' },
  term: { value: '1wd' },
  channels: [{ method: 'online' }],
  cases: [{ key: 'probe', name: { vi: '-' }, when: "variant == 'probe'", term: { value: '1wd' } }],
  components: [
    { key: 'probe', name: { vi: '-' }, handling: 'handed-in' },
    { key: 'probe-shown', name: { vi: '-' }, handling: 'shown' },
    { key: 'probe-data', name: { vi: '-' }, handling: 'data' },
  ],
  fees: [],
  results: [{ key: 'probe', name: { vi: '-' }, kind: 'paper' }],
  legalBasis: [],
  silence: { effect: 'none' },
};
