/** The register of the population: who is in it, what has been filed, who looked somebody up and why. In memory. */
import { randomInt, randomUUID } from 'node:crypto';
import { type Address, register as demo } from '../vneid/people.ts';

export interface RegisteredPerson {
  readonly personalNumber: string;
  readonly name: string;
  readonly gender: 'male' | 'female';
  readonly birthDate: string;
  /** Codes of the state's lists. */
  readonly ethnicity: string;
  readonly nationality: string;
  residence: Address | null;
}

export interface BirthFiling {
  readonly kind: 'birth';
  readonly name: string;
  readonly gender: 'male' | 'female';
  readonly birthDate: string;
  /** Three digits: the province where the birth is registered. */
  readonly province: string;
  /** Personal numbers of the parents who are known, one or two. */
  readonly parents: readonly string[];
}

export interface ResidenceFiling {
  readonly kind: 'residence';
  readonly personalNumber: string;
  readonly residence: Address;
}

/** Something an agency filed: it waits in the register's queue, then is done, or refused with a code. */
export type Filing = (BirthFiling | ResidenceFiling) & {
  readonly id: string;
  readonly idempotencyKey: string;
  status: 'queued' | 'done' | 'refused';
  /** The number given to a child, or the number of the person who moved. */
  personalNumber?: string;
  refusal?: string;
};

export interface Lookup {
  readonly at: string;
  readonly personalNumber: string;
  readonly purpose: string;
  readonly isFound: boolean;
}

export interface PopulationRegister {
  readonly people: Map<string, RegisteredPerson>;
  readonly filings: Filing[];
  readonly lookups: Lookup[];
  /** While false every call is answered 503, as when the line is down. */
  isOpen: boolean;
}

const KINH = '01';

export function openRegister(): PopulationRegister {
  const people = demo.people.map(({ personalNumber, name, gender, birthDate, ethnicity, residence }) => ({
    personalNumber,
    name,
    gender,
    birthDate,
    ethnicity: ethnicity ?? KINH,
    nationality: 'VN',
    residence,
  }));
  return {
    people: new Map(people.map((person) => [person.personalNumber, person])),
    filings: [],
    lookups: [],
    isOpen: true,
  };
}

export function lookUp(
  register: PopulationRegister,
  personalNumber: string,
  purpose: string,
): RegisteredPerson | undefined {
  const person = register.people.get(personalNumber);
  register.lookups.push({ at: new Date().toISOString(), personalNumber, purpose, isFound: person !== undefined });
  return person;
}

/** Filed twice under one key it is one filing. */
export function file(
  register: PopulationRegister,
  idempotencyKey: string,
  filed: BirthFiling | ResidenceFiling,
): { filing: Filing; isNew: boolean } {
  const known = register.filings.find((filing) => filing.idempotencyKey === idempotencyKey);
  const filing: Filing = known ?? { ...filed, id: randomUUID(), idempotencyKey, status: 'queued' };
  if (!known) register.filings.push(filing);
  return { filing, isNew: !known };
}

/** Decides a filing whose turn has come. */
export function decideFiling(register: PopulationRegister, filing: Filing): void {
  const refusal = filing.kind === 'birth' ? birthRefusal(register, filing) : residenceRefusal(register, filing);
  filing.status = refusal ? 'refused' : 'done';
  if (refusal) filing.refusal = refusal;
  else if (filing.kind === 'birth') filing.personalNumber = addChild(register, filing);
  else moveHouse(register, filing);
}

function birthRefusal({ people }: PopulationRegister, { parents, birthDate }: BirthFiling): string | undefined {
  if (!parents.every((parent) => people.has(parent))) return 'register.no-such-parent';
  return Date.parse(birthDate) > Date.now() ? 'register.birth-in-future' : undefined;
}

function residenceRefusal({ people }: PopulationRegister, { personalNumber }: ResidenceFiling): string | undefined {
  return people.has(personalNumber) ? undefined : 'register.no-such-person';
}

function addChild({ people }: PopulationRegister, { name, gender, birthDate, province, parents }: BirthFiling): string {
  // a child begins by living where the first parent named lives
  const parent = people.get(parents[0] ?? '');
  const residence = parent?.residence ?? null;
  const ethnicity = parent?.ethnicity ?? KINH;
  let personalNumber = newPersonalNumber(province, gender, birthDate);
  while (people.has(personalNumber)) personalNumber = newPersonalNumber(province, gender, birthDate);
  people.set(personalNumber, { personalNumber, name, gender, birthDate, ethnicity, nationality: 'VN', residence });
  return personalNumber;
}

function moveHouse({ people }: PopulationRegister, { personalNumber, residence }: ResidenceFiling): void {
  const person = people.get(personalNumber);
  if (person) person.residence = residence;
}

/** Province, century and sex, year of birth, six digits that mean nothing. */
function newPersonalNumber(province: string, gender: 'male' | 'female', birthDate: string): string {
  const century = Number(birthDate.slice(0, 2)) - 19;
  const digit = century * 2 + (gender === 'female' ? 1 : 0);
  return `${province}${digit}${birthDate.slice(2, 4)}${String(randomInt(1_000_000)).padStart(6, '0')}`;
}
