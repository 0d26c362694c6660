import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { settled } from '../../../test/harness/settled.ts';
import { type Instant, instant } from '../../platform/calendar/instant.ts';
import { writeAct } from '../../platform/cases/act.ts';
import { packFolderOf } from '../../platform/config/project-root.ts';
import { newId } from '../../platform/db/ids.ts';
import type { Locale } from '../../platform/i18n/texts.ts';
import { createAccount } from '../../platform/identity/account.ts';
import { programActor } from '../../platform/identity/signed-in.ts';
import { type ReadEntry, readEntry, sealEntry } from '../../platform/journal/entry.ts';
import { runSubscribers } from '../../platform/journal/subscribers.ts';
import { readTemplates } from '../../platform/notifications/template-file.ts';
import { readPackFolder } from '../../platform/pack/read-yaml.ts';
import { findProcedure } from '../procedures/index.ts';
import { acceptDossier, askForSupplement, recordPayment, supplySupplement } from './dossiers.ts';
import { dossierEntries } from './events.ts';
import { endingNotices } from './forgotten-applications.ts';
import { loadDossier } from './load-dossier.ts';
import { dossierNotices } from './notices.ts';
import { submitDossier } from './submission.ts';
import type { DossierTables } from './tables.ts';

let house: House<DossierTables>;
beforeAll(async () => {
  house = await aHouse();
}, 120_000);
afterAll(() => house.close());

const anybody = programActor('test');
const DONE = { kind: 'done' };
const officer = {
  actor: { id: newId(), kind: 'person' as const },
  scope: 'all' as const,
  rolesAt: () => ['TN', 'HT', 'CT'],
};

async function aCitizen(locale: Locale): Promise<string> {
  const made = await createAccount(house.platform.db, anybody, {
    kind: 'citizen',
    name: 'Nguyễn Văn Bình',
    email: `binh-${newId()}@hop-thu.example`,
    locale,
    at: instant('2026-11-01T08:00'),
  });
  if (made.kind !== 'created') throw new Error(made.code);
  return made.accountId;
}

interface Given {
  readonly accountId?: string;
  readonly simulated?: boolean;
  readonly channel?: 'online' | 'counter';
}

async function submitBirth({ channel = 'online', ...given }: Given): Promise<string> {
  house.setClock('2026-11-23T08:00');
  const found = await findProcedure(house.platform.db, '1.001193', '2026-11-23');
  const caseId = newId();
  const outcome = await submitDossier(house.acting, anybody, {
    commandId: newId(),
    caseId,
    versionId: found?.version?.id ?? '',
    channel,
    areaCode: '25459',
    applicant: { name: 'Nguyễn Văn Bình', phone: '0912345678' },
    answers: {
      child: { full_name: 'NGUYỄN AN NHIÊN', birth_date: '2026-11-02', sex: 'nu' },
      birth_proof: 'certificate',
      situation: 'ordinary',
      relation: 'father',
      parents_married: 'no',
      receive: { copies_wanted: true, copies_count: 2 },
    },
    files: [{ component: 'giay-chung-sinh', fileId: newId() }],
    papers: [],
    receiveBy: 'counter',
    ...given,
  });
  expect(outcome).toMatchObject({ kind: 'done' });
  return caseId;
}

async function catchUp(): Promise<void> {
  await settled(house.db);
  await runSubscribers(house.platform.db, [dossierNotices(house.acting)], () => instant('2026-12-31T08:00'));
}

interface ToldRow {
  template: string;
  channel: string;
  state: string;
  address: string | null;
  link: string;
  subject: string;
  body: string;
  at: Instant;
}

async function toldAbout(caseId: string): Promise<ToldRow[]> {
  const rows = await sql<ToldRow>`
    select template, channel, state, address, link, subject, body, created_at as at
    from notifications.delivery where subject_id = ${caseId} order by id
  `.execute(house.db);
  return rows.rows;
}

