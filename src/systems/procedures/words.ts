/** Words: every folded word of the catalogue's names, so that a mistyped one can be guessed. Rebuilt after a load; searching reads it. */
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { fold, normalizeVietnamese } from '../../platform/text/fold.ts';
import type { ProcedureTables } from './tables.ts';

/** The caller holds a transaction. 5.670 names take some 150 ms. */
export async function refreshWords(trx: Db<ProcedureTables>): Promise<void> {
  // One at a time: two that end together would each put in what the other does not see yet.
  await sql`select pg_advisory_xact_lock(hashtext('procedures.word'))`.execute(trx);
  const rows = await trx.selectFrom('procedures.procedure').select(['name', 'source']).execute();
  const versions = await sql<{ synonyms: string[] }>`
    select definition -> 'synonyms' as synonyms from procedures.version where superseded_at is null and definition ? 'synonyms'
  `.execute(trx);
  const texts = [...rows.map((row) => row.name.vi), ...versions.rows.flatMap((row) => row.synonyms)];
  const words = JSON.stringify(countWords(texts).map((one) => ({ ...one, slips: slipsOf(one.word) })));
  await sql`delete from procedures.word`.execute(trx);
  await sql`
    insert into procedures.word (word, shown, uses, slips)
    select word, shown, uses, slips from jsonb_to_recordset(${words}::jsonb) as w (word text, shown text, uses integer, slips text[])
  `.execute(trx);
}

interface CountedWord {
  readonly word: string;
  /** The commonest spelling with diacritics. */
  readonly shown: string;
  readonly uses: number;
}

export function countWords(texts: readonly string[]): CountedWord[] {
  const spellings = new Map<string, Map<string, number>>();
  for (const text of texts) {
    for (const shown of wordsOf(text)) {
      const counts = spellings.get(fold(shown)) ?? new Map<string, number>();
      counts.set(shown, (counts.get(shown) ?? 0) + 1);
      spellings.set(fold(shown), counts);
    }
  }
  return [...spellings].map(([word, counts]) => {
    const [[shown]] = [...counts].sort((a, b) => b[1] - a[1]) as [[string, number]];
    return { word, shown, uses: [...counts.values()].reduce((sum, count) => sum + count, 0) };
  });
}

/** The word, and the word without each of its letters (from two letters on). */
export const slipsOf = (word: string): string[] =>
  word.length < 3
    ? [word]
    : [...new Set([word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))])];

/** Letters and digits, as the search vector splits them. */
export const wordsOf = (text: string): string[] =>
  normalizeVietnamese(text)
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
