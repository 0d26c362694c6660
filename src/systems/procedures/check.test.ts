import { describe, expect, test } from 'vitest';
import { checkProcedure } from './check.ts';
import type { ProcedureDefinition } from './definition.ts';
import { processOf } from './general-process.ts';
import { minutesOfProcess } from './process-budget.ts';

type Change = (definition: ProcedureDefinition) => unknown;

/** A definition with something of everything, and no fault. */
function aDefinition(): ProcedureDefinition {
  return {
    code: '1.900001',
    aliases: [{ code: '1.800001', to: '2025-06-30' }],
    name: { vi: 'Cấp giấy phép thử', en: 'Trial permit' },
    valid: { from: '2025-07-01' },
    field: { code: 'thu', name: { vi: 'Thử' } },
    levels: [
      { level: 'district', authority: 'district', to: '2025-06-30' },
      { level: 'commune', authority: 'commune', from: '2025-07-01' },
    ],
    subjects: ['citizen'],
    online: { level: 'full' },
    term: { value: '2wd' },
    channels: [{ method: 'online' }, { method: 'counter' }],
    cases: [{ key: 'large', name: { vi: 'Lớn' }, term: { value: '3wd' } }],
    components: [
      { key: 'paper', name: { vi: 'Giấy' }, handling: 'handed-in', originals: 1, group: 'proof' },
      { key: 'other-paper', name: { vi: 'Giấy khác' }, handling: 'handed-in', originals: 1, group: 'proof' },
      { key: 'note', name: { vi: 'Ghi chú' }, handling: 'guidance' },
    ],
    fees: [
      {
        key: 'charge',
        name: { vi: 'Lệ phí' },
        type: 'charge',
        formula: { kind: 'fixed', amount: 10_000 },
        channels: ['counter'],
      },
    ],
    results: [{ key: 'permit', name: { vi: 'Giấy phép' }, kind: 'paper' }],
    legalBasis: [{ number: '1/2026/QH16', title: { vi: 'Luật thử' } }],
    process: {
      steps: [
        {
          key: 'receive',
          name: { vi: 'Tiếp nhận' },
          role: 'TN',
          unit: 'receiving',
          budget: '2h',
          actions: ['receive'],
        },
        {
          key: 'examine',
          name: { vi: 'Thẩm định' },
          role: 'CV',
          unit: 'section:economy',
          budget: '10h',
          budgets: { large: '18h' },
          actions: ['examine'],
        },
        {
          key: 'consult',
          name: { vi: 'Lấy ý kiến' },
          role: 'CV',
          unit: 'section:economy',
          actions: ['consult'],
          ownClock: { term: '5wd', silence: 'consent' },
        },
        { key: 'sign', name: { vi: 'Ký' }, role: 'CT', unit: 'competent', budget: '3h', actions: ['sign'] },
        { key: 'return', name: { vi: 'Trả' }, role: 'TN', unit: 'receiving', budget: '1h', actions: ['return'] },
      ],
    },
    silence: { effect: 'none' },
  };
}

test('a sound definition has no fault', () => {
  expect(checkProcedure(aDefinition())).toEqual([]);
});

test('times of steps that are not the term are told with what is left over or too much', () => {
  const told = (budget: string) => {
    const definition = aDefinition();
    Object.assign(definition.process?.steps[0] as object, { budget });
    return checkProcedure(definition)[0]?.message.vi;
  };
  expect(told('1h')).toMatch(/ Còn 1 giờ chưa chia cho bước nào\.$/);
  expect(told('150min')).toMatch(/ Bớt 30 phút ở các bước\.$/);
});

