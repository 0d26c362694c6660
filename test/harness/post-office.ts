/** A post office for tests of notifications: a house with a real mail server and a real SMS gateway, two templates, and the ledger at hand. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { startSimulator } from '../../simulators/start-simulator.ts';
import { instant } from '../../src/platform/calendar/instant.ts';
import { newId } from '../../src/platform/db/ids.ts';
import { createAccount } from '../../src/platform/identity/account.ts';
import { programActor } from '../../src/platform/identity/signed-in.ts';
import { type Delivery, listDeliveries } from '../../src/platform/notifications/ledger.ts';
import { loadTemplates } from '../../src/platform/notifications/load-templates.ts';
import { type Notice, notify } from '../../src/platform/notifications/notify.ts';
import type { NotifyingRules } from '../../src/platform/notifications/rules.ts';
import type { Mode, Platform } from '../../src/platform/system/platform.ts';
import { aHouse, type House } from './house.ts';
import { type MailServer, startMailServer } from './mail-server.ts';

export interface PostOffice {
  readonly house: House;
  readonly mail: MailServer;
  readonly smsUrl: string;
  /** Folder of a pack whose `notifications/a.yaml` is the legal template `test.told`. */
  readonly pack: string;
  readonly template: string;
  /** What the mail server answers to every recipient from now on. */
  refuse(code: number | undefined): void;
  /** The platform as it would be in a mode, with other settings. */
  platformIn(mode: Mode, changes?: Partial<Platform['config']>): Platform;
  /** The same in production where notices wait by these rules. */
  waiting(rules: Partial<NotifyingRules>): Platform;
  tell(notice: Notice): Promise<number>;
  /** What the ledger says about a subject, by channel. */
  toldOf(subjectId: string): Promise<Delivery[]>;
  aCitizen(changes?: { locale?: 'vi' | 'en'; demo?: boolean }): Promise<string>;
  /** An empty mailbox, nothing waiting, nine in the morning. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

const TEMPLATE = `code: test.told
kind: legal
valid_from: '2020-01-01'
values: [code, when]
subject: {vi: 'Hồ sơ {code} đã được tiếp nhận', en: 'Dossier {code} has been accepted'}
body:
  vi: |-
    Hồ sơ {code} đã được tiếp nhận.

    Hẹn trả: {when}.
  en: 'Dossier {code} has been accepted.'
sms: {vi: 'Hồ sơ {code} đã được tiếp nhận. Hẹn trả: {when}.', en: 'Dossier {code} accepted.'}
`;
/** Whatever is told goes at once, by day and by night. */
export const AT_ONCE: NotifyingRules = {
  gatherMinutes: 0,
  urgent: [],
  given: { 'test.told': ['code', 'when'], 'test.thanked': ['code', 'when'] },
  examples: { code: { vi: 'H53.1-261123-0001' }, when: { vi: 'ngày mai', en: 'tomorrow' } },
};
const COURTESY = TEMPLATE.replace('test.told', 'test.thanked').replace('legal', 'courtesy');

/** Of something that happened at nine to a person without an account. */
export const aNotice = (changes: Partial<Notice> = {}): Notice => ({
  to: { contact: { email: 'hoa@hop-thu.example', phone: '0900 000 001' } },
  template: 'test.told',
  values: () => ({ code: 'H53.1-261123-0001', when: '17 giờ 00 phút ngày 26/11/2026' }),
  subjectId: newId(),
  entryId: newId(),
  at: instant('2026-11-23T09:00'),
  link: '/tra-cuu?ma=H53.1-261123-0001',
  simulated: false,
  ...changes,
});

export async function aPostOffice(): Promise<PostOffice> {
  let refused: number | undefined;
  const mail = await startMailServer(() => refused);
  const sms = await startSimulator('sms', { API_KEY: 'key', TRAVEL_MS: '1' });
  const house = await aHouse({
    SMTP_URL: mail.url,
    SMS_URL: sms.url,
    SMS_KEY: 'key',
    PUBLIC_URL: 'https://dvc.example',
  });
  const platform = { ...house.platform, notifying: AT_ONCE };
  const pack = mkdtempSync(join(tmpdir(), 'vamco-pack-'));
  mkdirSync(join(pack, 'notifications'));
  writeFileSync(join(pack, 'notifications/a.yaml'), TEMPLATE);
  writeFileSync(join(pack, 'notifications/b.yaml'), COURTESY);
  await loadTemplates(platform.db, pack);
  return {
    house: { ...house, platform },
    mail,
    smsUrl: sms.url,
    pack,
    template: TEMPLATE,
    refuse(code) {
      refused = code;
    },
    platformIn: (mode, changes = {}) => ({ ...platform, mode, config: { ...platform.config, ...changes } }),
    waiting: (rules) => ({ ...platform, mode: 'production', notifying: { ...AT_ONCE, ...rules } }),
    tell: (notice) => platform.db.transaction().execute((trx) => notify(trx, notice)),
    async toldOf(subjectId) {
      const rows = await listDeliveries(platform.db, { limit: 100 });
      return rows.filter((row) => row.subject_id === subjectId).sort((a, b) => a.channel.localeCompare(b.channel));
    },
    aCitizen: (changes) => makeCitizen(platform, changes),
    async clear() {
      refused = undefined;
      mail.mails.length = 0;
      house.setClock('2026-11-23T09:00');
      const waiting = sql`update notifications.delivery set state = 'kept', next_at = null where next_at is not null`;
      await waiting.execute(house.db);
    },
    async close() {
      await house.close();
      await sms.stop();
      await mail.stop();
    },
  };
}

async function makeCitizen(
  platform: Platform,
  changes: { locale?: 'vi' | 'en'; demo?: boolean } = {},
): Promise<string> {
  const made = await createAccount(platform.db, programActor('test'), {
    kind: 'citizen',
    name: 'Nguyễn Thị Hoa',
    email: `hoa-${newId()}@hop-thu.example`,
    phone: '0900000002',
    at: instant('2026-11-01T08:00'),
    ...changes,
  });
  if (made.kind !== 'created') throw new Error(made.code);
  return made.accountId;
}
