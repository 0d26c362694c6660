/** Invented people: names from the pack's lists, personal numbers of the right structure, telephone numbers that nobody has. */
import { addDays, type Day } from '../platform/calendar/instant.ts';
import type { Organisation } from '../platform/organisation/definition.ts';
import type { Chance } from './random.ts';

export interface InventedPerson {
  readonly name: string;
  readonly sex: 'male' | 'female';
  readonly birthDate: Day;
  readonly personalNumber: string;
  /** E.164. The network's numbers that begin 090 0000 are given to nobody. */
  readonly phone: string;
}

/** What invented names are put together from. */
export interface NameParts {
  readonly male: readonly string[];
  readonly female: readonly string[];
}

/** The officers of the pack are invented already: their names serve, one's family name with another's own. */
export function namePartsOf({ officers }: Organisation): NameParts {
  const of = (sex: 'male' | 'female') => [
    ...new Set(officers.filter((officer) => officer.sex === sex).map(({ fullName }) => fullName)),
  ];
  return { male: of('male'), female: of('female') };
}

/** `ages` in full years on the day. */
export function inventPerson(
  chance: Chance,
  names: NameParts,
  {
    today,
    ages = [19, 76],
    sex = chance.pick(['male', 'female'] as const),
  }: { today: Day; ages?: readonly [number, number]; sex?: 'male' | 'female' },
): InventedPerson {
  const family = chance.pick(names[sex]).split(' ')[0] as string;
  const own = chance.pick(names[sex]).split(' ').slice(1).join(' ');
  const age = chance.between(ages[0], ages[1]);
  const birthDate = addDays(today, -Math.floor(age * 365.2425) - chance.between(1, 360));
  const year = Number(birthDate.slice(0, 4));
  const century = 2 * (Math.floor(year / 100) - 19) + (sex === 'female' ? 1 : 0);
  const province = chance.pick(['072', '080']);
  const number = String(chance.between(0, 999_999)).padStart(6, '0');
  return {
    name: `${family} ${own}`,
    sex,
    birthDate,
    personalNumber: `${province}${century}${birthDate.slice(2, 4)}${number}`,
    phone: `+8490000${String(chance.between(0, 9999)).padStart(4, '0')}`,
  };
}
