import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Instant, instant } from '../../../platform/calendar/instant.ts';
import { readClock } from '../../../platform/cases/clock.ts';
import type { Decision, Refusal } from '../../../platform/cases/decision.ts';
import { newId } from '../../../platform/db/ids.ts';
import type { DossierState, PlannedStep } from '../dossier-state.ts';
import { dossierEntries } from '../events.ts';
import { nationalStatus } from '../national-status.ts';
import { dossierRefusals } from '../refusals.ts';
import { decideAcceptance } from './acceptance.ts';
import { decideApology } from './apology.ts';
import { decideAskOpinion, decideFollowOpinions, decideGiveOpinion } from './consultation.ts';
import { decideAnswerDraft } from './draft-confirmation.ts';
import { decideRefusal, decideRefuseProcessing, decideStop, decideWithdrawal } from './endings.ts';
import { decideAskForPayment, decideRecordPayment } from './payment.ts';
import { decideAssignment, decideCompleteStep, decideSendBack } from './progress.ts';
import { decideHandOver, decideIssue, decideSign } from './result.ts';
import { decideBySilence } from './silence.ts';
import { decideRedirect } from './redirect.ts';
import { decideAskForSupplement, decideSupplySupplement } from './supplement.ts';
import { aDossier, applied, command, contextAt, fee, step, STEPS } from '../../../../test/harness/dossier-state.ts';

const file = { id: 'f', sha256: '00' };

type Turn = (dossier: DossierState, at: Instant) => Decision | Refusal;
const reason = 'vì lý do đã ghi';

const TURNS: Record<string, Turn> = {
  accept: (d, at) => decideAcceptance(d, command, contextAt(at)),
  askSupplement: (d, at) =>
    decideAskForSupplement(d, { ...command, items: [{ component: null, text: 'thiếu' }], reason }, contextAt(at)),
  supply: (d, at) =>
    decideSupplySupplement(
      d,
      { ...command, files: [{ id: 'x', component: 'a', fileId: 'f' }], note: '' },
      contextAt(at),
    ),
  refuse: (d, at) => decideRefusal(d, { ...command, reason }, contextAt(at)),
  withdraw: (d, at) => decideWithdrawal(d, { ...command, reason: '' }, contextAt(at)),
  refuseProcessing: (d, at) => decideRefuseProcessing(d, { ...command, reason }, contextAt(at)),
  stop: (d, at) => decideStop(d, { ...command, reason }, contextAt(at)),
  askPayment: (d, at) => decideAskForPayment(d, command, contextAt(at)),
  askDuties: (d, at) =>
    decideAskForPayment(
      d,
      { ...command, assessed: { notice: '12/TB-CCT', items: [{ key: 'income-tax', amount: 8000 }] } },
      contextAt(at),
    ),
  pay: (d, at) => decideRecordPayment(d, { ...command, amount: 8000, by: 'bank', reference: 'r' }, contextAt(at)),
  complete: (d, at) => decideCompleteStep(d, { ...command, note: '' }, contextAt(at)),
  sendBack: (d, at) => decideSendBack(d, { ...command, reason }, contextAt(at)),
  askOpinion: (d, at) =>
    decideAskOpinion(
      d,
      { ...command, units: [{ id: newId(), unit: 'land' }], term: '2wd', question: 'Có quy hoạch không?' },
      contextAt(at),
    ),
  giveOpinion: (d, at) =>
    decideGiveOpinion(
      d,
      { ...command, consultation: d.consultations.find((one) => one.answeredAt === null)?.id ?? '', opinion: 'Không.' },
      contextAt(at),
    ),
  followOpinions: (d, at) => decideFollowOpinions(d, command, contextAt(at)),
  redirect: (d, at) => decideRedirect(d, { ...command, unit: newId(), reason }, contextAt(at)),
  assign: (d, at) => decideAssignment(d, { ...command, assignee: newId(), reason }, contextAt(at)),
  confirm: (d, at) => decideAnswerDraft(d, { ...command, answer: 'confirmed', objection: '' }, contextAt(at)),
  object: (d, at) => decideAnswerDraft(d, { ...command, answer: 'objected', objection: 'sai tên' }, contextAt(at)),
  silent: (d, at) => decideAnswerDraft(d, { ...command, answer: null, objection: '' }, contextAt(at)),
  sign: (d, at) => decideSign(d, { ...command, outcome: 'approved', reason: '', file }, contextAt(at)),
  issue: (d, at) => decideIssue(d, { ...command, number: '1/2026', file, document: 'd' }, contextAt(at)),
  handOver: (d, at) => decideHandOver(d, { ...command, how: 'counter', to: '' }, contextAt(at)),
  consent: (d, at) => decideBySilence(d, command, contextAt(at)),
  apologise: (d, at) =>
    decideApology(d, { ...command, until: '', untilAt: (at + 40 * 86_400_000) as Instant, reason }, contextAt(at)),
};

