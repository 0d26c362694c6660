/** Back-tests: what a scenario would have found is what it found when it was in force; and a person asks for one, compares two texts and marks a false alarm. */
import type { FastifyInstance } from 'fastify';
import ExcelJS from 'exceljs';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf, type Visitor } from '../../../../test/harness/browse.ts';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import { makeDemoAccounts } from '../../../demo/demo-accounts.ts';
import { instant } from '../../../platform/calendar/instant.ts';
import { newId } from '../../../platform/db/ids.ts';
import { inLanguage, type LocalText } from '../../../platform/i18n/local-text.ts';
import { loadPackSettings } from '../../../platform/settings/setting-versions.ts';
import { simulate } from '../../../simulation/simulate.ts';
import { listValues } from '../authoring/scenario-vocabulary.ts';
import { compileScenario } from '../compile-scenario.ts';
import { type Scenario, settingOf } from '../scenario.ts';
import { actsOf } from '../scenario-subject.ts';
import { speechOf, supervisionOf } from '../supervision.ts';
import { sweepSilence } from '../sweep-silence.ts';
import type { SupervisionTables } from '../tables.ts';
import { runBackTest } from './run-back-test.ts';
import { whatCanBeTried } from './what-can-be-tried.ts';

let house: House<SupervisionTables>;
let server: FastifyInstance;
let administrator: Visitor;
let everything: Scenario;

/** Finds every act there is, and reads every value the journal gives of it. */
function sayingEverything(): Scenario {
  const { supervisable, subjects } = speechOf(house.platform);
  const acts = actsOf(supervisable, 'dossier');
  const unknown = supervisable.kinds.get('dossier')?.replay?.unknown ?? {};
  const paths = listValues(subjects, 'dossier', acts)
    .flatMap(({ values }) => values)
    .map(({ path }) => path)
    .filter((path) => !Object.hasOwn(unknown, path));
  return {
    code: 'ALL',
    title: { vi: 'Mọi hành vi', en: 'Every act' },
    basis: '–',
    kind: 'dossier',
    looks: { acts: ['*'] },
    condition: 'dossier.status != "nowhere"',
    severity: 'low',
    message: { vi: paths.map((path) => `${path}={${path}}`).join('\n'), en: '{dossier.code}' },
    tells: [],
    answerWithin: '3wd',
    effect: 'record',
    lawful: [],
    unlawful: [],
  };
}

beforeAll(async () => {
  house = await aHouse<SupervisionTables>({
    NATIONAL_URL: 'http://127.0.0.1:9',
    NATIONAL_ACCOUNT: 'tay-ninh',
    NATIONAL_SECRET: 'mat-khau',
  });
  everything = sayingEverything();
  await makeDemoAccounts(house.platform);
  house.setClock('2026-05-04T07:00');
  const pack = [{ setting: settingOf('ALL'), body: everything }];
  await loadPackSettings(house.platform.db, pack, house.platform.clock());
  await supervisionOf(house.platform).kept.renew();
  house.setClock('2026-05-29T16:00');
  await simulate(house.platform, {
    from: '2026-05-04',
    until: instant('2026-05-29T16:00'),
    arrivalsUntil: '2026-05-26',
    dossiers: 25,
    seed: 'back-test',
    lanes: 4,
    signs: false,
  });
  server = await serverOf(house);
  administrator = await browse(house, server, { as: 'administrator' });
}, 240_000);
afterAll(async () => {
  await server.close();
  await house.close();
});

async function tried(first: Scenario, second: Scenario | null = null, to = '2026-05-31'): Promise<string> {
  const id = newId();
  await house.db
    .insertInto('supervision.back_test')
    .values({
      id,
      scenario: first.code,
      first: JSON.stringify(first),
      first_name: 'ban-nhap',
      second: second && JSON.stringify(second),
      second_name: second && '1',
      from_day: '2026-05-01',
      to_day: to,
      state: 'waiting',
      asked_at: '2026-05-29T16:00:00+07:00',
      asked_by: newId(),
    })
    .execute();
  await runBackTest(house.platform as never, id);
  return id;
}

const pastOf = (id: string) =>
  house.db
    .selectFrom('supervision.back_test_finding')
    .select(['case_id', 'occasion', 'which', 'act', 'message'])
    .where('test_id', '=', id)
    .orderBy('case_id')
    .orderBy('at')
    .orderBy('occasion')
    .execute();

