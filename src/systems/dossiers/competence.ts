/** Competence (thẩm quyền): which office receives a dossier, which decides, and which unit does each step. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { type Day, dayOf, type Instant } from '../../platform/calendar/instant.ts';
import type { ProcedureDefinition, Step } from '../procedures/index.ts';

export interface Competence {
  readonly receivingUnit: string;
  /** Code of the receiving unit: its series numbers the dossier. */
  readonly receivingCode: string;
  readonly competentUnit: string;
  /** Last day of the competent unit, where its end is known. */
  readonly endsOn: Day | null;
}

interface UnitFound {
  id: string;
  code: string | null;
  kind: string;
  parent_id: string | null;
  valid_to: Day | null;
}

/** The offices for a procedure at a place on a day; undefined when the pack knows none. `areaCode` is the GSO code of the commune the matter concerns. */
export async function findCompetence(
  db: QueryExecutorProvider,
  definition: ProcedureDefinition,
  areaCode: string,
  at: Instant,
): Promise<Competence | undefined> {
  const day = dayOf(at);
  const level = definition.levels.find(
    (era) => (era.from === undefined || era.from <= day) && (era.to === undefined || day <= era.to),
  );
  if (!level) return undefined;
  const competent = await findAuthority(db, level.authority, areaCode, day);
  if (!competent) return undefined;
  const receiving = (await findOneStop(db, competent, day)) ?? competent;
  return {
    competentUnit: competent.id,
    receivingUnit: receiving.id,
    receivingCode: receiving.code ?? competent.code ?? 'H53',
    endsOn: competent.valid_to,
  };
}

const valid = (day: string) =>
  sql`(u.valid_from is null or u.valid_from <= ${day}::date) and (u.valid_to is null or u.valid_to >= ${day}::date)`;

async function findAuthority(
  db: QueryExecutorProvider,
  authority: string,
  areaCode: string,
  day: string,
): Promise<UnitFound | undefined> {
  if (authority.startsWith('unit:')) {
    const named =
      await sql<UnitFound>`select u.id, u.code, u.kind, u.parent_id, u.valid_to from organisation.unit u where u.key = ${authority.slice(5)} and ${valid(day)}`.execute(
        db,
      );
    return named.rows[0];
  }
  const kind =
    authority === 'commune-police' ? 'police' : authority === 'land-branch' ? 'land-office' : 'people-committee';
  const level = authority === 'district' ? sql`coalesce(a.parent_id, a.id)` : sql`a.id`;
  const found = await sql<UnitFound>`
    select u.id, u.code, u.kind, u.parent_id, u.valid_to from organisation.area a join organisation.unit u on u.area_id = ${level}
    where a.code = ${areaCode} and (a.valid_from is null or a.valid_from <= ${day}::date) and (a.valid_to is null or a.valid_to >= ${day}::date)
      and u.kind = ${kind} and ${valid(day)} limit 1
  `.execute(db);
  if (found.rows[0] || kind !== 'land-office') return found.rows[0];
  // The branches' areas are not in the pack: the province's office decides.
  const office =
    await sql<UnitFound>`select u.id, u.code, u.kind, u.parent_id, u.valid_to from organisation.unit u where u.kind = 'land-office' and ${valid(day)} order by u.key limit 1`.execute(
      db,
    );
  return office.rows[0];
}

/** The one-stop office of the authority itself, else of the province. */
async function findOneStop(
  db: QueryExecutorProvider,
  competent: UnitFound,
  day: string,
): Promise<UnitFound | undefined> {
  const found = await sql<UnitFound>`
    select u.id, u.code, u.kind, u.parent_id, u.valid_to from organisation.unit u left join organisation.area a on a.id = u.area_id
    where u.kind = 'one-stop' and ${valid(day)}
      and (u.parent_id = ${competent.id} or u.area_id = (select area_id from organisation.unit where id = ${competent.id}) or a.level = 'province')
    order by (u.parent_id = ${competent.id}) desc, (u.area_id = (select area_id from organisation.unit where id = ${competent.id})) desc, u.key limit 1
  `.execute(db);
  return found.rows[0];
}

/** A section (bộ phận chuyên môn) of an authority: `civil-status`, `land`, … */
export interface UnitSection {
  readonly id: string;
  readonly section: string;
}

type Placed = Pick<Step, 'unit'> & Partial<Pick<Step, 'actions'>>;

/** Resolves the unit of each step, or of each part of a linked procedure; a section that the authority does not have is done by the authority itself. */
export async function resolveStepUnits(
  db: QueryExecutorProvider,
  steps: readonly Placed[],
  units: Pick<Competence, 'receivingUnit' | 'competentUnit'> & {
    readonly returningUnit: string;
    readonly sections: readonly UnitSection[];
  },
): Promise<(step: Placed) => string> {
  const bySection = new Map(units.sections.map(({ id, section }) => [section, id] as const));
  const byKey = await findNamedUnits(db, steps);
  const police = steps.some(({ unit }) => unit === 'area-police')
    ? await findAreaPolice(db, units.competentUnit)
    : undefined;
  return (step) => {
    // the one-stop office at both ends of a process: who took it in, and who gives it back
    if (step.unit === 'receiving') return step.actions?.includes('return') ? units.returningUnit : units.receivingUnit;
    if (step.unit.startsWith('section:')) return bySection.get(step.unit.slice(8)) ?? units.competentUnit;
    if (step.unit.startsWith('unit:')) return byKey.get(step.unit.slice(5)) ?? units.competentUnit;
    return (step.unit === 'area-police' ? police : undefined) ?? units.competentUnit;
  };
}

/** The police of the area of an authority. */
async function findAreaPolice(db: QueryExecutorProvider, unitId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select p.id from organisation.unit u join organisation.unit p on p.area_id = u.area_id and p.kind = 'police'
      and p.valid_from is not distinct from u.valid_from
    where u.id = ${unitId} limit 1
  `.execute(db);
  return rows[0]?.id;
}

/** Of two of one field the one that goes on stands last, and counts. */
export async function listSections(db: QueryExecutorProvider, unitId: string): Promise<UnitSection[]> {
  const rows = await sql<UnitSection>`
    select id, section from organisation.unit where parent_id = ${unitId} and section is not null
    order by valid_to nulls last, id
  `.execute(db);
  return rows.rows;
}

async function findNamedUnits(
  db: QueryExecutorProvider,
  steps: readonly Placed[],
): Promise<ReadonlyMap<string, string>> {
  const keys = steps.flatMap((step) => (step.unit.startsWith('unit:') ? [step.unit.slice(5)] : []));
  if (keys.length === 0) return new Map();
  const rows = await sql<{ id: string; key: string }>`
    select u.id, u.key from organisation.unit u where u.key = any(${keys})
  `.execute(db);
  return new Map(rows.rows.map(({ id, key }) => [key, id] as const));
}
