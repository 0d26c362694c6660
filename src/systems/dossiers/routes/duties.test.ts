import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf } from '../../../../test/harness/browse.ts';
import {
  anAcceptedDossier,
  completePresentStep,
  readDossier,
  signPresentStep,
} from '../../../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import { anAccount } from '../../../../test/harness/people.ts';
import type { DossierTables } from '../tables.ts';

let house: House<DossierTables>;
beforeAll(async () => {
  house = await aHouse<DossierTables>();
});
afterAll(() => house.close());

test('a change of land waits for the duties that tax has fixed, as an officer enters them from the notice', async () => {
  const server = await serverOf(house);
  const accountId = await anAccount(house, 'citizen');
  const caseId = await anAcceptedDossier(house, { procedure: '1.013831', answers: { kind: 'transfer' }, accountId });
  const present = async () => (await readDossier(house, caseId)).step;
  for (const step of ['assign', 'examine', 'slip', 'tax']) {
    expect(await present()).toBe(step);
    await completePresentStep(house, caseId);
  }
  const { code, competentUnit } = await readDossier(house, caseId);
  const unit = await sql<{ code: string }>`select code from organisation.unit where id = ${competentUnit}`.execute(
    house.db,
  );
  const officer = await browse(house, server, { as: { role: 'CV', unit: unit.rows[0]?.code ?? '' } });
  const path = `/can-bo/ho-so/${code}/yeu-cau-nop-tien`;
  const form = await officer.get(path);
  expect(form.body).toContain('Thuế thu nhập cá nhân (đồng)');

  const unread = await officer.press(form, path, { notice: '12/TB-CCT', 'due.income-tax': 'hai triệu' });
  expect(unread.status).toBe(409);
  expect(unread.body).toContain('theo thông báo');
  const unnumbered = await officer.press(form, path, { notice: '', 'due.income-tax': '2.000.000' });
  expect(unnumbered.body).toContain('Ghi số và ngày của thông báo nộp tiền.');

  const asked = await officer.press(form, path, {
    notice: '12/TB-CCT ngày 20/11/2026',
    'due.income-tax': '2.000.000',
    'due.registration-duty': '500.000',
  });
  expect(asked.status).toBe(303);
  expect(await readDossier(house, caseId)).toMatchObject({
    waiting: 'financial-obligation',
    feeDue: 2_500_000,
    dueAt: null,
  });
  expect((await officer.get(`/can-bo/ho-so/${code}`)).body).toContain('Theo thông báo: 12/TB-CCT ngày 20/11/2026');

  await house.readJournal();
  const payer = await browse(house, server, { as: 'citizen' });
  const paying = (await payer.get(`/ho-so/${code}/nop-tien`)).body;
  for (const [item, amount] of [
    ['Thuế thu nhập cá nhân', '2.000.000 đồng'],
    ['Lệ phí trước bạ', '500.000 đồng'],
    ['Phải nộp', '2.500.000 đồng'],
  ])
    expect(paying).toMatch(new RegExp(`${item}[^đ]*${amount}`));
  await server.close();
});

test('only the director signs the paper of a change of land', async () => {
  const caseId = await anAcceptedDossier(house, { procedure: '1.013831', answers: { kind: 'gift' } });
  for (const _ of ['assign', 'examine', 'slip', 'tax', 'pay', 'update']) await completePresentStep(house, caseId);
  expect(await readDossier(house, caseId)).toMatchObject({ step: 'sign', signedAt: null });
  await signPresentStep(house, { caseId, outcome: 'approved' });
  expect((await readDossier(house, caseId)).step).toBe('issue');
});
