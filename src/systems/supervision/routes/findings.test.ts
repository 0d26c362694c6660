/** Findings on their pages: the officer sees theirs at once and answers, the head concludes, what is silent goes upwards, a wrong rule loses all. */
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf, type Visitor } from '../../../../test/harness/browse.ts';
import { aBirthDossier, actPastRules, type DossierHouse } from '../../../../test/harness/dossiers.ts';
import { aHouse } from '../../../../test/harness/house.ts';
import { anAccount, type Who } from '../../../../test/harness/people.ts';
import { isoOf } from '../../../platform/calendar/instant.ts';
import { fireDueTimers } from '../../../platform/cases/timers.ts';
import { newId } from '../../../platform/db/ids.ts';
import { readIndicator } from '../../../platform/indicators/read-indicator.ts';
import type { Platform } from '../../../platform/system/platform.ts';
import { tellFindings } from '../findings/tell-findings.ts';
import { supervisionOf } from '../supervision.ts';
import type { SupervisionTables } from '../tables.ts';

const OFFICER: Exclude<Who, 'guest'> = { role: 'TN', unit: 'H53.101.1' };
const ELSEWHERE: Exclude<Who, 'guest'> = { role: 'TN', unit: 'H53.102.1' };

let house: DossierHouse;
let server: FastifyInstance;
let unit: string;
let head: Exclude<Who, 'guest'>;

beforeAll(async () => {
  house = await aHouse();
  server = await serverOf(house);
  const officer = await anAccount(house, OFFICER);
  const held = await sql<{ unit: string; parent: string }>`
    select p.unit_id as unit, u.parent_id as parent from organisation.holding h join organisation.position p on p.id = h.position_id
      join organisation.unit u on u.id = p.unit_id where h.account_id = ${officer}
  `.execute(house.db);
  unit = held.rows[0]?.unit ?? '';
  const above = await sql<{ key: string; role: string }>`
    select u.key, p.role from organisation.position p join organisation.unit u on u.id = p.unit_id join organisation.role r on r.key = p.role and r.leads
    where u.id in (${unit}, ${held.rows[0]?.parent ?? unit}) order by u.id = ${unit} desc, p.key limit 1
  `.execute(house.db);
  head = { role: above.rows[0]?.role ?? 'CT', unit: above.rows[0]?.key ?? '' };
  await anAccount(house, head);
}, 120_000);
afterAll(async () => {
  await server.close();
  await house.close();
});

/** A request for papers without the number of its slip: V02. Answers the finding's number. */
async function aFinding(): Promise<string> {
  const account = await anAccount(house, OFFICER);
  const caseId = await aBirthDossier(house, { accountId: await anAccount(house, 'citizen'), stage: 'submitted' });
  const outcome = await actPastRules(house, {
    actor: { id: account, kind: 'person', account, unit },
    command: { commandId: newId(), caseId },
    entries: [
      {
        type: 'dossiers.supplement-asked',
        version: 2,
        body: { code: 'x', components: [], before_acceptance: true, at_step: null },
        content: { items: [], reason: 'Thiếu giấy.' },
      },
    ],
  });
  expect(outcome.kind).toBe('done');
  const found = await sql<{ code: string }>`
    select c.code from supervision.finding f join cases.case c on c.id = f.case_id where f.subject_id = ${caseId}
  `.execute(house.db);
  return found.rows[0]?.code ?? '';
}

const as = (who: Exclude<Who, 'guest'>): Promise<Visitor> => browse(house, server, { as: who });
const dossierOf = (finding: string): string => finding.split('.').slice(1, -1).join('.');
const at = (code: string): string => `/can-bo/giam-sat/${code}`;

async function stateOf(code: string) {
  const found = await sql<{ status: string; outcome: string | null; answered: boolean; raised: number; due: string }>`
    select c.status, c.outcome, f.answered_at is not null as answered, f.escalations as raised, c.due_at as due
    from cases.case c join supervision.finding f on f.case_id = c.id where c.code = ${code}
  `.execute(house.db);
  return found.rows[0];
}

