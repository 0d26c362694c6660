/** Places that the rule asks for and that a template has lost: such a template is not saved. */
import { type Fault, fault } from '../../pack/fault.ts';
import { type TemplateBlock, textsOf } from './template-block.ts';
import { pathsIn } from './template-text.ts';

interface Written {
  readonly required?: readonly string[] | undefined;
  readonly requiredSometimes?: readonly string[] | undefined;
  readonly body: readonly TemplateBlock[];
}

/** A place counts wherever it stands; of those that are always to be said, not where it is printed on a condition. `more` are texts beside the body. */
export function missingPlaces(
  { required = [], requiredSometimes = [], body }: Written,
  more: readonly string[] = [],
): Fault[] {
  const always = placesOf(
    body.filter(({ when }) => when === undefined),
    more,
  );
  const ever = placesOf(body, more);
  return [
    ...required.filter((path) => !always.has(path)).map(missing),
    ...requiredSometimes.filter((path) => !ever.has(path)).map(missingAnywhere),
  ];
}

const placesOf = (body: readonly TemplateBlock[], more: readonly string[]): ReadonlySet<string> =>
  new Set([
    ...body.flatMap(textsOf).flatMap(pathsIn),
    ...more.flatMap(pathsIn),
    ...body.flatMap((block) => ('each' in block && block.each !== undefined ? [block.each] : [])),
  ]);

const missing = (path: string): Fault =>
  fault(
    'documents.place-required',
    'body',
    `Mẫu phải có {${path}}, luôn được in: quy định buộc giấy này nêu điều đó.`,
    `The template must have {${path}}, always printed: the rule has this paper say it.`,
  );

const missingAnywhere = (path: string): Fault =>
  fault(
    'documents.place-required',
    'body',
    `Mẫu phải có {${path}}, ít nhất trong một trường hợp: quy định buộc giấy này nêu điều đó.`,
    `The template must have {${path}}, in some case at least: the rule has this paper say it.`,
  );
