import { expect, test } from 'vitest';
import { explainStartError } from './start-error.ts';

const failing = (message: string, more: object): Error => Object.assign(new Error(message), more);

test.each([
  ['a used port', failing('listen EADDRINUSE 127.0.0.1:3000', { code: 'EADDRINUSE' }), 'set PORT'],
  ['an address of another machine', failing('listen EADDRNOTAVAIL', { code: 'EADDRNOTAVAIL' }), 'check HOST'],
  ['a host nobody knows', failing('getaddrinfo ENOTFOUND db', { code: 'ENOTFOUND' }), 'check HOST and DATABASE_URL'],
  ['a port for root alone', failing('listen EACCES', { code: 'EACCES', syscall: 'listen' }), 'set PORT to 1024'],
  ['a database that is down', failing('connect ECONNREFUSED', { code: 'ECONNREFUSED' }), 'check DATABASE_URL'],
  ['a wrong password', failing('password authentication failed', { code: '28P01' }), 'check DATABASE_URL'],
  ['a database that was never made', failing('database "x" does not exist', { code: '3D000' }), 'install.md'],
  ['a refusal of ours', failing('this database was born demo', { code: 'system.mode-differs' }), 'born demo'],
])('%s is one sentence', (_, error, sentence) => {
  const told = explainStartError(error);
  expect(told).toContain(sentence);
  expect(told).not.toContain('\n    at ');
});

test('what nobody at a terminal can mend keeps its stack', () => {
  expect(explainStartError(new TypeError('x is undefined'))).toContain('\n    at ');
});
