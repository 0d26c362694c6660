import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf, type Visitor } from '../../../../test/harness/browse.ts';
import { counterFields, DEATH } from '../../../../test/harness/counter.ts';
import {
  completePresentStep,
  issuePresentStep,
  readDossier,
  signPresentStep,
} from '../../../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import type { DossierTables } from '../tables.ts';

/** Received at the counter of A, decided by B, returned at C; D has nothing to do with it. */
type Place = 'A' | 'B' | 'C' | 'D';
const CODES: Readonly<Record<Place, string>> = { A: 'H53.102', B: 'H53.101', C: 'H53.103', D: 'H53.104' };

let house: House<DossierTables>;
let server: FastifyInstance;
const visitors = new Map<string, Visitor>();

beforeAll(async () => {
  house = await aHouse<DossierTables>();
  server = await serverOf(house);
  for (const seat of Object.keys(WORKING)) visitors.set(seat, await sit(seat));
}, 180_000);
afterAll(async () => {
  await server.close();
  await house.close();
});

const UNIT_OF: Readonly<Record<string, string>> = { TN: 'one-stop', CT: 'people-committee' };

/** `TN A`: somebody of that role in that ward. */
async function sit(seat: string): Promise<Visitor> {
  const [role = '', place = 'A'] = seat.split(' ');
  const found = await sql<{ code: string }>`
    select u.code from organisation.unit u join organisation.unit w on w.area_id = u.area_id
      join organisation.position p on p.unit_id = u.id and p.role = ${role}
    where w.code = ${CODES[place as Place]} and u.valid_to is null and ${UNIT_OF[role] ? sql`u.kind = ${UNIT_OF[role]}` : sql`true`}
    order by u.key limit 1
  `.execute(house.db);
  return browse(house, server, { as: { role, unit: found.rows[0]?.code ?? `none of ${seat}` } });
}

const by = (seat: string): Visitor => visitors.get(seat) as Visitor;

interface Rights {
  /** Whether they see it, and the words that the offices say among themselves. */
  readonly page: 'whole' | 'taken' | 'none';
  readonly money: boolean;
  /** Opens the form of handing it to somebody. */
  readonly assigns: boolean;
  readonly draft: boolean;
}

const nothing: Rights = { page: 'none', money: false, assigns: false, draft: false };
const taken: Rights = { ...nothing, page: 'taken' };
const whole: Rights = { ...nothing, page: 'whole', draft: true };

/** While the section of B works on it. */
const WORKING: Readonly<Record<string, Rights>> = {
  'TN A': { ...taken, money: true },
  'CT A': taken,
  'HT A': nothing,
  'VT A': nothing,
  'TN B': nothing,
  'CT B': { ...whole, assigns: true },
  'HT B': whole,
  'VT B': whole,
  'TN C': { ...taken, money: true },
  'CT C': taken,
  'TN D': nothing,
  'HT D': nothing,
  'CT D': nothing,
};

/** When the result has been sealed and lies at C. */
const DECIDED: Readonly<Record<string, Rights>> = {
  ...WORKING,
  'HT B': nothing,
  'VT B': nothing,
  'CT C': { ...taken, assigns: true },
};

async function rightsOf(visitor: Visitor, path: string): Promise<Rights> {
  const shown = await visitor.look(path);
  const opens = async (act: string) => (await visitor.look(`${path}/${act}`)).status === 200;
  const page = shown.status !== 200 ? 'none' : shown.body.includes(INSIDE) ? 'whole' : 'taken';
  return { page, money: await opens('thu-tien'), assigns: await opens('phan-cong'), draft: await opens('du-thao.pdf') };
}

const INSIDE = 'Bản chính có dấu hiệu tẩy xóa ở trang hai';

let code = '';
let caseId = '';

test('a counter takes in what another commune decides, chooses where it is collected, and says that the papers must go', async () => {
  const counter = by('TN A');
  const form = await counter.get(`/can-bo/quay?tt=${DEATH}&the=072195001234`);
  const office = await sql<{ id: string }>`select id from organisation.unit where code = 'H53.103.1'`.execute(house.db);
  const fields = counterFields({ return_at: office.rows[0]?.id ?? '' });
  const sent = await counter.press(form, '/can-bo/quay', fields);
  expect(sent, sent.body).toMatchObject({ status: 303 });
  code = sent.location?.split('/').at(-1) ?? '';
  expect(code).toMatch(/^H53\.102\.1-/);
  const stored = await sql<{ id: string }>`select id from cases.case where code = ${code}`.execute(house.db);
  caseId = stored.rows[0]?.id ?? '';
  const received = await counter.get(`/can-bo/quay/da-nhan/${code}`);
  expect(received.body).toContain('Bản giấy cần gửi cho nơi giải quyết');
  const dossier = await readDossier(house, caseId);
  expect(dossier.transfers).toMatchObject([{ content: 'papers', sentAt: null }]);
});

