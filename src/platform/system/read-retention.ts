/** Retention (thời hạn giữ): how long the province keeps what no law has it keep, from its pack. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Static, Type } from 'typebox';
import { shapeOf } from '../pack/check-shape.ts';
import { readPackYaml } from '../pack/read-yaml.ts';

const Term = Type.Object(
  {
    days: Type.Integer({ minimum: 30, maximum: 36_500 }),
    /** Nobody has verified it against a rule: `design` is our own proposal. */
    confirm: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
);

const RetentionFile = Type.Object(
  {
    /** Texts and addresses of what people were told; that they were told stays. */
    notifications: Term,
  },
  { additionalProperties: false },
);

export type Retention = Static<typeof RetentionFile>;

const readShape = shapeOf(RetentionFile);

/** Throws with every fault when the pack's file is not usable. */
export function readRetention(packFolder: string): Retention {
  const read = readPackYaml(readFileSync(join(packFolder, 'retention.yaml'), 'utf8'));
  const shaped = read.faults ? read : readShape(read.value);
  if (shaped.faults)
    throw new Error(`retention.yaml of the province pack is not usable: ${JSON.stringify(shaped.faults)}`);
  return shaped.value;
}
