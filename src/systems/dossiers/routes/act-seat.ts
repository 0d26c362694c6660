/** The seat of an act: in which of their positions an officer would do it, as the rule of the act itself judges each. */
import type { DossierActor } from '../dossiers.ts';
import type { LoadedDossier } from '../load-dossier.ts';
import { ACT_FACES } from '../pages/officer/act-words.ts';
import { type ActionKey, OF_OTHERS, probeAction } from '../possible-actions.ts';
import type { DossierContext } from '../your-step.ts';
import { contextFor, contextOfUnits, deskOf, type DossierExchange, type Judged } from './desk.ts';

const judgedBy = (dossier: LoadedDossier, action: ActionKey): Judged => ({
  permission: ACT_FACES[action].permission,
  judge: (context) => probeAction(action, dossier, context),
});

/** What other units are asked is done for any of theirs. */
export function contextOfAct(exchange: DossierExchange, dossier: LoadedDossier, action: ActionKey): DossierContext {
  const context = contextFor(exchange, judgedBy(dossier, action));
  return OF_OTHERS.has(action) ? { ...context, ...contextOfUnits(exchange) } : context;
}

export const actorOfAct = (
  exchange: DossierExchange,
  dossier: LoadedDossier,
  action: ActionKey,
): Promise<DossierActor> => deskOf(exchange, ACT_FACES[action].permission, judgedBy(dossier, action));
