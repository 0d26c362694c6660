/** A critical finding and everybody it reaches: who is told at once and who later, the levels it rises to, the wall's tile and signal, the bar's count, and the box where the act left the officer. */
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { browse, serverOf } from '../../../test/harness/browse.ts';
import { aBirthDossier, actPastRules, type DossierHouse } from '../../../test/harness/dossiers.ts';
import { aHouse } from '../../../test/harness/house.ts';
import { anAccount, type Who } from '../../../test/harness/people.ts';
import { type Instant, isoOf } from '../../platform/calendar/instant.ts';
import { fireDueTimers } from '../../platform/cases/timers.ts';
import { newId } from '../../platform/db/ids.ts';
import type { EntryDraft } from '../../platform/journal/entry.ts';
import { readEntry } from '../../platform/journal/entry.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { supervisionLayers, supervisionSignals, supervisionTiles } from './centre-figures.ts';
import { countOwnFindings } from './findings/count-own.ts';
import { tellFindings } from './findings/tell-findings.ts';
import type { SupervisionTables } from './tables.ts';

type Officer = Exclude<Who, 'guest'>;
const OFFICER: Officer = { role: 'TN', unit: 'H53.101.1' };
const HEAD: Officer = { role: 'CT', unit: 'H53.101' };
const OTHER_HEAD: Officer = { role: 'CT', unit: 'H53.102' };
const LEADER: Officer = { role: 'CT', unit: 'H53' };
const START = '2026-11-23T08:00';
const HALF_HOUR_MS = 30 * 60_000;

let house: DossierHouse;
let server: FastifyInstance;
let unit: string;
const own = () => house.platform as unknown as Platform<SupervisionTables>;

beforeAll(async () => {
  house = await aHouse();
  server = await serverOf(house);
  for (const who of [HEAD, OTHER_HEAD, LEADER]) await anAccount(house, who);
  const found = await sql<{ unit: string }>`
    select p.unit_id as unit from organisation.holding h join organisation.position p on p.id = h.position_id
    where h.account_id = ${await anAccount(house, OFFICER)}
  `.execute(house.db);
  unit = found.rows[0]?.unit ?? '';
}, 120_000);
afterAll(async () => {
  await server?.close();
  await house?.close();
});
beforeEach(async () => {
  house.setClock(START);
  await sql`delete from supervision.untold`.execute(house.db);
});

/** V09, critical: a fee that is in no list. */
const unpublished: EntryDraft = {
  type: 'dossiers.payment-asked',
  body: { total: 50_000, paid: 0, items: [{ key: 'tip', amount: 50_000 }] },
};
/** V02, high: without the number of its slip. */
const withoutSlip: EntryDraft = {
  type: 'dossiers.supplement-asked',
  version: 2,
  body: { code: 'x', components: [], before_acceptance: true, at_step: null },
  content: { items: [], reason: 'Thiếu giấy.' },
};

async function aFinding(entry: EntryDraft): Promise<{ code: string; dossier: string; id: string; due: Instant }> {
  const account = await anAccount(house, OFFICER);
  const caseId = await aBirthDossier(house, { accountId: await anAccount(house, 'citizen'), stage: 'submitted' });
  const outcome = await actPastRules(house, {
    actor: { id: account, kind: 'person', account, unit },
    command: { commandId: newId(), caseId },
    entries: [entry],
  });
  expect(outcome.kind).toBe('done');
  const found = await sql<{ code: string; dossier: string; id: string; due: Instant }>`
    select c.code, f.subject_code as dossier, c.id, c.due_at as due
    from supervision.finding f join cases.case c on c.id = f.case_id where f.subject_id = ${caseId}
  `.execute(house.db);
  expect(found.rows).toHaveLength(1);
  return found.rows[0] as { code: string; dossier: string; id: string; due: Instant };
}

/** Logins of those who have a notice that names this finding. */
async function toldOf(code: string): Promise<string[]> {
  const found = await sql<{ account: string }>`
    select distinct account_id as account from notifications.delivery
    where template = 'supervision.findings' and channel = 'in-app' and body like ${`%${code}%`}
  `.execute(house.db);
  return found.rows.map(({ account }) => account).toSorted();
}
const accounts = async (...people: Officer[]): Promise<string[]> =>
  (await Promise.all(people.map((who) => anAccount(house, who)))).toSorted();

test('what is critical is told at once to the officer and to the roles that the rule names, of the unit or the nearest above that has them', async () => {
  const { code } = await aFinding(unpublished);
  await house.readJournal();
  await tellFindings(own(), house.acting.clock());
  expect(await toldOf(code)).toEqual(await accounts(OFFICER, HEAD));
  expect(await tellFindings(own(), (house.acting.clock() + HALF_HOUR_MS) as Instant)).toBe(0);
});

test('what is less than critical is told to the same people, each with all else of half an hour in one notice', async () => {
  const [first, second] = [await aFinding(withoutSlip), await aFinding(withoutSlip)];
  await house.readJournal();
  expect(await tellFindings(own(), (house.acting.clock() + HALF_HOUR_MS - 1000) as Instant)).toBe(0);
  expect(await tellFindings(own(), (house.acting.clock() + HALF_HOUR_MS) as Instant)).toBe(2);
  for (const { code } of [first, second]) expect(await toldOf(code)).toEqual(await accounts(OFFICER, HEAD));
});

