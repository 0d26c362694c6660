/** How long a look may take: what is slow in itself is told apart from a pause of the machine. */
import { expect, test } from 'vitest';
import { aScenario } from '../../../test/harness/scenarios.ts';
import { buildRegistry } from '../../platform/system/registry.ts';
import { systems } from '../../systems.ts';
import { type CompiledScenario, compileScenario } from './compile-scenario.ts';
import { judge } from './judge-look.ts';
import { bindExample, Subjects, supervisableOf } from './scenario-subject.ts';

const ACT = 'dossiers.step-completed';
const supervisable = supervisableOf(buildRegistry(systems));
const parts = { supervisable, subjects: new Subjects(supervisable) };
const PAUSE_MS = 12;

function compiledOf(condition: string): CompiledScenario {
  const { compiled, faults } = compileScenario(aScenario({ condition }), 1, parts);
  if (!compiled) throw new Error(JSON.stringify(faults));
  return compiled;
}

const boundTo = (step: string) => bindExample(parts.subjects.of('dossier', ACT), { dossier: { step } });

test('a run over 5 ms fails, at the first look', () => {
  const slow = compiledOf('fold(dossier.step) == "x"');
  const bound = boundTo('Đã kiểm tra '.repeat(400_000));
  expect(judge([slow], ACT, bound).failed).toEqual([{ scenario: slow, reason: 'slow' }]);
});

test('a pause of the machine in the middle of a run is no fault of the rule, which comes out all the same', () => {
  const quick = compiledOf('dossier.step == "x"');
  const bound = boundTo('x');
  const dossier = (bound.values as { dossier: object }).dossier;
  let pauses = 0;
  Object.defineProperty(dossier, 'step', {
    get() {
      const until = performance.now() + (pauses === 0 ? PAUSE_MS : 0);
      let now = 0;
      while (now < until) now = performance.now();
      pauses += 1;
      return 'x';
    },
  });
  expect(judge([quick], ACT, bound)).toEqual({ fired: [quick], failed: [] });
  expect(pauses).toBe(2);
});
