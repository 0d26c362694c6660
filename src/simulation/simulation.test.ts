import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf } from '../../test/harness/browse.ts';
import { aHouse, type House } from '../../test/harness/house.ts';
import { makeDemoAccounts } from '../demo/demo-accounts.ts';
import { findOwners } from '../demo/demo-owners.ts';
import { seedDemo } from '../demo/demo-seed.ts';
import { instant } from '../platform/calendar/instant.ts';
import { trustedAuthorities } from '../platform/documents/signatures/key-ring.ts';
import { checkFile } from '../platform/documents/verification.ts';
import { findFiles, readFileBytes } from '../platform/files/store-file.ts';
import { validateForm } from '../platform/forms/validate-form.ts';
import { readPersonalNumber } from '../platform/text/personal-number.ts';
import { getVersion } from '../systems/procedures/index.ts';
import { planArrivals } from './arrivals.ts';
import { EventQueue } from './event-queue.ts';
import { inventAnswers } from './invented-answers.ts';
import { inventPerson, type NameParts } from './invented-person.ts';
import { chanceOf } from './random.ts';
import { simulate } from './simulate.ts';

const NAMES: NameParts = { male: ['Nguyễn Văn An', 'Trần Hữu Bình'], female: ['Lê Thị Ánh', 'Phạm Ngọc Hà'] };

let house: House;
beforeAll(async () => {
  house = await aHouse();
  await makeDemoAccounts(house.platform);
}, 120_000);
afterAll(() => house.close());

test('chance is the same for the same seed and even over its range', () => {
  const draws = (seed: string) => {
    const chance = chanceOf(seed);
    return Array.from({ length: 2000 }, () => chance.next());
  };
  expect(draws('a')).toEqual(draws('a'));
  expect(draws('a')).not.toEqual(draws('b'));
  const mean = draws('a').reduce((sum, draw) => sum + draw, 0) / 2000;
  expect(Math.abs(mean - 0.5)).toBeLessThan(0.02);
});

test('events come in order of time, and a slot holds one of each dossier', () => {
  const queue = new EventQueue<{ at: ReturnType<typeof instant>; index: number }>();
  const chance = chanceOf('queue');
  const times = Array.from({ length: 500 }, () => chance.between(0, 10_000));
  times.forEach((at, index) => queue.add({ at: at as never, index: index % 40 }));
  const taken: number[] = [];
  for (let slot = queue.takeUntil(300); slot.length > 0; slot = queue.takeUntil(300)) {
    expect(new Set(slot.map(({ index }) => index)).size).toBe(slot.length);
    taken.push(...slot.map(({ at }) => at));
  }
  expect(taken).toEqual([...times].sort((a, b) => a - b));
});

test('nobody comes to a closed counter, and Tết is quiet', () => {
  const arrivals = planArrivals({
    seed: 's',
    from: '2026-02-01',
    to: '2026-03-31',
    count: 2000,
    calendar: house.platform.calendar(),
    procedures: [['a', 1]],
    communes: 96,
  });
  const within = (from: string, to: string) => arrivals.filter(({ at }) => at >= instant(from) && at < instant(to));
  expect(within('2026-02-14', '2026-02-23').filter(({ channel }) => channel !== 'online')).toEqual([]);
  expect(within('2026-02-14', '2026-02-23').length).toBeLessThan(within('2026-03-09', '2026-03-18').length / 3);
  expect(arrivals.map(({ at }) => at)).toEqual(arrivals.map(({ at }) => at).sort((a, b) => a - b));
});

test('invented people have numbers that fit their birth and sex', () => {
  for (let index = 0; index < 50; index++) {
    const person = inventPerson(chanceOf(`p${index}`), NAMES, { today: '2026-06-10' });
    const { value } = readPersonalNumber(person.personalNumber);
    expect([value?.sex, value?.birthYear]).toEqual([person.sex, Number(person.birthDate.slice(0, 4))]);
  }
});

