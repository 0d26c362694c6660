/** The next turn of a simulated dossier: who does what and when, chosen from where the dossier stands. */
import type { Instant } from '../platform/calendar/instant.ts';
import { isoOf } from '../platform/calendar/instant.ts';
import { MINUTE, type Office } from '../platform/calendar/working-time.ts';
import type { LegalClock } from '../platform/cases/legal-clock.ts';
import { newId } from '../platform/db/ids.ts';
import { isClosed } from '../systems/dossiers/dossier-state.ts';
import type { LoadedDossier } from '../systems/dossiers/load-dossier.ts';
import { afterWork } from './office-time.ts';
import { planCitizensTurn } from './citizens-turn.ts';
import type { Act } from './turn-act.ts';
import type { Chance } from './random.ts';
import { actorOf, type Officer, type Staff } from './staff.ts';

export interface PlannedTurn {
  readonly at: Instant;
  /** `wait` looks again: a timer of the law may have acted meanwhile. */
  readonly act: Act | 'wait';
}

export interface Planning {
  readonly dossier: LoadedDossier;
  readonly now: Instant;
  readonly chance: Chance;
  readonly staff: Staff;
  readonly legal: LegalClock;
  readonly office: Office;
}

/** Undefined when nothing will happen any more, as far as the people of the simulation go. */
export function planTurn(planning: Planning): PlannedTurn | undefined {
  const { dossier } = planning;
  if (isClosed(dossier)) return undefined;
  if (dossier.waiting !== null) return planCitizensTurn(planning);
  if (dossier.status === 'submitted') return planReception(planning);
  if (dossier.status === 'decided') return planHandOver(planning);
  if (dossier.channel !== 'online' && dossier.feePaid < dossier.feeDue) return planCounterPayment(planning);
  return planStep(planning);
}

const shown = ({ id, version }: LoadedDossier) => ({ commandId: newId(), caseId: id, shownVersion: version });

/** When an officer will have done something that takes `minutes` of work and lies for `lies` minutes: other work is done meanwhile, so only the work itself keeps an officer busy. */
function when(officer: Officer, { now, office, chance }: Planning, work: { lies: number; minutes: number }): Instant {
  const minutes = work.minutes * officer.pace * chance.spread(0.3);
  officer.busyUntil = afterWork(office, Math.max(now, officer.busyUntil) as Instant, minutes);
  return Math.max(officer.busyUntil, afterWork(office, now, work.lies + minutes)) as Instant;
}

function planReception(planning: Planning): PlannedTurn | undefined {
  const { dossier, chance, staff } = planning;
  const step = dossier.steps[0];
  const officer = step && staff.find(dossier.holdingUnit ?? step.unitId, step.role);
  if (!officer) return undefined;
  const lies =
    dossier.channel === 'counter'
      ? 0
      : chance.happens(officer.putsOff)
        ? chance.between(480, 1200)
        : chance.between(5, 240);
  const at = when(officer, planning, { lies, minutes: 8 });
  const actor = actorOf(officer);
  const command = shown(dossier);
  if (chance.happens(0.015))
    return {
      at,
      act: { verb: 'refuse', actor, command: { ...command, reason: 'Không thuộc thẩm quyền giải quyết của đơn vị.' } },
    };
  if (dossier.supplements === 0 && chance.happens(0.11))
    return { at, act: { verb: 'ask-supplement', actor, command: { ...command, ...supplementOf(planning) } } };
  return { at, act: { verb: 'accept', actor, command } };
}

const UNCLEAR = [
  'Bản chụp bị mờ, không đọc được.',
  'Thiếu trang cuối.',
  'Giấy tờ đã hết hạn.',
  'Thông tin không khớp với tờ khai.',
];

function supplementOf({ dossier, chance }: Planning) {
  const asked = dossier.components.filter((one) => one.handling === 'handed-in' && one.kind !== 'form');
  const component = asked.length === 0 ? null : chance.pick(asked).key;
  return { items: [{ component, text: chance.pick(UNCLEAR) }], reason: 'Hồ sơ chưa đủ điều kiện tiếp nhận.' };
}

