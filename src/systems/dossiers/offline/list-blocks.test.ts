import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aHouse } from '../../../../test/harness/house.ts';
import { anAccount } from '../../../../test/harness/people.ts';
import { explained } from '../../../../test/harness/plans.ts';
import type { DossierTables } from '../tables.ts';
import { listBlocks } from './list-blocks.ts';

test('a page of the number book is read by an index among a hundred thousand blocks, of everybody and of one office', async () => {
  const house = await aHouse<DossierTables>();
  const account = await anAccount(house, { role: 'TN', unit: 'H53.101.1' });
  const offices = await sql<{
    id: string;
  }>`select id from organisation.unit where kind = 'one-stop' order by key`.execute(house.db);
  const ids = offices.rows.map(({ id }) => id);
  await sql`
    insert into dossiers.number_block (id, unit_id, unit_code, day, account_id, device, reserved_at)
    select gen_random_uuid(), (${ids}::uuid[])[1 + n % ${ids.length}::integer], 'H53', date '2026-01-01' + n % 300, ${account}, gen_random_uuid(), now()
    from generate_series(1, 100000) n
  `.execute(house.db);
  const { db, plans } = explained(house.db);
  for (const reach of ['all' as const, { units: ids.slice(0, 1) }]) {
    const first = await listBlocks(db, { reach, limit: 50 });
    const second = await listBlocks(db, { reach, limit: 50, after: first.next ?? expect.fail('one page') });
    expect(second.next).not.toBe(first.next);
  }
  expect(plans).toHaveLength(4);
  for (const plan of plans) expect(plan).not.toContain('Seq Scan on number_block');
  await house.close();
}, 120_000);
