/** Act variables: the body of a journal entry as a condition may read it, typed from the entry's own contract. */
import type { TSchema } from 'typebox';
import type { Variable, Variables } from '../../platform/conditions/subject.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { EntrySpec } from '../../platform/system/define-system.ts';

type Labels = Readonly<Record<string, LocalText>>;
interface JsonSchema {
  readonly type?: string;
  readonly anyOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
}

/** Of the newest version of the contract: what is written now. A member no condition can read (a list of mixed values) is left out. */
export function bodyVariables(spec: EntrySpec, labels: Labels): Variables {
  const newest = spec.versions.at(-1)?.body as TSchema | undefined;
  return membersOf(newest as JsonSchema | undefined, labels);
}

function membersOf(schema: JsonSchema | undefined, labels: Labels): Variables {
  return Object.fromEntries(
    Object.entries(schema?.properties ?? {}).flatMap(([name, member]) => {
      const variable = variableOf(member, labels);
      const label = labels[name];
      return variable ? [[name, label ? { ...variable, label } : variable]] : [];
    }),
  );
}

function variableOf(schema: JsonSchema, labels: Labels): Variable | undefined {
  const bare = withoutNull(schema);
  if (bare === undefined) return undefined;
  if (bare.enum?.every((value) => typeof value === 'string')) return { type: 'string' };
  switch (bare.type) {
    case 'string':
      return { type: 'string' };
    case 'integer':
      return { type: 'int' };
    case 'number':
      return { type: 'double' };
    case 'boolean':
      return { type: 'bool' };
    case 'object':
      return { fields: membersOf(bare, labels) };
    case 'array': {
      const item = bare.items && withoutNull(bare.items);
      if (item?.type === 'object') return { rows: membersOf(item, labels) };
      return item?.type === 'string' ? { type: 'strings' } : undefined;
    }
    default:
      return undefined;
  }
}

/** The one schema that is left beside null; undefined where there are several of different kinds. */
function withoutNull(schema: JsonSchema): JsonSchema | undefined {
  const { anyOf } = schema;
  if (!anyOf) return schema;
  const others = anyOf.filter(({ type }) => type !== 'null');
  if (others.length === 1) return others[0];
  return others.every((one) => one.type === 'string' || typeof one.const === 'string') ? { type: 'string' } : undefined;
}
