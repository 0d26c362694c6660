/** Succession of open dossiers: on the day after a unit's last one, they go to the present unit of the place they concern, or to the one an administrator names. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { type Day, dayOf } from '../../platform/calendar/instant.ts';
import type { ActEnvironment, Command, Outcome } from '../../platform/cases/act.ts';
import type { Db } from '../../platform/db/database.ts';
import { findUnit, oneStopOf } from '../../platform/organisation/find-units.ts';
import { successorOf } from '../../platform/organisation/successor.ts';
import { getVersion, planVersion } from '../procedures/index.ts';
import { listSections, resolveStepUnits } from './competence.ts';
import { type DossierActor, moveDossier } from './dossiers.ts';
import { type Naming, unitFor } from './naming.ts';
import { type LoadedDossier, loadDossier } from './load-dossier.ts';
import type { DossierTables } from './tables.ts';
import { isReceivedElsewhere, isReturnedElsewhere } from './three-units.ts';
import type { MoveDossier } from './turns/moving.ts';

export interface MoveCommand extends Command {
  /** By an administrator, where law and pack do not say. */
  readonly naming?: Naming;
  readonly batch?: string;
}

/** Refusals: `dossiers.unit-not-ended`, `dossiers.successor-unknown`. */
export async function moveToSuccessor(
  env: ActEnvironment<DossierTables>,
  who: DossierActor,
  { naming, ...command }: MoveCommand,
): Promise<Outcome> {
  const { db } = env;
  const dossier = await loadDossier(db, { id: command.caseId }, who.scope);
  if (!dossier) return { kind: 'not-found' };
  const namedUnit = naming && unitFor(naming, dossier.areaCode);
  const isLeft = naming !== undefined && namedUnit === undefined;
  const places = isLeft ? undefined : await planMove(db, dossier, { namedUnit, day: dayOf(env.clock()) });
  if (!places) return { kind: 'refusal', code: 'dossiers.successor-unknown', values: {} };
  return moveDossier(env, who, { ...command, ...places, named: namedUnit !== undefined });
}

type Places = Omit<MoveDossier, 'caseId' | 'commandId' | 'named'>;

/** Where a dossier would go on; undefined where nobody knows. */
export async function planMove(
  db: Db<DossierTables>,
  dossier: LoadedDossier,
  { namedUnit, day }: { readonly namedUnit: string | undefined; readonly day: Day },
): Promise<Places | undefined> {
  if (await hasEnded(db, dossier.competentUnit, day)) {
    const competentUnit = namedUnit ?? (await findSuccessor(db, dossier, day));
    return competentUnit === undefined ? undefined : placesAt(db, dossier, { competentUnit, day });
  }
  // the authority goes on, only the section or the counter that held it has ended
  const places = await placesAt(db, dossier, { competentUnit: dossier.competentUnit, day });
  if (namedUnit !== undefined) return { ...places, holdingUnit: namedUnit };
  if (!(await hasEnded(db, places.holdingUnit, day))) return places;
  const successor = await successorOf(db, places.holdingUnit, day);
  return successor?.kind === 'unit' ? { ...places, holdingUnit: successor.unitId } : undefined;
}

async function hasEnded(db: Db<DossierTables>, unitId: string, day: Day): Promise<boolean> {
  const lastDay = (await findUnit(db, unitId))?.valid_to ?? null;
  return lastDay !== null && lastDay < day;
}

/** Where a dossier would be received, decided and held at a unit that goes on with it. */
async function placesAt(
  db: Db<DossierTables>,
  dossier: LoadedDossier,
  { competentUnit, day }: { readonly competentUnit: string; readonly day: Day },
): Promise<Places> {
  const office = (await findReceiving(db, competentUnit, day)) ?? competentUnit;
  // offices that took it in or return it for the authority stay what they are
  const receivingUnit = isReceivedElsewhere(dossier) ? dossier.receivingUnit : office;
  const returningUnit = isReturnedElsewhere(dossier) ? dossier.returningUnit : office;
  const competentOffice = receivingUnit === office && returningUnit === office ? null : office;
  const holdingUnit = await findHolder(db, dossier, { competentUnit, receivingUnit, returningUnit });
  return { competentUnit, receivingUnit, returningUnit, competentOffice, holdingUnit };
}

async function findSuccessor(db: Db<DossierTables>, dossier: LoadedDossier, day: Day): Promise<string | undefined> {
  const place = await presentPlace(db, dossier.areaCode, dayOf(dossier.openedAt));
  const successor = await successorOf(db, dossier.competentUnit, day, place);
  return successor?.kind === 'unit' ? successor.unitId : undefined;
}

/** The area that the commune of the day of submission has become: itself while it exists. */
export async function presentPlace(
  db: QueryExecutorProvider,
  areaCode: string,
  then: Day,
): Promise<string | undefined> {
  const rows = await sql<{ id: string }>`
    with recursive onward as (
      select id, valid_to, 0 as steps from organisation.area
        where code = ${areaCode} and daterange(valid_from, valid_to, '[]') @> ${then}::date
      union all
      select a.id, a.valid_to, steps + 1 from onward join organisation.area_successor s on s.from_id = onward.id
        join organisation.area a on a.id = s.to_id where onward.valid_to is not null and steps < 10
    ) select id from onward where valid_to is null
  `.execute(db);
  // Split between several communes: which one it is, only a person can say.
  return rows.rows.length === 1 ? rows.rows[0]?.id : undefined;
}

async function findReceiving(db: Db<DossierTables>, unitId: string, day: Day): Promise<string | undefined> {
  return (await oneStopOf(db, unitId, day))?.id;
}

/** The step is the same one; whose desk it is at follows from the new offices. */
async function findHolder(
  db: Db<DossierTables>,
  dossier: LoadedDossier,
  units: { readonly competentUnit: string; readonly receivingUnit: string; readonly returningUnit: string },
): Promise<string> {
  const version = await getVersion(db, dossier.versionId);
  const question = {
    answers: dossier.answers,
    channel: dossier.channel,
    commune: dossier.areaCode,
    at: dossier.openedAt,
    ...(dossier.caseKey === null ? {} : { caseKey: dossier.caseKey }),
  };
  const steps = version ? planVersion(version, question).steps : [];
  const step = steps.find((one) => one.key === dossier.step);
  if (!step || dossier.status === 'decided') return units.returningUnit;
  const sections = await listSections(db, units.competentUnit);
  return (await resolveStepUnits(db, steps, { ...units, sections }))(step);
}
