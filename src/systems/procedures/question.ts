/** Question: what somebody typed into the search box, as words the catalogue knows: diacritics folded, a slip of the finger mended. */
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { fold } from '../../platform/text/fold.ts';
import type { ProcedureTables } from './tables.ts';
import { slipsOf } from './words.ts';

export interface Question {
  /** For `to_tsquery('simple', …)`; empty when nothing was asked. */
  readonly tsquery: string;
  /** Folded and mended, for the order of results. */
  readonly folded: string;
  /** The last word may still be being typed. */
  readonly begun?: boolean;
  /** As it was probably meant, with diacritics, when a word was mended. */
  readonly meant?: string;
  /** A code or its beginning: `1.001`. */
  readonly code?: string;
}

interface Word {
  readonly word: string;
  readonly shown: string;
  readonly uses: number;
}

const MOST_WORDS = 12;
const MOST_CANDIDATES = 6;
const CODE = /^\d\.\d{1,6}$/;
const WORDS = /[\p{L}\p{N}]+/gu;

export async function readQuestion(db: Db<ProcedureTables>, text: string): Promise<Question> {
  const folded = fold(text.slice(0, 200));
  if (CODE.test(folded)) return { tsquery: '', folded, code: folded };
  const tokens = [...new Set(folded.match(WORDS) ?? [])].slice(0, MOST_WORDS);
  if (tokens.length === 0) return { tsquery: '', folded };
  const known = await knownWords(db, tokens);
  const mended = await mendWords(db, tokens, known);
  const words = tokens.flatMap((token) => mended.get(token)?.map((one) => one.word) ?? [token]);
  const begun = known.begun && !mended.has(tokens.at(-1) as string);
  const shown = tokens.map((token) =>
    (mended.get(token) ?? [known.words.get(token)]).map((one) => one?.shown ?? token),
  );
  return {
    tsquery: words.map((word, index) => (begun && index === words.length - 1 ? `${word}:*` : word)).join(' & '),
    folded: words.join(' '),
    begun: begun && !known.words.has(tokens.at(-1) as string),
    ...(mended.size > 0 && { meant: shown.flat().join(' ') }),
  };
}

/** The same question when its words never meet: any of them, each with its neighbours one slip away. */
export async function widenQuestion(db: Db<ProcedureTables>, question: Question): Promise<Question> {
  const tokens = question.folded.match(WORDS) ?? [];
  const near = await Promise.all(tokens.map((token) => neighbours(db, token)));
  const parts = tokens.map((token, index) =>
    [token, ...(near[index] ?? []).slice(0, 4).map((one) => one.word)].join(' | '),
  );
  return { ...question, tsquery: parts.map((part) => `(${part})`).join(' | ') };
}

interface Known {
  readonly words: ReadonlyMap<string, Word>;
  /** The last token, at least two letters, begins a word: it may still be being typed. */
  readonly begun: boolean;
}

async function knownWords(db: Db<ProcedureTables>, tokens: readonly string[]): Promise<Known> {
  const last = tokens.at(-1) as string;
  const rows = await sql<Word & { begun: boolean }>`
    select word, shown, uses, word <> all(${tokens}) as begun from procedures.word where word = any(${tokens})
    union all
    (select word, shown, uses, true from procedures.word where starts_with(word, ${last}) and length(${last}) >= 2 limit 1)
  `.execute(db);
  return {
    words: new Map(rows.rows.filter((row) => !row.begun).map((row) => [row.word, row])),
    begun: rows.rows.some((row) => row.begun),
  };
}

/** For each token that is no word and begins none: the word, or the two words, it was probably meant to be. */
async function mendWords(
  db: Db<ProcedureTables>,
  tokens: readonly string[],
  { words, begun }: Known,
): Promise<Map<string, readonly Word[]>> {
  const mended = new Map<string, readonly Word[]>();
  for (const token of tokens) {
    const isBegun = begun && token === tokens.at(-1);
    if (words.has(token) || isBegun || token.length < 3) continue;
    const others = tokens.flatMap((other) =>
      words.has(other) ? [other] : (mended.get(other)?.map((one) => one.word) ?? []),
    );
    const phrase = (candidate: string) => tokens.map((other) => (other === token ? candidate : other)).join(' ');
    const meant = await bestOf(db, await neighbours(db, token), { others, phrase });
    const pair = meant ? [meant] : await splitInTwo(db, token);
    if (pair) mended.set(token, pair);
  }
  return mended;
}

/** Words one slip away: a letter too many, too few, another, or two neighbours swapped. Those that begin alike first, then the more used. */
async function neighbours(db: Db<ProcedureTables>, token: string): Promise<Word[]> {
  const rows = await sql<Word>`
    select word, shown, uses from procedures.word where slips && ${slipsOf(token)}::text[] and word <> ${token}
  `.execute(db);
  return rows.rows
    .filter((row) => slips(token, row.word, 1) === 1)
    .sort((a, b) => Number(b.word[0] === token[0]) - Number(a.word[0] === token[0]) || b.uses - a.uses)
    .slice(0, MOST_CANDIDATES);
}

/** Of the candidates the one that stands most often as the phrase asked for, then beside the other words, then at all. */
async function bestOf(
  db: Db<ProcedureTables>,
  candidates: readonly Word[],
  { others, phrase }: { readonly others: readonly string[]; readonly phrase: (candidate: string) => string },
): Promise<Word | undefined> {
  if (candidates.length < 2) return candidates[0];
  const asked = candidates.map((one) => ({
    word: one.word,
    all: [...others, one.word].join(' & '),
    phrase: phrase(one.word),
  }));
  const rows = await sql<{ word: string }>`
    select c.word from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as c (word text, "all" text, phrase text),
      lateral (
        select count(*) as met, count(*) filter (where p.search @@ phraseto_tsquery('simple', c.phrase)) as phrased
        from procedures.procedure p where p.search @@ to_tsquery('simple', c."all")
      ) found
    order by found.phrased desc, found.met desc, c.word
  `.execute(db);
  const best = rows.rows[0]?.word;
  return candidates.find((one) => one.word === best);
}

/** `khaisinh` → khai, sinh: of all places to part it, the one that makes the commonest pair. */
async function splitInTwo(db: Db<ProcedureTables>, token: string): Promise<readonly Word[] | undefined> {
  const places = Array.from({ length: Math.max(0, token.length - 3) }, (_, index) => index + 2);
  const halves = places.flatMap((at) => [token.slice(0, at), token.slice(at)]);
  if (halves.length === 0) return undefined;
  const rows = await sql<Word>`select word, shown, uses from procedures.word where word = any(${halves})`.execute(db);
  const byName = new Map(rows.rows.map((row) => [row.word, row]));
  const pairs = places.flatMap((at) => {
    const [first, second] = [byName.get(token.slice(0, at)), byName.get(token.slice(at))];
    return first && second ? [[first, second]] : [];
  });
  const commonness = (pair: readonly Word[]) => Math.min(...pair.map((one) => one.uses));
  return pairs.sort((a, b) => commonness(b) - commonness(a))[0];
}

/** Damerau-Levenshtein distance with swaps of neighbours, or `most` + 1 as soon as it is certain to be more than `most`. */
export function slips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + cost);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) value = Math.min(value, (before[j - 2] as number) + 1);
      next.push(value);
    }
    if (Math.min(...next) > most) return most + 1;
    before = row;
    row = next;
  }
  return Math.min(row[b.length] as number, most + 1);
}