const history = fc.array(fc.tuple(fc.constantFrom(...Object.keys(TURNS)), fc.integer({ min: 1, max: 3 * 24 * 60 })), {
  minLength: 5,
  maxLength: 60,
});

/** What may follow each code: the transitions of the interface, and before reception 5 → 1 when papers come, 5 → 3 when they never do. */
const FOLLOWS: Readonly<Record<number, readonly number[]>> = {
  1: [2, 3, 5, 6, 7],
  2: [4, 5, 6, 7, 8, 9],
  3: [],
  4: [5, 6, 7, 8, 9],
  5: [1, 3, 4, 7, 8],
  6: [4, 7, 8],
  7: [],
  8: [],
  9: [10],
  10: [],
};

test('over random histories status, step, clock and national status never contradict each other', () => {
  fc.assert(
    fc.property(
      history,
      fc.constantFrom('online' as const, 'counter' as const),
      fc.constantFrom('5wd', '10d', null),
      (turns, channel, term) => {
        let dossier = aDossier({ channel, term });
        let at = dossier.openedAt;
        expect(nationalStatus(dossier)).toBe(1);
        for (const [name, minutes] of turns) {
          at = (at + minutes * 60_000) as Instant;
          const decided = TURNS[name]?.(dossier, at) as Decision | Refusal;
          if (decided.kind === 'refusal') {
            expect(Object.keys(dossierRefusals)).toContain(decided.code);
            continue;
          }
          for (const entry of decided.entries) expect(Object.keys(dossierEntries)).toContain(entry.type);
          expect(decided.entries.length).toBeGreaterThan(0);
          const before = dossier;
          dossier = applied(dossier, decided);
          expect(before.status === 'closed' ? name : 'open').toMatch(/^(open|pay)$/);
          holdsTogether(dossier);
          const [was, is] = [nationalStatus(before), nationalStatus(dossier)];
          // without a term there is no clock to tell that it stood still in between
          if (was !== is && term !== null) expect(FOLLOWS[was], `${was} → ${is} by ${name}`).toContain(is);
        }
      },
    ),
    { numRuns: 150 },
  );
});

function holdsTogether(dossier: DossierState): void {
  const clock = readClock(dossier.clock);
  if (clock.kind === 'refusal') throw new Error(`the clock refuses the history: ${clock.code}`);
  const national = nationalStatus(dossier);
  if (dossier.status === 'submitted') expect(clock.status).toBe('not-started');
  if (dossier.status === 'open' && dossier.term !== null)
    expect(clock.status).toBe(dossier.waiting === null ? 'running' : 'paused');
  if (dossier.status === 'decided' && dossier.term !== null) expect(clock.status).toBe('stopped');
  if (dossier.status === 'closed') {
    expect(clock.status).toMatch(/^(stopped|not-started)$/);
    expect(dossier.closedAt).not.toBeNull();
    expect(dossier.outcome).not.toBeNull();
    expect(dossier.outcome === 'silence' ? [9] : [3, 7, 8, 10]).toContain(national);
  }
  if (dossier.waiting === 'supplement') expect(national).toBe(5);
  if (dossier.waiting === 'financial-obligation') expect(national).toBe(6);
  expect(dossier.steps.map((one) => one.key)).toContain(dossier.step);
  expect(dossier.supplements).toBeLessThanOrEqual(1);
  expect(dossier.apologies).toBeLessThanOrEqual(1);
}