test('what it finds in the past is what it found at the time: every act and no other, with the same values', async () => {
  const live = await house.db
    .selectFrom('supervision.finding')
    .select(['subject_id', 'occasion', 'message'])
    .where('scenario', '=', 'ALL')
    .execute();
  expect(live.length).toBeGreaterThan(100);
  const past = await pastOf(await tried(everything));
  const wanted = new Map(live.map(({ subject_id, occasion, message }) => [`${subject_id} ${occasion}`, message.vi]));
  const found = new Map(past.map(({ case_id, occasion, message }) => [`${case_id} ${occasion}`, message.vi]));
  expect([...found.keys()].toSorted()).toEqual([...wanted.keys()].toSorted());
  for (const [key, values] of found) expect(values.split('\n')).toEqual(wanted.get(key)?.split('\n'));
  const given = [...found.values()].join('\n');
  for (const path of ['fee_published', 'component_keys', 'reachable', 'originals', 'digitised', 'signed_at'])
    expect(given).toMatch(new RegExp(`dossier\\.${path}=[^\\n–]`));
});

test('silence is found at the moment it came, once', async () => {
  const silent: Scenario = {
    ...everything,
    looks: { moment: 'received', offset: '+1wd' },
    condition: 'dossier.status == "open"',
    message: { vi: '{dossier.code} {now}', en: '{dossier.code}' },
  };
  const past = await pastOf(await tried(silent));
  expect(past.length).toBeGreaterThan(0);
  expect(new Set(past.map(({ case_id, occasion }) => `${case_id} ${occasion}`)).size).toBe(past.length);
});

test('two texts side by side: what only the first, only the second and both would have found', async () => {
  const id = await tried(
    { ...everything, condition: 'act.type in ["dossiers.dossier-accepted", "dossiers.step-completed"]' },
    { ...everything, condition: 'act.type in ["dossiers.dossier-accepted", "dossiers.result-signed"]' },
  );
  const past = await pastOf(id);
  const acts = (which: number) => new Set(past.filter((one) => one.which === which).map(({ act }) => act));
  expect(acts(3)).toEqual(new Set(['dossiers.dossier-accepted']));
  expect(acts(1)).toEqual(new Set(['dossiers.step-completed']));
  expect(acts(2)).toEqual(new Set(['dossiers.result-signed']));
});

test.each([
  ['a value that the journal does not give is named', 'dossier.step_role == "TN"', ['dossier.step_role'], false],
  ['one that may be erased is named', 'dossier.fee_published > 3', ['dossier.fee_published'], false],
  ['whether such a value is there is not guessed', '!answered(dossier.reachable)', ['dossier.reachable'], true],
  [
    'what the journal gives is not named',
    'dossier.supplements > 3 && dossier.originals > dossier.digitised',
    [],
    false,
  ],
])('%s', (_, condition, paths, refused) => {
  const speech = speechOf(house.platform);
  const { compiled } = compileScenario({ ...everything, condition, message: { vi: '–', en: '–' } }, 0, speech);
  const triable = compiled && whatCanBeTried(compiled, speech.supervisable);
  expect(triable?.unknown.map(({ path }) => path)).toEqual(paths);
  expect(triable?.refusal !== undefined).toBe(refused);
});

