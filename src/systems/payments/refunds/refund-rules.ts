/** Rules of refunds: for which reasons money is given back, how much of it, and on what ground, as the province pack says. */
import { type Static, Type } from 'typebox';
import { packFolderOf } from '../../../platform/config/project-root.ts';
import { shapeOf } from '../../../platform/pack/check-shape.ts';
import { readPackPart } from '../../../platform/pack/read-part.ts';
import type { Platform } from '../../../platform/system/platform.ts';

const Text = Type.Object({ vi: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) });
const Reason = Type.Object(
  {
    key: Type.String({ pattern: '^[a-z][a-z-]{0,39}$' }),
    name: Text,
    /** `surplus`: what a dossier was paid beyond its bill; `whole`: all that was paid; `unmatched`: money of no dossier. */
    of: Type.Union([Type.Literal('surplus'), Type.Literal('whole'), Type.Literal('unmatched')]),
    /** Only where the dossier ended before it was accepted. */
    stage: Type.Optional(Type.Literal('not-accepted')),
    ground: Text,
    confirm: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
);
const RulesFile = Type.Object({ reasons: Type.Array(Reason, { minItems: 1 }) }, { additionalProperties: false });

export type RefundReason = Static<typeof Reason>;

const readShape = shapeOf(RulesFile);

export const readRefundReasons = ({ config }: Pick<Platform, 'config'>): readonly RefundReason[] =>
  readPackPart(packFolderOf(config.province), 'payments/refunds.yaml', readShape).reasons;

/** What a refund is judged by: read under lock. */
export interface RefundGround {
  readonly standing: 'settled' | 'unmatched' | 'returned';
  /** đồng of this collection that are neither given back nor about to be. */
  readonly left: number;
  /** đồng that the dossier was paid beyond its bill, refunds counted; 0 without a dossier. */
  readonly surplus: number;
  /** The dossier ended before it was accepted. */
  readonly endedUnaccepted: boolean;
}

/** The most that may be given back for this reason now; 0 where the reason does not hold. */
export function mostToRefund(reason: Pick<RefundReason, 'of' | 'stage'>, ground: RefundGround): number {
  if (ground.standing === 'returned') return 0;
  if (reason.stage === 'not-accepted' && !ground.endedUnaccepted) return 0;
  if (reason.of === 'unmatched') return ground.standing === 'unmatched' ? ground.left : 0;
  if (ground.standing !== 'settled') return 0;
  return reason.of === 'whole' ? ground.left : Math.max(0, Math.min(ground.left, ground.surplus));
}
