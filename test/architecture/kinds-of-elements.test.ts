import { expect, test } from 'vitest';
import { readHtml } from '../harness/html-faults.ts';
import { kindsOf } from './kinds-of-elements.ts';

const kindsIn = async (list: string): Promise<Set<string>> =>
  kindsOf(await readHtml(`<!doctype html><html lang="vi"><body><main><ul>${list}</ul></main></body></html>`));

const isNew = async (list: string, before: string): Promise<boolean> => {
  const known = await kindsIn(before);
  return [...(await kindsIn(list))].some((kind) => !known.has(kind));
};

test.each([
  ['another name in it', '<li><a href="/b">Bình</a></li>', false],
  ['more of the same', '<li><a href="/b">Bình</a></li><li><a href="/c">Chi</a></li>', false],
  ['no words', '<li><a href="/b"></a></li>', true],
  ['another look', '<li><a href="/b" class="quiet">Bình</a></li>', true],
  ['another tone', '<li><a href="/b" data-tone="danger">Bình</a></li>', true],
  ['something more inside', '<li><a href="/b"><b>Bình</b></a></li>', true],
  ['something around it', '<li><p><a href="/b">Bình</a></p></li>', true],
])('whether a page shows something new when it holds %s', async (_, list, expected) => {
  expect(await isNew(list, '<li><a href="/a">An</a></li>')).toBe(expected);
});