test('every form the province offers is filled with answers that it takes', async () => {
  const rows = await sql<{ id: string }>`
    select v.id from procedures.version v where v.superseded_at is null and v.valid_to is null order by v.id
  `.execute(house.db);
  expect(rows.rows.length).toBeGreaterThan(69);
  for (const { id } of rows.rows) {
    const version = await getVersion(house.db, id);
    if (!version) throw new Error('a version is gone');
    const { form, definition } = version;
    for (const round of definition.form ? Array.from({ length: 40 }, (_, index) => index) : [1]) {
      const chance = chanceOf(`${definition.code}/${round}`);
      const context = { today: '2026-06-10', channel: 'online', commune: '25459', case: '' } as const;
      const requester = inventPerson(chance, NAMES, context);
      const answers = inventAnswers(form, { chance, names: NAMES, context, requester, fileFor: () => id });
      expect(validateForm(form, answers, context).errors).toEqual([]);
    }
  }
});

test('a week of the province leaves marked dossiers, no act refused, the clock kept', async () => {
  house.setClock('2026-05-20T08:00');
  const report = await simulate(house.platform, {
    from: '2026-05-04',
    until: instant('2026-05-19T18:00'),
    arrivalsUntil: '2026-05-08',
    dossiers: 25,
    seed: 'week',
    lanes: 4,
    signs: true,
    owners: await findOwners(house.db, '2026-05-04'),
  });
  expect(report).toMatchObject({ filed: 25, stopped: false, notDone: {} });
  expect(report.acts).toBeGreaterThan(75);
  const kept = await sql<{ real: number; early: number; late: number; closed: number }>`
    select count(*) filter (where not simulated)::integer as real,
      count(*) filter (where changed_at < opened_at)::integer as early,
      count(*) filter (where changed_at > '2026-05-19T18:00+07:00')::integer as late,
      count(*) filter (where status = 'closed')::integer as closed
    from cases.case
  `.execute(house.db);
  expect(kept.rows[0]).toMatchObject({ real: 0, early: 0, late: 0 });
  expect(kept.rows[0]?.closed).toBeGreaterThan(8);
  await everyResultVerifies();
});

/** As anybody can at /xac-minh: the file that was issued is the paper, with both signatures whole and by keys that are trusted here. */
async function everyResultVerifies(): Promise<void> {
  const { db } = house.platform;
  const issued = await sql<{ code: string; number: string; file: string; digest: string }>`
    select code, number, file_id as file, digest from documents.issued_document order by issued_at
  `.execute(db);
  const numbered = await sql<{ count: number }>`
    select count(*)::integer as count from dossiers.dossier where result_number is not null
  `.execute(house.db);
  expect(issued.rows.length).toBe(numbered.rows[0]?.count);
  expect(issued.rows.length).toBeGreaterThan(5);
  const server = await serverOf(house);
  const guest = await browse(house, server);
  for (const { file, digest, code } of issued.rows) {
    const [found] = await findFiles(house.platform, { ids: [file] });
    const bytes = (await readFileBytes(house.config, found?.digest ?? '')) ?? new Uint8Array();
    const checked = checkFile(bytes, { digest }, trustedAuthorities(house.platform));
    expect(checked.state, code).toBe('genuine');
    expect(checked.signatures.map(({ intact, trusted }) => [intact, trusted])).toEqual([
      [true, true],
      [true, true],
    ]);
  }
  const { code = '', number = '' } = issued.rows[0] ?? {};
  const page = await guest.get(`/xac-minh/${code}`);
  expect(page.body).toContain(number);
  expect(page.body).toContain('đang có giá trị');
  await server.close();
}

test('the demo seed is made once, and production takes none', async () => {
  house.setClock('2026-07-20T23:59');
  const made = await seedDemo(house.platform, { dossiers: 12 });
  expect(made?.filed).toBe(12);
  expect(await seedDemo(house.platform, { dossiers: 12 })).toBeUndefined();
  const production = { ...house.platform, mode: 'production' as const };
  expect(await seedDemo(production, { dossiers: 12 })).toBeUndefined();
  const run = { from: '2026-07-01', until: instant('2026-07-02'), dossiers: 1, seed: 's', lanes: 1, signs: false };
  await expect(simulate(production, run)).rejects.toThrow('never runs in production');
});
