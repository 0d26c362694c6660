import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Process, Step } from './process-definition.ts';
import { deadEnds, findCircle, longestPath, unreachable, walkProcess, waysFrom } from './process-graph.ts';

/** Random processes: ways anywhere, also to nowhere and back, and steps that sign, seal, return or do neither. */
const aStep = (count: number) =>
  fc.record({
    guard: fc.boolean(),
    next: fc.option(
      fc.array(fc.record({ to: fc.integer({ min: 0, max: count }), when: fc.boolean() }), {
        minLength: 1,
        maxLength: 3,
      }),
    ),
    does: fc.constantFrom('draft', 'sign', 'seal', 'return'),
    minutes: fc.integer({ min: 0, max: 99 }),
  });

const aProcess = fc.integer({ min: 2, max: 8 }).chain((count) =>
  fc.array(aStep(count), { minLength: count, maxLength: count }).map(
    (steps): Process => ({
      steps: steps.map(({ guard, next, does, minutes }, index) => ({
        key: `s${index}`,
        name: { vi: `B${index}` },
        role: 'CV',
        unit: 'competent',
        budget: `${minutes}min`,
        actions: [does as Step['actions'][number]],
        ...(guard ? { guard: `g${index}` } : {}),
        ...(next
          ? { next: next.map(({ to, when }, at) => ({ to: `s${to}`, ...(when ? { when: `w${index}.${at}` } : {}) })) }
          : {}),
      })),
    }),
  ),
);

/** The naive answer: the closure of "leads to" as a matrix. */
function closure(process: Process): boolean[][] {
  const { steps } = process;
  const leads = steps.map((step, index) =>
    steps.map(({ key }, to) => (step.next ? step.next.some((way) => way.to === key) : to === index + 1)),
  );
  for (const k of steps.keys())
    for (const i of steps.keys())
      for (const j of steps.keys()) if (leads[i]?.[k] && leads[k]?.[j]) (leads[i] as boolean[])[j] = true;
  return leads;
}

test('what is called unreachable is what no power of the naive matrix leads to', () => {
  fc.assert(
    fc.property(aProcess, (process) => {
      const leads = closure(process);
      const naive = process.steps.flatMap((_, index) => (index === 0 || leads[0]?.[index] ? [] : [index]));
      expect(unreachable(process)).toEqual(naive);
    }),
  );
});

test('a circle is found exactly where a step that can be reached leads back to itself', () => {
  fc.assert(
    fc.property(aProcess, (process) => {
      const leads = closure(process);
      const naive = process.steps.some((_, index) => (index === 0 || leads[0]?.[index]) && leads[index]?.[index]);
      const circle = findCircle(process);
      expect(circle !== undefined).toBe(naive);
      for (const index of circle ?? []) expect(leads[index]?.[index]).toBe(true);
    }),
  );
});

/** The naive answer: every dossier there can be, walked step by step as the engine would. */
function* everyPath(
  process: Process,
  index = 0,
  taken: readonly number[] = [],
): Generator<{ taken: readonly number[]; last: number; stuck: boolean }> {
  const { guard } = process.steps[index] as Step;
  for (const now of guard === undefined ? [[...taken, index]] : [[...taken, index], taken]) {
    const ways = waysFrom(process, index);
    if (ways.every(({ when }) => when !== undefined)) yield { taken: now, last: index, stuck: true };
    for (const { to } of ways) {
      if (to === null) yield { taken: now, last: index, stuck: false };
      else yield* everyPath(process, to, now);
    }
  }
}

/** As turns/result.ts of dossiers has it: signed, then issued at a later step. */
function ends(process: Process, taken: readonly number[]): boolean {
  let [signed, issued] = [false, false];
  for (const [place, index] of taken.entries()) {
    const [does] = (process.steps[index] as Step).actions;
    if (does === 'seal' && !signed) return false;
    if (does === 'sign' && place === taken.length - 1) return false;
    if ((does === 'seal' || does === 'return') && signed) issued = true;
    if (does === 'sign') signed = true;
  }
  return issued;
}

const step = (key: string, does: Step['actions'][number], more: Partial<Step> = {}): Step => ({
  key,
  name: { vi: key },
  role: 'CV',
  unit: 'competent',
  budget: '0min',
  actions: [does],
  ...more,
});
/** Issued, then signed once more, with nothing behind that signature where the guard does not hold. */
const SIGNED_AGAIN: Process = {
  steps: [step('a', 'sign'), step('b', 'return'), step('c', 'sign'), step('d', 'draft', { guard: 'g' })],
};

test('a process without a circle has a dead end exactly when some dossier could be stuck', () => {
  fc.assert(
    fc.property(aProcess, (process) => {
      fc.pre(findCircle(process) === undefined);
      let stuck = false;
      for (const path of everyPath(process)) if (path.stuck || !ends(process, path.taken)) stuck = true;
      expect(deadEnds(process).length > 0).toBe(stuck);
    }),
    { numRuns: 500, examples: [[SIGNED_AGAIN]] },
  );
});

test('the longest path is the longest of all paths, and whatever holds, a dossier walks one of them', () => {
  fc.assert(
    fc.property(aProcess, fc.func(fc.boolean()), (process, holds) => {
      fc.pre(findCircle(process) === undefined);
      const minutes = (indexes: readonly number[]) =>
        indexes.reduce((sum, index) => sum + Number.parseInt(process.steps[index]?.budget ?? '0', 10), 0);
      const paths = [...everyPath(process)].map(({ taken }) => taken);
      const longest = longestPath(process, (step) => Number.parseInt(step.budget ?? '0', 10));
      expect(longest.minutes).toBe(Math.max(...paths.map(minutes)));
      expect(minutes(longest.path)).toBe(longest.minutes);
      const walked = walkProcess(process, (condition) => holds(condition)).map((step) => process.steps.indexOf(step));
      expect(paths.map(String)).toContain(String(walked));
    }),
  );
});
