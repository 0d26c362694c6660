import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/harness/database.ts';
import { instant } from '../../platform/calendar/instant.ts';
import type { Actor } from '../../platform/cases/act.ts';
import { fromRoot } from '../../platform/config/project-root.ts';
import { type Db, type OpenDatabase, openDatabase } from '../../platform/db/database.ts';
import { newId } from '../../platform/db/ids.ts';
import type { Organisation } from '../../platform/organisation/definition.ts';
import { loadOrganisation } from '../../platform/organisation/load-organisation.ts';
import { readOrganisation } from '../../platform/organisation/pack.ts';
import type { ProcedureDefinition } from './definition.ts';
import { findDraft } from './draft/draft.ts';
import { findProcedure, listLifeEvents, listPopular } from './find-procedure.ts';
import { getVersion } from './get-version.ts';
import { loadProcedurePack } from './load-pack.ts';
import { procedures } from './manifest.ts';
import { ours } from './own-tables.ts';
import { publishDefinition } from './publish.ts';
import type { ProcedureTables } from './tables.ts';

const PACK = fromRoot('provinces/tay-ninh');
const TODAY = '2026-11-23';
const clock = () => instant(`${TODAY}T08:00`);
const organisation = readOrganisation(PACK).organisation as Organisation;
/** What the pack holds, each version of each procedure. */
const VERSIONS = readdirSync(`${PACK}/procedures`).length;
const administrator: Actor = { kind: 'person', id: newId(), account: newId() };

let database: TestDatabase;
let open: OpenDatabase;
let db: Db<ProcedureTables>;

beforeAll(async () => {
  database = await testDatabase();
  open = openDatabase({ url: database.url });
  db = ours(open.db);
  await loadOrganisation(open.db, { organisation, clock });
  await load();
  return async () => {
    await open.close();
    await database.drop();
  };
});

const load = () => loadProcedurePack(db, { folder: PACK, organisation: () => organisation }, clock);
const publish = (definition: unknown, at = clock()) => publishDefinition(db, administrator, { definition, at });

async function definitionOf(code: string): Promise<ProcedureDefinition> {
  const found = await findProcedure(db, code, TODAY);
  return structuredClone(found?.version?.definition) ?? expect.fail(`no version of ${code}`);
}

async function publishedEntries() {
  const rows = open.db
    .selectFrom('journal.entry')
    .select('sealed')
    .where('type', '=', 'procedures.definition-published');
  return (await rows.orderBy('recorded_at').execute()).map((row) => JSON.parse(row.sealed));
}

describe('the pack', () => {
  test('is loaded once, with an entry for each version', async () => {
    expect(await publishedEntries()).toHaveLength(VERSIONS);
    expect(await load()).toEqual({ published: 0, unchanged: 0 });
    expect(await publishedEntries()).toHaveLength(VERSIONS);
  });

  test('a procedure is found by its code, and by its code of an earlier list', async () => {
    const found = await findProcedure(db, '1.009994', TODAY);
    expect(found?.code).toBe('1.013225');
    expect(found?.aliases).toEqual([{ code: '1.009994', from: null, to: '2025-06-30' }]);
    expect(await findProcedure(db, '9.999999', TODAY)).toBeUndefined();
  });

  test('the version is that of the day: the district until 30 June 2025, the commune since', async () => {
    const level = async (day: string) =>
      (await findProcedure(db, '1.001612', day))?.version?.definition.levels[0]?.level;
    expect(await level('2025-06-30')).toBe('district');
    expect(await level('2025-07-01')).toBe('commune');
  });

  test('life events come in their order with procedures that can be opened', async () => {
    const events = await listLifeEvents(db);
    expect(events[0]).toMatchObject({ key: 'sinh-con', name: { vi: 'Sinh con' } });
    expect(events[0]?.procedures[0]).toMatchObject({ code: '1.001193', offered: true });
  });

  test('what is submitted most is the most popular', async () => {
    const [subscriber] = procedures.subscribers?.({} as never) ?? [];
    for (let time = 0; time < 3; time++) {
      await subscriber?.handle(open.db, { dims: { procedure: '2.000815' } } as never, { position: 1 });
    }
    expect((await listPopular(db, 3))[0]?.code).toBe('2.000815');
  });
});

