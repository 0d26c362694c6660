import { describe, expect, test } from 'vitest';
import { fromRoot } from '../../../platform/config/project-root.ts';
import { compileForm } from '../../../platform/forms/compile-form.ts';
import type { Answers } from '../../../platform/forms/answers.ts';
import type { Field } from '../../../platform/forms/definition.ts';
import { validateForm } from '../../../platform/forms/validate-form.ts';
import type { Organisation } from '../../../platform/organisation/definition.ts';
import { readOrganisation } from '../../../platform/organisation/pack.ts';
import { sameContent } from '../draft/compare.ts';
import type { DraftContent } from '../draft/draft.ts';
import { readProcedurePack } from '../pack.ts';
import { FIELD_KINDS } from './field-words.ts';
import { depthInside, outlineOf } from './form-outline.ts';
import type { ItemRef } from './items-part.ts';
import { findItemsPart } from './items-parts.ts';
import type { Applied, Choices } from './part-form.ts';
import { findPartForm } from './part-forms.ts';

const PACK = fromRoot('provinces/tay-ninh');
const organisation = readOrganisation(PACK).organisation as Organisation;
const pack = readProcedurePack(PACK, organisation).pack ?? expect.fail('the pack has faults');
const contents = pack.procedures.map(({ definition, form, file }) => ({
  file,
  content: { definition, form: definition.form === undefined ? null : form } satisfies DraftContent,
}));
const choices: Choices = {
  units: organisation.units.filter(({ section, kind }) => section === undefined && kind === 'department'),
  sections: [...new Set(organisation.units.flatMap(({ section }) => section ?? []))].map((key) => ({
    key,
    name: { vi: key },
  })),
  roles: organisation.roles.map(({ key, name }) => ({ value: key, label: name })),
  templates: [
    ...new Set(pack.procedures.flatMap(({ definition }) => definition.results.flatMap((one) => one.template ?? []))),
  ].map((code) => ({ code, title: { vi: code } })),
  named: [],
};
const context = { today: '2026-11-23', channel: 'counter', case: '', commune: '' } as const;

interface Asked {
  readonly where: string;
  readonly fields: readonly Field[];
  readonly answers: Answers;
  readonly apply: (answers: Answers) => Applied;
}

/** What a person who opens the page and presses save is told, and what it changes. */
function savedUntouched({ where, fields, answers, apply }: Asked, content: DraftContent): string[] {
  const title = { vi: '-' };
  const compiled = compileForm({ code: 'part', title, sections: [{ key: 'part', title, fields: [...fields] }] });
  if (compiled.faults) return [`${where}: ${JSON.stringify(compiled.faults.slice(0, 3))}`];
  const read = validateForm(compiled.form, answers, context);
  if (read.errors.length > 0)
    return [`${where}: ${read.errors.map(({ path, message }) => `${path} ${message.vi}`).join(', ')}`];
  const applied = apply(read.answers);
  if (applied.errors) return [`${where}: ${JSON.stringify(applied.errors)}`];
  return sameContent(content, applied.content) ? [] : [`${where} changes something`];
}

describe('opening a page of a draft and saving it untouched changes nothing, in every procedure of the pack', () => {
  test.each(['general', 'ways', 'competence', 'legal', 'linked'] as const)('%s', (part) => {
    const form = findPartForm(part) ?? expect.fail(part);
    const told = contents.flatMap(({ file, content }) =>
      savedUntouched(
        {
          where: `${file} ${part}`,
          fields: form.fields(content, choices),
          answers: form.answers(content),
          apply: (answers) => form.apply(content, answers),
        },
        content,
      ),
    );
    expect(told).toEqual([]);
  });

  test.each(['components', 'fees', 'results', 'form'] as const)('%s', (part) => {
    const items = findItemsPart(part) ?? expect.fail(part);
    const told = contents.flatMap(({ file, content }) =>
      items.list(content).flatMap(({ id }) =>
        savedUntouched(
          {
            where: `${file} ${part} ${id}`,
            fields: items.fields(content, { id }, choices),
            answers: items.answers(content, { id }),
            apply: (answers) => items.apply(content, { id }, answers),
          },
          content,
        ),
      ),
    );
    expect(told).toEqual([]);
  });
});

test('a certified copy whose question has a long name is asked about and stays as it is', () => {
  const { content } =
    contents.find((one) => one.content.definition.results.some(({ copy }) => copy)) ?? expect.fail('no copy');
  const titled = 'title_of_the_paper_that_is_to_be_copied';
  const results = content.definition.results.map((one) => (one.copy ? { ...one, copy: { ...one.copy, titled } } : one));
  const renamed: DraftContent = { form: null, definition: { ...content.definition, results } };
  const items = findItemsPart('results') ?? expect.fail('results');
  const { key } = results.find(({ copy }) => copy) ?? expect.fail('no copy');
  const asked = {
    where: 'results',
    fields: items.fields(renamed, { id: key }, choices),
    answers: items.answers(renamed, { id: key }),
    apply: (answers: Answers) => items.apply(renamed, { id: key }, answers),
  };
  expect(asked.fields.map((field) => field.key)).toContain('is_copy');
  expect(savedUntouched(asked, renamed)).toEqual([]);
});

test('a question of each kind can be added where one may stand, and is asked about in words that compile', () => {
  const { content } = contents.find((one) => one.content.form !== null) ?? expect.fail('no form');
  const form = content.form ?? expect.fail('no form');
  const items = findItemsPart('form') ?? expect.fail('form');
  const places = outlineOf(form).filter((node) => node.kind !== 'check' && depthInside(form, node.id) !== undefined);
  const refs: ItemRef[] = [
    { id: 'form' },
    { kind: 'section' },
    { kind: 'check' },
    ...places.flatMap(({ id }) => FIELD_KINDS.map(({ kind }) => ({ within: id, kind }))),
  ];
  const wrong = refs.flatMap((ref) => {
    if (!items.title(content, ref)) return [];
    const title = { vi: '-' };
    const fields = [...items.fields(content, ref, choices)];
    const { faults } = compileForm({ code: 'part', title, sections: [{ key: 'part', title, fields }] });
    return faults ? [`${JSON.stringify(ref)}: ${JSON.stringify(faults[0])}`] : [];
  });
  expect(wrong).toEqual([]);
});
