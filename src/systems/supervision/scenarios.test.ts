/** The scenarios of the province pack: each comes out on its examples as they say, and no part of a condition can be changed without an example that notices. */
import { describe, expect, test } from 'vitest';
import { fromRoot } from '../../platform/config/project-root.ts';
import { buildRegistry } from '../../platform/system/registry.ts';
import { systems } from '../../systems.ts';
import { explain } from '../../platform/conditions/explain.ts';
import { compileScenario, fillMessage } from './compile-scenario.ts';
import { readPackScenarios } from './pack.ts';
import type { Scenario } from './scenario.ts';
import { bindExample, Subjects, supervisableOf } from './scenario-subject.ts';

const supervisable = supervisableOf(buildRegistry(systems));
const parts = { supervisable, subjects: new Subjects(supervisable) };
const scenarios = readPackScenarios(fromRoot('provinces/tay-ninh'), parts);

test('the nineteen scenarios of the plan are there, each with lawful and unlawful examples', () => {
  expect(scenarios.map(({ code }) => code)).toEqual(
    Array.from({ length: 19 }, (_, index) => `V${String(index + 1).padStart(2, '0')}`),
  );
  for (const { lawful, unlawful } of scenarios) {
    expect(lawful.length).toBeGreaterThan(0);
    expect(unlawful.length).toBeGreaterThan(0);
  }
});

/** Each comparison turned round or moved by one, each joint changed, each negation taken away, each number and text replaced. */
const TURNS: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/ >= /g, () => ' > '],
  [/ <= /g, () => ' < '],
  [/ < /g, () => ' >= '],
  [/ > /g, () => ' >= '],
  [/ == /g, () => ' != '],
  [/ != /g, () => ' == '],
  [/ && /g, () => ' || '],
  [/ \|\| /g, () => ' && '],
  [/!(?=[a-z(])/g, () => ''],
  [/\b(\d+)\b(?!s?")/g, (found) => `7${found}`],
  [/"[a-z-]+"/g, () => '"other"'],
];

const mutants = (condition: string): string[] =>
  TURNS.flatMap(([pattern, turn]) =>
    [...condition.matchAll(pattern)].map(
      ({ 0: found, index }) => condition.slice(0, index) + turn(found) + condition.slice(index + found.length),
    ),
  );

/** Changes that mean the same where they stand: each with the reason. */
const SAME: Readonly<Record<string, string>> = {};

describe.each(scenarios.map((scenario) => [scenario.code, scenario] as const))('%s', (_code, scenario: Scenario) => {
  test('comes out as its examples say', () => {
    expect(compileScenario(scenario, 1, parts).faults).toBeUndefined();
  });

  test('what it finds is said in both languages and explained clause by clause', () => {
    const { compiled } = compileScenario(scenario, 1, parts);
    for (const { values } of scenario.unlawful) {
      const act = (values.act as { type?: string } | undefined)?.type ?? '';
      const condition = compiled?.conditions.get(act) ?? [...(compiled?.conditions.values() ?? [])][0];
      if (!condition) throw new Error(`${scenario.code} has no condition for ${act}`);
      const bound = bindExample(condition.subject, values);
      const { sentence, value } = explain(condition, bound);
      expect(value).toBe(true);
      expect(sentence.vi).toBeTruthy();
      expect(fillMessage(scenario, condition.subject, bound).vi).not.toContain('{');
    }
  });

  test.each(mutants(scenario.condition))('an example notices %s', (condition) => {
    const { faults } = compileScenario({ ...scenario, condition }, 1, parts);
    expect(faults?.map(({ code }) => code) ?? SAME[condition] ?? 'nobody noticed').not.toBe('nobody noticed');
  });
});

test.each([
  ['an unknown field', 'dossier.suplements >= 1', 'conditions.unknown-field'],
  ['a wrong type', 'dossier.supplements >= "1"', 'conditions.unlike-values'],
  ['a pattern that can run for ever', 'dossier.code.matches("(a+)+$")', 'conditions.call-not-allowed'],
  [
    'walks inside walks',
    'dossier.consultations.exists(a, dossier.consultations.exists(b, a.unit == b.unit))',
    'conditions.nested-macro',
  ],
  ['a condition of ten megabytes', `dossier.code == "${'x'.repeat(10_000_000)}"`, 'conditions.too-long'],
  ['a field that the act does not have', 'act.body.promised == ""', 'conditions.unknown-field'],
])('%s is refused with its place and a sentence in both languages', (_what, condition, code) => {
  const [v01] = scenarios;
  const { faults } = compileScenario({ ...(v01 as Scenario), condition }, 1, parts);
  expect(faults?.[0]?.code).toBe(code);
  expect(faults?.[0]?.at).toMatch(/^condition:\d+-\d+$/);
  expect(faults?.[0]?.message.vi).toBeTruthy();
  expect(faults?.[0]?.message.en).toBeTruthy();
});

test('what a message names must be there, and a moment and an act must be known', () => {
  const [v01] = scenarios as [Scenario];
  const wrong = (more: Partial<Scenario>) =>
    compileScenario({ ...v01, ...more }, 1, parts).faults?.map(({ code }) => code);
  expect(wrong({ message: { vi: '{dossier.name}', en: '' } })).toEqual(['supervision.no-such-value']);
  expect(wrong({ looks: { acts: ['dossiers.dossier-painted'] } })).toContain('supervision.no-such-act');
  expect(wrong({ looks: { moment: 'full-moon', offset: '+0wd' }, lawful: [], unlawful: [] })).toContain(
    'supervision.no-such-moment',
  );
  expect(wrong({ kind: 'unicorn' })).toEqual(['supervision.no-such-kind']);
  expect(wrong({ lawful: v01.unlawful })).toEqual(['supervision.example-fails']);
});
