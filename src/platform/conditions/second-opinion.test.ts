import { celFunc, CelScalar, run } from '@bufbuild/cel';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../text/fold.ts';
import { fullYears } from '../text/partial-day.ts';
import { compileCondition, evaluate } from './condition.ts';
import { defineSubject } from './subject.ts';

// Another implementation of the language decides the same conditions over the same values; where neither a value is missing nor a number overflows they must agree.
const subject = defineSubject({
  name: 'Second',
  variables: {
    a: { type: 'bool' },
    b: { type: 'bool' },
    n: { type: 'int' },
    m: { type: 'int' },
    x: { type: 'double' },
    s: { type: 'string' },
    day: { type: 'day' },
    tags: { type: 'strings' },
    child: { fields: { name: { type: 'string' }, birth: { type: 'day' } } },
    rows: { rows: { kind: { type: 'string' }, count: { type: 'int' } } },
  },
});

interface Given {
  a: boolean;
  b: boolean;
  n: number;
  m: number;
  x: number;
  s: string;
  day: string;
  tags: string[];
  child: { name: string; birth: string };
  rows: { kind: string; count: number }[];
}

const funcs = [
  celFunc('fold', [CelScalar.STRING], CelScalar.STRING, fold),
  celFunc('age', [CelScalar.STRING, CelScalar.STRING], CelScalar.INT, (birth, day) =>
    BigInt(fullYears(birth, day) ?? 0),
  ),
];

const ATOMS = [
  'a',
  '!b',
  'n > m',
  'n <= m',
  'n + 1 == m',
  'n % 3 == 0',
  'x < 2.5',
  "s == 'Hòa'",
  "s != ''",
  "fold(s) == 'hoa'",
  "s.contains('o')",
  "s.startsWith('H') || s.endsWith('a')",
  "s in ['Hòa', 'x']",
  "'x' in tags",
  'size(tags) > 1',
  "day >= '2026-01-01'",
  'child.birth <= day',
  'age(child.birth, day) < 18',
  'child.name == s',
  'has(child.name)',
  "rows.exists(r, r.kind == 'x' && r.count > n)",
  'rows.all(r, r.count >= 0)',
  'rows.filter(r, r.kind == s).size() == 1',
  'rows.exists_one(r, r.count == 2)',
  '(a ? n : m) > 1',
];

const condition = fc.letrec<{ any: string; atom: string; pair: string; not: string }>((tie) => ({
  any: fc.oneof({ maxDepth: 3 }, tie('atom'), tie('pair'), tie('not')),
  atom: fc.constantFrom(...ATOMS),
  pair: fc
    .tuple(tie('any'), fc.constantFrom('&&', '||'), tie('any'))
    .map(([left, operator, right]) => `(${left}) ${operator} (${right})`),
  not: tie('any').map((inside) => `!(${inside})`),
})).any;

const word = fc.constantFrom('', 'x', 'Hòa', 'hoà', 'o');
const day = fc.constantFrom('2026-11-23', '2008-11-24', '2008-11-23', '1985');
// the other library takes no object without a prototype
const PLAIN = { noNullPrototype: true };
const given: fc.Arbitrary<Given> = fc.record({
  a: fc.boolean(),
  b: fc.boolean(),
  n: fc.integer({ min: -3, max: 9 }),
  m: fc.integer({ min: -3, max: 9 }),
  x: fc.constantFrom(-1, 2.5, 2.4999, 7),
  s: word,
  day: fc.constantFrom('2026-11-23', '2008-11-24'),
  tags: fc.array(word, { maxLength: 3 }),
  child: fc.record({ name: word, birth: day }, PLAIN),
  rows: fc.array(fc.record({ kind: word, count: fc.integer({ min: -1, max: 4 }) }, PLAIN), { maxLength: 4 }),
});

test('two implementations of the language decide alike', () => {
  fc.assert(
    fc.property(condition, given, (source, values) => {
      const { condition: compiled, errors } = compileCondition(subject, source);
      expect(errors).toBeUndefined();
      const ours = compiled && evaluate(compiled, { ...values });
      expect({ value: run(source, bindingsOf(values), { funcs }) }).toEqual(ours);
    }),
    { numRuns: 200 },
  );
});

test('each kind of clause is decided alike by itself', () => {
  const values = fc.sample(given, { numRuns: 20, seed: 7 });
  for (const source of ATOMS) {
    const { condition: compiled } = compileCondition(subject, source);
    for (const one of values)
      expect([source, { value: run(source, bindingsOf(one), { funcs }) }]).toEqual([
        source,
        compiled && evaluate(compiled, { ...one }),
      ]);
  }
});

function bindingsOf({ n, m, rows, ...others }: Given) {
  return { ...others, n: BigInt(n), m: BigInt(m), rows: rows.map((row) => ({ ...row, count: BigInt(row.count) })) };
}
