/** Lines of a stream: decoded, bounded in length, and never a crash for what the bytes are. */

export interface Line {
  readonly text: string;
  /** Longer than the limit: `text` is its beginning. */
  readonly tooLong: boolean;
}

/** In UTF-16 units. The longest record of the national portal has 125.000. */
export const LONGEST_LINE = 2_000_000;
const KEPT_OF_LONG = 200;

/** Ends with \n or \r\n; bytes that are not UTF-8 become U+FFFD; a byte-order mark is dropped. */
export async function* readLines(
  stream: AsyncIterable<Uint8Array | string>,
  longest: number = LONGEST_LINE,
): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8');
  let held = '';
  let overflowing = false;
  for await (const chunk of stream) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    let start = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
      held += text.slice(start, end);
      yield lineOf(held, overflowing || held.length > longest);
      held = '';
      overflowing = false;
      start = end + 1;
    }
    held += text.slice(start);
    if (held.length > longest) {
      overflowing = true;
      held = held.slice(0, KEPT_OF_LONG);
    }
  }
  held += decoder.decode();
  if (held !== '' || overflowing) yield lineOf(held, overflowing || held.length > longest);
}

function lineOf(text: string, tooLong: boolean): Line {
  if (tooLong) return { text: text.slice(0, KEPT_OF_LONG), tooLong };
  return { text: text.endsWith('\r') ? text.slice(0, -1) : text, tooLong };
}

/** A replacement character, a NUL or half of a pair, as JSON can write them: never text. */
export const isNotText = (text: string): boolean =>
  text.includes('\uFFFD') || text.includes('\u0000') || !text.isWellFormed();
