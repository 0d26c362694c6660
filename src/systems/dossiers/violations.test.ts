/** The nineteen triggers of supervision, each with the lawful turn and the one that breaks the rule: refused, or possible and told in the journal's dimensions. */
import { expect, test } from 'vitest';
import { aDossier, applied, command, contextAt, fee, legal, STEPS } from '../../../test/harness/dossier-state.ts';
import { type Instant, instant } from '../../platform/calendar/instant.ts';
import type { Decision, Refusal } from '../../platform/cases/decision.ts';
import { newId } from '../../platform/db/ids.ts';
import type { DossierState } from './dossier-state.ts';
import { decideAcceptance } from './turns/acceptance.ts';
import { decideApology } from './turns/apology.ts';
import { decideDraftApology } from './turns/apology-draft.ts';
import { decideAskOpinion, decideFollowOpinions, decideGiveOpinion } from './turns/consultation.ts';
import { decideRefusal, decideRefuseProcessing } from './turns/endings.ts';
import { decideAskForPayment } from './turns/payment.ts';
import { decideCompleteStep } from './turns/progress.ts';
import { decideHandOver, decideIssue, decideSign } from './turns/result.ts';
import { decideAskForSupplement, decideSupplySupplement } from './turns/supplement.ts';

type Turn = (dossier: DossierState, at: Instant) => Decision | Refusal;
const file = { id: 'f', sha256: '00' };
const reason = 'Thiếu giấy chứng sinh.';
const steps = STEPS.filter(({ key }) => key !== 'confirm-draft' && key !== 'pay');

const accept: Turn = (d, at) => decideAcceptance(d, command, contextAt(at));
const ask =
  (component: string | null, because = reason): Turn =>
  (d, at) =>
    decideAskForSupplement(
      d,
      { ...command, items: [{ component, text: 'Chụp lại.' }], reason: because },
      contextAt(at),
    );
const supply: Turn = (d, at) =>
  decideSupplySupplement(
    d,
    { ...command, files: [{ id: newId(), component: 'a', fileId: 'f' }], note: '' },
    contextAt(at),
  );
const refuseAtCounter =
  (because: string): Turn =>
  (d, at) =>
    decideRefusal(d, { ...command, reason: because }, contextAt(at));
const refuseAfter: Turn = (d, at) => decideRefuseProcessing(d, { ...command, reason }, contextAt(at));
const complete: Turn = (d, at) => decideCompleteStep(d, { ...command, note: '' }, contextAt(at));
const completeAsOther: Turn = (d, at) =>
  decideCompleteStep(d, { ...command, note: '' }, { ...contextAt(at), rolesAt: () => ['VT'] });
const apologise: Turn = (d, at) =>
  decideApology(d, { ...command, until: '', untilAt: (at + 40 * 86_400_000) as Instant, reason }, contextAt(at));
const draftApology: Turn = (d, at) =>
  decideDraftApology({ ...d, applicant: { name: 'Nguyễn Thị Lúa' } }, command, contextAt(at));
const askOpinion: Turn = (d, at) =>
  decideAskOpinion(
    d,
    { ...command, units: [{ id: 'q', unit: 'land' }], term: '2wd', question: 'Có không?' },
    contextAt(at),
  );
const giveOpinion: Turn = (d, at) =>
  decideGiveOpinion(d, { ...command, consultation: 'q', opinion: 'Không.' }, contextAt(at));
const followOpinions: Turn = (d, at) => decideFollowOpinions(d, command, contextAt(at));
const askFees: Turn = (d, at) => decideAskForPayment(d, command, contextAt(at));
const askOtherFee: Turn = (d, at) =>
  decideAskForPayment(
    d,
    { ...command, assessed: { notice: '1', items: [{ key: 'tip', amount: 50_000 }] } },
    contextAt(at),
  );
