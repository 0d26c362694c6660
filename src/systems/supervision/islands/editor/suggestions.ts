/** Suggestions while a condition is typed: the values whose name or label begins as the word under the cursor, chosen by arrows and Enter. */
import { element } from './answers.ts';
import type { EditorWords, Group, Value } from './vocabulary.ts';

const MOST = 8;
/** The word before the cursor: a path such as `dossier.due`. */
const WORD = /[A-Za-z_][\w.]*$/;

export class Suggestions {
  readonly #text: HTMLTextAreaElement;
  readonly #words: EditorWords;
  readonly #changed: () => void;
  readonly #list = document.createElement('ul');
  #values: readonly Value[] = [];
  #shown: readonly Value[] = [];
  #chosen = -1;

  constructor(text: HTMLTextAreaElement, words: EditorWords, changed: () => void) {
    this.#text = text;
    this.#words = words;
    this.#changed = changed;
    this.#list.className = 'vc-suggestions';
    this.#list.id = 'condition-suggestions';
    this.#list.role = 'listbox';
    this.#list.ariaLabel = words.insert;
    this.#list.hidden = true;
    text.after(this.#list);
    text.setAttribute('aria-controls', this.#list.id);
    text.setAttribute('aria-autocomplete', 'list');
    text.setAttribute('spellcheck', 'false');
    text.addEventListener('input', () => this.#look());
    text.addEventListener('blur', () => this.#hide());
    text.addEventListener('keydown', (event) => this.#key(event));
  }

  know(groups: readonly Group[]): void {
    this.#values = groups.flatMap(({ values }) => values);
  }

  /** At the cursor, or over what is selected. The cursor then stands where a value is still to be given. */
  insert(what: string): void {
    const { selectionStart: start, selectionEnd: end } = this.#text;
    this.#put(what, start, end);
  }

  #put(what: string, start: number, end: number): void {
    const gap = what.indexOf('…');
    this.#text.setRangeText(what, start, end, 'end');
    if (gap !== -1) this.#text.setSelectionRange(start + gap, start + gap + 1);
    this.#text.focus();
    this.#changed();
    this.#hide();
  }

  #look(): void {
    const word = this.#word();
    const begun = word.toLowerCase();
    this.#shown =
      word.length < 2
        ? []
        : this.#values
            .filter(({ path, label }) => path !== word && (path.includes(begun) || label.toLowerCase().includes(begun)))
            .toSorted((a, b) => Number(b.path.startsWith(begun)) - Number(a.path.startsWith(begun)))
            .slice(0, MOST);
    this.#chosen = -1;
    this.#draw();
  }

  #draw(): void {
    this.#list.hidden = this.#shown.length === 0;
    this.#list.replaceChildren(
      ...this.#shown.map((value, index) => {
        const item = document.createElement('li');
        item.role = 'option';
        item.id = `condition-suggestion-${index}`;
        item.ariaSelected = String(index === this.#chosen);
        item.append(
          element('code', value.path),
          element('span', `${value.label} (${this.#words.types[value.type] ?? value.type})`, 'vc-quiet'),
        );
        // before the field loses its focus, which hides the list
        item.addEventListener('mousedown', (event) => {
          event.preventDefault();
          this.#take(value);
        });
        return item;
      }),
    );
    if (this.#chosen === -1) this.#text.removeAttribute('aria-activedescendant');
    else this.#text.setAttribute('aria-activedescendant', `condition-suggestion-${this.#chosen}`);
  }

  #key(event: KeyboardEvent): void {
    if (this.#list.hidden) return;
    const { length } = this.#shown;
    if (event.key === 'ArrowDown') this.#choose((this.#chosen + 1) % length);
    else if (event.key === 'ArrowUp') this.#choose(this.#chosen <= 0 ? length - 1 : this.#chosen - 1);
    else if (event.key === 'Escape') this.#hide();
    else if (event.key === 'Enter' && this.#chosen !== -1) this.#take(this.#shown[this.#chosen] as Value);
    else return;
    event.preventDefault();
  }

  #choose(index: number): void {
    this.#chosen = index;
    this.#draw();
  }

  #take({ path }: Value): void {
    const end = this.#text.selectionStart;
    this.#put(path, end - this.#word().length, end);
  }

  #word(): string {
    return WORD.exec(this.#text.value.slice(0, this.#text.selectionStart))?.[0] ?? '';
  }

  #hide(): void {
    this.#shown = [];
    this.#chosen = -1;
    this.#draw();
  }
}
