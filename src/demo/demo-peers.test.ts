import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { readConfig } from '../platform/config/config.ts';
import { demoWelcome } from './demo-accounts.ts';
import { startDemoPeers } from './demo-peers.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'vamco-peers-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

const reach = async (url: string | undefined): Promise<boolean> => {
  for (let tries = 0; tries < 300; tries++) {
    const answer = await fetch(`${url}/healthz`).catch(() => undefined);
    if (answer?.ok) return true;
    await delay(200);
  }
  return false;
};

test('a demonstration starts its peers, knows them, and ends them', async () => {
  const peers = await startDemoPeers(readConfig({ PORT: '0', DATA_DIR: dataDir }), 'demo', () => undefined);
  const { config } = peers;
  try {
    expect(config.port).toBeGreaterThan(0);
    expect(
      await Promise.all(
        [config.oidcIssuer, config.bankUrl, config.smsUrl, config.registerUrl, config.nationalUrl].map(reach),
      ),
    ).toEqual([true, true, true, true, true]);
    expect(
      [
        config.oidcClientSecret,
        config.bankKey,
        config.bankSecret,
        config.smsKey,
        config.registerKey,
        config.nationalSecret,
      ].map((secret) => secret?.length),
    ).toEqual([48, 48, 48, 48, 48, 48]);
  } finally {
    await peers.stop();
  }
  await expect(fetch(`${config.bankUrl}/healthz`)).rejects.toThrow('fetch failed');
}, 90_000);

test('what the operator names is not simulated; production and SIMULATORS=off start none', async () => {
  const own = {
    OIDC_ISSUER: 'https://vneid.example',
    BANK_URL: 'https://bank.example',
    SMS_URL: 'https://sms.example',
    REGISTER_URL: 'https://register.example',
    NATIONAL_URL: 'https://national.example',
  };
  const named = readConfig({ ...own, DATA_DIR: dataDir, PORT: '0' });
  const peers = await startDemoPeers(named, 'demo', () => undefined);
  expect({ ...peers.config, port: 0 }).toEqual({ ...named, port: 0 });
  await peers.stop();
  const plain = readConfig({ DATA_DIR: dataDir });
  expect((await startDemoPeers(plain, 'production', () => undefined)).config).toBe(plain);
  const off = readConfig({ DATA_DIR: dataDir, SIMULATORS: 'off' });
  expect((await startDemoPeers(off, 'demo', () => undefined)).config).toBe(off);
});

test('the welcome names who can sign in, and dossiers only while they are made', () => {
  expect(demoWelcome({ dossiers: 300 })).toMatch(/ttpvhcc-25459\.tn[\s\S]*quan\.tri[\s\S]*VNeID[\s\S]*300/);
  expect(demoWelcome({ dossiers: 0 })).not.toContain('hồ sơ mô phỏng đang');
});
