/** Receiving accounts: where a fee is paid to, as the province pack says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Static, Type } from 'typebox';
import { Check } from 'typebox/value';
import { parse } from 'yaml';

const AccountsFile = Type.Object({
  invented: Type.Boolean(),
  accounts: Type.Array(
    Type.Object({
      unit: Type.String(),
      bank: Type.String({ minLength: 1 }),
      bin: Type.String({ pattern: '^\\d{6}$' }),
      number: Type.String({ pattern: '^[A-Za-z0-9]{1,19}$' }),
      holder: Type.String({ minLength: 1 }),
    }),
    { minItems: 1 },
  ),
  /** Code of the unit that keeps the account and compares it with the bank. */
  keeper: Type.String({ minLength: 1 }),
});

export type ReceivingAccounts = Static<typeof AccountsFile>;

/** Throws when the pack's file is not of its shape: it ships with the program. */
export function readReceivingAccounts(packFolder: string): ReceivingAccounts {
  const value: unknown = parse(readFileSync(join(packFolder, 'payments', 'accounts.yaml'), 'utf8'));
  if (!Check(AccountsFile, value)) throw new Error('provinces/…/payments/accounts.yaml is not of its shape');
  return value;
}

export function accountFor(
  accounts: ReceivingAccounts,
  unitCode: string | undefined,
): ReceivingAccounts['accounts'][number] {
  const found =
    accounts.accounts.find((account) => account.unit === unitCode) ??
    accounts.accounts.find((account) => account.unit === 'default');
  return found ?? (accounts.accounts[0] as ReceivingAccounts['accounts'][number]);
}
