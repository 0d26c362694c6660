/** The desk: who an officer is for the verbs on dossiers, and which dossiers that reaches. */
import { dayOf } from '../../../platform/calendar/instant.ts';
import type { CaseScope } from '../../../platform/cases/load-case.ts';
import type { QueueOwner } from '../../../platform/cases/queues.ts';
import type { Exchange } from '../../../platform/http/route.ts';
import { actorOf, type HeldPosition, type SignedIn } from '../../../platform/identity/signed-in.ts';
import type { Refusal } from '../../../platform/cases/decision.ts';
import { isWithin, positionFor, type Scope, scope } from '../../../platform/permissions/permissions.ts';
import type { DossierActor } from '../dossiers.ts';
import type { LoadedDossier } from '../load-dossier.ts';
import { loadDossier } from '../load-dossier.ts';
import type { DossierTables } from '../tables.ts';
import { isReceivedElsewhere, isReturnedElsewhere } from '../three-units.ts';
import { type DossierContext, opinionOwed, partOwed, type RolesAt } from '../your-step.ts';

export type DossierExchange = Exchange<DossierTables>;

/** Routes of officers declare a permission, so that somebody is signed in. */
export function officerOf({ signedIn }: Pick<Exchange, 'signedIn'>): SignedIn {
  if (!signedIn) throw new Error('an officer route without a session');
  return signedIn;
}

const caseScope = (reach: Scope): CaseScope => (reach === 'all' ? 'all' : reach === 'none' ? { units: [] } : reach);

const reachOf = (exchange: DossierExchange, permission = 'dossiers.process'): Promise<Scope> =>
  scope(exchange.db, exchange.signedIn, { permission, day: dayOf(exchange.clock()) });

/** All that somebody holds in a unit: for what they see, and for what their unit is asked about. */
const rolesAt =
  ({ positions }: SignedIn): RolesAt =>
  (unitId) =>
    positions.filter((held) => held.unitId === unitId).map((held) => held.role);

/** One position alone: an act is done in it, and by nothing else that its holder may be. */
const rolesOf =
  (seat: HeldPosition | undefined): RolesAt =>
  (unitId) =>
    seat?.unitId === unitId ? [seat.role] : [];

/** What is to be done: in which position, the rule itself says by refusing the others. */
export interface Judged {
  readonly permission: string;
  readonly judge: (context: DossierContext) => Refusal | undefined;
}

/** The position acted in where the rule takes it, else the first of one's own and of those delegated that it takes; else whose refusal is told. */
function seatFor(exchange: DossierExchange, { permission, judge }: Judged): HeldPosition | undefined {
  const officer = officerOf(exchange);
  const { active, positions } = officer;
  const able = positions.filter((held) => held.permissions.has(permission));
  const ordered = [...able.filter((held) => held === active), ...able.filter((held) => held !== active)];
  const taken = ordered.find((held) => judge(contextIn(exchange, held)) === undefined);
  return taken ?? positionFor(officer, permission);
}

const contextIn = (exchange: DossierExchange, seat: HeldPosition | undefined): DossierContext => ({
  actor: actorOf(officerOf(exchange), seat),
  at: exchange.clock(),
  legal: exchange.platform.acting.legal,
  rolesAt: rolesOf(seat),
});

/** As it would be judged when done now. */
export const contextFor = (exchange: DossierExchange, judged: Judged): DossierContext =>
  contextIn(exchange, seatFor(exchange, judged));

export async function deskOf(exchange: DossierExchange, permission: string, judged?: Judged): Promise<DossierActor> {
  const officer = officerOf(exchange);
  const seat = judged ? seatFor(exchange, judged) : positionFor(officer, permission);
  return { actor: actorOf(officer, seat), scope: caseScope(await reachOf(exchange)), rolesAt: rolesOf(seat) };
}

export async function queueOwner(exchange: DossierExchange): Promise<QueueOwner> {
  const officer = officerOf(exchange);
  const reach = await reachOf(exchange);
  return {
    accountId: officer.accountId,
    units: typeof reach === 'string' ? [] : reach.units,
    roles: officer.positions.map((held) => held.role),
  };
}

/** Within what the officer may work on; undefined is "not found" whatever the reason. */
export async function findDossier(exchange: DossierExchange, code: string): Promise<LoadedDossier | undefined> {
  return loadDossier(exchange.db, { code }, caseScope(await reachOf(exchange)));
}

/** Also what a unit of the officer's has received for another authority, or returns for it. */
export async function findTakenDossier(exchange: DossierExchange, code: string): Promise<LoadedDossier | undefined> {
  return loadDossier(exchange.db, { code }, takenScope(caseScope(await reachOf(exchange))));
}

/** Also what a unit of the officer's is asked about. */
export async function findVisibleDossier(exchange: DossierExchange, code: string): Promise<LoadedDossier | undefined> {
  return loadDossier(exchange.db, { code }, takenScope(consultedScope(caseScope(await reachOf(exchange)))));
}

export const takenScope = (narrow: CaseScope): CaseScope =>
  typeof narrow === 'object' && 'units' in narrow ? { ...narrow, taken: true } : narrow;

const consultedScope = (narrow: CaseScope): CaseScope =>
  typeof narrow === 'object' && 'units' in narrow ? { ...narrow, consulted: true } : narrow;

/** It lies on a desk of theirs: its next act is theirs, however much of it they see. */
export const isHeldBy = async (exchange: DossierExchange, { holdingUnit }: LoadedDossier): Promise<boolean> =>
  isWithin(await reachOf(exchange), holdingUnit);

/** Who answers for a unit that was asked: in the position held there. */
export async function answererOf(exchange: DossierExchange, dossier: LoadedDossier): Promise<DossierActor> {
  const officer = officerOf(exchange);
  const roles = { rolesAt: rolesAt(officer) };
  const asked = opinionOwed(dossier, roles) ?? partOwed(dossier, roles);
  return {
    actor: actorOf(officer, officer.positions.find((held) => held.unitId === asked?.unit) ?? officer.active),
    scope: consultedScope(caseScope(await reachOf(exchange))),
    rolesAt: rolesAt(officer),
  };
}

/**
 * How much of it is theirs: the whole where it lies or is decided; what the applicant sees where it was only received or is only returned;
 * the question alone where a unit is asked.
 */
export type Part = 'whole' | 'taken' | 'asked';

export async function partOf(exchange: DossierExchange, dossier: LoadedDossier): Promise<Part> {
  const reach = await reachOf(exchange);
  const { holdingUnit, receivingUnit, competentUnit, returningUnit } = dossier;
  const isOnlyReturned = isReturnedElsewhere(dossier) && holdingUnit === returningUnit;
  const whole = [
    competentUnit,
    ...(isOnlyReturned ? [] : [holdingUnit]),
    ...(isReceivedElsewhere(dossier) ? [] : [receivingUnit]),
  ];
  if (whole.some((unit) => isWithin(reach, unit))) return 'whole';
  return [receivingUnit, returningUnit].some((unit) => isWithin(reach, unit)) ? 'taken' : 'asked';
}

/** What their units are asked about, in whichever position. */
export const contextOfUnits = (exchange: DossierExchange): Pick<DossierContext, 'rolesAt'> => ({
  rolesAt: rolesAt(officerOf(exchange)),
});
