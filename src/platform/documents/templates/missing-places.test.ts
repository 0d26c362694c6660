import { expect, test } from 'vitest';
import { packFolderOf } from '../../config/project-root.ts';
import { readPackFolder, readYaml } from '../../pack/read-yaml.ts';
import { missingPlaces } from './missing-places.ts';
import type { TemplateBlock } from './template-block.ts';

const heading = (text: string, when?: string): TemplateBlock => ({ kind: 'heading', text, ...(when && { when }) });
const missing = (written: Parameters<typeof missingPlaces>[0]) =>
  missingPlaces(written).map(({ message }) => message.en);

test('a place that is always to be said does not count where it is printed on a condition, one of some cases does', () => {
  const body = [heading('{child.full_name}', 'answered(relation)')];
  expect(missing({ required: ['child.full_name'], body })).toEqual([
    'The template must have {child.full_name}, always printed: the rule has this paper say it.',
  ]);
  expect(missing({ requiredSometimes: ['child.full_name'], body })).toEqual([]);
  expect(missing({ requiredSometimes: ['mother.full_name'], body })).toEqual([
    'The template must have {mother.full_name}, in some case at least: the rule has this paper say it.',
  ]);
  expect(missing({ required: ['child.full_name'], body: [...body, heading('{child.full_name}')] })).toEqual([]);
});

const papers = readPackFolder(packFolderOf('tay-ninh'), 'documents').map(({ name, text }) => [
  name,
  readYaml(text).value as { readonly required?: readonly string[]; readonly body: readonly TemplateBlock[] },
]) as [string, { readonly required?: readonly string[]; readonly body: readonly TemplateBlock[] }][];

test.each(papers)('%s of the pack says which places whoever writes it anew has to keep, and has them', (_, paper) => {
  expect(paper.required?.length).toBeGreaterThan(0);
  expect(missing(paper)).toEqual([]);
});