const sign: Turn = (d, at) => decideSign(d, { ...command, outcome: 'approved', reason: '', file }, contextAt(at));
const issue: Turn = (d, at) => decideIssue(d, { ...command, number: '1/2026', file, document: 'd' }, contextAt(at));
const handOver: Turn = (d, at) => decideHandOver(d, { ...command, how: 'counter', to: '' }, contextAt(at));
const handOverTelling: Turn = (d, at) =>
  decideHandOver(d, { ...command, how: 'counter', to: '', told: 'phone' }, contextAt(at));

type Played = readonly [Turn, string];

const waiting = (more: Partial<DossierState> = {}) =>
  aDossier({ channel: 'counter', fees: [], steps, answerDueAt: instant('2026-11-02T17:00'), ...more });

function after(dossier: DossierState, ...played: Played[]): DossierState {
  return played.reduce((state, [turn, time]) => {
    const decided = turn(state, instant(time));
    if (decided.kind === 'refusal') throw new Error(`${time}: ${decided.code}`);
    return applied(state, decided);
  }, dossier);
}

const accepted = (more: Partial<DossierState> = {}) => after(waiting(more), [accept, '2026-11-02T08:00']);
const flagging = (rule: 'second-supplement' | 'late-return'): Partial<DossierState> => ({
  turnRules: [{ rule, from: '2018-06-21', effect: 'flag', term: rule === 'late-return' ? '3wd' : null }],
});
const once = (more: Partial<DossierState> = {}) =>
  after(accepted(more), [ask(null), '2026-11-03T08:00'], [supply, '2026-11-04T08:00']);
const signed = (more: Partial<DossierState> = {}) =>
  after(accepted(more), [complete, '2026-11-02T09:00'], [sign, '2026-11-02T10:00']);
const issued = (more: Partial<DossierState> = {}) => after(signed(more), [issue, '2026-11-02T11:00']);
const component = (key: string, handling: string) =>
  ({ key, handling }) as unknown as DossierState['components'][number];
const listed = { components: [component('birth-proof', 'handed-in'), component('residence', 'data')] };

/** `refused` by the rule of this code; `told`: what the first entry says in its dimensions or its body. */
type Expected = { readonly refused: string } | { readonly told: Record<string, unknown> };