test('the work is done at B, and what is said there stays there', async () => {
  const worker = by('HT B');
  const queue = await worker.get('/can-bo/ho-so?hang=noi-khac-nhan');
  expect(queue.body).toContain('Nguyễn Thị Ngọc Ánh');
  const path = `/can-bo/ho-so/${code}/xong-buoc`;
  const done = await worker.press(await worker.get(path), path, { note: INSIDE, 'result.content': 'Đăng ký khai tử.' });
  expect(done, done.body).toMatchObject({ status: 303 });
});

test.each(Object.entries(WORKING))(
  'while B works on it, %s sees and may do what the table says',
  async (seat, rights) => {
    expect(await rightsOf(by(seat), `/can-bo/ho-so/${code}`)).toEqual(rights);
  },
);

test('the office that received it does none of the others’ acts, even when it posts them', async () => {
  const dossier = await readDossier(house, caseId);
  const form = await by('TN A').get('/can-bo/quay');
  expect(form.status).toBe(200);
  for (const act of ['xong-buoc', 'ky', 'vao-so', 'tra-lai', 'bo-sung', 'tu-choi', 'dung', 'phan-cong'])
    expect((await by('CT A').look(`/can-bo/ho-so/${code}/${act}`)).status, act).toBe(404);
  expect((await readDossier(house, caseId)).version).toBe(dossier.version);
});

test('the papers are sent by A and taken in by B; nobody else can', async () => {
  const out = await by('TN A').get('/can-bo/luan-chuyen');
  expect(out.body).toContain(code);
  const id = (await readDossier(house, caseId)).transfers[0]?.id ?? '';
  for (const seat of ['TN B', 'TN C', 'TN D'])
    expect((await by(seat).get('/can-bo/luan-chuyen')).body).not.toContain(code);
  // an office presses the button of a page with a line that is not its own
  const others = await by('TN D').get('/can-bo/quay');
  expect(others.status).toBe(200);
  const none = await by('TN A').press(out, '/can-bo/luan-chuyen/gui', { how: 'post', reference: '' });
  expect(none.status).toBe(422);
  expect(none.body).toContain('Chọn ít nhất một giấy tờ');
  const sent = await by('TN A').press(out, '/can-bo/luan-chuyen/gui', { chon: id, how: 'post', reference: 'EB1VN' });
  expect(sent).toMatchObject({ status: 303, location: '/can-bo/luan-chuyen?muc=can-gui&xong=1' });
  const again = await by('TN A').press(out, '/can-bo/luan-chuyen/gui', { chon: id, how: 'post', reference: 'EB1VN' });
  expect(again.status).toBe(303);
  const coming = await by('TN B').get('/can-bo/luan-chuyen?muc=can-nhan');
  expect(coming.body).toContain('EB1VN');
  const stolen = await by('TN A').press(out, '/can-bo/luan-chuyen/gui', { chon: id });
  expect(stolen.status).not.toBe(500);
  const came = await by('TN B').press(coming, '/can-bo/luan-chuyen/nhan', { chon: id });
  expect(came).toMatchObject({ status: 303 });
  expect((await readDossier(house, caseId)).transfers[0]).toMatchObject({ takenAt: expect.any(Number) });
});

async function bringToResult(): Promise<void> {
  for (let tries = 0; tries < 6; tries++) {
    const { status, steps, step } = await readDossier(house, caseId);
    if (status === 'decided') return;
    const actions = steps.find((one) => one.key === step)?.actions ?? [];
    if (actions.includes('sign')) await signPresentStep(house, { caseId, outcome: 'approved' });
    else if (actions.includes('seal')) await issuePresentStep(house, caseId);
    else await completePresentStep(house, caseId);
  }
}

test('the office that returns it hands it over, without the papers of the work', async () => {
  await bringToResult();
  const page = await by('TN C').get(`/can-bo/ho-so/${code}`);
  // its paper is still on the way
  expect(page.body).toContain('Bản giấy của kết quả chưa về tới nơi trả');
  const coming = await by('TN C').get('/can-bo/luan-chuyen?muc=can-nhan');
  const id = (await readDossier(house, caseId)).transfers.find(({ content }) => content === 'result')?.id ?? '';
  const came = await by('TN C').press(coming, '/can-bo/luan-chuyen/nhan', { chon: id });
  expect(came.status).toBe(303);
  expect((await by('TN C').get(`/can-bo/ho-so/${code}`)).body).toContain('/tra-ket-qua');
});

test.each(Object.entries(DECIDED))(
  'when the result lies at C, %s sees and may do what the table says',
  async (seat, rights) => {
    expect(await rightsOf(by(seat), `/can-bo/ho-so/${code}`)).toEqual(rights);
  },
);