describe('publishing', () => {
  test('a definition with faults is not saved, and every fault is told', async () => {
    const definition = await definitionOf('1.004873');
    const published = await publish({ ...definition, term: { value: '4wd' }, online: { level: 'full' }, code: '1.00' });
    expect(published.kind === 'faulty' && published.faults.map((fault) => fault.code)).toEqual([
      'procedures.code',
      'procedures.steps-not-the-term',
    ]);
  });

  test('a condition about a field the form does not have is a fault with its place', async () => {
    const definition = await definitionOf('1.011607');
    definition.fees[0] = { ...(definition.fees[0] as ProcedureDefinition['fees'][number]), when: 'income < 5' };
    const published = await publish(definition);
    expect(published.kind === 'faulty' && published.faults[0]?.at).toContain('fees.free');
  });

  test('a new version supersedes the one of its days; dossiers keep the old one, others get the new', async () => {
    const before = await findProcedure(db, '1.011607', TODAY);
    const definition = { ...(await definitionOf('1.011607')), term: { value: '12d' } };
    const published = await publish(definition);
    expect(published.kind).toBe('published');
    const after = await findProcedure(db, '1.011607', TODAY);
    expect(after?.version?.definition.term).toEqual({ value: '12d' });
    const kept = await getVersion(open.db, before?.version?.id ?? '');
    expect(kept?.definition.term.value).toBe('15d');
    const entry = (await publishedEntries()).at(-1);
    expect(entry).toMatchObject({
      actor: { account: administrator.account },
      body: { code: '1.011607', supersedes: [before?.version?.id] },
    });
  });

  test('the same content again publishes nothing', async () => {
    const entries = (await publishedEntries()).length;
    expect(await publish(await definitionOf('1.011607'))).toMatchObject({ kind: 'unchanged' });
    expect(await publishedEntries()).toHaveLength(entries);
  });

  test('a changed pack brings its own changes and leaves what an administrator has changed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vamco-pack-'));
    cpSync(PACK, folder, { recursive: true });
    const path = join(folder, 'procedures/1.001699.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('value: 25d', 'value: 20d'));
    const edited = join(folder, 'procedures/1.011607.yaml');
    writeFileSync(edited, readFileSync(edited, 'utf8').replace('value: 15d', 'value: 18d'));
    const loaded = await loadProcedurePack(db, { folder, organisation: () => organisation }, clock);
    rmSync(folder, { recursive: true });
    expect(loaded).toEqual({ published: 1, unchanged: VERSIONS - 1 });
    expect((await definitionOf('1.001699')).term.value).toBe('20d');
    expect((await definitionOf('1.011607')).term.value).toBe('12d');
    // what the file says now waits for the administrator
    expect((await findDraft(open.db, '1.011607'))?.definition.term.value).toBe('18d');
  });

  test('two versions of one day cannot both be in force, and a published one cannot be edited', async () => {
    const found = await findProcedure(db, '1.011607', TODAY);
    const row = await db
      .selectFrom('procedures.version')
      .selectAll()
      .where('id', '=', found?.version?.id ?? '')
      .executeTakeFirstOrThrow();
    const twin = { ...row, id: newId(), definition: '{}', form: '{}', published_at: TODAY, superseded_at: null };
    await expect(db.insertInto('procedures.version').values(twin).execute()).rejects.toThrow('version_overlap');
    await expect(
      db.updateTable('procedures.version').set({ definition: '{}' }).where('id', '=', row.id).execute(),
    ).rejects.toThrow('permission denied');
  });
});
