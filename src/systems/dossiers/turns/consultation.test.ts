import { expect, test } from 'vitest';
import { instant } from '../../../platform/calendar/instant.ts';
import type { Decision, Refusal } from '../../../platform/cases/decision.ts';
import { nationalStatus } from '../national-status.ts';
import type { DossierState, PlannedStep } from '../dossier-state.ts';
import { decideAcceptance } from './acceptance.ts';
import { type AskOpinion, decideAskOpinion, decideFollowOpinions, decideGiveOpinion } from './consultation.ts';
import { aDossier, applied, command, contextAt, STEPS } from '../../../../test/harness/dossier-state.ts';

const at = instant;
const asked = (units: readonly string[], more: Partial<AskOpinion> = {}): AskOpinion => ({
  ...command,
  units: units.map((unit) => ({ id: `question-to-${unit}`, unit })),
  term: '3wd',
  question: 'Thửa đất có trong quy hoạch không?',
  ...more,
});
const of = (decided: Decision | Refusal): Decision => {
  if (decided.kind === 'refusal') throw new Error(decided.code);
  return decided;
};

const accepted = (steps: readonly PlannedStep[] = STEPS): DossierState => {
  const dossier = aDossier({ channel: 'counter', fees: [], steps });
  return applied(dossier, of(decideAcceptance(dossier, command, contextAt(at('2026-11-02T08:00')))));
};

const ask = (dossier: DossierState, sent: AskOpinion, time: string) =>
  decideAskOpinion(dossier, sent, contextAt(at(time)));
const answer = (dossier: DossierState, unit: string, time: string) =>
  decideGiveOpinion(
    dossier,
    { ...command, consultation: `question-to-${unit}`, opinion: 'Không có.' },
    { ...contextAt(at(time)), rolesAt: (id) => (id === unit ? ['CV'] : []) },
  );
const follow = (dossier: DossierState, time: string) => decideFollowOpinions(dossier, command, contextAt(at(time)));

test('several units are asked at once, each with a deadline of its own, and the term goes on', () => {
  const decided = of(ask(accepted(), asked(['land', 'culture']), '2026-11-02T09:00'));
  expect(decided).toMatchObject({
    change: {},
    clock: [],
    timers: { 'dossiers.consultation': at('2026-11-04T09:00') },
    rows: [
      { values: { unit_id: 'land', due_at: '2026-11-05T09:00:00+07:00' } },
      { values: { unit_id: 'culture', due_at: '2026-11-05T09:00:00+07:00' } },
    ],
    entries: [{ type: 'dossiers.opinion-asked', content: { question: 'Thửa đất có trong quy hoạch không?' } }],
  });
  expect(decided.entries[0]?.body).not.toHaveProperty('question');
});

test.each([
  ['nobody', asked([]), 'no-unit-asked'],
  ['without a question', asked(['land'], { question: ' ' }), 'question-missing'],
  ['for no time', asked(['land'], { term: '0wd' }), 'opinion-term'],
  ['for longer than is lawful', asked(['land'], { term: '61wd' }), 'opinion-term'],
  ['for what is no term', asked(['land'], { term: 'mai' }), 'opinion-term'],
  ['itself', asked(['unit-of-examine']), 'asks-itself'],
  ['the same unit twice', asked(['land', 'land']), 'opinion-asked-already'],
])('a unit does not ask %s', (_, sent, code) => {
  expect(ask(accepted(), sent, '2026-11-02T09:00')).toMatchObject({ kind: 'refusal', code: `dossiers.${code}` });
});

test('who has not answered is not asked again; who has may be', () => {
  const once = applied(accepted(), of(ask(accepted(), asked(['land']), '2026-11-02T09:00')));
  const again = asked(['land'], { units: [{ id: 'second', unit: 'land' }] });
  expect(ask(once, again, '2026-11-02T10:00')).toMatchObject({ code: 'dossiers.opinion-asked-already' });
  const answered = applied(once, of(answer(once, 'land', '2026-11-03T09:00')));
  expect(ask(answered, again, '2026-11-03T10:00').kind).toBe('decision');
});

