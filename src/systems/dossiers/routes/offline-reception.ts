/** Reception of what was received without a line: each sending is judged by the rules of the counter, at the time and under the number noted then. */
import { findInstant, type Instant } from '../../../platform/calendar/instant.ts';
import type { Outcome } from '../../../platform/cases/act.ts';
import { type Refusal, refuse } from '../../../platform/cases/decision.ts';
import { isId, newId } from '../../../platform/db/ids.ts';
import { commandIdOf, fieldOf } from '../../../platform/http/route.ts';
import { findReservedNumber, type ReservedNumber } from '../offline/reserved-numbers.ts';
import { judgeReceptionTime, type ReceptionTime } from '../offline/reception-time.ts';
import type { CounterForm } from '../pages/counter/receive-form.tsx';
import { findVersion, missingOf, readCounter } from './counter-reading.ts';
import { findReceived, submitAndAccept } from './counter-intake.ts';
import { type DossierExchange, officerOf } from './desk.ts';
import { unjudgedOf } from './judgement.ts';

export interface Sent {
  readonly caseId: string;
  readonly number: string;
  readonly receivedAt: Instant;
  /** By how many ms the device's clock is ahead, as it was when the form was first sent. */
  readonly deviceOff: number;
  readonly renumber: boolean;
}

export type Reception =
  | { readonly kind: 'received'; readonly code: string; readonly alike: readonly string[] }
  /** Nothing is done: what was typed, what is wrong with it or which rule it breaks. */
  | {
      readonly kind: 'conflict';
      readonly chosen: CounterForm;
      readonly refusal?: Exclude<Outcome, { kind: 'done' }>;
      readonly missing?: string;
      /** Only a button of the form was pressed that asks for more or fewer rows. */
      readonly asks?: boolean;
    }
  | { readonly kind: 'not-found' };

/** Undefined for what no page of ours sends. */
export function readSent({ form, clock }: DossierExchange): Sent | undefined {
  const caseId = fieldOf(form, 'case_id');
  const receivedAt = findInstant(fieldOf(form, 'received_at'));
  if (!isId(caseId) || receivedAt === undefined) return undefined;
  const off = fieldOf(form, 'device_off');
  const deviceNow = findInstant(fieldOf(form, 'device_now'));
  return {
    caseId,
    number: fieldOf(form, 'number').slice(0, 60),
    receivedAt,
    deviceOff: /^-?\d{1,12}$/.test(off) ? Number(off) : (deviceNow ?? clock()) - clock(),
    renumber: fieldOf(form, 'renumber') === 'true',
  };
}

/** Sent again, it answers what the first sending made. */
export async function receiveOffline(exchange: DossierExchange, sent: Sent): Promise<Reception> {
  const before = await findReceived(exchange, sent.caseId);
  if (before && before.status !== 'submitted') return { kind: 'received', code: before.code, alike: [] };
  const now = exchange.clock();
  const number = await findReservedNumber(exchange.db, sent.number);
  const own = number?.accountId === officerOf(exchange).accountId ? number : undefined;
  const time = timeOf(own, sent, now);
  const then = at(exchange, 'kind' in time ? now : time.at);
  const version = await findVersion(then, fieldOf(exchange.form, 'tt'));
  if (!version) return { kind: 'not-found' };
  const { form: chosen, action } = await readCounter(then, version, { caseId: sent.caseId, kept: [] });
  if (action) return { kind: 'conflict', chosen, asks: true };
  if ('kind' in time) return { kind: 'conflict', chosen, refusal: time };
  if (version.id !== fieldOf(exchange.form, 'version_id'))
    return { kind: 'conflict', chosen, refusal: refuse('dossiers.procedure-changed') };
  const missing = missingOf(chosen, exchange.locale);
  if (missing || chosen.errors.length > 0) return { kind: 'conflict', chosen, ...(missing && { missing }) };
  const unjudged = chosen.claim && unjudgedOf(exchange.form);
  if (unjudged) return { kind: 'conflict', chosen, refusal: unjudged };
  const outcome = await submitAndAccept(then, chosen, {
    before,
    commandId: commandIdOf(exchange) ?? newId(),
    offline: { number: sent.number, renumber: sent.renumber, clockOff: time.clockOff, sentAt: now },
  });
  const dossier = await findReceived(exchange, sent.caseId);
  if (dossier && (outcome.kind === 'done' || outcome.kind === 'command-reused'))
    return { kind: 'received', code: dossier.code, alike: chosen.alike.map(({ code }) => code) };
  return outcome.kind === 'done' ? { kind: 'not-found' } : { kind: 'conflict', chosen, refusal: outcome };
}

/** Where another number was chosen, a time that cannot be gives way to the present. */
function timeOf(number: ReservedNumber | undefined, sent: Sent, now: Instant): ReceptionTime | Refusal {
  if (!number) return refuse('dossiers.number-unknown', { code: sent.number });
  const deviceNow = (now + sent.deviceOff) as Instant;
  const judged = judgeReceptionTime(number, { receivedAt: sent.receivedAt, deviceNow }, now);
  return 'kind' in judged && sent.renumber ? { at: now, clockOff: Math.round(sent.deviceOff / 1000) } : judged;
}

/** The exchange as it would have been then: the rules of that moment judge, and the term begins at it. */
function at(exchange: DossierExchange, instant: Instant): DossierExchange {
  const { platform } = exchange;
  const clock = (): Instant => instant;
  return { ...exchange, clock, platform: { ...platform, clock, acting: { ...platform.acting, clock } } };
}

const ASK_FOR_ANOTHER: readonly string[] = [
  'dossiers.number-voided',
  'dossiers.number-used',
  'dossiers.reception-time',
];

/** Whether a new number, by the officer's choice, is the way out. */
export const asksRenumber = (refusal: Exclude<Outcome, { kind: 'done' }> | undefined): boolean =>
  refusal?.kind === 'refusal' && ASK_FOR_ANOTHER.includes(refusal.code);
