import { createSecretKey, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/harness/database.ts';
import { type Instant, instant } from '../calendar/instant.ts';
import { projectRoot } from '../config/project-root.ts';
import { type OpenDatabase, openDatabase } from '../db/database.ts';
import type { Organisation } from '../organisation/definition.ts';
import { loadOrganisation } from '../organisation/load-organisation.ts';
import { readOrganisation } from '../organisation/pack.ts';
import { createAccountCommand } from './create-account-command.ts';
import { DEMO_ADMINISTRATOR, demoLogin, makeDemoOfficers } from './demo-officers.ts';
import { findSession } from './find-session.ts';
import { signInWithPassword } from './sign-in.ts';

const NOW = instant('2026-11-23T08:00');
const clock = (): Instant => NOW;
const secret = createSecretKey(randomBytes(32));
const organisation = readOrganisation(join(projectRoot, 'provinces/tay-ninh')).organisation as Organisation;

let database: TestDatabase;
let open: OpenDatabase;

beforeAll(async () => {
  database = await testDatabase();
  open = openDatabase({ url: database.url });
  await loadOrganisation(open.db, { organisation, clock });
  return async () => {
    await open.close();
    await database.drop();
  };
});

async function enter(login: string, password: string) {
  const attempt = { login, password, address: '203.0.113.1', userAgent: '' };
  const outcome = await signInWithPassword(open.db, attempt, { clock, secret });
  if (outcome.kind === 'refusal') return outcome.code;
  const signedIn = await findSession(open.db, { token: outcome.token, at: NOW, permissions: new Map() });
  return signedIn && { administrator: signedIn.administrator, roles: signedIn.positions.map(({ role }) => role) };
}

describe('vamco create-account', () => {
  const command = (options: Parameters<typeof createAccountCommand>[1]) =>
    createAccountCommand(open.db, options, clock);

  it('makes the first administrator and shows a password that works, once', async () => {
    const made = await command({ login: 'Quản.Trị.Tỉnh', name: 'Trần Quản Trị', administrator: true });
    expect(made).toMatchObject({ exitCode: 0, json: { login: 'quan.tri.tinh' } });
    const { password } = made.json as { password: string };
    expect(made.text).toContain(password);
    expect(await enter('quan.tri.tinh', password)).toEqual({ administrator: true, roles: [] });
  });

  it('seats an officer in a position that is free, with the password that was piped in', async () => {
    const officer = { name: 'Lê Thị Mận', role: 'TN', unit: 'H53.101.1', password: 'một câu thật là dài' };
    const first = await command({ ...officer, login: 'man' });
    const second = await command({ ...officer, login: 'man2' });
    expect([first.exitCode, second.exitCode]).toEqual([0, 0]);
    expect(JSON.stringify(first)).not.toContain(officer.password);
    expect(await enter('man', officer.password)).toEqual({ administrator: false, roles: ['TN'] });
    const held = await open.db.selectFrom('organisation.holding').select('position_id').execute();
    expect(new Set(held.map((row) => row.position_id)).size).toBe(2);
  });

  it.each([
    [{ name: 'Không tên đăng nhập', administrator: true }, 2, 'identity.login-needed'],
    [{ login: 'mot', name: 'Một', role: 'TN' }, 2, 'identity.position-needed'],
    [{ login: 'mot', name: 'Một' }, 2, 'identity.position-needed'],
    [{ login: 'mot', name: 'Một', role: 'TN', unit: 'H53.9999' }, 1, 'identity.unit-unknown'],
    [{ login: 'mot', name: 'Một', role: 'ZZ', unit: 'H53.101.1' }, 1, 'identity.role-unknown'],
    [{ login: 'MAN', name: 'Hai', administrator: true }, 1, 'identity.login-taken'],
    [{ login: 'x', name: 'Ba', administrator: true }, 1, 'identity.login-form'],
    [{ login: 'bon', name: ' ', administrator: true }, 1, 'identity.name-missing'],
    [{ login: 'nam', name: 'Năm', administrator: true, password: 'ngắn' }, 1, 'identity.password-short'],
    [{ login: 'nam', name: 'Năm', administrator: true, password: 'a'.repeat(20) }, 1, 'identity.password-plain'],
    [{ login: 'nam', name: 'Năm', administrator: true, password: 'a1b2'.repeat(50) }, 1, 'identity.password-long'],
  ])('refuses %j in words', async (options, exitCode, error) => {
    const answer = await command(options);
    expect(answer).toMatchObject({ exitCode, json: { error } });
    expect(answer.text).not.toBe(error);
  });
});

describe('officers of a demonstration', () => {
  const demo = { organisation, password: 'mật khẩu trình diễn', clock } as const;

  it('are refused in production', async () => {
    expect(await makeDemoOfficers(open.db, { ...demo, mode: 'production' })).toMatchObject({
      code: 'identity.demo-only',
    });
  });

  it('hold every position, are made once, and sign in', async () => {
    const made = await makeDemoOfficers(open.db, { ...demo, mode: 'demo' });
    expect(made).toEqual({ kind: 'made', accounts: organisation.officers.length + 1 });
    expect(await makeDemoOfficers(open.db, { ...demo, mode: 'demo' })).toEqual({ kind: 'made', accounts: 0 });
    expect(await enter(demoLogin('ubnd-25459.CT'), demo.password)).toEqual({ administrator: false, roles: ['CT'] });
    expect(await enter(DEMO_ADMINISTRATOR, demo.password)).toEqual({ administrator: true, roles: [] });
    expect(await enter(demoLogin('ubnd-705-2020.CT'), demo.password)).toEqual({ administrator: false, roles: [] });
  });
});