describe('a definition is refused', () => {
  const steps = (definition: ProcedureDefinition) =>
    definition.process?.steps as NonNullable<ProcedureDefinition['process']>['steps'];
  const refusals: [string, string, Change][] = [
    [
      'for steps that are not the term',
      'procedures.steps-not-the-term',
      (d) => Object.assign(steps(d)[0] as object, { budget: '3h' }),
    ],
    [
      'for steps of a case that are not its term',
      'procedures.steps-not-the-term',
      (d) => Object.assign(steps(d)[1] as object, { budgets: { large: '17h' } }),
    ],
    [
      'for steps longer than a day in a same-day procedure',
      'procedures.steps-not-the-term',
      (d) => Object.assign(d, { term: { value: '0wd' }, cases: [] }),
    ],
    [
      'for steps longer than the working days a term of calendar days holds',
      'procedures.steps-not-the-term',
      (d) => Object.assign(d, { term: { value: '2d' } }),
    ],
    [
      'for a budget of a case it does not have',
      'procedures.budget-case',
      (d) => Object.assign(steps(d)[1] as object, { budgets: { huge: '18h', large: '18h' } }),
    ],
    ['for a step without any time', 'procedures.step-untimed', (d) => delete steps(d)[2]?.ownClock],
    [
      'for a first step that does not receive',
      'procedures.first-step',
      (d) => Object.assign(steps(d)[0] as object, { actions: ['examine'] }),
    ],
    [
      'for a step whose hours alone exceed the term',
      'procedures.step-over-term',
      (d) => Object.assign(steps(d)[1] as object, { budget: '80h' }),
    ],
    [
      'for a way to no step',
      'procedures.step-unknown',
      (d) => Object.assign(steps(d)[0] as object, { next: [{ to: 'nowhere' }] }),
    ],
    [
      'for a step that nothing leads to',
      'procedures.step-unreachable',
      (d) => Object.assign(steps(d)[1] as object, { next: [{ to: 'sign' }] }),
    ],
    [
      'for steps that go round',
      'procedures.process-circle',
      (d) => Object.assign(steps(d)[3] as object, { next: [{ to: 'consult' }] }),
    ],
    [
      'for ways that all have a condition',
      'procedures.dead-end.not-always',
      (d) => Object.assign(steps(d)[1] as object, { next: [{ to: 'consult', when: 'true' }] }),
    ],
    ['for a last step that signs', 'procedures.dead-end.sign-last', (d) => steps(d).splice(4, 1)],
    [
      'for a signature that may be passed over',
      'procedures.dead-end.no-sign',
      (d) => Object.assign(steps(d)[3] as object, { guard: 'true' }),
    ],
    [
      'for a draft confirmed after no step',
      'procedures.step-unknown',
      (d) =>
        Object.assign(d, {
          draftConfirmation: {
            after: '1d',
            silence: 'confirmed',
            channels: ['online'],
            afterStep: 'nowhere',
            pausesClock: true,
          },
        }),
    ],
    ['for a code of another form', 'procedures.code', (d) => Object.assign(d, { code: '1.90000' })],
    [
      'for an alias that is the code',
      'procedures.alias-is-code',
      (d) => Object.assign(d, { aliases: [{ code: '1.900001' }] }),
    ],
    [
      'for days that run backwards',
      'procedures.era-backwards',
      (d) => Object.assign(d, { valid: { from: '2026-02-02', to: '2026-02-01' } }),
    ],
    ['for two levels at once', 'procedures.levels-overlap', (d) => delete d.levels[0]?.to],
    [
      'for a key used twice',
      'procedures.key-repeated',
      (d) => Object.assign(d.components[2] as object, { key: 'paper' }),
    ],
    ['for a channel named twice', 'procedures.channel-repeated', (d) => d.channels.push({ method: 'online' })],
    ['for being wholly online without an online channel', 'procedures.no-online-channel', (d) => d.channels.shift()],
    ['for a term that says nothing', 'procedures.term-empty', (d) => Object.assign(d, { term: {} })],
    ['for a term of no hours', 'calendar.term-zero', (d) => Object.assign(d, { term: { value: '0h' } })],
    [
      'for guidance that asks for copies',
      'procedures.guidance-counted',
      (d) => Object.assign(d.components[2] as object, { copies: 1 }),
    ],
    ['for a group of alternatives with one member', 'procedures.group-of-one', (d) => delete d.components[1]?.group],
    [
      'for a register that nobody keeps',
      'procedures.register-unknown',
      (d) => Object.assign(d.components[0] as object, { replacedBy: ['populace'] }),
    ],
    [
      'for a fact that no register is asked for',
      'procedures.fact-without-register',
      (d) => Object.assign(d.components[0] as object, { replacedBy: ['land'], fact: 'identity' }),
    ],
    [
      'for persons without what is to be known of them',
      'procedures.fact-missing',
      (d) => Object.assign(d.components[0] as object, { replacedBy: ['population'], factOf: ['mother'] }),
    ],
    [
      'for a certified copy of a paper it does not have',
      'procedures.scanned-unknown',
      (d) => Object.assign(d.results[0] as object, { copy: { listed: 'originals', scanned: 'scan' } }),
    ],
    [
      'for a fee of a channel it does not have',
      'procedures.fee-channel',
      (d) => Object.assign(d.fees[0] as object, { channels: ['post'] }),
    ],
    [
      'for a fee in words without words',
      'procedures.fee-empty',
      (d) => Object.assign(d.fees[0] as object, { formula: { kind: 'text' } }),
    ],
    [
      'for page tiers that do not rise',
      'procedures.fee-tiers',
      (d) =>
        Object.assign(d.fees[0] as object, {
          formula: {
            kind: 'page-tiers',
            rows: 'a',
            pages: 'b',
            copies: 'c',
            tiers: [
              { from: 1, amount: 1 },
              { from: 1, amount: 2 },
            ],
          },
        }),
    ],
    [
      'for silence that speaks before the term ends',
      'procedures.silence-term',
      (d) =>
        Object.assign(d, { silence: { effect: 'consent', after: '1wd', outcome: { vi: 'Được làm' }, basis: 'Luật' } }),
    ],
    ['for a member nobody knows', 'pack.shape', (d) => Object.assign(d, { deadline: '3wd' })],
    ['for a text without Vietnamese', 'pack.shape', (d) => Object.assign(d, { name: { en: 'Trial' } })],
  ];
  test.each(refusals)('%s', (_, code, change) => {
    const definition = aDefinition();
    change(definition);
    expect(checkProcedure(definition).map((fault) => fault.code)).toContain(code);
  });

  test('and not for a person whose block of the form has two words in its key', () => {
    const definition = aDefinition();
    Object.assign(definition.components[0] as object, {
      replacedBy: ['population'],
      fact: 'identity',
      factOf: ['first_witness'],
    });
    expect(checkProcedure(definition)).toEqual([]);
  });

  test.each([null, 1, 'x', [], {}])('for being %j', (value) => {
    expect(checkProcedure(value).length).toBeGreaterThan(0);
  });
});

describe('a procedure without a process of its own', () => {
  test.each(['1wd', '3wd', '7wd', '17wd', '22wd', '8h', '13h'])('has steps that fill %s to the minute', (term) => {
    const { process: _, cases: __, ...rest } = aDefinition();
    const definition = { ...rest, term: { value: term } };
    const written = { ...definition, process: processOf(definition) };
    expect(checkProcedure(written)).toEqual([]);
    expect(minutesOfProcess(written.process)).toBe(Number.parseInt(term, 10) * (term.endsWith('wd') ? 480 : 60));
  });

  test('has steps without budgets when its term is words', () => {
    const { process: _, ...rest } = aDefinition();
    const steps = processOf({ ...rest, term: { text: { vi: 'theo kế hoạch' } } }).steps;
    expect(steps.map((step) => step.budget)).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });
});
