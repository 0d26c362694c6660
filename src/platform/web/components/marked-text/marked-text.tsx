/** Marked text: an expression as it is written, with the places that are wrong underlined where they stand. */
import type { ComponentChildren } from 'preact';

/** Offsets in the text, end excluded. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

export interface MarkedTextProps {
  readonly text: string;
  readonly marks: readonly Mark[];
}

export function MarkedText({ text, marks }: MarkedTextProps) {
  return (
    <pre class="vc-marked">
      <code>{piecesOf(text, marks)}</code>
    </pre>
  );
}

/** Marks that overlap are one; a mark of no length is put on the character after it, or on a space at the end. */
function piecesOf(text: string, marks: readonly Mark[]): ComponentChildren[] {
  const pieces: ComponentChildren[] = [];
  let reached = 0;
  for (const { start, end } of marks.toSorted((a, b) => a.start - b.start)) {
    const from = Math.min(Math.max(start, reached), text.length);
    const to = Math.min(Math.max(end, from + 1), text.length);
    if (to < reached) continue;
    pieces.push(text.slice(reached, from), <mark key={from}>{text.slice(from, to) || ' '}</mark>);
    reached = to;
  }
  return [...pieces, text.slice(reached)];
}
