/** Whether a value has the shape a schema describes; the most telling mistake of each place, in both languages. */
import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { type Fault, fault } from './fault.ts';

export type Shaped<T> =
  | { readonly value: T; readonly faults?: undefined }
  | { readonly value?: undefined; readonly faults: Fault[] };

const MOST_FAULTS = 20;

/** A checker compiled once. Answers the value itself when it fits, at most 20 faults when it does not. */
export function shapeOf<T extends TSchema>(schema: T): (value: unknown) => Shaped<Static<T>> {
  const compiled = Compile(schema);
  return (value) => {
    if (compiled.Check(value)) return { value };
    return { faults: tellingErrors(compiled.Errors(value)).slice(0, MOST_FAULTS) };
  };
}

interface ShapeError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: object;
  readonly message: string;
}

/** A union reports each of its branches; of those only the union itself is worth telling, unless a mistake deeper inside explains it. */
function tellingErrors(errors: readonly ShapeError[]): Fault[] {
  const told = errors.filter((error) => error.keyword !== 'boolean' && error.keyword !== 'const');
  const deepest = told.filter(
    (error) =>
      error.keyword !== 'anyOf' || !told.some((other) => other.instancePath.startsWith(`${error.instancePath}/`)),
  );
  const seen = new Map(deepest.map((error) => [`${error.instancePath} ${error.keyword}`, error]));
  return [...seen.values()].map((error) => {
    const at = error.instancePath.slice(1).replaceAll('/', '.');
    const detail = detailOf(error);
    return fault('pack.shape', at, `Không đúng khuôn dạng: ${detail}.`, `Not the expected shape: ${detail}.`);
  });
}

function detailOf(error: ShapeError): string {
  const extra = (error.params as { additionalProperties?: string[] }).additionalProperties;
  return extra ? `${error.message} (${extra.join(', ')})` : error.message;
}
