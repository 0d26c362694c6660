/** HTML by template: every value put into a page is escaped unless it was itself made by this template. */

declare const safeBrand: unique symbol;

/** Markup that this template made. */
export interface SafeHtml {
  readonly markup: string;
  readonly [safeBrand]: true;
}

type Content = SafeHtml | string | number | false | null | undefined | readonly Content[];

/** `html\`<p>${text}</p>\``: text is escaped, markup and lists of it stay, `false`, `null` and `undefined` print nothing. Quote every attribute. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): SafeHtml {
  const markup = parts.reduce((before, part, index) => before + print(values[index - 1]) + part);
  return trusted(markup);
}

/** Markup from a source that already escapes: a library's own form, a stylesheet. Never a person's text. */
export const trusted = (markup: string): SafeHtml => ({ markup }) as SafeHtml;

function print(content: Content): string {
  if (content === false || content === null || content === undefined) return '';
  if (typeof content === 'string' || typeof content === 'number') return escape(String(content));
  return 'markup' in content ? content.markup : content.map(print).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
