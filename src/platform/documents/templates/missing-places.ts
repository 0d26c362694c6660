/** Places that the rule asks for and that a template has lost: such a template is not saved. */
import { type Fault, fault } from '../../pack/fault.ts';
import { type TemplateBlock, textsOf } from './template-block.ts';
import { pathsIn } from './template-text.ts';

interface Written {
  readonly required?: readonly string[] | undefined;
  readonly body: readonly TemplateBlock[];
}

/** A place counts wherever it stands, unless it is printed only on a condition. `more` are texts beside the body. */
export function missingPlaces({ required = [], body }: Written, more: readonly string[] = []): Fault[] {
  const always = body.filter(({ when }) => when === undefined);
  const eachOf = always.flatMap((block) => ('each' in block && block.each !== undefined ? [block.each] : []));
  const said = new Set([...always.flatMap(textsOf).flatMap(pathsIn), ...more.flatMap(pathsIn), ...eachOf]);
  return required.filter((path) => !said.has(path)).map(missing);
}

const missing = (path: string): Fault =>
  fault(
    'documents.place-required',
    'body',
    `Mẫu phải có {${path}}, luôn được in: quy định buộc giấy này nêu điều đó.`,
    `The template must have {${path}}, always printed: the rule has this paper say it.`,
  );
