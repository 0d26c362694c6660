/** Asking the applicant: the parts of a decision that make a dossier wait for money or for a confirmed draft. */
import type { Instant } from '../../../platform/calendar/instant.ts';
import type { DecisionContext } from '../../../platform/cases/act.ts';
import type { Decision } from '../../../platform/cases/decision.ts';
import type { DossierState } from '../dossier-state.ts';
import { dims } from '../process.ts';

/** A published fee or a duty that was assessed. */
export interface AskedItem {
  readonly key: string;
  /** đồng */
  readonly amount: number;
}

/** The parts of a decision that ask for money; `due` is the total of the dossier with these items. The clock stops only when it runs. */
export function askToPay(
  dossier: DossierState,
  { items, due, notice }: { readonly items: readonly AskedItem[]; readonly due: number; readonly notice?: string },
  at: Instant,
): Pick<Decision, 'change' | 'clock' | 'rows' | 'entries'> {
  return {
    change: { waiting: 'financial-obligation' },
    clock: dossier.term === null ? [] : [{ kind: 'paused', at, reason: 'financial-obligation' }],
    rows: [{ table: 'dossiers.dossier', op: 'update', key: { case_id: dossier.id }, values: { fee_due: due } }],
    entries: [
      {
        type: 'dossiers.payment-asked',
        dims: dims(dossier, at),
        body: {
          code: dossier.code,
          total: due,
          paid: dossier.feePaid,
          items: items.filter(({ amount }) => amount > 0).map(({ key, amount }) => ({ key, amount })),
        },
        content: { notice },
      },
    ],
  };
}

export const isConfirmed = (dossier: Pick<DossierState, 'draft'>): boolean =>
  dossier.draft === 'confirmed' || dossier.draft === 'silent';

export function askForConfirmation(
  dossier: DossierState,
  { at, legal }: DecisionContext,
): Pick<Decision, 'change' | 'clock' | 'timers' | 'rows' | 'entries'> {
  const asked = dossier.definition.draftConfirmation;
  if (!asked) throw new Error(`procedure ${dossier.definition.code} has no draft confirmation`);
  const until = legal.dueAt(at, asked.after, { unit: dossier.competentUnit });
  return {
    change: { waiting: 'draft-confirmation' },
    clock: asked.pausesClock && dossier.term !== null ? [{ kind: 'paused', at, reason: 'draft-confirmation' }] : [],
    timers: { 'dossiers.draft': until },
    rows: [{ table: 'dossiers.dossier', op: 'update', key: { case_id: dossier.id }, values: { draft: 'asked' } }],
    entries: [
      {
        type: 'dossiers.draft-sent',
        dims: dims(dossier, at),
        body: { code: dossier.code, silence_confirms: asked.after },
      },
    ],
  };
}
