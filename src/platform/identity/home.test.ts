import { expect, test } from 'vitest';
import { browse, serverOf } from '../../../test/harness/browse.ts';
import { aHouse } from '../../../test/harness/house.ts';

test('who signs in begins where they may work', async () => {
  const house = await aHouse();
  const server = await serverOf(house);
  const homes: (string | undefined)[] = [];
  for (const as of ['administrator', 'citizen', { role: 'CT', unit: 'H53.101' }] as const) {
    const visitor = await browse(house, server, { as });
    for (const path of ['/tai-khoan', '/can-bo']) homes.push((await visitor.get(path)).location);
  }
  expect(homes).toEqual(['/quan-tri/tai-khoan', '/ho-so-cua-toi', '/can-bo/ho-so'].flatMap((home) => [home, home]));
  expect((await (await browse(house, server)).get('/can-bo')).location).toBe('/dang-nhap?tiep=%2Fcan-bo');
  await server.close();
  await house.close();
});
