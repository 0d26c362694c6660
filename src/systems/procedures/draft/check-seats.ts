/** Seats of a process: a role that nobody can hold where a step is done would leave every dossier lying there. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { type Fault, fault } from '../../../platform/pack/fault.ts';
import type { ProcedureDefinition } from '../definition.ts';
import { processOf } from '../general-process.ts';
import type { Step } from '../process-definition.ts';

/** A position that exists in some unit of this kind. */
export interface Seat {
  readonly role: string;
  readonly unit: string;
  readonly kind: string;
  readonly section: string | null;
  readonly level: string | null;
}

/** Of the units there are until further notice. */
export async function listSeats(db: QueryExecutorProvider): Promise<readonly Seat[]> {
  const found = await sql<Seat>`
    select distinct p.role, case when a.level = 'commune' then '' else u.key end as unit, u.kind, u.section, a.level
    from organisation.position p join organisation.unit u on u.id = p.unit_id left join organisation.area a on a.id = u.area_id
    where p.valid_to is null and u.valid_to is null
  `.execute(db);
  return found.rows;
}

export function checkSeats(definition: ProcedureDefinition, seats: readonly Seat[]): Fault[] {
  return listSeatlessSteps(definition, seats).map(({ index, role, name }) =>
    fault(
      'procedures.role-not-held',
      `process.steps.${index}.role`,
      `Bước “${name.vi}”: không đơn vị nào làm bước này có vị trí mang vai trò ${role}.`,
      `The step "${name.en ?? name.vi}": no unit that does it has a position of the role ${role}.`,
    ),
  );
}

/** Each step whose role no unit of its place has. A section that an authority lacks is done by the authority itself. */
export function listSeatlessSteps(
  definition: ProcedureDefinition,
  seats: readonly Seat[],
): (Step & { readonly index: number })[] {
  const authority = definition.levels.at(-1)?.authority;
  if (authority === undefined) return [];
  return processOf(definition)
    .steps.map((step, index) => ({ ...step, index }))
    .filter(({ role, unit }) => !seats.some((seat) => seat.role === role && isAt(seat, unit, authority)));
}

/** Whether a step of this place is done there. */
export function isAt(seat: Seat, unit: string, authority: string): boolean {
  if (unit.startsWith('unit:')) return seat.unit === unit.slice(5);
  if (unit === 'receiving') return seat.kind === 'one-stop' || isOf(seat, authority);
  if (unit.startsWith('section:') && seat.section === unit.slice(8)) return true;
  return isOf(seat, authority);
}

function isOf(seat: Seat, authority: string): boolean {
  if (authority.startsWith('unit:')) return seat.unit === authority.slice(5);
  if (authority === 'commune-police') return seat.kind === 'police' && seat.level === 'commune';
  return seat.kind === 'people-committee' && seat.level === authority;
}
