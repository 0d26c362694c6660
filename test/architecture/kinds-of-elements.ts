/** What a page is made of: the crawl opens only those pages in a browser that hold something which no page before them held. */
import type { HtmlElement } from 'html-validate';

/** Attributes of which the value too decides how an element looks, or what it is to those who do not see it. */
const TELLING =
  /^(class|role|type|lang|scope|tabindex|autocomplete|aria-(hidden|current|live|expanded|sort|haspopup))$/;
/** The same in the theme and the components, but where they hold a thing's name. */
const OF_COMPONENTS = /^data-/;

/**
 * Each kind of element once: what it is and has, whether it says anything, and in which two it stands.
 * Words do not count: on a row axe finds what it found on the row before with another name in it.
 */
export function kindsOf(tree: HtmlElement): Set<string> {
  const kinds = new Set<string>();
  gather(tree, ['', ''], kinds);
  return kinds;
}

function gather(element: HtmlElement, [farther, nearer]: readonly [string, string], kinds: Set<string>): void {
  for (const child of element.childElements) {
    const kind = kindOf(child);
    kinds.add(`${farther} > ${nearer} > ${kind}`);
    gather(child, [nearer, kind], kinds);
  }
}

function kindOf({ tagName, attributes, textContent }: HtmlElement): string {
  const has = attributes.map(({ key, value }) => (isTelling(key, String(value)) ? `${key}=${String(value)}` : key));
  return `${tagName}[${has.sort().join(' ')}]${textContent.trim() === '' ? ' without words' : ''}`;
}

const isTelling = (key: string, value: string): boolean =>
  TELLING.test(key) || (OF_COMPONENTS.test(key) && /^([a-z-]{0,12}|\d)$/.test(value));