test('who has taken a dossier up and passes it on leaves it in work', () => {
  const accepted = run(aDossier({ channel: 'counter' }), ['accept', '2026-11-02T08:00']);
  expect(nationalStatus(accepted)).toBe(2);
  const passed = run(accepted, ['assign', '2026-11-02T09:00'], ['redirect', '2026-11-02T10:00']);
  expect([passed.assignee, nationalStatus(passed)]).toEqual([null, 4]);
});

const at = (text: string) => instant(text);
const run = (dossier: DossierState, ...turns: [string, string][]): DossierState =>
  turns.reduce((state, [name, time]) => {
    const decided = TURNS[name]?.(state, at(time)) as Decision | Refusal;
    if (decided.kind === 'refusal') throw new Error(`${name}: ${decided.code}`);
    return applied(state, decided);
  }, dossier);
const refusalOf = (dossier: DossierState, name: string, time: string): string | undefined => {
  const decided = TURNS[name]?.(dossier, at(time));
  return decided?.kind === 'refusal' ? decided.code : undefined;
};

test('a supplement after acceptance starts the term again from zero', () => {
  const counter = aDossier({ channel: 'counter' });
  const accepted = run(counter, ['accept', '2026-11-02T08:00']);
  expect(accepted.dueAt).toBe(at('2026-11-09T08:00'));
  const supplied = run(accepted, ['askSupplement', '2026-11-04T08:00'], ['supply', '2026-11-10T09:00']);
  expect(supplied).toMatchObject({ dueAt: at('2026-11-17T09:00'), promisedAt: at('2026-11-09T08:00') });
  expect(refusalOf(supplied, 'askSupplement', '2026-11-11T08:00')).toBe('dossiers.second-supplement-request');
});

test('an apology is due one working day before the end, and once', () => {
  const accepted = run(aDossier({ channel: 'counter' }), ['accept', '2026-11-02T08:00']);
  expect(refusalOf(accepted, 'apologise', '2026-11-05T08:00')).toBe('dossiers.not-late-enough');
  const sorry = run(accepted, ['apologise', '2026-11-06T08:00']);
  expect(sorry.dueAt).toBeGreaterThan(at('2026-12-01T00:00'));
  expect(refusalOf(sorry, 'apologise', '2026-12-15T08:00')).toBe('dossiers.second-apology');
});

test('an objection sends the draft back to where it was made, a confirmation is not asked for twice', () => {
  const waiting = run(aDossier({ fees: [] }), ['accept', '2026-11-02T08:00'], ['complete', '2026-11-02T09:00']);
  expect(waiting).toMatchObject({ waiting: 'draft-confirmation', step: 'confirm-draft' });
  const objected = run(waiting, ['object', '2026-11-02T10:00']);
  expect(objected).toMatchObject({ waiting: null, step: 'examine', draft: 'objected' });
  const confirmed = run(objected, ['complete', '2026-11-02T11:00'], ['confirm', '2026-11-02T14:00']);
  expect(confirmed).toMatchObject({ step: 'sign', draft: 'confirmed' });
  expect(run(confirmed, ['sendBack', '2026-11-02T15:00'], ['sendBack', '2026-11-02T15:10']).step).toBe('examine');
});

test('a step that waits for money is done when the money is there', () => {
  const dossier = run(
    aDossier({ channel: 'counter', fees: [fee('permit', 'processing')] }),
    ['accept', '2026-11-02T08:00'],
    ['complete', '2026-11-02T09:00'],
    ['sign', '2026-11-02T10:00'],
  );
  expect(dossier).toMatchObject({ step: 'pay', waiting: 'financial-obligation', feeDue: 8000, dueAt: null });
  expect(run(dossier, ['pay', '2026-11-03T10:00'])).toMatchObject({
    step: 'issue',
    waiting: null,
    feePaid: 8000,
    dueAt: at('2026-11-10T08:00'),
  });
});

