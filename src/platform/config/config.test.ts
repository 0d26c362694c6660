import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ConfigError, readConfig, VARIABLES } from './config.ts';
import { fromRoot } from './project-root.ts';

test('without any variable the program is a demonstration on this machine only', () => {
  expect(readConfig({})).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    province: 'tay-ninh',
    namedStatements: true,
  });
  expect(readConfig({}).mode).toBeUndefined();
});

test('every mistake is reported together, and a secret is not repeated', () => {
  const wrong = {
    PORT: 'http',
    MODE: 'test',
    DATABASE_URL: 'mysql://root:secret@db/x',
    BANK_URL: 'ftp://bank',
    NAMED_STATEMENTS: 'yes',
  };
  const faults = (() => {
    try {
      readConfig(wrong);
      return [];
    } catch (error) {
      return (error as ConfigError).faults;
    }
  })();
  expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
    'PORT',
    'DATABASE_URL',
    'NAMED_STATEMENTS',
    'MODE',
    'BANK_URL',
  ]);
  expect(faults.join(' ')).not.toContain('secret');
});

test.each([
  [{ DATABASE_OWNER_URL: 'postgres://o@db/x' }, 'without DATABASE_URL'],
  [{ MODE: 'demo', HOST: '0.0.0.0' }, 'this machine only'],
  [{ PROVINCE: 'nowhere' }, 'must be a folder under provinces/, not "nowhere"'],
  [{ PROVINCE: '../etc' }, 'must be a folder under provinces/'],
  [{ MODE: 'bench', HOST: '10.0.0.5' }, 'never serves beyond this machine'],
  [
    { MODE: 'production', DATABASE_URL: 'postgres://a@db/x', DATABASE_OWNER_URL: 'postgres://a@db/x' },
    'wants two roles',
  ],
])('%j is refused: %s', (environment, reason) => expect(() => readConfig(environment)).toThrow(reason));

test('an empty variable counts as not set', () => expect(readConfig({ PORT: '', MODE: '' }).port).toBe(3000));

test('the operator’s page lists every variable with its meaning', () => {
  const page = readFileSync(fromRoot('docs/operate/configuration.md'), 'utf8');
  for (const { name, about } of Object.values(VARIABLES)) expect(page).toContain(`| \`${name}\` | ${about} |`);
});
