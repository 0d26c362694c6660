/** Retention (thời hạn giữ): how long the province keeps what no law has it keep, from its pack. */
import { type Static, Type } from 'typebox';
import { shapeOf } from '../pack/check-shape.ts';
import { readPackPart } from '../pack/read-part.ts';

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
  return readPackPart(packFolder, 'retention.yaml', readShape);
}