test('what nobody answers rises from the head of the ward to the head of the province, and no further', async () => {
  const { id, due } = await aFinding(withoutSlip);
  const levels: unknown[] = [];
  for (let days = 0; days < 30; days++) {
    house.setClock(isoOf((due + 60_000 + days * 86_400_000) as Instant));
    await fireDueTimers(house.platform, house.acting.clock(), (error) => {
      throw error;
    });
  }
  const raised = await sql<{ sealed: string }>`
    select sealed from journal.entry where subject_id = ${id} and type = 'supervision.finding-escalated' order by recorded_at, id
  `.execute(house.db);
  for (const { sealed } of raised.rows) {
    const { body } = readEntry(sealed);
    levels.push([body?.level, body?.told]);
  }
  expect(levels).toEqual([
    [1, expect.arrayContaining([await anAccount(house, HEAD)])],
    [2, expect.arrayContaining([await anAccount(house, LEADER)])],
  ]);
  const timers = await sql`select 1 from cases.timer where case_id = ${id}`.execute(house.db);
  expect(timers.rows).toEqual([]);
});

test('the tile counts what nobody has concluded in the units that are looked at, and says how grave it is', async () => {
  const tile = supervisionTiles['supervision.open'];
  const view = (units: 'all' | readonly string[]) => ({ units, areas: 'all' as const, at: house.acting.clock() });
  const before = await tile?.read(own(), view([unit]));
  await aFinding(unpublished);
  await aFinding(withoutSlip);
  const after = await tile?.read(own(), view([unit]));
  expect(after?.value).toBe((before?.value ?? 0) + 2);
  expect(after?.status).toBe('late');
  const critical = Number(/^(\d+) nghiêm trọng/.exec(after?.context.vi ?? '')?.[1]);
  expect(critical).toBe(Number(/^(\d+) nghiêm trọng/.exec(before?.context.vi ?? '')?.[1]) + 1);
  expect((await tile?.read(own(), view('all')))?.value).toBe(after?.value);
  expect(await tile?.read(own(), view([newId()]))).toMatchObject({ value: 0, status: 'normal' });
  expect((await tile?.trend?.(own(), view([unit])))?.at(-1)).toBe(after?.value);
  // on the map they stand in the commune of the unit, and as many
  const layer = supervisionLayers['supervision.open'];
  const onMap = await layer?.read(own(), view([unit]));
  expect([...(onMap ?? [])].map(([, open]) => open)).toEqual([after?.value]);
  expect(await layer?.read(own(), view([newId()]))).toEqual(new Map());
});

test('a critical finding is a signal of its unit, with its page behind it; another is none', async () => {
  const signal = supervisionSignals['supervision.finding-opened'];
  const opened = async ({ id }: { id: string }) => {
    const found = await sql<{ sealed: string }>`
      select sealed from journal.entry where subject_id = ${id} and type = 'supervision.finding-opened'
    `.execute(house.db);
    return signal?.read(readEntry(found.rows[0]?.sealed ?? ''));
  };
  const critical = await aFinding(unpublished);
  expect(await opened(critical)).toMatchObject({
    severity: 2,
    unit,
    simulated: false,
    href: `/can-bo/giam-sat/${critical.code}`,
    title: { vi: expect.stringMatching(/^Vi phạm \S+: H53\./) },
  });
  expect(await opened(await aFinding(withoutSlip))).toBeUndefined();
  await house.readJournal();
  const heard = await sql<{
    href: string;
  }>`select href from operations_centre.signal where href = ${`/can-bo/giam-sat/${critical.code}`}`.execute(house.db);
  expect(heard.rows).toHaveLength(1);
});

test('the bar counts what waits for an answer of the person, and the queue shows the box of what the act just done has brought', async () => {
  const reader = { accountId: await anAccount(house, OFFICER), positions: [{ unitId: unit }] } as never;
  const before = (await countOwnFindings(own(), reader))?.count ?? 0;
  const { code, dossier } = await aFinding(unpublished);
  expect(await countOwnFindings(own(), reader)).toMatchObject({ count: before + 1, href: '/can-bo/giam-sat' });
  const officer = await browse(house, server, { as: OFFICER });
  const queue = await officer.get(`/can-bo/ho-so?xong=${dossier}`);
  expect(queue.body).toContain(`phat-hien-${code}`);
  expect((await officer.get('/can-bo/ho-so')).body).not.toContain(`phat-hien-${code}`);
  const page = await officer.get(`/can-bo/giam-sat/${code}`);
  await officer.press(page, `/can-bo/giam-sat/${code}/giai-trinh`, { reply: 'Nhập nhầm.' });
  expect((await countOwnFindings(own(), reader))?.count ?? 0).toBe(before);
  const elsewhere = await browse(house, server, { as: { role: 'TN', unit: 'H53.102.1' } });
  expect((await elsewhere.get(`/can-bo/ho-so?xong=${dossier}`)).body).not.toContain(`phat-hien-${code}`);
});
