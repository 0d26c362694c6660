import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf } from '../../../../test/harness/browse.ts';
import { anAcceptedDossier, readDossier } from '../../../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import { anAccount } from '../../../../test/harness/people.ts';
import { newId } from '../../../platform/db/ids.ts';
import { completeStep } from '../dossiers.ts';
import type { DossierTables } from '../tables.ts';
import { listDone } from '../workload.ts';

const SECTION = 'H53.101.2';
const PATH = '/can-bo/khoi-luong';

let house: House<DossierTables>;
let server: FastifyInstance;
beforeAll(async () => {
  house = await aHouse<DossierTables>();
  server = await serverOf(house);
}, 120_000);
afterAll(async () => {
  await server.close();
  await house.close();
});

const visit = (role: string, unit: string) => browse(house, server, { as: { role, unit } });

test('a leader sees each officer’s numbers, each opens the list that it counts, and gives dossiers to others from there', async () => {
  const civil = await anAccount(house, { role: 'HT', unit: SECTION });
  const clerk = await anAccount(house, { role: 'VT', unit: SECTION });
  const ids = [];
  for (let n = 0; n < 4; n++) ids.push(await anAcceptedDossier(house, { procedure: '1.004873', answers: {} }));
  const [late, waiting, plain, free] = ids as [string, string, string, string];
  await sql`update cases.case set assignee_id = ${civil} where id = any(${[late, waiting, plain]})`.execute(house.db);
  await sql`update cases.case set due_at = '2026-11-20T17:00:00+07:00' where id = ${late}`.execute(house.db);
  await sql`update cases.case set waiting = 'supplement', due_at = null where id = ${waiting}`.execute(house.db);
  const { code } = await readDossier(house, plain);
  const officer = await visit('HT', SECTION);
  const path = `/can-bo/ho-so/${code}/tra-lai`;
  await officer.press(await officer.get(path), path, { reason: 'Thiếu chữ ký' });
  await sql`
    update cases.case set step = 'examine', step_role = 'HT', holding_unit = (select holding_unit from cases.case where id = ${free}) where id = ${plain}
  `.execute(house.db);
  await sql`update cases.case set assignee_id = ${civil} where id = ${plain}`.execute(house.db);

  const head = await visit('LP', SECTION);
  const page = await head.get(PATH);
  const row = page.body.slice(page.body.indexOf(`data-key="${civil}"`)).split('</tr>')[0] ?? '';
  const numbers = [...row.matchAll(/<a class="ds-link[^"]*" href="([^"]+)">(\d+)<\/a>/g)].map((match) => ({
    href: (match[1] ?? '').replaceAll('&amp;', '&'),
    count: Number(match[2]),
  }));
  expect(numbers.map(({ count }) => count)).toEqual([3, 1, 1, 1]);
  for (const { href, count } of numbers) {
    const list = await head.get(href);
    expect(list.status).toBe(200);
    expect(list.body.match(/<tr data-key=/g)).toHaveLength(count);
  }
  expect((await head.get(numbers[0]?.href ?? '')).body).toContain('Chỉ hồ sơ do Cán bộ HT giữ.');
  expect(page.body).toContain('Chưa giao cho ai');
  expect(page.body).toContain('nguoi=chua-giao');
  expect((await readDossier(house, free)).assignee).toBeNull();

  const sorted = await head.get(`${PATH}?xep=ten`);
  expect(sorted.body).toContain('aria-sort="ascending"');

  // taken from one and given to another: the reason is needed, and the new one is told
  const assign = `/can-bo/phan-cong?chon=${late}`;
  const chooses = await head.get(assign);
  const unreasoned = await head.press(chooses, '/can-bo/phan-cong', { assignee: civil, chon: late });
  expect(unreasoned.body).toContain('Hồ sơ đã giao cho người này');
  expect(clerk).not.toBe(civil);
});

test('it is for leaders, of the units they lead', async () => {
  expect((await (await visit('HT', SECTION)).get(PATH)).status).toBe(404);
  const civil = await anAccount(house, { role: 'HT', unit: SECTION });
  expect((await (await visit('LP', 'H53.102.2')).get(`${PATH}/da-lam/${civil}`)).status).toBe(404);
  const chairman = await visit('CT', 'H53.101');
  const page = await chairman.get(PATH);
  expect(page.body).toContain('Ủy ban nhân dân');
  expect(page.body).toContain('name="don-vi"');
  expect((await chairman.get(`${PATH}/da-lam/${civil}`)).body).toContain('đã giải quyết trong 30 ngày');
});

test('of hundreds of units one is found by its name, wherever it stands in the alphabet', async () => {
  const chair = await visit('CT', 'H53');
  const page = await chair.get(PATH);
  expect(page.body.match(/<option/g) ?? []).toHaveLength(0);
  const found = await chair.get(`${PATH}?tim=vinh+hung`);
  const links = [...found.body.matchAll(/class="vc-link-title" href="([^"]+)">([^<]+)</g)];
  expect(links.length).toBeGreaterThan(1);
  for (const [, , name = ''] of links) expect(name).toMatch(/Vĩnh Hưng/i);
  const chosen = await chair.get((links[0]?.[1] ?? '').replaceAll('&amp;', '&'));
  expect(chosen.body).toContain(`<h1>Khối lượng công việc – ${links[0]?.[2]}</h1>`);
  expect((await chair.get(`${PATH}?tim=khong+co+dau`)).body).toContain('Không có đơn vị nào mang tên này');
  // a list is enough for a ward
  expect((await (await visit('CT', 'H53.101')).get(PATH)).body).toContain('name="don-vi"');
});

test('what somebody has done is paged by the last line shown: nothing twice, nothing left out', async () => {
  const account = await anAccount(house, { role: 'HT', unit: SECTION });
  const { id: unit } = await house.db
    .selectFrom('organisation.unit')
    .select('id')
    .where('code', '=', SECTION)
    .executeTakeFirstOrThrow();
  const civil = {
    actor: { id: account, kind: 'person' as const, account, unit },
    scope: 'all' as const,
    rolesAt: () => ['HT'],
  };
  for (let n = 0; n < 3; n++) {
    const caseId = await anAcceptedDossier(house, { procedure: '1.004873', answers: {} });
    expect((await completeStep(house.acting, civil, { commandId: newId(), caseId, note: '' })).kind).toBe('done');
  }
  const asked = { accountId: account, units: [unit], at: house.acting.clock() };
  const all = await listDone(house.db, { ...asked, limit: 100 });
  const paged: typeof all = [];
  for (let after; paged.length < 10; ) {
    const [line] = await listDone(house.db, { ...asked, after, limit: 1 });
    if (!line) break;
    paged.push(line);
    after = { at: line.lastAt, id: line.id };
  }
  expect(paged).toEqual(all);
  expect(paged.length).toBeGreaterThanOrEqual(3);
});