function planCounterPayment(planning: Planning): PlannedTurn | undefined {
  const { dossier, staff, now } = planning;
  const step = dossier.steps[0];
  const officer = step && staff.find(dossier.receivingUnit, step.role);
  if (!officer) return undefined;
  const command = {
    commandId: newId(),
    caseId: dossier.id,
    amount: dossier.feeDue - dossier.feePaid,
    by: 'counter' as const,
    reference: '',
  };
  return { at: (now + 3 * MINUTE) as Instant, act: { verb: 'record-payment', actor: actorOf(officer), command } };
}

function planStep(planning: Planning): PlannedTurn | undefined {
  const { dossier, chance, staff, now } = planning;
  const step = dossier.steps.find(({ key }) => key === dossier.step);
  const officer = step && staff.find(dossier.holdingUnit ?? step.unitId, step.role);
  if (!officer) return undefined;
  const budget = step.budgetMinutes ?? 480;
  const share = chance.happens(officer.putsOff) ? 1.2 + 1.5 * chance.next() : 0.1 + 0.6 * chance.next();
  const at = when(officer, planning, { lies: budget * share, minutes: Math.min(30, Math.max(3, budget / 12)) });
  const actor = actorOf(officer);
  const command = shown(dossier);
  const late = dossier.dueAt !== null && now > dossier.dueAt;
  if (late && dossier.apologies === 0 && chance.happens(0.6)) {
    const until = isoOf(planning.legal.dueAt(at, '3wd', { unit: dossier.competentUnit }));
    return { at, act: { verb: 'apologise', actor, command: { ...command, until, reason: 'Khối lượng hồ sơ lớn.' } } };
  }
  const first = dossier.steps.indexOf(step) === 0;
  if (step.actions.includes('send-back') && !first && chance.happens(officer.slips))
    return {
      at,
      act: { verb: 'send-back', actor, command: { ...command, reason: 'Dự thảo còn sai sót, đề nghị sửa lại.' } },
    };
  if (step.actions.includes('sign')) return { at, act: signing(planning, officer) };
  if (step.actions.includes('number') || step.actions.includes('seal'))
    return { at, act: { verb: 'issue', actor, command: { ...command, document: newId() } } };
  if (step.actions.includes('ask-supplement') && dossier.supplements === 0 && chance.happens(0.02))
    return { at, act: { verb: 'ask-supplement', actor, command: { ...command, ...supplementOf(planning) } } };
  if (chance.happens(0.004))
    return {
      at,
      act: { verb: 'stop', actor, command: { ...command, reason: 'Người nộp hồ sơ đề nghị dừng giải quyết.' } },
    };
  return {
    at,
    act: {
      verb: 'complete-step',
      actor,
      command: { ...command, note: chance.happens(0.3) ? 'Đủ điều kiện giải quyết.' : '' },
    },
  };
}

function signing({ dossier, chance }: Planning, officer: Officer): Act {
  const rejected = chance.happens(0.03);
  const said = rejected
    ? ({ outcome: 'rejected', reason: 'Không đủ điều kiện theo quy định.' } as const)
    : ({ outcome: 'approved', reason: '' } as const);
  return { verb: 'sign', actor: actorOf(officer), command: { ...shown(dossier), ...said } };
}

/** An electronic result is handed over by the office at once; for one on paper somebody comes, or the post. */
function planHandOver(planning: Planning): PlannedTurn | undefined {
  const { dossier, chance, staff } = planning;
  const receiving = dossier.steps[0];
  const officer = receiving && staff.find(dossier.receivingUnit, receiving.role);
  if (!officer) return undefined;
  const electronic = dossier.receiveBy === 'electronic';
  const lies = electronic ? 10 : chance.happens(0.4) ? chance.between(30, 480) : chance.between(480, 480 * 8);
  const how = dossier.receiveBy;
  const to = electronic ? '' : dossier.applicant.name;
  return {
    at: when(officer, planning, { lies, minutes: 4 }),
    act: { verb: 'hand-over', actor: actorOf(officer), command: { ...shown(dossier), how, to, told: 'phone' } },
  };
}