test('the page of the dossier shows the officer what was found, in the timeline on the entry too, and the bar counts it', async () => {
  const code = await aFinding();
  const officer = await as(OFFICER);
  const page = await officer.get(`/can-bo/ho-so/${dossierOf(code)}`);
  expect(page.body).toContain(`phat-hien-${code}`);
  expect(page.body).toContain('Giải trình trước');
  expect(page.body).toContain('vc-diary-mark');
  expect(page.body).toContain('href="/can-bo/giam-sat"');
  expect((await officer.get('/can-bo/giam-sat')).body).toContain(code);
});

test('who is somewhere else sees nothing of it', async () => {
  const code = await aFinding();
  const other = await as(ELSEWHERE);
  expect((await other.look(at(code))).status).toBe(404);
  expect((await other.get('/can-bo/giam-sat?cua=don-vi')).body).not.toContain(code);
});

test('the officer answers, nobody concludes on their own, and the head concludes with a reason; all of it stands in the history', async () => {
  const code = await aFinding();
  const officer = await as(OFFICER);
  const page = await officer.get(at(code));
  expect((await officer.press(page, `${at(code)}/giai-trinh`, { reply: ' ' })).status).toBe(422);
  await officer.press(page, `${at(code)}/giai-trinh`, { reply: 'Máy in phiếu hỏng.' });
  expect(await stateOf(code)).toMatchObject({ status: 'open', answered: true });
  expect(page.body).not.toContain(`${at(code)}/ket-luan`);

  const supervisor = await as(head);
  const seen = await supervisor.get(at(code));
  expect(seen.body).toContain('Máy in phiếu hỏng.');
  expect(seen.body).not.toContain(`${at(code)}/giai-trinh`);
  expect((await supervisor.press(seen, `${at(code)}/ket-luan`, { conclusion: 'excused', reason: '' })).status).toBe(
    422,
  );
  await supervisor.press(seen, `${at(code)}/ket-luan`, { conclusion: 'excused', reason: 'Có biên bản.' });
  expect(await stateOf(code)).toMatchObject({ status: 'closed', outcome: 'excused' });
  const closed = await officer.get(at(code));
  expect(closed.body).toContain('Có biên bản.');
  const again = await supervisor.press(seen, `${at(code)}/ket-luan`, { conclusion: 'upheld', reason: 'x' });
  expect([409, 422]).toContain(again.status);
  expect(await stateOf(code)).toMatchObject({ outcome: 'excused' });
});

test('a finding that nobody answers goes to the head of the unit, then above, and stops where it is answered', async () => {
  const code = await aFinding();
  const due = (await stateOf(code))?.due;
  const fire = async (time: string) => {
    house.setClock(time);
    await fireDueTimers(house.platform, house.acting.clock(), (error) => {
      throw error;
    });
  };
  await fire(isoOf((Number(due) + 60_000) as never));
  expect(await stateOf(code)).toMatchObject({ raised: 1 });
  const told = await sql<{ told: string[] }>`
    select e.sealed::jsonb #> '{body,told}' as told from journal.entry e join cases.case c on c.id = e.subject_id
    where c.code = ${code} and e.type = 'supervision.finding-escalated'
  `.execute(house.db);
  expect(told.rows[0]?.told).toContain(await anAccount(house, head));
  await house.readJournal();
  await tellFindings(
    house.platform as unknown as Platform<SupervisionTables>,
    (house.acting.clock() + 3_600_000) as never,
  );
  await tellFindings(
    house.platform as unknown as Platform<SupervisionTables>,
    (house.acting.clock() + 3_600_000) as never,
  );
  const notices = await sql<{ subject: string; body: string }>`
    select d.subject, d.body from notifications.delivery d where d.template = 'supervision.findings' and d.channel = 'in-app'
      and d.account_id = ${await anAccount(house, head)}
  `.execute(house.db);
  expect(notices.rows).toHaveLength(1);
  expect(notices.rows[0]?.body).toContain(code);
  const officer = await as(OFFICER);
  await officer.press(await officer.get(at(code)), `${at(code)}/giai-trinh`, { reply: 'Muộn.' });
  await fire('2026-12-20T08:00');
  expect(await stateOf(code)).toMatchObject({ raised: 1 });
  house.setClock('2026-11-23T08:00');
});