test('only the unit that was asked answers, and once', () => {
  const dossier = applied(accepted(), of(ask(accepted(), asked(['land']), '2026-11-02T09:00')));
  expect(
    decideGiveOpinion(
      dossier,
      { ...command, consultation: 'question-to-land', opinion: 'Không.' },
      { ...contextAt(at('2026-11-03T09:00')), rolesAt: (id) => (id === 'unit-of-examine' ? ['CV'] : []) },
    ),
  ).toMatchObject({ code: 'dossiers.not-asked' });
  const answered = of(answer(dossier, 'land', '2026-11-03T09:00'));
  expect(answered).toMatchObject({
    timers: { 'dossiers.consultation': null },
    entries: [
      { dims: { asked: 'land', opinion: 'in-time' }, body: { late: false }, content: { opinion: 'Không có.' } },
    ],
  });
  expect(answer(applied(dossier, answered), 'land', '2026-11-03T10:00')).toMatchObject({
    code: 'dossiers.opinion-given-already',
  });
});

test('a reminder comes one working day before the deadline, and silence past it is told to the one-stop office, once', () => {
  let dossier = applied(accepted(), of(ask(accepted(), asked(['land', 'culture']), '2026-11-02T09:00')));
  dossier = applied(dossier, of(answer(dossier, 'culture', '2026-11-03T09:00')));
  expect(follow(dossier, '2026-11-04T08:59')).toMatchObject({ code: 'dossiers.opinions-in-time' });
  const reminded = of(follow(dossier, '2026-11-04T09:00'));
  expect(reminded).toMatchObject({
    timers: { 'dossiers.consultation': at('2026-11-05T09:00') },
    entries: [{ type: 'dossiers.opinion-reminded', body: { unit: 'land' } }],
  });
  dossier = applied(dossier, reminded);
  const silent = of(follow(dossier, '2026-11-05T09:00'));
  expect(silent).toMatchObject({
    timers: { 'dossiers.consultation': null },
    entries: [{ type: 'dossiers.opinion-overdue', dims: { asked: 'land' }, body: { told: 'receiving' } }],
  });
  dossier = applied(dossier, silent);
  expect(follow(dossier, '2026-11-06T09:00')).toMatchObject({ code: 'dossiers.opinions-in-time' });
  expect(of(answer(dossier, 'land', '2026-11-06T10:00')).entries[0]?.body).toMatchObject({ late: true });
});

test('a deadline of a day or less has no reminder', () => {
  expect(of(ask(accepted(), asked(['land'], { term: '1wd' }), '2026-11-02T09:00'))).toMatchObject({
    timers: { 'dossiers.consultation': at('2026-11-03T09:00') },
    rows: [{ values: { remind_at: null } }],
  });
});

test('where the step says so the clock stands still until all have answered or the last deadline has passed', () => {
  const steps = STEPS.map((step) => (step.key === 'examine' ? { ...step, pauses: 'consultation' as const } : step));
  const waiting = applied(accepted(steps), of(ask(accepted(steps), asked(['land', 'culture']), '2026-11-02T09:00')));
  expect(waiting).toMatchObject({ waiting: 'consultation', dueAt: null });
  expect(nationalStatus(waiting)).toBe(4);
  const one = applied(waiting, of(answer(waiting, 'land', '2026-11-03T09:00')));
  expect(one.waiting).toBe('consultation');
  expect(applied(one, of(answer(one, 'culture', '2026-11-04T09:00')))).toMatchObject({
    waiting: null,
    dueAt: at('2026-11-11T08:00'),
  });
  expect(applied(one, of(follow(one, '2026-11-05T09:00')))).toMatchObject({
    waiting: null,
    dueAt: at('2026-11-12T08:00'),
  });
});
