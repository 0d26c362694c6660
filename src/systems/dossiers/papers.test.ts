import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aBirthDossier } from '../../../test/harness/dossiers.ts';
import { browse, serverOf, type Visitor } from '../../../test/harness/browse.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { anAccount } from '../../../test/harness/people.ts';
import { photo } from '../../../test/harness/sample-images.ts';
import { newId } from '../../platform/db/ids.ts';
import { storeFile } from '../../platform/files/store-file.ts';
import type { DossierTables } from './tables.ts';

interface Place {
  readonly house: House<DossierTables>;
  readonly server: FastifyInstance;
  readonly citizen: Visitor;
  readonly officer: Visitor;
}

async function open(environment: Record<string, string> = {}): Promise<Place> {
  const house = await aHouse<DossierTables>(environment);
  const server = await serverOf(house);
  return {
    house,
    server,
    citizen: await browse(house, server, { as: 'citizen' }),
    officer: await browse(house, server, { as: { role: 'TN', unit: 'H53.101.1' } }),
  };
}

async function close({ house, server }: Place): Promise<void> {
  await server.close();
  await house.close();
}

/** A dossier with a photo of its paper. */
async function aDossierWithPhoto({ house }: Place) {
  const accountId = await anAccount(house, 'citizen');
  const caseId = newId();
  const stored = await storeFile(house.platform, {
    name: 'chung-sinh.jpg',
    bytes: photo(),
    purpose: 'component',
    owner: { type: 'dossier', id: caseId },
    uploadedBy: accountId,
    at: house.platform.clock(),
  });
  const id = stored.file?.id ?? '';
  await aBirthDossier(house, { accountId, stage: 'accepted', caseId, fileId: id });
  await house.readJournal();
  const row = await house.db.selectFrom('cases.case').select('code').where('id', '=', caseId).executeTakeFirstOrThrow();
  return { id, code: row.code };
}

describe('papers that may be opened', () => {
  let place: Place;
  let dossier: { id: string; code: string };
  beforeAll(async () => {
    place = await open();
    dossier = await aDossierWithPhoto(place);
  }, 120_000);
  afterAll(() => close(place));

  test('are seen inside the page of the dossier, by its applicant and by its office', async () => {
    for (const [visitor, path] of [
      [place.citizen, `/ho-so/${dossier.code}`],
      [place.officer, `/can-bo/ho-so/${dossier.code}`],
    ] as const) {
      const page = await visitor.get(path);
      expect(page.body).toContain(`<img src="/tep/${dossier.id}?anh=1" alt="Ảnh xem trước: chung-sinh.jpg"`);
      expect(page.body).toContain(`src="${path}/giay-to/receipt.pdf?anh=1"`);
      expect(page.body).toContain(`href="/tep/${dossier.id}?tai=1"`);
      expect([(await visitor.get(`/tep/${dossier.id}?anh=1`)).type]).toEqual(['image/jpeg']);
      const slip = await visitor.get(`${path}/giay-to/receipt.pdf?anh=1`);
      expect([slip.type, slip.bytes.subarray(1, 4).toString()]).toEqual(['image/png', 'PNG']);
    }
  });

  test('an officer sees the draft of the result in its place', async () => {
    const path = `/can-bo/ho-so/${dossier.code}`;
    expect((await place.officer.get(path)).body).toContain(`src="${path}/du-thao.pdf?anh=1"`);
    expect((await place.officer.get(`${path}/du-thao.pdf?anh=1`)).type).toBe('image/png');
  });

  test('a picture is no way around: who may not open the file does not get it drawn', async () => {
    const stranger = await browse(place.house, place.server, { as: 'business' });
    expect((await stranger.get(`/tep/${dossier.id}?anh=1`)).status).toBe(404);
    expect((await stranger.get(`/ho-so/${dossier.code}/giay-to/receipt.pdf?anh=1`)).status).toBe(404);
    const elsewhere = await browse(place.house, place.server, { as: { role: 'TN', unit: 'H53.102.1' } });
    expect((await elsewhere.get(`/tep/${dossier.id}?anh=1`)).status).toBe(404);
  });

  test('a file to keep comes as one, a picture as what it is and nothing the browser may run', async () => {
    const asked = (query: string) =>
      place.server.inject({
        url: `/tep/${dossier.id}${query}`,
        cookies: { phien: place.citizen.cookie('phien') ?? '' },
      });
    expect((await asked('?tai=1')).headers['content-disposition']).toMatch(
      /^attachment; filename\*=UTF-8''chung-sinh\.jpg$/,
    );
    const picture = (await asked('?anh=1')).headers;
    expect(picture['content-disposition']).toMatch(/^inline/);
    expect(picture['content-security-policy']).toContain("default-src 'none'");
    expect(picture['x-content-type-options']).toBe('nosniff');
  });
});

describe('papers that wait for the virus check', () => {
  let place: Place;
  beforeAll(async () => {
    place = await open({ CLAMD: 'tcp://127.0.0.1:1' });
  }, 120_000);
  afterAll(() => close(place));

  test('are named with the reason, and neither shown, drawn nor opened', async () => {
    const { id, code } = await aDossierWithPhoto(place);
    for (const [visitor, path] of [
      [place.citizen, `/ho-so/${code}`],
      [place.officer, `/can-bo/ho-so/${code}`],
    ] as const) {
      const page = await visitor.get(path);
      expect(page.body).toContain('Tệp đang chờ kiểm tra mã độc, chưa mở được.');
      expect(page.body).not.toContain(`/tep/${id}?anh=1`);
      for (const query of ['', '?anh=1', '?tai=1']) expect((await visitor.get(`/tep/${id}${query}`)).status).toBe(423);
    }
  });
});
