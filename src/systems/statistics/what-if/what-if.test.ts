import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf, type Visitor } from '../../../../test/harness/browse.ts';
import {
  anAcceptedDossier,
  completePresentStep,
  issuePresentStep,
  readDossier,
  signPresentStep,
} from '../../../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import { instant } from '../../../platform/calendar/instant.ts';
import { tryDossier } from './try-terms.ts';

type Tables = Parameters<typeof anAcceptedDossier>[0] extends House<infer T> ? T : never;

let house: House<Tables>;
let server: FastifyInstance;
let administrator: Visitor;
const PATH = '/quan-tri/tinh-thu-thoi-han';
const PROCEDURE = '1.004873';

/** Received on the first day given, its result issued on the second. */
async function anEndedDossier(from: string, to: string): Promise<string> {
  house.setClock(from);
  const caseId = await anAcceptedDossier(house, { procedure: PROCEDURE, answers: {} });
  house.setClock(to);
  for (
    let dossier = await readDossier(house, caseId);
    dossier.status === 'open';
    dossier = await readDossier(house, caseId)
  ) {
    const actions = dossier.steps.find(({ key }) => key === dossier.step)?.actions ?? [];
    if (actions.includes('sign')) await signPresentStep(house, { caseId, outcome: 'approved' });
    else if (actions.includes('seal')) await issuePresentStep(house, caseId);
    else await completePresentStep(house, caseId);
  }
  return (await readDossier(house, caseId)).code;
}

let early: string;
let late: string;
beforeAll(async () => {
  house = await aHouse<Tables>();
  server = await serverOf(house);
  early = await anEndedDossier('2026-10-05T08:00', '2026-10-06T10:00');
  late = await anEndedDossier('2026-10-12T08:00', '2026-10-20T10:00');
  await anEndedDossier('2026-11-02T08:00', '2026-11-03T10:00');
  house.setClock('2026-11-23T08:00');
  await house.readJournal();
  administrator = await browse(house, server, { as: 'administrator' });
});
afterAll(async () => {
  await server.close();
  await house.close();
});

const ask = (more: Record<string, string>) =>
  administrator.get(
    `${PATH}?${new URLSearchParams({ thutuc: PROCEDURE, thang: '2026-10', theo: 'thoihan', loai: 'wd', ...more })}`,
  );

test('a shorter term makes a timely dossier late, a longer one a late dossier timely, and both due times are shown', async () => {
  const shorter = await ask({ so: '1' });
  expect(shorter.body).toContain('1 hồ sơ theo thời hạn đã áp dụng, 2 hồ sơ nếu tính thử');
  expect(shorter.body).toContain('1 hồ sơ thành quá hạn, 0 hồ sơ thành đúng hạn');
  expect(shorter.body).toContain(early);
  expect(shorter.body).toContain('08/10/2026 08:00');
  expect(shorter.body).toContain('06/10/2026 08:00');
  expect(shorter.body).toContain('Kết quả này không biết những gì');
  const longer = await ask({ so: '10' });
  expect(longer.body).toContain('0 hồ sơ thành quá hạn, 1 hồ sơ thành đúng hạn');
  expect(longer.body).toContain(late);
  expect((await ask({ so: '3' })).body).toContain('Không hồ sơ nào đổi kết quả');
});

test('the month before is asked for unless another is, and what is outside it is not counted', async () => {
  const { body } = await administrator.get(`${PATH}?thutuc=${PROCEDURE}&so=1&loai=wd`);
  expect(body).toMatch(/Hồ sơ đã giải quyết<\/dt><dd>2</);
  expect((await ask({ so: '1', thang: '2026-08' })).body).toContain('Không có hồ sơ nào');
});

test('the file has every dossier of the month with both due times', async () => {
  const file = await administrator.get(`${PATH}/tai-ve.csv?thutuc=${PROCEDURE}&thang=2026-10&so=1&loai=wd`);
  const lines = file.body.trim().split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain(`${early},H53.101,`);
  expect(lines[1]).toContain('08/10/2026 08:00,khong,06/10/2026 08:00,co');
});

test.each([
  [{ so: 'x' }, 'Nhập thời hạn là một số'],
  [{ so: '5', loai: 'ages' }, 'Nhập thời hạn là một số'],
  [{ so: '5', donvi: 'H99.999' }, 'Không có đơn vị này'],
  [{ so: '5', thutuc: '9.999999' }, 'Chọn một thủ tục đang áp dụng'],
  [{ theo: 'nhap' }, 'Thủ tục này chưa có bản nháp'],
])('asked wrongly it says how to ask: %o', async (more, sentence) => {
  const asked = await ask(more);
  expect(asked.status).toBe(422);
  expect(asked.body).toContain(sentence);
});

test('a pause stays, a new date promised with an apology is left out, a term in words says nothing', () => {
  const dossier = {
    id: 'x',
    code: 'x',
    unit: 'x',
    unitCode: null,
    unitName: 'x',
    channel: 'online',
    caseKey: null,
    finishedAt: instant('2026-10-08T10:00'),
    parts: [],
    clock: [
      { kind: 'started', at: instant('2026-10-05T08:00'), term: '1wd' },
      { kind: 'paused', at: instant('2026-10-05T09:00'), reason: 'supplement' },
      { kind: 'resumed', at: instant('2026-10-06T09:00'), reason: 'supplement' },
      { kind: 'extended', at: instant('2026-10-06T10:00'), until: instant('2026-10-30T17:00') },
      { kind: 'stopped', at: instant('2026-10-08T10:00') },
    ],
  } as const;
  const terms = (term: string | null) => ({ termOf: () => term, stepTermOf: () => null });
  const tried = tryDossier(dossier, terms('1wd'), terms('2wd'), house.acting.legal);
  expect(tried?.was).toMatchObject({ due: instant('2026-10-07T08:00'), late: true });
  expect(tried?.would).toMatchObject({ due: instant('2026-10-08T08:00'), late: true });
  expect(tryDossier(dossier, terms('1wd'), terms(null), house.acting.legal)).toBeUndefined();
});
