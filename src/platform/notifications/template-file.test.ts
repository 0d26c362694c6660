import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { packFolderOf } from '../config/project-root.ts';
import { readPackFolder } from '../pack/read-yaml.ts';
import { smsText } from '../text/sms-text.ts';
import { readRules } from './rules.ts';
import { fillTemplate, readTemplates } from './template-file.ts';

const SOUND = `code: test.told
kind: legal
valid_from: '2020-01-01'
values: [code]
subject: {vi: 'Hồ sơ {code}', en: 'Dossier {code}'}
body: {vi: 'Xong {code}.', en: 'Done {code}.'}
sms: {vi: 'Xong {code}.', en: 'Done {code}.'}
`;
const faultsOf = (text: string): string[] =>
  (readTemplates([{ name: 'notifications/a.yaml', text }]).faults ?? []).map(({ code, at }) => `${code} ${at}`);

test('a sound template has no fault', () => {
  expect(faultsOf(SOUND)).toEqual([]);
});

test.each([
  [
    'a value that is not given',
    SOUND.replace('Xong {code}.', 'Xong {name}.'),
    ['notifications.placeholder-unknown notifications/a.yaml: body.vi'],
  ],
  [
    'a brace that opens nothing',
    SOUND.replace('Done {code}.', 'Done {Code}.'),
    ['notifications.stray-brace notifications/a.yaml: body.en'],
  ],
  [
    'a long text message',
    SOUND.replace(/sms: \{vi: '[^']*'/, `sms: {vi: '${'dài '.repeat(40)}'`),
    ['notifications.sms-long notifications/a.yaml: sms.vi'],
  ],
  ['a missing language', SOUND.replace(", en: 'Dossier {code}'", ''), ['pack.shape notifications/a.yaml: subject']],
  ['an unknown kind', SOUND.replace('legal', 'spam'), ['pack.shape notifications/a.yaml: kind']],
  ['a member nobody knows', `${SOUND}colour: red\n`, ['pack.shape notifications/a.yaml']],
  ['no YAML at all', '{', ['pack.yaml notifications/a.yaml: dòng 1']],
])('%s is a fault with its place', (_what, text, faults) => {
  expect(faultsOf(text)).toEqual(faults);
});

test('two templates of one code are a fault', () => {
  const read = readTemplates([
    { name: 'a', text: SOUND },
    { name: 'b', text: SOUND },
  ]);
  expect(read.faults?.map(({ code }) => code)).toEqual(['notifications.template-twice']);
});

test("the province's templates are sound, and their text messages fit with long values", () => {
  const { templates, faults } = readTemplates(readPackFolder(packFolderOf('tay-ninh'), 'notifications'));
  expect(faults).toBeUndefined();
  expect(templates?.length).toBeGreaterThan(10);
  const { examples } = readRules(packFolderOf('tay-ninh'));
  const long = Object.fromEntries(Object.entries(examples).map(([name, { vi }]) => [name, vi]));
  for (const { code, sms } of templates ?? [])
    if (sms) expect(smsText(fillTemplate(sms.vi, long)), code).not.toMatch(/\.\.\.$/);
});

test('whatever is filled in stays as it is, and nothing in it is filled again', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      const tidy = `x${value.replaceAll(/\s/g, ' ')}x`;
      expect(fillTemplate('{code}', { code: tidy })).toBe(tidy);
    }),
    { numRuns: 100 },
  );
  expect(fillTemplate('{a}', { a: '{b}', b: 'c' })).toBe('{b}');
  expect(() => fillTemplate('{a}', {})).toThrow('{a}');
  expect(fillTemplate('Một.\n\n{a}\n{b}\n\nHai.', { a: '', b: '' })).toBe('Một.\n\nHai.');
});
