/** The builder: a simple condition as rows of value, comparison and what it is compared with; it writes the text and reads it back. */
import { element } from './answers.ts';
import { isWithoutValue, OPERATORS, readRows, type Row, type Rows, writeRows } from './rows.ts';
import type { EditorWords, Value } from './vocabulary.ts';

const signOf = (operator: string, words: EditorWords): string =>
  ({
    '==': '=',
    '!=': '≠',
    '<=': '≤',
    '>=': '≥',
    has: words.has,
    '!has': words.hasNot,
    '?': words.given,
    '!?': words.notGiven,
  })[operator] ?? operator;

interface Parts {
  readonly words: EditorWords;
  readonly text: HTMLTextAreaElement;
  readonly changed: () => void;
}

export class Builder {
  readonly #into: HTMLElement;
  readonly #parts: Parts;
  readonly #details = document.createElement('details');
  readonly #body = document.createElement('div');
  #values: readonly Value[] = [];
  #rows: Rows = { join: 'all', rows: [] };
  #writes = false;

  constructor(into: HTMLElement, parts: Parts) {
    this.#into = into;
    this.#parts = parts;
    this.#details.append(element('summary', parts.words.builder), this.#body);
    this.#body.className = 'vc-stack vc-builder';
    parts.text.addEventListener('input', () => {
      if (!this.#writes) this.#read();
    });
  }

  know(values: readonly Value[]): void {
    this.#values = values.filter(({ type }) => type in OPERATORS);
    if (!this.#details.isConnected) this.#into.append(this.#details);
    this.#read();
  }

  #read(): void {
    const read = readRows(this.#parts.text.value, this.#values);
    if (!read) {
      this.#body.replaceChildren(element('p', this.#parts.words.tooMuch, 'vc-quiet'));
      return;
    }
    this.#rows = read;
    this.#draw();
  }

  /** Whoever works by keyboard goes on where they were: at the control that now stands in that place, which after adding a row is its first. */
  #drawAgain(): void {
    const place = this.#controls().findIndex((one) => one === document.activeElement);
    this.#draw();
    if (place !== -1)
      this.#controls()
        .at(Math.min(place, this.#controls().length - 1))
        ?.focus();
  }

  #controls(): HTMLElement[] {
    return [...this.#body.querySelectorAll<HTMLElement>('select, input, button')];
  }

  #draw(): void {
    const { words } = this.#parts;
    const join = select(
      words.join,
      [
        ['all', words.all],
        ['any', words.any],
      ],
      this.#rows.join,
    );
    join.control.addEventListener('change', () => {
      this.#write({ ...this.#rows, join: join.control.value === 'any' ? 'any' : 'all' });
    });
    const add = button(words.addRow, () => {
      const [first] = this.#values;
      if (!first) return;
      const row = { path: first.path, operator: OPERATORS[first.type]?.[0] ?? '==', value: '' };
      this.#set({ ...this.#rows, rows: [...this.#rows.rows, row] });
    });
    this.#body.replaceChildren(join.whole, ...this.#rows.rows.map((row, index) => this.#row(row, index)), add);
  }

  #row(row: Row, index: number): HTMLElement {
    const { words } = this.#parts;
    const known = this.#values.find(({ path }) => path === row.path);
    const operators = OPERATORS[known?.type ?? ''] ?? [];
    const field = select(
      words.field,
      this.#values.map(({ path, label }) => [path, `${label} · ${path}`]),
      row.path,
    );
    const comparison = select(
      words.comparison,
      operators.map((one) => [one, signOf(one, words)]),
      row.operator,
    );
    const value = this.#valueOf(row, known);
    const replace = (changed: Row): void =>
      this.#set({ ...this.#rows, rows: this.#rows.rows.map((one, at) => (at === index ? changed : one)) });
    field.control.addEventListener('change', () => {
      const type = this.#values.find(({ path }) => path === field.control.value)?.type ?? '';
      const stays = OPERATORS[type]?.includes(row.operator);
      replace({
        path: field.control.value,
        operator: stays ? row.operator : (OPERATORS[type]?.[0] ?? '=='),
        value: '',
      });
    });
    comparison.control.addEventListener('change', () =>
      replace({ ...(this.#rows.rows[index] ?? row), operator: comparison.control.value }),
    );
    value?.control.addEventListener('change', () => {
      const now = this.#rows.rows[index] ?? row;
      // nothing looks different by it: what the person tabs to next has to stay
      this.#write({ ...this.#rows, rows: this.#rows.rows.with(index, { ...now, value: value.control.value }) });
    });
    const line = document.createElement('div');
    line.className = 'vc-builder-row';
    const drop = button(words.dropRow, () => {
      this.#set({ ...this.#rows, rows: this.#rows.rows.filter((_, at) => at !== index) });
    });
    line.append(field.whole, comparison.whole, ...(value ? [value.whole] : []), drop);
    return line;
  }

  #valueOf(row: Row, known: Value | undefined) {
    const { words } = this.#parts;
    if (isWithoutValue(row.operator)) return undefined;
    if (known?.type === 'bool')
      return select(
        words.compared,
        [
          ['', ''],
          ['true', words.yes],
          ['false', words.no],
        ],
        row.value,
      );
    if (known && known.words.length > 0)
      return select(
        words.compared,
        [['', ''], ...known.words.map((word): [string, string] => [word.value, word.label])],
        row.value,
      );
    const control = document.createElement('input');
    control.className = 'ds-input';
    control.value = row.value;
    return { control, whole: labelled(words.compared, control) };
  }

  #set(rows: Rows): void {
    this.#write(rows);
    this.#drawAgain();
  }

  /** The text, where every row is complete; else it waits for what is still to be given. */
  #write(rows: Rows): void {
    this.#rows = rows;
    const written = writeRows(rows, this.#values);
    if (written !== undefined && written !== this.#parts.text.value) {
      this.#writes = true;
      this.#parts.text.value = written;
      this.#parts.changed();
      this.#writes = false;
    }
  }
}

function select(label: string, options: readonly (readonly [string, string])[], value: string) {
  const control = document.createElement('select');
  control.className = 'ds-input';
  control.append(...options.map(([key, text]) => new Option(text, key, false, key === value)));
  return { control, whole: labelled(label, control) };
}

function labelled(label: string, control: HTMLElement): HTMLLabelElement {
  const whole = document.createElement('label');
  whole.append(element('span', label, 'ds-sr-only'), control);
  return whole;
}

function button(label: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'vc-text-button ds-link';
  made.textContent = label;
  made.addEventListener('click', press);
  return made;
}