test('several are concluded at once, each with its own result, and the list is a workbook too', async () => {
  const codes = [await aFinding(), await aFinding()];
  const ids = await sql<{ id: string }>`select id from cases.case where code = any(${codes})`.execute(house.db);
  const supervisor = await as(head);
  const chosen = ids.rows.map(({ id }) => `chon=${id}`).join('&');
  const page = await supervisor.get(`/can-bo/giam-sat/ket-luan?${chosen}`);
  const fields = new URLSearchParams({ conclusion: 'upheld', reason: 'Đúng.' });
  for (const { id } of ids.rows) fields.append('chon', id);
  fields.set('csrf', /name="csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '');
  const done = await supervisor.send('/can-bo/giam-sat/ket-luan', fields);
  expect(done.body).toContain('Đã kết luận 2 trên 2');
  for (const code of codes) expect(await stateOf(code)).toMatchObject({ outcome: 'upheld' });
  const book = await supervisor.get('/can-bo/giam-sat/phat-hien.xlsx?cua=don-vi');
  expect(book.bytes.subarray(0, 2).toString()).toBe('PK');
});

test('a wrong rule is withdrawn with all it has found, finds nothing more, and is switched on again by a person', async () => {
  const code = await aFinding();
  const keeper = await as('administrator');
  const beat = await keeper.get('/can-bo/giam-sat/nhip-song');
  expect(beat.body).toContain('V19');
  const path = '/can-bo/giam-sat/rut?kichban=V02&phienban=1';
  const page = await keeper.get(path);
  expect(page.body).toContain(code);
  expect((await keeper.press(page, '/can-bo/giam-sat/rut', { reason: '' })).status).toBe(422);
  await keeper.press(page, '/can-bo/giam-sat/rut', { reason: 'Số phiếu không bắt buộc.' });
  expect(await stateOf(code)).toMatchObject({ status: 'closed', outcome: 'withdrawn' });
  const left = await sql`select 1 from supervision.finding f join cases.case c on c.id = f.case_id
    where f.scenario = 'V02' and c.outcome is distinct from 'withdrawn'`.execute(house.db);
  expect(left.rows).toEqual([]);
  const { kept } = supervisionOf(house.platform);
  await kept.renew();
  expect(await aFinding()).toBe('');
  const off = await keeper.get('/can-bo/giam-sat/nhip-song');
  expect(off.body).toContain('kịch bản sai');
  await keeper.press(off, '/can-bo/giam-sat/nhip-song/bat-lai');
  await kept.renew();
  expect(await aFinding()).not.toBe('');
  const entries = await sql<{ type: string }>`
    select type from journal.entry where subject_type = 'scenario' order by recorded_at, id
  `.execute(house.db);
  expect(entries.rows.map(({ type }) => type)).toEqual([
    'supervision.version-withdrawn',
    'supervision.scenario-switched-off',
    'supervision.scenario-switched-on',
  ]);
});

test('who is found twice for the same thing is listed with how much they did', async () => {
  await aFinding();
  await aFinding();
  const supervisor = await as(head);
  for (const by of ['officer', 'unit', 'procedure'])
    expect((await supervisor.get(`/can-bo/giam-sat/lap-lai?theo=${by}`)).body).toContain('V02');
});

test('indicators count findings as they stand: upheld, excused, open, and none of a rule that was wrong', async () => {
  const supervisor = await as(head);
  for (const conclusion of ['upheld', 'excused']) {
    const path = at(await aFinding());
    await supervisor.press(await supervisor.get(path), `${path}/ket-luan`, { conclusion, reason: 'Đã xem.' });
  }
  await house.readJournal();
  const stand = await sql<{ upheld: number; excused: number; open: number; wrong: number }>`
    select count(*) filter (where c.outcome = 'upheld')::integer as upheld, count(*) filter (where c.outcome = 'excused')::integer as excused,
      count(*) filter (where c.outcome is null)::integer as open, count(*) filter (where c.outcome = 'withdrawn')::integer as wrong
    from cases.case c join supervision.finding f on f.case_id = c.id
  `.execute(house.db);
  const { upheld = 0, excused = 0, open = 0, wrong = 0 } = stand.rows[0] ?? {};
  for (const some of [upheld, excused, open, wrong]) expect(some).toBeGreaterThan(0);
  const read = (code: string) => readIndicator(house.platform, { code, from: '2026-01-01', to: '2030-01-01' });
  const counted = upheld + excused + open;
  expect(await read('supervision.findings')).toMatchObject({ numerator: counted, value: counted });
  expect(await read('supervision.upheld')).toMatchObject({ numerator: upheld, denominator: counted, unknown: open });
});
