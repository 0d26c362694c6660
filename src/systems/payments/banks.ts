/** Banks that money is sent to: by name, with the six digits (BIN) that transfers name them by, as the province pack says. */
import { type Static, Type } from 'typebox';
import { shapeOf } from '../../platform/pack/check-shape.ts';
import { readPackPart } from '../../platform/pack/read-part.ts';

const Bank = Type.Object(
  { bin: Type.String({ pattern: '^\\d{6}$' }), name: Type.String({ minLength: 1 }) },
  { additionalProperties: false },
);
const BanksFile = Type.Object(
  { confirm: Type.Optional(Type.String()), banks: Type.Array(Bank, { minItems: 1 }) },
  { additionalProperties: false },
);

export type Bank = Static<typeof Bank>;

const readShape = shapeOf(BanksFile);

/** In the order of the pack: the ones most people have first. */
export const readBanks = (packFolder: string): readonly Bank[] =>
  readPackPart(packFolder, 'payments/banks.yaml', readShape).banks;

/** `VietinBank (BIN 970415)`. */
export function bankWords(banks: readonly Bank[], bin: string): string {
  const name = banks.find((bank) => bank.bin === bin)?.name;
  return name === undefined ? `BIN ${bin}` : `${name} (BIN ${bin})`;
}
