/** Processes with a step that nobody can do: no unit of its place has a position of the role, or nobody holds one. */
import type { Instant } from '../../platform/calendar/instant.ts';
import { dayOf } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import { platformPart } from '../../platform/db/platform-part.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import { listHeldSeats } from '../../platform/organisation/changes/seats.ts';
import { listSeatlessSteps, type Seat } from './draft/check-seats.ts';
import { inForce } from './list-processes.ts';
import type { ProcedureTables } from './tables.ts';

export interface UnheldRole {
  /** Of the procedure and its step. */
  readonly key: string;
  readonly code: string;
  readonly name: LocalText;
  readonly step: LocalText;
  readonly role: string;
  /** `no-position`: it has to be made first. */
  readonly why: 'no-position' | 'nobody-holds';
}

/** As it stands today, or as a change would leave it; undefined when there is no such change. */
export async function listUnheldRoles(
  db: Db<ProcedureTables>,
  { change, at }: { readonly change: string | undefined; readonly at: Instant },
): Promise<UnheldRole[] | undefined> {
  const seats = await listHeldSeats(platformPart(db), change, at);
  if (!seats) return undefined;
  const all = distinct(seats);
  const held = distinct(seats.filter((seat) => seat.held));
  const procedures = await inForce(db, dayOf(at)).orderBy('p.code').execute();
  return procedures.flatMap(({ code, definition }) => {
    const missing = new Set(listSeatlessSteps(definition, all).map(({ key }) => key));
    return listSeatlessSteps(definition, held).map(({ key, name, role }): UnheldRole => {
      const why = missing.has(key) ? 'no-position' : 'nobody-holds';
      return { key: `${code} ${key}`, code, name: definition.name, step: name, role, why };
    });
  });
}

const distinct = (seats: readonly Seat[]): Seat[] => [
  ...new Map(
    seats.map(({ role, unit, kind, section, level }) => [
      `${role} ${unit} ${kind} ${section} ${level}`,
      { role, unit, kind, section, level },
    ]),
  ).values(),
];