test('where the journal does not give a value, the look is undecided and counted', async () => {
  const id = await tried({ ...everything, condition: 'dossier.step_role != "nobody"', message: { vi: '–', en: '–' } });
  const test = await house.db
    .selectFrom('supervision.back_test')
    .select(['undecided', 'acts', 'found'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(test.found).toBe(0);
  expect(Number(test.undecided)).toBe(Number(test.acts));
});

test('where what the applicant declared has been erased, what rests on it is undecided there and known elsewhere', async () => {
  const reading = {
    ...everything,
    condition: 'dossier.reachable || !dossier.reachable',
    message: { vi: '–', en: '–' },
  };
  const before = await pastOf(await tried(reading));
  const [erased = ''] = before.map(({ case_id }) => case_id);
  const owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  try {
    await owner.query(
      `update journal.content set body = null, salt = null, erased_by = entry_id where subject_id = $1 and name = 'applicant'`,
      [erased],
    );
    const id = await tried(reading);
    const past = await pastOf(id);
    const ofErased = before.filter(({ case_id }) => case_id === erased).length;
    expect(past.some(({ case_id }) => case_id === erased)).toBe(false);
    expect(past).toHaveLength(before.length - ofErased);
    const { undecided } = await house.db
      .selectFrom('supervision.back_test')
      .select('undecided')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    // an act that leaves several entries is found once, and looked at entry by entry
    expect(Number(undecided)).toBeGreaterThanOrEqual(ofErased);
  } finally {
    await owner.end();
  }
});

test('all nineteen can be tried, and none is left undecided', async () => {
  const { supervisable } = speechOf(house.platform);
  const { all } = supervisionOf(house.platform).kept.current();
  const nineteen = all.filter(({ scenario }) => /^V\d\d$/.test(scenario.code));
  expect(nineteen).toHaveLength(19);
  for (const compiled of nineteen) expect(whatCanBeTried(compiled, supervisable).refusal).toBeUndefined();
  for (const { scenario } of nineteen) {
    const id = await tried(scenario);
    const { state, undecided, acts } = await house.db
      .selectFrom('supervision.back_test')
      .select(['state', 'undecided', 'acts'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(`${scenario.code} ${state}: ${undecided} of ${acts}`).toBe(`${scenario.code} done: 0 of ${acts}`);
  }
});

test('what other systems knew at the time is looked at as it was then', async () => {
  const nobodyTold: Scenario = {
    ...everything,
    looks: { moment: 'portal-behind', offset: '+1h' },
    condition: 'portal.untold > 0',
    message: { vi: '{portal.untold}', en: '{portal.untold}' },
  };
  await house.readJournal();
  const messages = await sql<{ case: string; at: string }>`
    select case_id as case, min(at) as at from national_portal.message where at < '2026-05-29T14:00:00+07:00' group by 1 order by 1
  `.execute(house.db);
  expect(messages.rows.length).toBeGreaterThan(10);
  const [soon, late] = messages.rows.map((row) => row.case) as [string, string];
  await sql`update national_portal.message set sent_at = at + interval '10 minutes', next_at = null where case_id = ${soon}`.execute(
    house.db,
  );
  await sql`update national_portal.message set sent_at = at + interval '2 hours', next_at = null where case_id = ${late}`.execute(
    house.db,
  );
  const past = new Set((await pastOf(await tried(nobodyTold))).map(({ case_id }) => case_id));
  expect(past.has(soon)).toBe(false);
  expect(past.has(late)).toBe(true);
  expect(past.size).toBe(messages.rows.length - 1);
});

test('asked for by a page, run beside, looked through, a false alarm marked and kept for the next', async () => {
  const path = '/quan-tri/kich-ban/ALL/thu-lai';
  const form = await administrator.get(path);
  const period = {
    'from.day': '1',
    'from.month': '5',
    'from.year': '2026',
    'to.day': '29',
    'to.month': '5',
    'to.year': '2026',
  };
  const wrong = await administrator.press(form, path, { ...period, 'to.year': '2025', first: '1', second: '' });
  expect(wrong.status).toBe(422);
  expect(wrong.body).toContain('Ngày cuối không trước ngày đầu');
  const asked = await administrator.press(form, path, { ...period, first: '1', second: '' });
  const test = asked.location ?? '';
  expect((await administrator.get(test)).body).toContain('Chờ chạy');
  await runBackTest(house.platform as never, test.split('/').at(-1) ?? '');
  const shown = await administrator.get(test);
  expect(shown.body).toContain('Đã xong');
  expect(shown.body).toContain('so-1');
  const book = await administrator.get(`${test}/ket-qua.xlsx`);
  expect(book.bytes.subarray(0, 2).toString()).toBe('PK');
  const sheets = new ExcelJS.Workbook();
  await sheets.xlsx.load(book.bytes as never);
  const { rowCount } = sheets.worksheets[0] ?? { rowCount: 0 };
  const { found } = await house.db
    .selectFrom('supervision.back_test')
    .select('found')
    .where('id', '=', test.split('/').at(-1) ?? '')
    .executeTakeFirstOrThrow();
  expect(rowCount).toBe(found + 7);
  const named = await sql<{ unit: LocalText; procedure: LocalText; code: string }>`
    select u.name as unit, p.name as procedure, p.code from supervision.back_test_finding f join organisation.unit u on u.id = f.unit_id
      join procedures.procedure p on p.code = f.procedure_code where f.test_id = ${test.split('/').at(-1)} order by f.number limit 1
  `.execute(house.db);
  const [{ unit, procedure, code } = expect.fail('nothing named')] = named.rows;
  const translated = (text: LocalText) => text.en ?? expect.fail(`${text.vi} has no English name`);
  const english = await browse(house, server, { as: 'administrator', locale: 'en' });
  const shownInEnglish = (await english.get(test)).body.replace(/<[^>]*>/g, '');
  expect(shown.body.replace(/<[^>]*>/g, '')).toContain(`${unit.vi}, ${procedure.vi} (${code})`);
  expect(shownInEnglish).toContain(`${translated(unit)}, ${inLanguage(procedure, 'en').text} (${code})`);
  const inEnglish = new ExcelJS.Workbook();
  await inEnglish.xlsx.load((await english.get(`${test}/ket-qua.xlsx`)).bytes as never);
  const cells = inEnglish.worksheets[0]?.getRow(8).values;
  expect(cells).toEqual(expect.arrayContaining([translated(unit), code, inLanguage(procedure, 'en').text]));
  const marked = await administrator.press(shown, `${test}/nham`, { number: '1', nham: '1' });
  expect(marked.status).toBe(303);
  const [alarm] = await house.db.selectFrom('supervision.false_alarm').select('occasion').execute();
  const again = await administrator.press(await administrator.get(path), path, { ...period, first: '1', second: '' });
  await runBackTest(house.platform as never, again.location?.split('/').at(-1) ?? '');
  expect((await administrator.get(again.location ?? '')).body).toContain('Bỏ dấu báo nhầm');
  expect(alarm?.occasion).toBeTruthy();
});

test('changes that the national portal was not told are found as they were at the time: those under way, once a day', async () => {
  const chosen = await sql<{ case: string; last: number }>`
    select m.case_id as case, max(m.sequence) as last from national_portal.message m join cases.case c on c.id = m.case_id
    where c.closed_at is not null group by 1 having count(*) >= 4 order by 1 desc limit 1
  `.execute(house.db);
  const { case: id = '', last = 0 } = chosen.rows[0] ?? {};
  const MESSAGES = [
    { came: '06-01T08:00', sent: '06-01T13:30' },
    { came: '06-01T08:30', sent: '06-01T14:00' },
    { came: '06-01T16:30', sent: '06-02T10:30' },
    // late already when it is the first one to be told
    { came: '06-02T08:00', sent: '06-02T16:00' },
  ].map(({ came, sent }, place) => ({ came: `2026-${came}`, sent: `2026-${sent}`, sequence: last - 3 + place }));
  await sql`update national_portal.message set sent_at = at, next_at = null where case_id = ${id}`.execute(house.db);
  for (const { came, sequence } of MESSAGES)
    await sql`
      update national_portal.message set at = ${`${came}+07:00`}::timestamptz, sent_at = null where case_id = ${id} and sequence = ${sequence}
    `.execute(house.db);
  const parts = supervisionOf(house.platform);
  const times = ['01', '02'].flatMap((day) =>
    Array.from(
      { length: 20 },
      (_, half) =>
        `2026-06-${day}T${String(8 + Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`,
    ),
  );
  for (const now of times) {
    for (const { sequence, sent } of MESSAGES.filter((message) => message.sent === now))
      await sql`
        update national_portal.message set sent_at = ${`${sent}+07:00`}::timestamptz, next_at = null where case_id = ${id} and sequence = ${sequence}
      `.execute(house.db);
    await sql`
      update national_portal.message m set next_at = m.at, head_at = ${`${now}+07:00`}::timestamptz
      where m.case_id = ${id} and m.next_at is null and m.at <= ${`${now}+07:00`}::timestamptz
        and m.sequence = (select min(o.sequence) from national_portal.message o where o.case_id = m.case_id and o.sent_at is null)
    `.execute(house.db);
    house.setClock(now);
    await sweepSilence(house.platform as never, parts, house.platform.clock());
  }
  const live = await house.db
    .selectFrom('supervision.finding')
    .select('occasion')
    .where('scenario', '=', 'V12')
    .where('subject_id', '=', id)
    .where('occasion', '>=', '2026-06-01')
    .orderBy('occasion')
    .execute();
  const v12 = parts.kept.current().all.find(({ scenario }) => scenario.code === 'V12');
  if (!v12) throw new Error('there is no V12');
  const past = await pastOf(await tried(v12.scenario, null, '2026-06-30'));
  const found = past.flatMap(({ case_id, occasion }) => (case_id === id && occasion >= '2026-06-01' ? [occasion] : []));
  expect(live.map(({ occasion }) => occasion)).toEqual(['2026-06-01T08:00:00+07:00', '2026-06-02T08:00:00+07:00']);
  expect(found.toSorted()).toEqual(live.map(({ occasion }) => occasion));
});
