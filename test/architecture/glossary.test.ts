import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systems } from '../../src/systems.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { root } from './planted-house.ts';
import { listTables } from './schema-faults.ts';

interface Term {
  readonly en: string;
  readonly vi: string;
  readonly where: string;
  readonly source: string;
}

/** The rows of every table whose third column names a place in the code. */
const readTerms = (text: string): Term[] =>
  [...text.matchAll(/^\| ([^|]+) \| ([^|]+) \| `([^`|]+)` \| ([^|]*) \|$/gm)].map(
    ([, en = '', vi = '', where = '', source = '']) => ({ en, vi, where, source }),
  );

/** What is not explained, is explained twice, or is no longer there. */
function glossaryFaults(terms: readonly Term[], things: readonly string[]): string[] {
  const places = terms.map(({ where }) => where);
  return [
    ...things.filter((thing) => !places.includes(thing)).map((thing) => `${thing} is not in the glossary`),
    ...places.filter((place) => !things.includes(place)).map((place) => `${place} is in the glossary and nowhere else`),
    ...places.filter((place, at) => places.indexOf(place) !== at).map((place) => `${place} is there twice`),
    ...terms
      .filter(({ vi, source }) => vi.trim() === '' || source.trim() === '')
      .map(({ en }) => `${en} lacks its term or source`),
  ];
}

/** Folders that hold something, as `named/folder`. */
const foldersIn = (folder: string, named = folder): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(join(root, folder, entry.name)).length > 0)
    .map(({ name }) => `${named}/${name}`);

const rooms = [
  ...foldersIn('src').filter((folder) => folder !== 'src/systems' && folder !== 'src/platform'),
  ...foldersIn('src/systems', 'systems'),
  ...foldersIn('src/platform', 'platform'),
];

const terms = readTerms(readFileSync(join(root, 'GLOSSARY.md'), 'utf8'));

let database: TestDatabase;
let tables: string[];
beforeAll(async () => {
  database = await testDatabase();
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  tables = await listTables(client);
  await client.end();
});
afterAll(() => database.drop());

describe('the glossary', () => {
  it('explains every system, engine and table once, and nothing that is gone', () => {
    expect(glossaryFaults(terms, [...rooms, ...tables])).toEqual([]);
  });

  it('calls each system what its manifest calls it', () => {
    const named = systems.map(({ id, title }) => ({ id, en: title.en, vi: title.vi }));
    const explained = named.map(({ id }) => {
      const term = terms.find(({ where }) => where.endsWith(`/${id}`));
      return { id, en: term?.en, vi: term?.vi };
    });
    expect(explained).toEqual(named);
  });

  it('is told what is missing, gone, doubled or empty', () => {
    const planted = readTerms(`| English | Thuật ngữ | Where | Source |
| --- | --- | --- | --- |
| case | vụ việc | \`cases.case\` | ours |
| case again | vụ việc | \`cases.case\` | ours |
| ghost | ma | \`cases.ghost\` | ours |
| clock | đồng hồ | \`cases.clock\` |  |`);
    expect(glossaryFaults(planted, ['cases.case', 'cases.clock', 'cases.timer'])).toEqual([
      'cases.timer is not in the glossary',
      'cases.ghost is in the glossary and nowhere else',
      'cases.case is there twice',
      'clock lacks its term or source',
    ]);
  });
});
