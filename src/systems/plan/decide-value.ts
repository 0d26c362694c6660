/** Deciding on a value (duyệt số liệu), by another person than the one who entered it; taking it back, by that one; annulling one that was approved. */
import { isoOf } from '../../platform/calendar/instant.ts';
import type { ActEnvironment, Outcome } from '../../platform/cases/act.ts';
import { type Refusal, refuse } from '../../platform/cases/decision.ts';
import { actOnPlan, type PlanCommand } from './act-on-plan.ts';
import type { PlanPerson } from './office.ts';
import type { PlanTables, ValueState } from './tables.ts';

export interface DecideValue extends PlanCommand {
  readonly value: string;
  readonly verdict: 'approve' | 'refuse' | 'withdraw' | 'annul';
  /** Why not, where it is not approved. */
  readonly reason: string;
}

const AFTER = { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn', annul: 'annulled' } as const;
const ENTRIES = {
  approve: 'plan.value-approved',
  refuse: 'plan.value-refused',
  withdraw: 'plan.value-withdrawn',
  annul: 'plan.value-annulled',
} as const;

export const decideValue = (
  env: ActEnvironment<PlanTables>,
  actor: PlanPerson,
  command: DecideValue,
): Promise<Outcome> =>
  actOnPlan(env, actor, command, {
    name: 'plan.decide-value',
    async decide(trx, at) {
      const found = await trx
        .selectFrom('plan.value')
        .selectAll()
        .where('id', '=', command.value)
        .forUpdate()
        .executeTakeFirst();
      if (!found) return { kind: 'not-found' };
      const refused = refusalOf({ state: found.state, enteredBy: found.entered_by }, actor.account, command);
      if (refused) return refused;
      const { target, measure, kind, day, amount } = found;
      return {
        kind: 'act',
        subject: { type: 'plan.value', id: found.id },
        rows: [
          {
            table: 'plan.value',
            op: 'update',
            key: { id: found.id },
            version: found.version,
            values: {
              state: AFTER[command.verdict],
              decided_by: actor.account,
              decided_at: isoOf(at),
              refused_for: needsReason(command) ? command.reason : null,
              version: found.version + 1,
            },
          },
        ],
        entries: [
          {
            type: ENTRIES[command.verdict],
            body: { target, measure, kind, day, amount },
            content: { reason: needsReason(command) ? command.reason : undefined },
          },
        ],
      };
    },
  });

const needsReason = ({ verdict }: Pick<DecideValue, 'verdict'>): boolean => verdict === 'refuse' || verdict === 'annul';

/** Pure: undefined where nothing stands against it. */
export function refusalOf(
  value: { readonly state: ValueState; readonly enteredBy: string | null },
  account: string,
  { verdict, reason }: Pick<DecideValue, 'verdict' | 'reason'>,
): Refusal | undefined {
  if (verdict === 'annul' && value.state !== 'approved') return refuse('plan.not-approved');
  if (verdict !== 'annul' && value.state !== 'draft') return refuse('plan.already-decided');
  const isOwn = value.enteredBy === account;
  if (verdict === 'withdraw') return isOwn ? undefined : refuse('plan.not-the-author');
  if (isOwn) return refuse('plan.same-person');
  return needsReason({ verdict }) && reason === '' ? refuse('plan.reason-missing') : undefined;
}
