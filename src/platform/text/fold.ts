/** Folding: Vietnamese text without marks and capitals, so that what a person types finds what is written. `text.fold` in SQL gives the same. */

/** Composed characters (NFC, TCVN 6909:2001), whatever the keyboard or the paste used. Drops what no text holds: NUL, lone surrogates. */
export function normalizeVietnamese(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '').normalize('NFC');
}

// The same two character classes stand in migrations/0001_create_fold.sql; fold.test.ts compares the two on the whole Vietnamese alphabet.
const SPACES = /[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
const MARKS_AND_JOINERS = /[\u0300-\u036f\u200b-\u200d\u2060\ufeff]+/g;

/** `Hòa Thành`, `Hoà Thành` and `HOA  THANH` all fold to `hoa thanh`; đ becomes d. One space between words, none around. */
export function fold(text: string): string {
  const bare = normalizeVietnamese(text).normalize('NFD').replace(MARKS_AND_JOINERS, '');
  return bare.replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase().replace(SPACES, ' ').trim();
}

/** The folded words of a search, in order and without repeats: letters and digits, with dots and hyphens kept inside codes (`1.001193`). */
export function searchTokens(text: string): string[] {
  return [...new Set(fold(text).match(/[\p{L}\p{N}]+(?:[.-][\p{L}\p{N}]+)*/gu) ?? [])];
}

/** One line of text as a form keeps it: composed, no control characters, single spaces, none around. */
export function tidyLine(text: string): string {
  return normalizeVietnamese(text).replace(SPACES, ' ').replace(CONTROLS, '').trim();
}

/** Several lines: as tidyLine, with line breaks kept as \n and no more than one empty line in a row. */
export function tidyText(text: string): string {
  const lines = normalizeVietnamese(text).split(/\r\n|[\n\r\u2028\u2029]/);
  return lines
    .map(tidyLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const CONTROLS = /[\p{Cc}\u200b\u2060\ufeff]+/gu;
