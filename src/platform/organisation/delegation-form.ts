/** The form of a delegation: what was typed, and which field a refusal belongs to. */
import { dayOf, type Instant } from '../calendar/instant.ts';
import { type Refusal, refuse } from '../cases/decision.ts';
import { isId } from '../db/ids.ts';
import { fieldOf, type FormFields } from '../http/route.ts';
import { readTypedDay, type TypedDay, typedDayOf } from '../text/typed-day.ts';
import type { AskedDelegation } from './delegation-rules.ts';
import type { TypedDelegation } from './pages/delegation-fields.tsx';

export const dayParts = (form: FormFields, name: string): TypedDay => {
  const part = (which: string): string => fieldOf(form, `${name}.${which}`).slice(0, 4);
  return { day: part('day'), month: part('month'), year: part('year') };
};

export function readTyped(form: FormFields): TypedDelegation {
  const text = (name: string): string => fieldOf(form, name).trim().slice(0, 200);
  return {
    position: text('position'),
    delegate: text('delegate'),
    from: dayParts(form, 'from'),
    to: dayParts(form, 'to'),
    document: text('document'),
    reason: text('reason'),
  };
}

export function untyped(at: Instant): TypedDelegation {
  const today = typedDayOf(dayOf(at));
  return { position: '', delegate: '', from: today, to: today, document: '', reason: '' };
}

/** What was typed as a delegation of this person's, or the first thing that can't be read. */
export function askedOf(from: string, typed: TypedDelegation): AskedDelegation | Refusal {
  const firstDay = readTypedDay(typed.from);
  const lastDay = readTypedDay(typed.to);
  if (!isId(typed.position)) return refuse('organisation.position-needed');
  if (!isId(typed.delegate)) return refuse('organisation.delegate-unknown');
  if (!firstDay) return refuse('organisation.day-unreadable', { field: 'from' });
  if (!lastDay) return refuse('organisation.day-unreadable', { field: 'to' });
  const { document, reason } = typed;
  return { from, to: typed.delegate, positionId: typed.position, firstDay, lastDay, document, reason };
}

const FIELDS: Readonly<Record<string, string>> = {
  'organisation.already-away': 'from',
  'organisation.absence-unfounded': 'reason',
  'organisation.substitute-needed': 'delegate',
  'organisation.delegation-to-oneself': 'delegate',
  'organisation.delegate-unknown': 'delegate',
  'organisation.delegate-holds': 'delegate',
  'organisation.delegate-away': 'delegate',
  'organisation.delegation-circular': 'delegate',
  'organisation.second-delegate': 'position',
  'organisation.sub-delegation': 'position',
  'organisation.not-held': 'position',
  'organisation.position-needed': 'position',
  'organisation.delegation-past': 'from',
  'organisation.delegation-days': 'to',
  'organisation.delegation-beyond': 'to',
  'organisation.delegation-unfounded': 'document',
};

export const fieldOfRefusal = ({ code, values }: Refusal): string | undefined =>
  code === 'organisation.day-unreadable' ? String(values.field) : FIELDS[code];
