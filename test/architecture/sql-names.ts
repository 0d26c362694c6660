/** Which schemas a piece of SQL names: migrations, and the SQL templates in a system's code. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sqlPartsIn } from '../../scripts/sql-templates.ts';

export interface SqlPlaces {
  /** Schemas of systems. */
  readonly systems: readonly string[];
  /** Every table and function of the database as `schema.name`: what else has a dot is an alias. */
  readonly tables: ReadonlySet<string>;
  readonly functions: ReadonlySet<string>;
  /** Platform tables that `platform/<engine>/tables.ts` exports: `cases.case`. */
  readonly exported: ReadonlySet<string>;
}

/** What a system's SQL names and may not: anything of another system, or a platform table that is not exported. An engine may not name a system. */
export function namesOutside(sql: string, owner: string, places: SqlPlaces): string[] {
  const names = new Set([...withoutComments(sql).matchAll(/(?<![\w.])([a-z_]+)\.([a-z_]+)\b/g)].map(([name]) => name));
  return [...names].filter((name) => {
    const schema = name.slice(0, name.indexOf('.'));
    if (schema === owner || !(places.tables.has(name) || places.functions.has(name))) return false;
    if (places.systems.includes(schema)) return true;
    return places.systems.includes(owner) && places.tables.has(name) && !places.exported.has(name);
  });
}

const withoutComments = (sql: string): string => sql.replace(/--[^\n]*|'(?:[^'\n]|'')*'/g, ' ');

/** The SQL of a source file, without what is filled into it. */
export const sqlIn = (code: string): string =>
  sqlPartsIn(code)
    .map(({ text }) => text)
    .join('\n');

export function exportedTables(platformFolder: string): Set<string> {
  const texts = readdirSync(platformFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) =>
      readdirSync(join(platformFolder, entry.name)).includes('tables.ts')
        ? [join(platformFolder, entry.name, 'tables.ts')]
        : [],
    )
    .map((file) => readFileSync(file, 'utf8'));
  return new Set(
    texts.flatMap((text) => [...text.matchAll(/^ {2}'([a-z_]+\.[a-z_]+)':/gm)].map((match) => match[1] ?? '')),
  );
}
