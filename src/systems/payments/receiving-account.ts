/** Receiving accounts: where a fee is paid to, as the province pack says. */
import { type Static, Type } from 'typebox';
import { shapeOf } from '../../platform/pack/check-shape.ts';
import { readPackPart } from '../../platform/pack/read-part.ts';
import { bankWords, readBanks } from './banks.ts';

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

const readShape = shapeOf(AccountsFile);

/** Throws too when an account names two banks: people pay by the name that is printed, or by the digits in the code beside it. */
export function readReceivingAccounts(packFolder: string): ReceivingAccounts {
  const read = readPackPart(packFolder, 'payments/accounts.yaml', readShape);
  const banks = readBanks(packFolder);
  for (const { number, bank, bin } of read.accounts)
    if (banks.some((one) => (one.bin === bin) !== (one.name === bank)))
      throw new Error(
        `payments/accounts.yaml of the province pack: account ${number} is at ${bank} by its name, at ${bankWords(banks, bin)} by its digits`,
      );
  return read;
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