const TRIGGERS: readonly (readonly [
  code: string,
  what: string,
  dossier: () => DossierState,
  played: Played,
  expected: Expected,
])[] = [
  ['V01', 'a first request', () => accepted(), [ask(null), '2026-11-03T08:00'], { told: { flagged: undefined } }],
  ['V01', 'a second one', () => once(), [ask(null), '2026-11-05T08:00'], { refused: 'second-supplement-request' }],
  [
    'V01',
    'a second one where the province flags it',
    () => once(flagging('second-supplement')),
    [ask(null), '2026-11-05T08:00'],
    { told: { flagged: ['second-supplement'] } },
  ],
  ['V02', 'a request with its reason', () => waiting(), [ask(null), '2026-11-02T09:00'], { told: { term: 'none' } }],
  ['V02', 'a request without', () => waiting(), [ask(null, ' '), '2026-11-02T09:00'], { refused: 'reason-missing' }],
  [
    'V02',
    'a refusal without',
    () => waiting(),
    [refuseAtCounter(''), '2026-11-02T09:00'],
    { refused: 'reason-missing' },
  ],
  [
    'V03',
    'sent back on the third day',
    () => accepted(),
    [ask(null), '2026-11-05T16:59'],
    { told: { flagged: undefined } },
  ],
  ['V03', 'sent back after it', () => accepted(), [ask(null), '2026-11-06T07:00'], { refused: 'return-too-late' }],
  [
    'V03',
    'sent back after it where the province flags it',
    () => accepted(flagging('late-return')),
    [ask(null), '2026-11-06T07:00'],
    { told: { flagged: ['late-return'] } },
  ],
  [
    'V03',
    'three days after the papers came again',
    () => after(waiting(), [ask(null), '2026-11-02T09:00'], [supply, '2026-11-10T08:00'], [accept, '2026-11-10T09:00']),
    [ask(null), '2026-11-12T09:00'],
    { refused: 'second-supplement-request' },
  ],
  ['V04', 'an apology a day before', () => accepted(), [apologise, '2026-11-06T08:00'], { told: { term: 'in-time' } }],
  [
    'V04',
    'the draft that nobody sent',
    () => accepted(),
    [draftApology, '2026-11-06T08:00'],
    { told: { term: 'in-time' } },
  ],
  ['V04', 'what is done late', () => accepted(), [complete, '2026-11-09T08:01'], { told: { term: 'late' } }],
  [
    'V05',
    'a second new date',
    () => after(accepted(), [apologise, '2026-11-06T08:00']),
    [apologise, '2026-12-15T08:00'],
    { refused: 'second-apology' },
  ],
  [
    'V06',
    'passed on by the act that accepts it',
    () => waiting(),
    [accept, '2026-11-02T16:00'],
    { told: { next_step: 'examine' } },
  ],
  [
    'V07',
    'an opinion in time',
    () => after(accepted(), [askOpinion, '2026-11-02T09:00']),
    [giveOpinion, '2026-11-03T09:00'],
    { told: { opinion: 'in-time', asked: 'land' } },
  ],
  [
    'V07',
    'silence past the deadline',
    () => after(accepted(), [askOpinion, '2026-11-02T09:00']),
    [followOpinions, '2026-11-04T09:00'],
    { told: { asked: 'land', told: 'receiving' } },
  ],
  [
    'V07',
    'an opinion after it',
    () => after(accepted(), [askOpinion, '2026-11-02T09:00']),
    [giveOpinion, '2026-11-05T09:00'],
    { told: { opinion: 'late', late: true } },
  ],
  [
    'V09',
    'a published fee',
    () => accepted({ fees: [fee('copies', 'receipt')] }),
    [askFees, '2026-11-02T09:00'],
    { told: { total: 8000 } },
  ],
  [
    'V09',
    'one that is not',
    () => accepted({ fees: [] }),
    [askOtherFee, '2026-11-02T09:00'],
    { refused: 'duty-not-assessed' },
  ],
  [
    'V10',
    'a paper of the list',
    () => accepted(listed),
    [ask('birth-proof'), '2026-11-02T09:00'],
    { told: { components: ['birth-proof'] } },
  ],
  [
    'V10',
    'a paper outside it',
    () => accepted(listed),
    [ask('marriage'), '2026-11-02T09:00'],
    { refused: 'component-not-asked' },
  ],
  [
    'V10',
    'what a register answers',
    () => accepted(listed),
    [ask('residence'), '2026-11-02T09:00'],
    { refused: 'component-not-asked' },
  ],
  [
    'V10',
    'something written freely',
    () => accepted(listed),
    [ask(null), '2026-11-02T09:00'],
    { told: { components: [null] } },
  ],
  [
    'V11',
    'the appointment is reckoned, never typed',
    () => waiting(),
    [accept, '2026-11-02T08:00'],
    { told: { term: '5wd', promised: '2026-11-09T08:00:00+07:00' } },
  ],
  [
    'V13',
    'a result of which the applicant is told',
    () => signed(),
    [issue, '2026-11-02T11:00'],
    { told: { early: true } },
  ],
  [
    'V13',
    'an early one handed over to somebody nobody told',
    () => issued({ reachable: false }),
    [handOver, '2026-11-02T14:00'],
    { refused: 'early-not-told' },
  ],
  [
    'V13',
    'told by the act that hands it over',
    () => issued({ reachable: false }),
    [handOverTelling, '2026-11-02T14:00'],
    { told: { how: 'phone' } },
  ],
  ['V13', 'told before', () => issued(), [handOver, '2026-11-02T14:00'], { told: { how: 'counter' } }],
  [
    'V14',
    'a signed result with its digest',
    () => signed(),
    [issue, '2026-11-02T11:00'],
    { told: { sha256: '00', document: 'd' } },
  ],
  [
    'V14',
    'one that nobody signed',
    () => ({ ...signed(), signedAt: null }),
    [issue, '2026-11-02T11:00'],
    { refused: 'not-signed' },
  ],
  ['V15', 'refused within the limit', () => accepted(), [refuseAfter, '2026-11-09T08:00'], { told: { late: false } }],
  ['V15', 'refused after it', () => accepted(), [refuseAfter, '2026-11-09T08:01'], { told: { late: true } }],
  [
    'V17',
    'a step by who holds its role',
    () => accepted(),
    [complete, '2026-11-02T09:00'],
    { told: { step: 'examine' } },
  ],
  ['V17', 'by somebody else', () => accepted(), [completeAsOther, '2026-11-02T09:00'], { refused: 'not-your-step' }],
  [
    'V19',
    'accepted within eight hours',
    () => waiting(),
    [accept, '2026-11-02T17:00'],
    { told: { answer: 'in-time' } },
  ],
  ['V19', 'accepted after them', () => waiting(), [accept, '2026-11-03T08:00'], { told: { answer: 'late' } }],
  [
    'V19',
    'papers asked for after them',
    () => waiting(),
    [ask(null), '2026-11-03T08:00'],
    { told: { answer: 'late' } },
  ],
  [
    'V19',
    'refused after them',
    () => waiting(),
    [refuseAtCounter(reason), '2026-11-03T08:00'],
    { told: { answer: 'late' } },
  ],
];