test('each step that the applicant must know of is told once, in the portal, by e-mail and by SMS', async () => {
  const accountId = await aCitizen('vi');
  const caseId = await submitBirth({ accountId });
  const version = async () => (await loadDossier(house.db, { id: caseId }, 'all'))?.version ?? 0;
  const act = async () => ({ commandId: newId(), caseId, shownVersion: await version() });
  house.setClock('2026-11-23T09:00');
  expect(
    await askForSupplement(house.acting, officer, {
      ...(await act()),
      items: [
        { component: 'giay-chung-sinh', text: 'Giấy chứng sinh bị mờ, chụp lại.' },
        { component: null, text: 'Ghi rõ nơi sinh.' },
      ],
      reason: 'Không đọc được số.',
    }),
  ).toMatchObject(DONE);
  const files = [{ id: newId(), component: 'giay-chung-sinh', fileId: newId() }];
  expect(await supplySupplement(house.acting, officer, { ...(await act()), files, note: '' })).toMatchObject(DONE);
  expect(await acceptDossier(house.acting, officer, await act())).toMatchObject(DONE);
  house.setClock('2026-11-23T10:00');
  const payment = { amount: 16_000, by: 'bank', reference: 'VC1' } as const;
  expect(await recordPayment(house.acting, officer, { commandId: newId(), caseId, ...payment })).toMatchObject(DONE);
  await catchUp();
  await catchUp();

  const told = await toldAbout(caseId);
  expect(told.map(({ template, channel }) => `${template} ${channel}`).sort()).toEqual(
    ['submitted', 'supplement-asked', 'accepted', 'payment-asked']
      .flatMap((one) => [`dossiers.${one} email`, `dossiers.${one} in-app`, `dossiers.${one} sms`])
      .concat(['dossiers.payment-received email', 'dossiers.payment-received in-app'])
      .sort(),
  );
  const inPortal = (template: string) => told.find((one) => one.template === template && one.channel === 'in-app');
  const code = /H53\.[0-9.]+-261123-\d{4}/.exec(inPortal('dossiers.submitted')?.subject ?? '')?.[0] ?? '';
  expect(inPortal('dossiers.submitted')?.body).toContain('Chậm nhất 08 giờ 00 phút ngày 24/11/2026');
  expect(inPortal('dossiers.supplement-asked')?.body).toContain(
    '1. Giấy chứng sinh bị mờ, chụp lại.\n2. Ghi rõ nơi sinh.\n\nLý do: Không đọc được số.',
  );
  expect(inPortal('dossiers.accepted')?.body).toContain('Thời gian trả kết quả: 17 giờ 00 phút ngày 23/11/2026.');
  expect(inPortal('dossiers.payment-asked')?.subject).toBe(`Hồ sơ ${code}: nộp 16.000 đồng`);
  expect(inPortal('dossiers.payment-asked')?.link).toBe(`/ho-so/${code}`);
  const sms = told.filter(({ channel }) => channel === 'sms');
  expect(sms.every(({ address, body }) => address === '+84912345678' && body.length <= 160)).toBe(true);
  expect(sms.find(({ template }) => template === 'dossiers.accepted')?.body).toBe(
    `Ho so ${code} da duoc tiep nhan. Thoi gian tra ket qua: 17 gio 00 phut ngay 23/11/2026.`,
  );
});

test('a simulated dossier is told in the ledger only, and the counter acknowledges by its receipt', async () => {
  const simulated = await submitBirth({ simulated: true });
  const atCounter = await submitBirth({ channel: 'counter' });
  await catchUp();
  expect((await toldAbout(simulated)).map(({ channel, state, link }) => [channel, state, link.slice(0, 12)])).toEqual([
    ['sms', 'kept', '/tra-cuu?ma='],
  ]);
  expect(await toldAbout(atCounter)).toEqual([]);
});

test('every entry that is told gives every value that its template wants, in both languages', async () => {
  const read = readTemplates(readPackFolder(packFolderOf('tay-ninh'), 'notifications'));
  expect(read.faults).toBeUndefined();
  const subscriber = dossierNotices(house.acting);
  const used = new Set<string>();
  for (const locale of ['vi', 'en'] as const) {
    const accountId = await aCitizen(locale);
    const caseId = await submitBirth({ accountId });
    const ending = await aStoredEntry('dossiers.application-ending', caseId);
    const version = (await findProcedure(house.platform.db, '1.001193', '2026-11-23'))?.version?.id ?? '';
    const body = { account: accountId, version, last_day: '2026-12-23' };
    await house.platform.db
      .transaction()
      .execute((trx) => endingNotices.handle(trx, { ...ending, body } as ReadEntry, { position: 0 }));
    for (const type of subscriber.types) {
      for (const said of [{ outcome: 'approved' }, { outcome: 'rejected' }, { outcome: 'approved', early: true }]) {
        const entry = { ...(await aStoredEntry(type, caseId)), dims: { channel: 'online', ...said } } as ReadEntry;
        await house.platform.db.transaction().execute((trx) => subscriber.handle(trx, entry, { position: 0 }));
      }
    }
    const told = await toldAbout(caseId);
    for (const { subject, body, template } of told) {
      expect(`${subject}\n${body}`, template).not.toMatch(/[{}]|undefined|null|NaN/);
      used.add(template);
    }
  }
  const toApplicants = read.templates
    ?.map(({ code }) => code)
    .filter((code) => code.startsWith('dossiers.') && !INSIDE_THE_OFFICES.test(code));
  expect([...used].sort()).toEqual(toApplicants?.sort());
});

const INSIDE_THE_OFFICES =
  /^(organisation\..*|dossiers\.(opinion-.*|part-.*|apology-drafted|transfer-sent|assigned|left-unattended|resting|redirected))$/;

/** An entry as a turn would write it, with the sample of its contract as body. */
async function aStoredEntry(type: string, caseId: string): Promise<ReadEntry> {
  const spec = dossierEntries[type as keyof typeof dossierEntries];
  const content = { reason: 'Vì mưa.', items: [{ component: null, text: 'Bản chụp rõ.' }] };
  const sealed = sealEntry(
    { type, body: spec.versions.at(-1)?.sample ?? {}, content },
    { actor: { kind: 'program' }, subject: { type: 'dossier', id: caseId }, at: instant('2026-11-23T09:00') },
  );
  await writeAct(house.platform.db, { rows: [], entries: [sealed] });
  return readEntry(sealed.sealed);
}
