import { expect, test } from 'vitest';
import { gatherSmall } from './open-table.ts';

const rows = (...sizes: number[]) => sizes.map((received) => ({ figures: { carried: 0, received } }));
const sizes = (found: readonly { figures: { received: number } }[]) => found.map(({ figures }) => figures.received);

test.each([
  ['lines of few dossiers stand together', [40, 2, 9, 3], [40, 9], [2, 3]],
  ['a single small line takes the next smallest along', [40, 2, 9], [40], [2, 9]],
  ['none is small', [40, 5], [40, 5], []],
  ['all are small', [1, 1], [], [1, 1]],
  ['there is nothing', [], [], []],
])('%s', (_, all, kept, small) => {
  const gathered = gatherSmall(rows(...all), 5);
  expect([sizes(gathered.kept), sizes(gathered.small)]).toEqual([kept, small]);
});
