/** What a page of findings is asked for, in its address. */
import type { Day } from '../../../platform/calendar/instant.ts';
import { isId } from '../../../platform/db/ids.ts';
import { fieldOf, type FormFields } from '../../../platform/http/route.ts';
import { isDay } from '../../../platform/text/partial-day.ts';
import { SEVERITIES, type Severity } from '../scenario.ts';
import { FINDING_STATES, type FindingFilter, type FindingStanding } from './list-findings.ts';

export const FINDINGS = '/can-bo/giam-sat';

export interface FindingsAsked {
  /** '' mine, `don-vi` those of my units. */
  readonly cua: string;
  readonly trang: string;
  readonly muc: string;
  readonly kichban: string;
  readonly donvi: string;
  readonly canbo: string;
  readonly thutuc: string;
  readonly tu: string;
  readonly den: string;
  readonly sau: string;
}

const NAMES = ['cua', 'trang', 'muc', 'kichban', 'donvi', 'canbo', 'thutuc', 'tu', 'den', 'sau'] as const;
const CODE = /^[\w.-]{1,40}$/;

/** What is not understood is left out. */
export function readFindingsAsked(fields: FormFields): FindingsAsked {
  const text = (name: (typeof NAMES)[number]): string => fieldOf(fields, name);
  const day = (name: 'tu' | 'den'): string => (isDay(text(name)) ? text(name) : '');
  const code = (name: 'kichban' | 'thutuc'): string => (CODE.test(text(name)) ? text(name) : '');
  const id = (name: 'donvi' | 'canbo'): string => (isId(text(name)) ? text(name) : '');
  return {
    cua: text('cua') === 'don-vi' ? 'don-vi' : '',
    trang: (FINDING_STATES as readonly string[]).includes(text('trang')) ? text('trang') : '',
    muc: (SEVERITIES as readonly string[]).includes(text('muc')) ? text('muc') : '',
    kichban: code('kichban'),
    donvi: id('donvi'),
    canbo: id('canbo'),
    thutuc: code('thutuc'),
    tu: day('tu'),
    den: day('den'),
    sau: text('sau').slice(0, 80),
  };
}

export function filterOf(asked: FindingsAsked): FindingFilter {
  const { cua, trang, muc, kichban, donvi, canbo, thutuc, tu, den } = asked;
  return {
    ...(cua === '' && { own: true }),
    ...(trang !== '' && { state: trang as FindingStanding }),
    ...(muc !== '' && { severity: muc as Severity }),
    ...(kichban !== '' && { scenario: kichban }),
    ...(donvi !== '' && { unit: donvi }),
    ...(canbo !== '' && { officer: canbo }),
    ...(thutuc !== '' && { procedure: thutuc }),
    ...(tu !== '' && { from: tu as Day }),
    ...(den !== '' && { to: den as Day }),
  };
}

/** The same list with something changed; a new list begins at its first page. */
export function findingsHref(asked: FindingsAsked, change: Partial<FindingsAsked> = {}, path = FINDINGS): string {
  const wanted = { ...asked, sau: '', ...change };
  const query = new URLSearchParams(NAMES.flatMap((name) => (wanted[name] === '' ? [] : [[name, wanted[name]]])));
  return query.size === 0 ? path : `${path}?${query}`;
}