test.each(TRIGGERS)('%s: %s', (_code, _what, dossier, [turn, time], expected) => {
  const decided = turn(dossier(), instant(time));
  if ('refused' in expected) {
    expect(decided).toMatchObject({ kind: 'refusal', code: `dossiers.${expected.refused}` });
    return;
  }
  if (decided.kind === 'refusal') throw new Error(decided.code);
  const [entry] = decided.entries;
  // an acceptance has a term in its body and the state of the term in its dimensions
  const said = Object.hasOwn(expected.told, 'promised') ? entry?.body : { ...entry?.body, ...entry?.dims };
  expect(said).toMatchObject(expected.told);
});

test('V04: an overdue dossier shows whether an apology was sent', () => {
  expect(accepted().apologies).toBe(0);
  expect(after(accepted(), [apologise, '2026-11-06T08:00']).apologies).toBe(1);
});

test('V18: the clock is never stopped without saying what for, and the dossier waits for just that', () => {
  const consults = steps.map((step) => (step.key === 'examine' ? { ...step, pauses: 'consultation' as const } : step));
  const pausing: [Turn, DossierState][] = [
    [ask(null), accepted()],
    [askFees, accepted({ fees: [fee('copies', 'receipt')] })],
    [askOpinion, accepted({ steps: consults })],
  ];
  for (const [turn, dossier] of pausing) {
    const decided = turn(dossier, instant('2026-11-02T09:00'));
    if (decided.kind === 'refusal') throw new Error(decided.code);
    const [pause] = decided.clock;
    expect(pause).toMatchObject({ kind: 'paused', reason: decided.change.waiting });
  }
  const running = askOpinion(accepted(), instant('2026-11-02T09:00'));
  expect(running).toMatchObject({ clock: [], change: {} });
  expect(legal.caseDue(accepted().clock, null)).toBe(instant('2026-11-09T08:00'));
});

/** Not turns of a dossier, or of a part that is not built: each with where it is, or what it waits for. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  V08: 'digitisation at reception is not built: an acceptance says only which papers were shown',
  V12: 'the system of the national portal keeps when each act was told',
  V16: 'the system of feedback keeps each rating and its answer',
};

test('each of the nineteen triggers is shown here, or it is said where it is', () => {
  const all = Array.from({ length: 19 }, (_, index) => `V${String(index + 1).padStart(2, '0')}`);
  const shown = new Set([...TRIGGERS.map(([code]) => code), 'V18', ...Object.keys(ELSEWHERE)]);
  expect([...shown].toSorted()).toEqual(all);
});
