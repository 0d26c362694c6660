/** Looking up what an administrator typed: a unit by its code or words of its name, an officer by login or name, an area by code or name. */
import type { Day } from '../../calendar/instant.ts';
import { type Refusal, refuse } from '../../cases/decision.ts';
import { fold } from '../../text/fold.ts';
import { type Standing, type StandingArea, type StandingPerson, type StandingUnit, standsOn } from './standing.ts';

/** How many are named where several fit. */
const NAMED = 5;

/** Refusals: `organisation.unit-not-found`, `.several-units` with the first of them. */
export function lookUpUnit({ units }: Standing, day: Day, typed: string): StandingUnit | Refusal {
  const standing = [...units.values()].filter((unit) => standsOn(unit, day));
  const words = fold(typed);
  const code = typed.trim().toUpperCase();
  const exact = standing.filter((unit) => unit.id === typed || unit.code === code || fold(unit.name.vi) === words);
  const found = exact.length > 0 ? exact : standing.filter((unit) => fold(unit.name.vi).includes(words));
  return one(words === '' ? [] : found, 'unit', (unit) => [unit.code, unit.name.vi].filter(Boolean).join(' '), typed);
}

/** Refusals: `organisation.person-not-found`, `.several-people`. */
export function lookUpPerson({ people }: Standing, typed: string): StandingPerson | Refusal {
  const words = fold(typed);
  const all = [...people.values()];
  const exact = all.filter(({ id, login, name }) => id === typed || login === words || fold(name) === words);
  const found = exact.length > 0 ? exact : all.filter(({ name }) => fold(name).includes(words));
  return one(words === '' ? [] : found, 'person', ({ login, name }) => `${login} (${name})`, typed);
}

/** Refusals: `organisation.area-not-found`, `.several-areas`. */
export function lookUpArea({ areas }: Standing, day: Day, typed: string): StandingArea | Refusal {
  const words = fold(typed);
  const standing = [...areas.values()].filter((area) => standsOn(area, day));
  const exact = standing.filter(
    ({ id, code, name }) => id === typed || code === typed.trim() || fold(name.vi) === words,
  );
  const found = exact.length > 0 ? exact : standing.filter(({ name }) => fold(name.vi).includes(words));
  return one(words === '' ? [] : found, 'area', ({ code, name }) => `${code} ${name.vi}`, typed);
}

const CODES = {
  unit: ['organisation.unit-not-found', 'organisation.several-units'],
  person: ['organisation.person-not-found', 'organisation.several-people'],
  area: ['organisation.area-not-found', 'organisation.several-areas'],
} as const;

function one<T>(
  found: readonly T[],
  kind: keyof typeof CODES,
  nameOf: (found: T) => string,
  typed: string,
): T | Refusal {
  const [first, second] = found;
  const [none, several] = CODES[kind];
  if (first === undefined) return refuse(none, { typed: typed.trim() });
  if (second === undefined) return first;
  const names = found.slice(0, NAMED).map(nameOf).join('; ');
  return refuse(several, { count: found.length, names });
}

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'refusal';
