/** Drops custom properties that nothing in a minified style sheet reads: a generated theme declares far more than one product uses. */

const DECLARATION = /(--[\w-]+):((?:"(?:[^"\\]|\\.)*"|[^;{}"])*)(;|(?=\}))/g;
const READ = /var\(\s*(--[\w-]+)/g;

/** Also empties out the rules that held nothing else. Repeats until nothing changes, since a dropped property may have been the only reader of another. */
export function dropUnusedProperties(css) {
  const read = new Set([...css.matchAll(READ)].map((match) => match[1]));
  const kept = css.replace(DECLARATION, (whole, name) => (read.has(name) ? whole : ''));
  const trimmed = withoutEmptyRules(kept.replace(/;\}/g, '}'));
  return trimmed === css ? css : dropUnusedProperties(trimmed);
}

function withoutEmptyRules(css) {
  const fewer = css.replace(/[^{};]*\{\}/g, '');
  return fewer === css ? css : withoutEmptyRules(fewer);
}
