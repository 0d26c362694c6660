/** Unfolding: the fields of a block that says `use: person`, without those it leaves out and with the changes it makes. */
import { type Fault, fault } from '../pack/fault.ts';
import type { Block, Field, Group, InnerBlock, SharedBlock, SimpleField } from './definition.ts';

export type AnyField = Field | InnerBlock;
type Container = Block | Group | InnerBlock;

export interface Unfolded {
  readonly fields: readonly (SimpleField | InnerBlock)[];
  readonly checks: SharedBlock['checks'];
  readonly faults: readonly Fault[];
}

export function unfold(container: Container, at: string, blocks: readonly SharedBlock[]): Unfolded {
  const none = { fields: [], checks: [] };
  if ((container.use === undefined) === (container.fields === undefined)) {
    return {
      ...none,
      faults: [
        fault('forms.use-or-fields', at, 'Phải có một trong hai: use hoặc fields.', 'Give either use or fields.'),
      ],
    };
  }
  if (container.use === undefined) return { fields: container.fields ?? [], checks: [], faults: [] };
  const shared = blocks.find((block) => block.code === container.use);
  if (shared === undefined) {
    return {
      ...none,
      faults: [
        fault(
          'forms.unknown-block',
          `${at}.use`,
          `Không có khối dùng chung “${container.use}”.`,
          `There is no shared block “${container.use}”.`,
        ),
      ],
    };
  }
  const faults: Fault[] = [];
  const kept = without(shared.fields, container.except ?? [], `${at}.except`, faults);
  const fields = adjusted(kept, Object.entries(container.adjust ?? {}), `${at}.adjust`, faults);
  return { fields, checks: shared.checks ?? [], faults };
}

type Fields = readonly (SimpleField | InnerBlock)[];

function without(fields: Fields, keys: readonly string[], at: string, faults: Fault[]): Fields {
  for (const key of keys) if (!fields.some((field) => field.key === key)) faults.push(unknownKey(at, key));
  return fields.filter((field) => !keys.includes(field.key));
}

/** `requester.relation` reaches into an inner block: its own fields, or its own `adjust` when it uses a shared block itself. */
function adjusted(
  fields: Fields,
  changes: readonly [string, Record<string, unknown>][],
  at: string,
  faults: Fault[],
): Fields {
  return changes.reduce((result, [path, change]) => {
    const [key, ...rest] = path.split('.');
    if (!result.some((field) => field.key === key)) faults.push(unknownKey(at, path));
    return result.map((field) => (field.key === key ? changeField(field, rest.join('.'), change, at, faults) : field));
  }, fields);
}

function changeField(
  field: SimpleField | InnerBlock,
  inner: string,
  change: Record<string, unknown>,
  at: string,
  faults: Fault[],
): SimpleField | InnerBlock {
  if (inner === '') return { ...field, ...change, key: field.key, kind: field.kind } as typeof field;
  if (field.kind !== 'block') {
    faults.push(unknownKey(at, `${field.key}.${inner}`));
    return field;
  }
  if (field.use !== undefined) return { ...field, adjust: { ...field.adjust, [inner]: change } };
  return { ...field, fields: adjusted(field.fields ?? [], [[inner, change]], at, faults) as SimpleField[] };
}

const unknownKey = (at: string, key: string): Fault =>
  fault(
    'forms.unknown-field',
    at,
    `Không có trường “${key}” trong khối dùng chung.`,
    `The shared block has no field “${key}”.`,
  );
