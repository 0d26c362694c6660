/**
 * Promises: what was published or written once and must stay readable, kept one a line in a JSON file beside this.
 * `KEEP=new npm test -- test/architecture/promises.test.ts` adds what is new; a line that changed or went is mended by hand or not at all.
 */
import { readFileSync, writeFileSync } from 'node:fs';

export type Promises = Readonly<Record<string, unknown>>;

export interface Kept {
  /** Kept lines that are gone or say something else now. */
  readonly broken: string[];
  /** What is not kept yet. */
  readonly fresh: string[];
}

export function compare(kept: Promises, now: Promises): Kept {
  return {
    broken: Object.keys(kept).filter((key) => !Object.hasOwn(now, key) || lineOf(kept, key) !== lineOf(now, key)),
    fresh: Object.keys(now).filter((key) => !Object.hasOwn(kept, key)),
  };
}

/** Compares with the file; with KEEP=new it adds what is fresh, and never touches another line. */
export function keepPromises(file: URL, now: Promises): Kept {
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Promises;
  const compared = compare(kept, now);
  if (process.env.KEEP !== 'new' || compared.fresh.length === 0) return compared;
  const all = { ...kept, ...Object.fromEntries(compared.fresh.map((key) => [key, now[key]])) };
  const lines = Object.keys(all)
    .toSorted()
    .map((key) => `  ${lineOf(all, key)}`);
  writeFileSync(file, `{\n${lines.join(',\n')}\n}\n`);
  return { broken: compared.broken, fresh: [] };
}

const lineOf = (promises: Promises, key: string): string => `${JSON.stringify(key)}: ${JSON.stringify(promises[key])}`;
