import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { packFolderOf } from '../../platform/config/project-root.ts';
import { readReceivingAccounts } from './receiving-account.ts';

const PACK = packFolderOf('tay-ninh');
const scratch = mkdtempSync(join(tmpdir(), 'vamco-accounts-'));
afterAll(() => rmSync(scratch, { recursive: true }));

function changed(from: string, to: string): string {
  const folder = mkdtempSync(join(scratch, 'pack-'));
  cpSync(join(PACK, 'payments'), join(folder, 'payments'), { recursive: true });
  const file = join(folder, 'payments', 'accounts.yaml');
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
  return folder;
}

test('an account that is at one bank by its name and at another by its digits is refused', () => {
  expect(readReceivingAccounts(PACK).accounts).toHaveLength(1);
  expect(() => readReceivingAccounts(changed("'970415'", "'970436'"))).toThrow(
    'is at VietinBank by its name, at Vietcombank (BIN 970436) by its digits',
  );
  expect(() => readReceivingAccounts(changed("'970415'", "'970999'"))).toThrow('at BIN 970999 by its digits');
  expect(() => readReceivingAccounts(changed("'VietinBank'", 'Vietin'))).toThrow('VietinBank (BIN 970415) by its');
});

test('a bank that the list does not have is taken as it is written; what is not of its shape is named', () => {
  const folder = changed("bank: 'VietinBank', bin: '970415'", "bank: Ngân hàng Thử, bin: '970999'");
  expect(readReceivingAccounts(folder).accounts[0]?.bin).toBe('970999');
  expect(() => readReceivingAccounts(changed("bin: '970415'", "bin: '97041'"))).toThrow(
    /payments\/accounts\.yaml of the province pack is not usable.*accounts\.0\.bin/,
  );
});
