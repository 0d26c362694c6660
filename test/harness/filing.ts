/** Filing by pages: what an administrator and a citizen fill in, as their browsers would send it. */
import { expect } from 'vitest';
import type { Page, Visitor } from './browse.ts';

/** Opens a page, fills in its form and presses; again where the answers bring up further questions. */
export async function fillIn(visitor: Visitor, path: string, fields: Record<string, string> = {}): Promise<Page> {
  const sent = await visitor.press(await visitor.get(path), path, fields);
  const again = sent.status === 200 ? await visitor.press(sent, path, fields) : sent;
  expect(again.status, `${path}: ${again.body.replaceAll(/<[^>]+>/g, ' ').slice(0, 2000)}`).toBe(303);
  return again;
}

/** The sections of the general form, for a commune; answers the path of the application. */
export async function beginApplication(citizen: Visitor, procedure: string, area: string): Promise<string> {
  const begun = await fillIn(citizen, `/thu-tuc/${procedure}/nop`, { area });
  const application = begun.location ?? '';
  await fillIn(citizen, `${application}/applicant`, {
    'requester.full_name': 'NGUYỄN THỊ LÚA',
    'requester.birth_date.day': '1',
    'requester.birth_date.month': '2',
    'requester.birth_date.year': '1990',
    'requester.sex': 'female',
    'requester.ethnicity': '01',
    'requester.nationality': 'VN',
    'requester.id_kind': 'passport',
    'requester.id_number': 'C1234567',
    'requester.residence_kind': 'permanent',
    'requester.residence.province': '80',
    'requester.residence.commune': area,
    'requester.residence.detail': 'Ấp 1',
    'requester.phone': '0912345678',
  });
  await fillIn(citizen, `${application}/request`, { request: 'Xin cấp thẻ thư viện.' });
  await fillIn(citizen, `${application}/receiving`, {
    'receive.receive_result': 'electronic',
    'receive.copies_wanted': 'false',
    pledge: 'true',
  });
  return application;
}

/** Presses the last button; answers the code of the dossier. */
export async function fileApplication(citizen: Visitor, application: string): Promise<string> {
  const review = await citizen.get(`${application}/kiem-tra`);
  const filed = await citizen.press(review, `${application}/nop`);
  expect(filed.location, review.body.replaceAll(/<[^>]+>/g, ' ').slice(0, 1500)).toMatch(/^\/ho-so\/.*\/da-nop$/);
  return filed.location?.split('/')[2] ?? '';
}
