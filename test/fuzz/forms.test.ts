import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant } from '../../src/platform/calendar/instant.ts';
import { packFolderOf } from '../../src/platform/config/project-root.ts';
import type { Answers } from '../../src/platform/forms/answers.ts';
import type { FormContext, FormNode } from '../../src/platform/forms/form.ts';
import { listsFrom } from '../../src/platform/forms/form-lists.ts';
import { readForm } from '../../src/platform/forms/read-form.ts';
import { reviewForm } from '../../src/platform/forms/review.ts';
import { validateForm } from '../../src/platform/forms/validate-form.ts';
import type { Organisation } from '../../src/platform/organisation/definition.ts';
import { readOrganisation } from '../../src/platform/organisation/pack.ts';
import { readProcedurePack } from '../../src/systems/procedures/pack.ts';
import { pinVersion, planVersion } from '../../src/systems/procedures/pinned-version.ts';
import { runs } from './runs.ts';
import { text } from './texts.ts';

const pack = packFolderOf('tay-ninh');
const { organisation } = readOrganisation(pack);
const { pack: read } = readProcedurePack(pack, organisation as Organisation);
const versions = (read?.procedures ?? []).map(({ definition, form }) =>
  pinVersion(definition.code, definition, form, listsFrom({})),
);
const at = instant('2026-11-23T09:00');

const PARTS = ['', '.day', '.month', '.year', '.province', '.commune', '.detail', '._rows', '.0', '.49'];

/** Names of the controls a page of the form could send, rows and parts included. */
function namesIn(nodes: readonly FormNode[], before = ''): string[] {
  return nodes.flatMap((node) => {
    const path = `${before}${node.key}`;
    if (node.kind === 'field') return PARTS.map((part) => path + part);
    const inner = node.kind === 'group' ? [`${path}.0.`, `${path}.1.`] : [`${path}.`];
    return [`${path}._rows`, ...inner.flatMap((prefix) => namesIn(node.nodes, prefix))];
  });
}

const optionsIn = (nodes: readonly FormNode[]): string[] =>
  nodes.flatMap((node) =>
    node.kind === 'field' ? node.options.slice(0, 6).map(({ value }) => value) : optionsIn(node.nodes),
  );

test('every form the province offers takes whatever is posted, reads its own answers as they are, and plans with them', () => {
  expect(versions.length).toBeGreaterThan(70);
  // One of each form is enough in the short run: the general form is composed alike for all who have none of their own.
  for (const version of versions) {
    const { form, definition } = version;
    const nodes = form.sections.flatMap((section) => section.nodes);
    const names = namesIn(nodes);
    const typed = text([...new Set(optionsIn(nodes)), 'true', '01', '11', '1990', '25459', '80']);
    const value = fc.oneof(
      { weight: 6, arbitrary: typed },
      fc.array(typed, { maxLength: 4 }),
      fc.object(),
      fc.constant(null),
    );
    const name = fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...names) },
      fc.constantFrom('_asked', '_action'),
      text(),
    );
    const asked = fc.subarray(names).map((some) => some.join(' '));
    const body = fc
      .tuple(fc.dictionary(name, value, { maxKeys: 40 }), fc.option(asked))
      .map(([fields, shown]) => (shown === null ? fields : { ...fields, _asked: shown }));
    const section = fc.option(fc.constantFrom(...form.sections.map(({ key }) => key)));
    const channel = fc.constantFrom('online', 'counter', 'post');
    const posting = fc.record({ body, section, channel, previous: fc.oneof(fc.constant({}), fc.object()) });
    fc.assert(
      fc.property(posting, (posted) => {
        const channel = posted.channel as 'online' | 'counter' | 'post';
        const context: FormContext = { today: '2026-11-23', channel, case: '', commune: '25459' };
        const options = posted.section === null ? { context } : { context, section: posted.section };
        const { answers, typed } = readForm(form, posted.body, { ...options, previous: posted.previous as Answers });
        // A row of which something could not be read stays, empty, to show that.
        if (Object.keys(typed).length === 0)
          expect(readForm(form, {}, { ...options, previous: answers }).answers).toEqual(answers);
        const valid = validateForm(form, answers, context);
        expect(validateForm(form, valid.answers, context).answers).toEqual(valid.answers);
        reviewForm(form, answers, { context, locale: 'vi' });
        for (const { amount } of planVersion(version, { answers, channel, commune: '25459', at }).fees)
          expect(Number.isSafeInteger(amount) && amount > 0, definition.code).toBe(true);
      }),
      { numRuns: runs(definition.form === undefined ? 3 : 30, definition.form === undefined ? 200 : 3000) },
    );
  }
});
