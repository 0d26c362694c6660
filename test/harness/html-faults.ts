/** Whether HTML is what the standard says, and a small reading of its tree for tests. */
import {
  type ConfigData,
  type HtmlElement,
  HtmlValidate,
  Parser,
  type Plugin,
  StaticConfigLoader,
} from 'html-validate';

/** The rules of the standard and of accessibility, without those on how HTML is written down: Preact writes the page, not a person. */
const RULES: ConfigData = {
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    'doctype-style': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'input-missing-label': 'error',
    // a scrolled region is no section, and of a menu for wide and one for narrow screens axe sees the one that is shown
    'prefer-native-element': 'off',
    'unique-landmark': 'off',
  },
};

/** What was read last: a page is asked for its faults, then for its tree, and reading it is most of the work. */
let last: { readonly html: string; readonly tree: HtmlElement } | undefined;

const keepTree: Plugin = {
  name: 'keep-tree',
  setup({ data: html }, events) {
    events.once('dom:ready', (_, { document }) => {
      last = { html, tree: document.root };
    });
  },
};

// made once: the validator would make it again for each page, which takes as long as checking one
const loader = new StaticConfigLoader({ ...RULES, plugins: [keepTree] });
const configuration = loader.getConfigFor('page.html');
loader.getConfigFor = () => configuration;
const validator = new HtmlValidate(loader);

export async function htmlFaults(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap((result) =>
    result.messages.map((each) => `${each.ruleId} at ${each.selector}: ${each.message}`),
  );
}

export async function readHtml(html: string): Promise<HtmlElement> {
  return last?.html === html ? last.tree : new Parser(await configuration).parseHtml(html);
}

/** An attribute as a browser reads it; undefined when it is not there. */
export const attributeOf = (element: HtmlElement, name: string): string | undefined => {
  const value = element.getAttributeValue(name);
  return value === null ? undefined : decode(value);
};

export const textOf = (element: HtmlElement): string => decode(element.textContent).replace(/\s+/g, ' ').trim();

/** The entities that Preact writes. */
const decode = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
