import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { fromRoot } from '../../platform/config/project-root.ts';
import type { Organisation } from '../../platform/organisation/definition.ts';
import { readOrganisation } from '../../platform/organisation/pack.ts';
import { processOf } from './general-process.ts';
import { type PackProcedure, readProcedurePack } from './pack.ts';

const PACK = fromRoot('provinces/tay-ninh');
const IN_FULL = [
  '1.000894',
  '1.001193',
  '1.001612',
  '1.001776',
  '1.004222',
  '1.004650',
  '1.004873',
  '1.013225',
  '1.013831',
  '2.000815',
]; // prettier-ignore
const organisation = readOrganisation(PACK).organisation as Organisation;
const read = readProcedurePack(PACK, organisation);
const procedures: readonly PackProcedure[] = read.pack?.procedures ?? [];
const current = procedures.filter(({ definition }) => definition.valid.to === undefined);
const scratch = mkdtempSync(join(tmpdir(), 'vamco-procedures-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test('the whole pack loads without a fault: more than 70 procedures, ten of them in full, some with a version of the era before', () => {
  expect(read.faults).toBeUndefined();
  expect(current.length).toBeGreaterThan(70);
  const before = procedures.filter((one) => one.definition.valid.to === '2025-06-30');
  expect(before.map((one) => one.definition.code)).toEqual(
    expect.arrayContaining(['1.001612', '1.001776', '1.013225']),
  );
  const full = current.filter(({ definition }) => definition.form !== undefined && definition.process !== undefined);
  expect(full.map((one) => one.definition.code)).toEqual(expect.arrayContaining(IN_FULL));
});

test('every procedure has a name in both languages, a legal basis and somebody who decides it today', () => {
  for (const { definition } of current) {
    expect(definition.name.en, definition.code).toBeTruthy();
    expect(definition.legalBasis.length, definition.code).toBeGreaterThan(0);
    expect(definition.levels.at(-1)?.to, definition.code).toBeUndefined();
  }
});

test('who signs leads, so that a title of their own stands above the signature', () => {
  const leading = new Set(organisation.roles.filter(({ leads }) => leads).map(({ key }) => key));
  const signing = procedures.flatMap(({ definition }) =>
    processOf(definition).steps.filter(({ actions }) => actions.includes('sign')),
  );
  expect(signing.length).toBeGreaterThan(70);
  expect(signing.filter(({ role }) => !leading.has(role))).toEqual([]);
});

test('a fee that nobody has read in the rule is marked as to be confirmed', () => {
  const verified = current.flatMap(({ definition }) =>
    definition.fees.flatMap(({ key, formula, confirm }) =>
      confirm === undefined && 'amount' in formula && formula.amount > 0
        ? [`${definition.code} ${key} ${formula.amount}`]
        : [],
    ),
  );
  // Exactly the amounts that were read in the text of the rule or in an official record.
  expect(verified.sort()).toEqual([
    '1.000894 copies 8000',
    '1.001193 copies 8000',
    '1.002755 list-counter 10000',
    '1.002755 list-online 5000',
    '1.002755 one-counter 15000',
    '1.002755 one-online 7000',
    '1.004194 list-counter 10000',
    '1.004194 list-online 5000',
    '1.004194 one-counter 15000',
    '1.004194 one-online 7000',
    '1.004222 counter 20000',
    '1.004222 online 10000',
    '1.010038 split-counter 10000',
    '1.010038 split-online 5000',
    '2.000635 copies 8000',
    '2.000884 case 10000',
    '2.001035 amend 30000',
    '2.001035 fix 25000',
    '2.001035 tx 50000',
    '2.001199 publish 100000',
    '2.001263 reg 400000',
    '2.001583 publish 100000',
    '2.001610 publish 100000',
    '2.002043 publish 100000',
  ]); // prettier-ignore
});

test('silence is consent in one procedure only, and there the law is named', () => {
  const consent = current.filter(({ definition }) => definition.silence.effect === 'consent');
  expect(consent.map((one) => one.definition.code)).toEqual(['1.004650']);
});

