/** The invented people and organisations of the demo, and the accounts they sign in with. */
import { readFileSync } from 'node:fs';
import type { Level } from './levels.ts';

export interface Address {
  /** Code of the commune since 1 July 2025. */
  readonly commune: string;
  readonly communeName: string;
  readonly detail: string;
}

export interface Person {
  readonly sub: string;
  readonly name: string;
  /** 12 digits: province of birth registration, century and sex, year, six more. */
  readonly personalNumber: string;
  readonly gender: 'male' | 'female';
  readonly birthDate: string;
  /** Code of the state's list; Kinh where it is not said. */
  readonly ethnicity?: string;
  readonly phone: string;
  readonly email: string;
  /** The highest level this person's account reaches. */
  readonly level: Level;
  readonly residence: Address;
  /** What this person is in the demo for. */
  readonly story: string;
}

export interface Organization {
  readonly sub: string;
  readonly name: string;
  readonly taxCode: string;
  /** Personal number of the person who acts for it. */
  readonly representative: string;
  readonly role: string;
  readonly address: Address;
}

/** Who signs in: a person, for themselves or for an organisation, which has an account of its own. */
export interface Account {
  readonly sub: string;
  readonly person: Person;
  readonly organization?: Organization;
}

interface Register {
  readonly people: readonly Person[];
  readonly organizations: readonly Organization[];
}

export const register: Register = JSON.parse(readFileSync(new URL('people.json', import.meta.url), 'utf8'));

export const accounts: readonly Account[] = [
  ...register.people.map((person) => ({ sub: person.sub, person })),
  ...register.organizations.flatMap((organization) => {
    const person = register.people.find(({ personalNumber }) => personalNumber === organization.representative);
    return person ? [{ sub: organization.sub, person, organization }] : [];
  }),
];

/** By the account's `sub`, or by the personal number or tax code a person would type. */
export function findAccount(key: string): Account | undefined {
  return accounts.find(
    ({ sub, person, organization }) =>
      key === sub || key === (organization ? organization.taxCode : person.personalNumber),
  );
}

/** Claims by scope. `acr` and `auth_time` are facts of the sign-in and stand in the ID token only. */
export const CLAIMS_OF_SCOPE = {
  openid: ['sub', 'acr', 'auth_time'],
  profile: ['name', 'personal_number', 'birth_date', 'gender'],
  phone: ['phone_number', 'phone_number_verified'],
  email: ['email'],
  residence: ['residence'],
  organization: ['organization'],
};

export function claimsOf({ sub, person, organization }: Account) {
  return {
    sub,
    name: person.name,
    personal_number: person.personalNumber,
    birth_date: person.birthDate,
    gender: person.gender,
    phone_number: person.phone,
    phone_number_verified: true,
    email: person.email,
    residence: claimOf(person.residence),
    ...(organization && {
      organization: {
        name: organization.name,
        tax_code: organization.taxCode,
        role: organization.role,
        address: claimOf(organization.address),
      },
    }),
  };
}

function claimOf({ commune, communeName, detail }: Address) {
  return { commune_code: commune, commune_name: communeName, detail };
}
