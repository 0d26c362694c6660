import { expect, test } from 'vitest';
import { keyFrom } from './key-from.ts';

const NONE = new Set<string>();

test.each([
  ['Giấy chứng sinh', 'giay-chung-sinh'],
  ['Gọi 114', 'goi-114'],
  ['114, gọi ngay', 'goi-ngay'],
  ['Cháy, nổ (đất liền)', 'chay-no-dat-lien'],
  ['114', ''],
])('%s is called %s', (name, key) => {
  expect(keyFrom(name, NONE)).toBe(key);
});

test('what is taken or reserved gets a number; a long name is cut where no joint hangs on', () => {
  expect(keyFrom('Mới', new Set(['moi', 'moi-2']))).toBe('moi-3');
  expect(keyFrom('Họ và tên', NONE, { joint: '_', most: 6 })).toBe('ho_va');
  expect(keyFrom('Lĩnh vực '.repeat(20), NONE, { most: Number.POSITIVE_INFINITY })).toHaveLength(179);
  expect(keyFrom('2026', NONE, { otherwise: 'muc' })).toBe('muc');
});
