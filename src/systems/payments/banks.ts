/** Banks that money is sent to: by name, with the six digits (BIN) that transfers name them by, as the province pack says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Static, Type } from 'typebox';
import { Check } from 'typebox/value';
import { parse } from 'yaml';
import { packFolderOf } from '../../platform/config/project-root.ts';
import type { Platform } from '../../platform/system/platform.ts';

const Bank = Type.Object(
  { bin: Type.String({ pattern: '^\\d{6}$' }), name: Type.String({ minLength: 1 }) },
  { additionalProperties: false },
);
const BanksFile = Type.Object(
  { confirm: Type.Optional(Type.String()), banks: Type.Array(Bank, { minItems: 1 }) },
  { additionalProperties: false },
);

export type Bank = Static<typeof Bank>;

/** In the order of the pack: the ones most people have first. Throws when the file is not of its shape: it ships with the program. */
export function readBanks({ config }: Pick<Platform, 'config'>): readonly Bank[] {
  const file = join(packFolderOf(config.province), 'payments', 'banks.yaml');
  const value: unknown = parse(readFileSync(file, 'utf8'));
  if (!Check(BanksFile, value)) throw new Error('provinces/…/payments/banks.yaml is not of its shape');
  return value.banks;
}

/** `VietinBank (BIN 970415)`. */
export function bankWords(banks: readonly Bank[], bin: string): string {
  const name = banks.find((bank) => bank.bin === bin)?.name;
  return name === undefined ? `BIN ${bin}` : `${name} (BIN ${bin})`;
}
