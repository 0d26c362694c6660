/** The citizen's turn in a simulated dossier: papers added, money paid, drafts answered, or nothing, until the law says what silence means. */
import { MINUTE } from '../platform/calendar/working-time.ts';
import type { Instant } from '../platform/calendar/instant.ts';
import { newId } from '../platform/db/ids.ts';
import { NOBODY } from '../platform/identity/signed-in.ts';
import type { DossierActor } from '../systems/dossiers/dossiers.ts';
import type { LoadedDossier } from '../systems/dossiers/load-dossier.ts';
import { atHome } from './office-time.ts';
import type { PlannedTurn, Planning } from './planned-turn.ts';

/** The owner of the account, or whoever came without one. */
export const citizenOf = ({ accountId }: Pick<LoadedDossier, 'accountId'>): DossierActor =>
  accountId === null
    ? { actor: { id: NOBODY, kind: 'person' }, scope: 'all' }
    : { actor: { id: accountId, kind: 'person', account: accountId }, scope: { applicant: accountId } };

export function planCitizensTurn(planning: Planning): PlannedTurn | undefined {
  switch (planning.dossier.waiting) {
    case 'supplement':
      return planSupplement(planning);
    case 'financial-obligation':
      return planPayment(planning);
    default:
      return planAnswer(planning);
  }
}

const shown = ({ id, version }: LoadedDossier) => ({ commandId: newId(), caseId: id, shownVersion: version });

/** One in sixteen never comes back, one in twenty gives up. */
function planSupplement({ dossier, chance, now }: Planning): PlannedTurn | undefined {
  const actor = citizenOf(dossier);
  if (chance.happens(0.06)) return undefined;
  const at = atHome(chance, now, [0, 9]);
  if (chance.happens(0.05))
    return { at, act: { verb: 'withdraw', actor, command: { ...shown(dossier), reason: 'Chưa có đủ giấy tờ.' } } };
  const component = dossier.components.find((one) => one.handling === 'handed-in' && one.kind !== 'form')?.key;
  return { at, act: { verb: 'supply', actor, command: shown(dossier), component: component ?? 'bo-sung' } };
}

/** Most pay within the hour; a few never do. */
function planPayment({ dossier, chance, now }: Planning): PlannedTurn | undefined {
  if (chance.happens(0.04)) return undefined;
  const soon = (now + chance.between(20, 90) * MINUTE) as Instant;
  const at = chance.happens(0.7) ? soon : atHome(chance, now, [0, 4]);
  if (dossier.channel === 'online') return { at, act: { verb: 'pay-by-bank', caseId: dossier.id } };
  const amount = dossier.feeDue - dossier.feePaid;
  const command = { commandId: newId(), caseId: dossier.id, amount, by: 'counter' as const, reference: '' };
  return { at, act: { verb: 'record-payment', actor: citizenOf(dossier), command } };
}

/** A third stays silent, which confirms. */
function planAnswer({ dossier, chance, now, legal }: Planning): PlannedTurn | undefined {
  const asked = dossier.definition.draftConfirmation;
  if (!asked) return undefined;
  const silent = (legal.dueAt(now, asked.after, { unit: dossier.competentUnit }) + 61 * MINUTE) as Instant;
  if (chance.happens(0.33)) return { at: silent, act: 'wait' };
  const actor = citizenOf(dossier);
  const objects = dossier.draft !== 'objected' && chance.happens(0.06);
  const said = objects
    ? ({ answer: 'objected', objection: 'Sai tên đệm.' } as const)
    : ({ answer: 'confirmed', objection: '' } as const);
  const at = Math.min(now + chance.between(20, 300) * MINUTE, silent) as Instant;
  return { at, act: { verb: 'answer-draft', actor, command: { ...shown(dossier), ...said } } };
}