test('each of the ten national codes is reached', () => {
  const free = aDossier({ channel: 'counter', fees: [] });
  const accepted = run(free, ['accept', '2026-11-02T08:00']);
  const examined = run(accepted, ['complete', '2026-11-02T09:00']);
  const decided = run(
    examined,
    ['sign', '2026-11-02T10:00'],
    ['complete', '2026-11-02T10:30'],
    ['issue', '2026-11-02T11:00'],
  );
  const states: readonly [number, DossierState][] = [
    [1, free],
    [2, accepted],
    [3, run(free, ['refuse', '2026-11-02T08:00'])],
    [4, examined],
    [4, run(accepted, ['assign', '2026-11-02T08:30'])],
    [4, run(examined, ['sendBack', '2026-11-02T10:00'])],
    [5, run(accepted, ['askSupplement', '2026-11-02T09:00'])],
    [4, run(accepted, ['askSupplement', '2026-11-02T09:00'], ['supply', '2026-11-03T09:00'])],
    [6, run(aDossier(), ['accept', '2026-11-02T08:00'])],
    [4, run(aDossier(), ['accept', '2026-11-02T08:00'], ['pay', '2026-11-02T09:00'])],
    [7, run(accepted, ['withdraw', '2026-11-02T09:00'])],
    [8, run(accepted, ['stop', '2026-11-02T09:00'])],
    [8, run(accepted, ['refuseProcessing', '2026-11-02T09:00'])],
    [9, decided],
    [9, run(accepted, ['consent', '2026-11-09T08:00'])],
    [10, run(decided, ['handOver', '2026-11-02T14:00'])],
  ];
  expect(states.map(([, state]) => nationalStatus(state))).toEqual(states.map(([code]) => code));
});

test('a step beside the term is due by its own clock', () => {
  const verify = step('verify', ['verify'], { budgetMinutes: null, ownClock: { term: '3wd', silence: 'none' } });
  const [receive, ...rest] = STEPS;
  const dossier = aDossier({ channel: 'counter', fees: [], steps: [receive as PlannedStep, verify, ...rest] });
  const decided = TURNS.accept?.(dossier, at('2026-11-02T08:00'));
  expect(decided).toMatchObject({ change: { step: 'verify', step_due_at: at('2026-11-05T08:00') } });
});

test('what tax has assessed stops the clock at the step for it, as its notice says, until it is paid', () => {
  const land = aDossier({ channel: 'counter', fees: [], steps: STEPS.filter(({ key }) => key !== 'confirm-draft') });
  const examined = run(land, ['accept', '2026-11-02T08:00'], ['complete', '2026-11-02T09:00']);
  expect(refusalOf(examined, 'askDuties', '2026-11-02T10:00')).toBe('dossiers.duty-not-assessed');
  const signed = run(examined, ['sign', '2026-11-02T10:00']);
  // nothing is known to be due: the step waits for an officer, who asks by the notice or goes on without
  expect(signed).toMatchObject({ step: 'pay', waiting: null });
  expect(run(signed, ['complete', '2026-11-02T11:00'])).toMatchObject({ step: 'issue', waiting: null });
  const asked = run(signed, ['askDuties', '2026-11-03T08:00']);
  expect(asked).toMatchObject({ waiting: 'financial-obligation', feeDue: 8000, dueAt: null });
  expect(nationalStatus(asked)).toBe(6);
  expect(run(asked, ['pay', '2026-11-05T08:00'])).toMatchObject({
    step: 'issue',
    waiting: null,
    dueAt: at('2026-11-11T08:00'),
  });
});

test.each([
  ['without the number of a notice', { notice: ' ', items: [{ key: 'income-tax', amount: 8000 }] }, 'notice-missing'],
  ['of less than nothing', { notice: '1', items: [{ key: 'income-tax', amount: -1 }] }, 'duty-amount'],
  ['in parts of a đồng', { notice: '1', items: [{ key: 'income-tax', amount: 0.5 }] }, 'duty-amount'],
  ['of another kind', { notice: '1', items: [{ key: 'tip', amount: 8000 }] }, 'duty-not-assessed'],
  ['of nought', { notice: '1', items: [{ key: 'income-tax', amount: 0 }] }, 'nothing-to-pay'],
])('a duty %s is not asked for', (_, assessed, code) => {
  const dossier = aDossier({ channel: 'counter', fees: [], status: 'open', step: 'pay' });
  expect(decideAskForPayment(dossier, { ...command, assessed }, contextAt(at('2026-11-03T08:00')))).toMatchObject({
    kind: 'refusal',
    code: `dossiers.${code}`,
  });
});
