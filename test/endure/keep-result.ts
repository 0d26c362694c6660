/** Results that stay: each long run has its own part of bench/RESULTS.md, which the next run of it replaces. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fromRoot } from '../../src/platform/config/project-root.ts';

export function keepResult(part: string, lines: readonly string[]): void {
  const path = fromRoot('bench/RESULTS.md');
  const [begin, end] = [`<!-- ${part} -->`, `<!-- /${part} -->`];
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '# Results\n';
  const written = [begin, ...lines, end].join('\n');
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  mkdirSync(fromRoot('bench'), { recursive: true });
  const isThere = from >= 0 && to > from;
  writeFileSync(path, isThere ? text.slice(0, from) + written + text.slice(to + end.length) : `${text}\n${written}\n`);
}
