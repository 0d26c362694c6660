/** What the server says of a condition, under its field: mistakes underlined where they stand, the condition in words, what the examples come to. */
import type { EditorWords } from './vocabulary.ts';

export interface Found {
  readonly faults: readonly {
    readonly name: string;
    readonly message: string;
    readonly range?: { readonly start: number; readonly end: number };
  }[];
  readonly said: string | null;
  readonly examples: readonly {
    readonly which: 'lawful' | 'unlawful';
    readonly title: string;
    readonly found: boolean | null;
    readonly fits: boolean;
  }[];
}

export class Answers {
  readonly #into: HTMLElement;
  readonly #words: EditorWords;

  constructor(into: HTMLElement, words: EditorWords) {
    this.#into = into;
    this.#words = words;
  }

  show(text: string, { faults, said, examples }: Found): void {
    const own = faults.filter(({ name }) => name === 'condition' && text !== '');
    this.#into.replaceChildren(
      ...(own.length > 0 ? [this.#marked(text, own), this.#sentences(own)] : []),
      ...(said === null ? [] : [this.#said(said)]),
      ...(examples.length > 0 ? this.#tried(examples) : []),
    );
  }

  cannotReach(): void {
    this.#into.replaceChildren(element('p', this.#words.cannotReach, 'vc-quiet'));
  }

  #marked(text: string, faults: Found['faults']): HTMLElement {
    const code = document.createElement('code');
    let reached = 0;
    const ranges = faults.flatMap(({ range }) => (range ? [range] : [])).toSorted((a, b) => a.start - b.start);
    for (const { start, end } of ranges) {
      const from = Math.min(Math.max(start, reached), text.length);
      const to = Math.min(Math.max(end, from + 1), text.length);
      code.append(text.slice(reached, from), element('mark', text.slice(from, to) || ' '));
      reached = to;
    }
    code.append(text.slice(reached));
    const pre = document.createElement('pre');
    pre.className = 'vc-marked';
    pre.append(code);
    return pre;
  }

  #sentences(faults: Found['faults']): HTMLElement {
    const list = document.createElement('ul');
    list.className = 'vc-list';
    list.append(
      ...faults.map(({ message, range }) => {
        const place = range
          ? `${this.#words.characters} ${range.start + 1}–${Math.max(range.end, range.start + 1)}: `
          : '';
        return element('li', `${place}${message}`);
      }),
    );
    return list;
  }

  #said(said: string): HTMLElement {
    const line = document.createElement('p');
    line.append(element('strong', `${this.#words.said}:`), ` ${said}`);
    return line;
  }

  #tried(examples: Found['examples']): HTMLElement[] {
    const words = this.#words;
    const list = document.createElement('ul');
    list.className = 'vc-list';
    list.append(
      ...examples.map(({ which, title, found, fits }) => {
        const outcome = fits ? words.fits : found === null ? words.undecided : words.fitsNot;
        return element('li', `${words[which]}: ${title} – ${outcome}`);
      }),
    );
    const head = document.createElement('p');
    head.append(element('strong', words.examples));
    return [head, list];
  }
}

export function element(tag: string, text: string, className?: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className !== undefined) made.className = className;
  return made;
}
