import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../test/harness/database.ts';
import { type MailServer, startMailServer } from '../test/harness/mail-server.ts';
import { type RunningApp, startApp } from './app.ts';
import { dayOf } from './platform/calendar/instant.ts';
import { readConfig } from './platform/config/config.ts';
import { newId } from './platform/db/ids.ts';
import { programActor } from './platform/identity/signed-in.ts';
import { submitDossier } from './systems/dossiers/submission.ts';
import { findProcedure } from './systems/procedures/index.ts';

let database: TestDatabase;
let mail: MailServer;
let app: RunningApp;
const dataDir = mkdtempSync(join(tmpdir(), 'vamco-app-'));

beforeAll(async () => {
  database = await testDatabase();
  mail = await startMailServer();
  const environment = { DATABASE_URL: database.appUrl, MODE: 'demo', DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error' };
  app = await startApp(readConfig({ ...environment, SMTP_URL: mail.url, SIMULATORS: 'off', DEMO_DOSSIERS: '0' }));
}, 120_000);
afterAll(async () => {
  await database.drop();
  await mail.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test('what a person does is told by mail through journal, subscriber and job, and stopping leaves nothing half done', async () => {
  const { platform } = app;
  const found = await findProcedure(platform.db, '1.004650', dayOf(platform.clock()));
  const outcome = await submitDossier(platform.acting as never, programActor('test'), {
    commandId: newId(),
    caseId: newId(),
    versionId: found?.version?.id ?? '',
    channel: 'post',
    areaCode: '25459',
    applicant: { name: 'Công ty TNHH Sông Vàm', email: 'song-vam@hop-thu.example' },
    answers: {},
    files: [],
    papers: [],
    receiveBy: 'post',
  });
  expect(outcome).toMatchObject({ kind: 'done' });
  for (let attempt = 0; attempt < 600 && mail.mails.length === 0; attempt++) await delay(25);
  expect(mail.mails.map(({ to }) => to)).toEqual([['song-vam@hop-thu.example']]);
  expect(mail.mails[0]?.headers.subject).toMatch(/^\[Mô phỏng\] Đã nhận được hồ sơ H53\./);
  expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
  await app.stop();
  await expect(fetch(`${app.url}/readyz`)).rejects.toThrow();
});
