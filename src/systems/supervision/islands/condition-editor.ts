/** The editor of conditions: over a plain text field it suggests values and functions, asks the server what is wrong while something is typed, and keeps rows of simple comparisons in step with the text. */
import { Answers } from './editor/answers.ts';
import { Builder } from './editor/builder.ts';
import { Suggestions } from './editor/suggestions.ts';
import type { EditorWords, Group, Value } from './editor/vocabulary.ts';

/** Long enough that nobody is told of a mistake in the middle of a word. */
const PAUSE_MS = 400;

class ConditionEditor extends HTMLElement {
  connectedCallback(): void {
    const form = this.closest('form');
    const text = this.querySelector('textarea');
    if (!form || !text) return;
    const words = JSON.parse(this.dataset.words ?? '{}') as EditorWords;
    const answers = new Answers(this.#part('answer'), words);
    const changed = (): void => {
      text.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const suggestions = new Suggestions(text, words, changed);
    const builder = new Builder(this.#part('builder'), { words, text, changed });
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let asked = 0;
    let learned = 0;

    const check = async (): Promise<void> => {
      const mine = ++asked;
      try {
        const reply = await fetch(this.dataset.check ?? '', { method: 'POST', body: sent(form) });
        if (!reply.ok) throw new Error(String(reply.status));
        const found = (await reply.json()) as Parameters<Answers['show']>[1];
        if (mine === asked) answers.show(text.value, found);
      } catch {
        if (mine === asked) answers.cannotReach();
      }
    };
    const soon = (): void => {
      clearTimeout(waiting);
      waiting = setTimeout(() => void check(), PAUSE_MS);
    };
    const learn = async (): Promise<void> => {
      const mine = ++learned;
      const query = new URLSearchParams([['loai', this.dataset.kind ?? ''], ...chosen(form)]);
      const reply = await fetch(`${this.dataset.values}?${query.toString()}`).catch(() => undefined);
      if (!reply?.ok) return;
      const groups = (await reply.json()) as readonly Group[];
      if (mine !== learned) return;
      const values: readonly Value[] = groups.flatMap((group) => group.values);
      suggestions.know(groups);
      builder.know(values);
      listButtons(this.#part('values'), groups, { words, insert: (path) => suggestions.insert(path) });
    };
    form.addEventListener('input', soon);
    form.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement && (target.name === 'acts' || target.name === 'looks')) void learn();
    });
    functionButtons(this.#part('functions'), (insert) => suggestions.insert(insert));
    void learn();
    if (text.value !== '') void check();
  }

  #part(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-part="${name}"]`) ?? (this as HTMLElement);
  }
}

/** The whole form as it stands, as the server reads it when it is saved. */
function sent(form: HTMLFormElement): URLSearchParams {
  const fields = [...new FormData(form)].filter((field): field is [string, string] => typeof field[1] === 'string');
  return new URLSearchParams(fields.filter(([name]) => name !== 'command_id'));
}

function chosen(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].filter(
    (field): field is [string, string] => (field[0] === 'acts' || field[0] === 'looks') && typeof field[1] === 'string',
  );
}

/** The values at hand, each a button that puts it where the cursor is. */
function listButtons(
  into: HTMLElement,
  groups: readonly Group[],
  { words, insert }: { readonly words: EditorWords; readonly insert: (path: string) => void },
): void {
  into.replaceChildren(
    ...groups.flatMap(({ label, values }) => {
      const head = document.createElement('h3');
      head.textContent = label;
      const list = document.createElement('ul');
      list.className = 'vc-list';
      list.append(
        ...values.map((value) => {
          const item = document.createElement('li');
          item.append(
            insertButton(value.path, () => insert(value.path)),
            ` ${value.label} (${words.types[value.type] ?? value.type})`,
          );
          return item;
        }),
      );
      return [head, list];
    }),
  );
}

function functionButtons(into: HTMLElement, insert: (text: string) => void): void {
  for (const item of into.querySelectorAll<HTMLElement>('[data-insert]')) {
    const text = item.dataset.insert ?? '';
    item.querySelector('code')?.replaceWith(insertButton(text, () => insert(text)));
  }
}

function insertButton(text: string, press: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'vc-text-button ds-link';
  const code = document.createElement('code');
  code.textContent = text;
  button.append(code);
  button.addEventListener('click', press);
  return button;
}

customElements.define('condition-editor', ConditionEditor);
