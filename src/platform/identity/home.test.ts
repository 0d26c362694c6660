import { expect, test } from 'vitest';
import { browse, serverOf } from '../../../test/harness/browse.ts';
import { aHouse } from '../../../test/harness/house.ts';

test('who signs in begins where they may work', async () => {
  const house = await aHouse();
  const server = await serverOf(house);
  const homes: (string | undefined)[] = [];
  for (const as of ['administrator', 'citizen', { role: 'CT', unit: 'H53.101' }] as const) {
    const visitor = await browse(house, server, { as });
    homes.push((await visitor.get('/tai-khoan')).location);
  }
  expect(homes).toEqual(['/quan-tri/tai-khoan', '/ho-so-cua-toi', '/can-bo/ho-so']);
  await server.close();
  await house.close();
});
