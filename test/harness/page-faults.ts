/** The ambient checks: what is wrong with a page that any test fetched. No test author has to remember them. */
import type { HtmlElement } from 'html-validate';
import type { Locale } from '../../src/platform/i18n/texts.ts';
import { attributeOf, htmlFaults, readHtml, textOf } from './html-faults.ts';

export interface FetchedPage {
  readonly path: string;
  readonly status: number;
  readonly html: string;
  readonly policy: string | undefined;
  readonly locale: Locale;
  readonly signedIn: boolean;
  /** Whether the product answers this path. */
  readonly answers: (method: 'GET' | 'POST', path: string) => boolean;
}

/** Sentences, empty when the page is well. */
export async function pageFaults(page: FetchedPage): Promise<string[]> {
  const written = await htmlFaults(page.html);
  const tree = await readHtml(page.html);
  return [
    ...written,
    ...policyFaults(page.policy),
    ...outlineFaults(tree, page),
    ...inlineFaults(tree),
    ...linkFaults(tree, page),
    ...formFaults(tree, page),
    ...wordFaults(tree),
  ];
}

function policyFaults(policy: string | undefined): string[] {
  if (policy === undefined) return ['no content security policy'];
  const faults = /'unsafe-[\w-]+'/.exec(policy);
  return [
    ...(faults ? [`the content security policy allows ${faults[0]}`] : []),
    ...(/default-src 'none'/.test(policy)
      ? []
      : ["the content security policy does not begin with default-src 'none'"]),
  ];
}

function outlineFaults(tree: HtmlElement, { locale }: FetchedPage): string[] {
  const language = tree.querySelector('html');
  const said = language === null ? undefined : attributeOf(language, 'lang');
  const title = tree.querySelector('title');
  const headings = tree.querySelectorAll('h1');
  return [
    ...(said === locale ? [] : [`the page says lang="${said}" and is asked for in ${locale}`]),
    ...(title !== null && textOf(title) !== '' ? [] : ['no title']),
    ...(headings.length === 1 ? [] : [`${headings.length} headings of the first rank`]),
    ...(tree.querySelectorAll('main').length === 1 ? [] : ['not exactly one main part']),
  ];
}

/** What the policy would refuse, so that it would be missing without a word. */
function inlineFaults(tree: HtmlElement): string[] {
  const styled = tree.querySelectorAll('[style]').length;
  const styles = tree.querySelectorAll('style').length;
  const scripts = tree
    .querySelectorAll('script')
    .filter((script) => attributeOf(script, 'src') === undefined && attributeOf(script, 'type') !== 'application/json');
  const handlers = tree
    .querySelectorAll('*')
    .flatMap((element) => element.attributes.map(({ key }) => key).filter((name) => /^on[a-z]+$/.test(name)));
  return [
    ...(styled > 0 ? [`${styled} style attributes`] : []),
    ...(styles > 0 ? [`${styles} style elements`] : []),
    ...(scripts.length > 0 ? [`${scripts.length} inline scripts`] : []),
    ...(handlers.length > 0 ? [`inline handlers: ${handlers.join(', ')}`] : []),
  ];
}

/** Every link of ours leads to a page of ours, every fragment to a place on this page. */
function linkFaults(tree: HtmlElement, page: FetchedPage): string[] {
  return hrefsOf(tree).flatMap((href) => {
    const { origin, pathname, hash } = new URL(href, `http://here${page.path}`);
    if (origin !== 'http://here') return [];
    if (href.startsWith('#')) return isPlace(tree, hash.slice(1)) ? [] : [`${href} leads to no place on this page`];
    return page.answers('GET', pathname) ? [] : [`the link ${href} leads nowhere`];
  });
}

const isPlace = (tree: HtmlElement, id: string): boolean =>
  id === '' || tree.querySelectorAll('[id]').some((element) => attributeOf(element, 'id') === decodeURIComponent(id));

export const hrefsOf = (tree: HtmlElement): string[] =>
  tree.querySelectorAll('a[href]').flatMap((link) => attributeOf(link, 'href') ?? []);

/** A form leads somewhere; one that acts carries the token of the session and the id that makes it act once. */
function formFaults(tree: HtmlElement, page: FetchedPage): string[] {
  return tree.querySelectorAll('form').flatMap((form) => {
    const method = (attributeOf(form, 'method') ?? 'get').toUpperCase() === 'POST' ? 'POST' : 'GET';
    const { origin, pathname } = new URL(attributeOf(form, 'action') ?? '', `http://here${page.path}`);
    if (origin !== 'http://here') return [];
    const has = (name: string) => form.querySelectorAll('input').some((input) => attributeOf(input, 'name') === name);
    return [
      ...(page.answers(method, pathname) ? [] : [`the form ${method} ${pathname} leads nowhere`]),
      ...(method === 'POST' && page.signedIn && !has('csrf') ? [`the form ${pathname} has no csrf token`] : []),
    ];
  });
}

/** Texts that a program leaves behind where words are missing. */
function wordFaults(tree: HtmlElement): string[] {
  const body = tree.querySelector('body');
  const text = body === null ? '' : textOf(body);
  const found = /\bundefined\b|\[object \w+\]|\bNaN\b|\bInvalid Date\b/.exec(text)?.[0] ?? unfilled(tree, text);
  return found === undefined ? [] : [`the text holds "${found}"`];
}

/** A value that was not filled in; where a template is edited its values stand as code or in a field. */
function unfilled(tree: HtmlElement, text: string): string | undefined {
  const meant = tree.querySelectorAll('code, textarea').map(textOf).join(' ');
  const valuesIn = (one: string): string[] => one.match(/\{\w+\}/g) ?? [];
  const [all, spelt] = [valuesIn(text), valuesIn(meant)];
  return all.length > spelt.length ? (all.find((value) => !spelt.includes(value)) ?? all[0]) : undefined;
}
