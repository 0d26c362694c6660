/** Question: what somebody typed into the search box, as words the catalogue knows: diacritics folded, a slip of the finger mended. */
import type { Db } from '../../platform/db/database.ts';
import { fold } from '../../platform/text/fold.ts';
import type { ProcedureTables } from './tables.ts';

export interface Question {
  /** For `to_tsquery('simple', …)`; empty when nothing was asked. */
  readonly tsquery: string;
  /** Folded, for the order of results. */
  readonly folded: string;
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
const CODE = /^\d\.\d{1,6}$/;

export async function readQuestion(db: Db<ProcedureTables>, text: string): Promise<Question> {
  const folded = fold(text.slice(0, 200));
  if (CODE.test(folded)) return { tsquery: '', folded, code: folded };
  const tokens = [...new Set(folded.match(/[\p{L}\p{N}]+/gu) ?? [])].slice(0, MOST_WORDS);
  if (tokens.length === 0) return { tsquery: '', folded };
  const mended = await mend(db, tokens);
  const isMended = mended.some((one) => one.meant !== undefined);
  return {
    tsquery: mended.map((one) => one.part).join(' & '),
    folded: mended.map((one) => one.meant?.map((word) => word.word).join(' ') ?? one.token).join(' '),
    ...(isMended && {
      meant: mended.map((one) => one.meant?.map((word) => word.shown).join(' ') ?? one.shown).join(' '),
    }),
  };
}

/** The same question when not all words meet anywhere: any of them, each with its neighbours one slip away. */
export async function widenQuestion(db: Db<ProcedureTables>, question: Question): Promise<Question> {
  const tokens = question.folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  const near = await candidates(db, tokens);
  const parts = tokens.map((token) => {
    const close = near
      .filter((word) => word.word !== token && slips(token, word.word, 1) === 1)
      .sort(byUse)
      .slice(0, 4);
    return [token, ...close.map((word) => word.word)].join(' | ');
  });
  return { ...question, tsquery: parts.map((part) => `(${part})`).join(' | ') };
}

interface Mended {
  readonly token: string;
  readonly shown: string;
  /** Its part of the tsquery. */
  readonly part: string;
  readonly meant?: readonly Word[];
}

async function mend(db: Db<ProcedureTables>, tokens: readonly string[]): Promise<Mended[]> {
  const known = await wordsByName(db, tokens);
  const last = tokens.at(-1);
  const unknown = tokens.filter((token) => !known.has(token));
  const near = unknown.length === 0 ? [] : await candidates(db, unknown);
  return tokens.map((token) => {
    const shown = known.get(token)?.shown ?? token;
    // The last word may still be being typed.
    const begins =
      token === last && token.length >= 2 && (known.has(token) || near.some((word) => word.word.startsWith(token)));
    if (begins) return { token, shown, part: `${token}:*` };
    if (known.has(token)) return { token, shown, part: token };
    const meant = nearest(token, near) ?? splitInTwo(token, near);
    return meant
      ? { token, shown, part: meant.map((word) => word.word).join(' & '), meant }
      : { token, shown, part: token };
  });
}

/** One slip in short words, two in long ones; of equals the one that begins alike, then the more used. */
function nearest(token: string, near: readonly Word[]): readonly Word[] | undefined {
  const most = token.length >= 7 ? 2 : token.length >= 3 ? 1 : 0;
  const scored = near
    .map((word) => ({ word, distance: slips(token, word.word, most) }))
    .filter((one) => one.distance <= most)
    .sort(
      (a, b) =>
        a.distance - b.distance ||
        Number(b.word.word[0] === token[0]) - Number(a.word.word[0] === token[0]) ||
        byUse(a.word, b.word),
    );
  return scored[0] && [scored[0].word];
}

/** `khaisinh` → khai, sinh: the commonest pair. */
function splitInTwo(token: string, near: readonly Word[]): readonly Word[] | undefined {
  const byName = new Map(near.map((word) => [word.word, word]));
  const pairs = Array.from({ length: Math.max(0, token.length - 3) }, (_, index) => {
    const pair = [byName.get(token.slice(0, index + 2)), byName.get(token.slice(index + 2))];
    return pair[0] && pair[1] ? [pair[0], pair[1]] : undefined;
  }).filter((pair) => pair !== undefined);
  return pairs.sort((a, b) => leastUsed(b) - leastUsed(a))[0];
}

const leastUsed = (pair: readonly Word[]): number => Math.min(...pair.map((word) => word.uses));
const byUse = (a: Word, b: Word): number => b.uses - a.uses;

async function wordsByName(db: Db<ProcedureTables>, names: readonly string[]): Promise<Map<string, Word>> {
  const rows = await db
    .selectFrom('procedures.word')
    .selectAll()
    .where('word', 'in', [...names])
    .execute();
  return new Map(rows.map((row) => [row.word, row]));
}

/** Words of some length near the tokens', and pieces that could make one up: some 2.000 short rows, sooner read than indexed. */
async function candidates(db: Db<ProcedureTables>, tokens: readonly string[]): Promise<Word[]> {
  const longest = Math.max(...tokens.map((token) => token.length));
  return db
    .selectFrom('procedures.word')
    .selectAll()
    .where((row) => row.fn<number>('length', ['word']), '<=', longest + 8)
    .execute();
}

/** Damerau-Levenshtein distance of neighbouring letters, or more than `most` as soon as that is certain. */
export function slips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, (before[j - 2] as number) + 1);
      next.push(value);
    }
    if (Math.min(...next) > most) return most + 1;
    before = row;
    row = next;
  }
  return row[b.length] as number;
}
