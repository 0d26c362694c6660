/** Who VNeID says somebody is: the claims of its ID token, read and bounded. */
import { type Refusal, refuse } from '../cases/decision.ts';
import type { Profile } from './tables.ts';

/** `acr` values of the two levels; what the real provider answers to provinces is to be confirmed. */
export const LEVELS = { 1: 'urn:vneid:level:1', 2: 'urn:vneid:level:2' } as const;

/** A person, or an organisation with the person who acts for it. */
export interface VneidPerson {
  readonly kind: 'person';
  /** The provider's own name for the account; of the organisation when there is one. */
  readonly sub: string;
  readonly level: 1 | 2;
  readonly name: string;
  readonly personalNumber: string;
  readonly phone?: string;
  readonly email?: string;
  readonly profile: Profile;
  readonly organisation?: { readonly name: string; readonly taxCode: string };
}

type Claims = Readonly<Record<string, unknown>>;

export function readPerson(claims: Claims): VneidPerson | Refusal {
  const text = (value: unknown): string | undefined =>
    typeof value === 'string' && value !== '' ? value.slice(0, 200) : undefined;
  const sub = text(claims.sub);
  const name = text(claims.name);
  const personalNumber = text(claims.personal_number);
  const level = claims.acr === LEVELS[2] ? 2 : claims.acr === LEVELS[1] ? 1 : undefined;
  if (!sub || !name || !level || !personalNumber || !/^[0-9]{12}$/.test(personalNumber))
    return refuse('identity.vneid-incomplete');
  const asked = claims.organization as Claims | undefined;
  const organisation = { name: text(asked?.name) ?? '', taxCode: text(asked?.tax_code) ?? '' };
  if (asked && (organisation.name === '' || organisation.taxCode === '')) return refuse('identity.vneid-incomplete');
  const residence = claims.residence as Claims | undefined;
  return {
    kind: 'person',
    sub,
    level,
    name,
    personalNumber,
    phone: text(claims.phone_number),
    email: text(claims.email),
    profile: {
      birth_date: text(claims.birth_date),
      sex: claims.gender === 'male' || claims.gender === 'female' ? claims.gender : undefined,
      residence: residence && {
        commune_code: text(residence.commune_code),
        commune_name: text(residence.commune_name),
        detail: text(residence.detail),
      },
    },
    ...(asked ? { organisation } : {}),
  };
}
