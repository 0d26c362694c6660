import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrationSources } from '../../src/migrations.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { root } from './planted-house.ts';
import {
  foreignKeysBetweenSystems,
  listFunctions,
  listTables,
  misnamedConstraints,
  powersOfApp,
  rewritableJournal,
  tablesWithoutComment,
  wrongTypes,
} from './schema-faults.ts';
import { exportedTables, namesOutside, sqlIn, type SqlPlaces } from './sql-names.ts';

const isSystem = ({ folder }: { folder: string }) => folder.includes(join('src', 'systems'));
const schemaOf = ({ owner }: { owner: string }) => owner.replaceAll('-', '_');
const systemSchemas = migrationSources.filter(isSystem).map(schemaOf);

let database: TestDatabase;
let client: Client;
let places: SqlPlaces;
beforeAll(async () => {
  database = await testDatabase();
  client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  places = {
    systems: systemSchemas,
    tables: new Set(await listTables(client)),
    functions: new Set(await listFunctions(client)),
    exported: exportedTables(join(root, 'src/platform')),
  };
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

describe('the database as migrated', () => {
  it('has no foreign key from one system to another', async () => {
    expect(await foreignKeysBetweenSystems(client, systemSchemas)).toEqual([]);
  });

  it('says of each table what it holds', async () => {
    expect(await tablesWithoutComment(client)).toEqual([]);
  });

  it('names its constraints and indexes after their table', async () => {
    expect(await misnamedConstraints(client)).toEqual([]);
  });

  it('keeps instants with their zone, texts as text and money whole', async () => {
    expect(await wrongTypes(client)).toEqual([]);
  });

  it('lets the running role own nothing, create nothing and empty nothing', async () => {
    expect(await powersOfApp(client)).toEqual([]);
  });

  it('lets the running role rewrite nothing of the journal', async () => {
    expect(await rewritableJournal(client)).toEqual([]);
  });
});

describe('the same questions to a database with planted faults', () => {
  it('are answered with each of them', async () => {
    await client.query('begin');
    await client.query(`
      create schema planted_one;
      create table planted_one.thing (id uuid primary key, price float8, seen timestamp);
      create schema planted_two;
      create table planted_two.other (
        id uuid constraint other_pkey primary key, code text,
        thing uuid constraint other_thing_fkey references planted_one.thing (id),
        constraint wrong_name check (code <> '')
      );
      comment on table planted_two.other is 'Planted.';
      create index other_by_code on planted_two.other (code);
      grant create on schema planted_one to vamco_app;
      grant truncate on planted_two.other to vamco_app;
      grant update (type) on journal.entry to vamco_app;
    `);
    try {
      expect(await foreignKeysBetweenSystems(client, ['planted_one', 'planted_two'])).toEqual([
        'planted_two.other other_thing_fkey',
      ]);
      expect(await tablesWithoutComment(client)).toEqual(['planted_one.thing']);
      expect(await misnamedConstraints(client)).toEqual([
        'planted_two.other other_by_code',
        'planted_two.other wrong_name',
      ]);
      expect(await wrongTypes(client)).toEqual(['planted_one.thing.seen timestamp']);
      expect(await powersOfApp(client)).toEqual(['creates in planted_one', 'empties planted_two.other']);
      expect(await rewritableJournal(client)).toEqual(['journal.entry update']);
    } finally {
      await client.query('rollback');
    }
  });
});

describe('SQL names its own schema and exported platform tables', () => {
  const migrations = migrationSources.flatMap((source) =>
    readdirSync(source.folder)
      .filter((name) => name.endsWith('.sql'))
      .map((name) => ({ name: `${source.owner}/${name}`, owner: schemaOf(source), path: join(source.folder, name) })),
  );

  it.each(migrations)('in the migration $name', ({ owner, path }) => {
    expect(namesOutside(readFileSync(path, 'utf8'), owner, places)).toEqual([]);
  });

  const code = readdirSync(join(root, 'src/systems'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.test)\.tsx?$/.test(file),
  );

  it('in the templates of each system', () => {
    const outside = code.flatMap((file) => {
      const owner = (file.split('/')[0] ?? '').replaceAll('-', '_');
      return namesOutside(sqlIn(readFileSync(join(root, 'src/systems', file), 'utf8')), owner, places).map(
        (name) => `${file} ${name}`,
      );
    });
    expect(outside).toEqual([]);
  });

  it('and a planted one is found', () => {
    const planted =
      'const rows = sql<Row>`select * from procedures.version v join cases.case c on c.id = ${db.id} join journal.secret s on true where cases.write_act(1)`;';
    const known: SqlPlaces = {
      systems: ['dossiers', 'procedures'],
      tables: new Set(['procedures.version', 'cases.case', 'journal.secret', 'dossiers.dossier']),
      functions: new Set(['cases.write_act']),
      exported: new Set(['cases.case']),
    };
    expect(namesOutside(sqlIn(planted), 'dossiers', known)).toEqual(['procedures.version', 'journal.secret']);
    expect(namesOutside('-- see procedures.version\nreferences cases.case (id)', 'dossiers', known)).toEqual([]);
    expect(namesOutside('references dossiers.dossier (id)', 'cases', known)).toEqual(['dossiers.dossier']);
  });
});