test('a paper that is the result of a procedure, or that a register answers, names what the pack has', () => {
  const codes = new Set(procedures.map(({ definition }) => definition.code));
  const wrong = procedures.flatMap(({ definition, form }) =>
    definition.components.flatMap(({ key, resultOf = [], fact, factOf = [], replacedBy = [] }) => [
      ...resultOf.filter((code) => !codes.has(code)).map((code) => `${definition.code} ${key}: ${code}`),
      ...(fact !== undefined && !replacedBy.includes('population') ? [`${definition.code} ${key}: fact`] : []),
      ...factOf
        .filter((block) => !form.sections.some(({ fields }) => fields.some((field) => field.key === block)))
        .map((block) => `${definition.code} ${key}: ${block}`),
    ]),
  );
  expect(wrong).toEqual([]);
  const reused = current.filter(({ definition }) => definition.components.some(({ resultOf }) => resultOf));
  expect(reused.length).toBeGreaterThan(15);
});

test('life events lead to procedures of the pack', () => {
  expect(read.pack?.lifeEvents.map((event) => event.key)).toEqual([
    'sinh-con',
    'ket-hon',
    'lam-nha',
    'dat-dai',
    'mo-ho-kinh-doanh',
    'cu-tru',
    'di-hoc',
    'giay-to',
    'tro-giup-xa-hoi',
    'nguoi-than-qua-doi',
  ]); // prettier-ignore
});

describe('a mistake in the pack is a fault with a code', () => {
  test.each([
    [
      'a condition of a component',
      'procedures/1.001193.yaml',
      "birth_proof == 'certificate'",
      "birth_prof == 'certificate'",
      'conditions.',
    ],
    [
      'a value no option has',
      'procedures/1.001193.yaml',
      "situation == 'surrogacy'",
      "situation == 'surogacy'",
      'forms.unknown-option',
    ],
    [
      'a counted place',
      'procedures/1.001193.yaml',
      'count: receive.copies_count',
      'count: receive.copies',
      'procedures.place-unknown',
    ],
    [
      'a counted place that is neither list nor number',
      'procedures/1.004194.yaml',
      'count: people',
      'count: variant',
      'procedures.place-not-counted',
    ],
    [
      'an upload without its component',
      'procedures/1.001193.yaml',
      'key: uy-quyen',
      'key: giay-uy-quyen',
      'procedures.component-unknown',
    ],
    [
      'persons of the form that are not in it',
      'procedures/1.000894.yaml',
      'factOf: [ woman, man ]',
      'factOf: [ woman, husband ]',
      'procedures.person-unknown',
    ],
    [
      'a result of a procedure that is not there',
      'procedures/1.001776.yaml',
      "resultOf: [ '1.001699' ]",
      "resultOf: [ '1.001698' ]",
      'procedures.result-of-unknown',
    ],
    [
      'titles of copies that the form does not ask for',
      'procedures/2.000815.yaml',
      'listed: originals, scanned',
      'listed: copies, scanned',
      'procedures.copied-unknown',
    ],
    [
      'a form nobody wrote',
      'procedures/1.001193.yaml',
      'form: birth-registration',
      'form: birth',
      'procedures.form-unknown',
    ],
    [
      'a template nobody wrote',
      'procedures/1.001193.yaml',
      'template: birth-certificate',
      'template: birth',
      'procedures.template-unknown',
    ],
    [
      'a unit that is not there',
      'procedures/1.004650.yaml',
      "unit:so-vhttdl'",
      "unit:so-vhtt'",
      'procedures.place-not-in-organisation',
    ],
    [
      'a role that is not there',
      'procedures/1.004650.yaml',
      'role: LD',
      'role: XX',
      'procedures.place-not-in-organisation',
    ],
    [
      'versions that overlap',
      'procedures/1.001612-2021.yaml',
      "valid: { to: '2025-06-30' }",
      'valid: {}',
      'procedures.versions-overlap',
    ],
    [
      'an alias that is another procedure',
      'procedures/3.000347.yaml',
      "code: '1.002809'",
      "code: '1.001193'",
      'procedures.code-shared',
    ],
    [
      'a life event without its procedure',
      'life-events/life-events.yaml',
      "'2.000986'",
      "'2.000987'",
      'procedures.life-event',
    ],
    [
      'a form that reads ahead',
      'forms/birth-registration.yaml',
      "visible: situation == 'father-unknown'",
      "visible: relation == 'father'",
      'forms.reads-ahead',
    ],
  ])('%s', (_, file, text, replacement, code) => {
    const folder = mkdtempSync(join(scratch, 'pack-'));
    cpSync(PACK, folder, { recursive: true });
    const path = join(folder, file);
    const before = readFileSync(path, 'utf8');
    const after = before.replace(text, replacement);
    expect(after).not.toBe(before);
    writeFileSync(path, after);
    const { faults = [] } = readProcedurePack(folder, organisation);
    expect(faults.map((fault) => fault.code).join(' ')).toContain(code);
  });
});
