/** The product as an operator runs it, for journeys: its own database, VNeID and a bank beside it as the separate programs they are. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningSimulator, startSimulator } from '../../simulators/start-simulator.ts';
import { type RunningApp, startApp } from '../../src/app.ts';
import { type Clock, systemClock } from '../../src/platform/calendar/instant.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { VNEID_RETURN_PATH } from '../../src/platform/identity/sign-in-routes.tsx';
import { SIGNED_OUT_PATH } from '../../src/platform/identity/vneid-sign-out.ts';
import { testDatabase } from '../harness/database.ts';

export interface RealApp {
  readonly app: RunningApp;
  readonly url: string;
  stop(): Promise<void>;
}

const BANK_KEY = 'journey-key';
const BANK_SECRET = 'journey-secret';

export async function startRealApp(clock: Clock = systemClock): Promise<RealApp> {
  const database = await testDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'vamco-journey-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const simulators: RunningSimulator[] = [];
  const vneid = await startSimulator('vneid', {
    CLIENT_ID: 'portal',
    CLIENT_SECRET: 'journey-vneid',
    REDIRECT_URIS: `${url}${VNEID_RETURN_PATH}`,
    POST_LOGOUT_REDIRECT_URIS: `${url}${SIGNED_OUT_PATH}`,
  });
  simulators.push(vneid);
  const bank = await startSimulator('bank', {
    API_KEY: BANK_KEY,
    CALLBACK_SECRET: BANK_SECRET,
    RETRY_DELAYS_MS: '100,500',
  });
  simulators.push(bank);
  const app = await startApp(
    readConfig({
      DATABASE_URL: database.appUrl,
      MODE: 'demo',
      PORT: String(port),
      PUBLIC_URL: url,
      DATA_DIR: dataDir,
      DEMO_DOSSIERS: '0',
      SIMULATORS: 'off',
      LOG_LEVEL: 'error',
      OIDC_ISSUER: vneid.url,
      OIDC_CLIENT_ID: 'portal',
      OIDC_CLIENT_SECRET: 'journey-vneid',
      BANK_URL: bank.url,
      BANK_KEY,
      BANK_SECRET,
    }),
    clock,
  );
  return {
    app,
    url,
    async stop() {
      await app.stop();
      await Promise.all(simulators.map((simulator) => simulator.stop()));
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Known before the start, because VNeID is told where to send people back to. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
