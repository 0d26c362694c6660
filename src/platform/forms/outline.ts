/** The outline of a form: its fields in a tree with shared blocks unfolded and paths known, before any condition is compiled. */
import { type Fault, fault, repeated } from '../pack/fault.ts';
import { checkField } from './check-field.ts';
import type { Check, SharedBlock } from './definition.ts';
import { type AnyField, unfold } from './unfold.ts';

export interface OutlineNode {
  readonly field: AnyField;
  /** `periods.from`: keys from the root, rows left out. */
  readonly path: string;
  readonly children: readonly OutlineNode[];
  readonly checks: readonly Check[];
  /** The whole path in the sources that may fill it in. */
  readonly prefill: string | undefined;
}

interface Place {
  readonly path: string;
  readonly prefill: string | undefined;
  /** Fields of a section, of a block there, of a block in that. */
  readonly depth: 0 | 1 | 2;
}

export const ROOT: Place = { path: '', prefill: '', depth: 0 };

export function outline(
  fields: readonly AnyField[],
  place: Place,
  blocks: readonly SharedBlock[],
  faults: Fault[],
): OutlineNode[] {
  const asked = fields.filter((field) => field.kind !== 'info').map((field) => field.key);
  for (const key of repeated(asked)) {
    faults.push(
      fault('forms.repeated-key', join(place.path, key), 'Hai trường trùng khóa.', 'Two fields have the same key.'),
    );
  }
  return fields.map((field) => outlineNode(field, place, blocks, faults));
}

function outlineNode(field: AnyField, place: Place, blocks: readonly SharedBlock[], faults: Fault[]): OutlineNode {
  const path = join(place.path, field.key);
  const prefill = prefillOf(field, place);
  if (field.kind !== 'block' && field.kind !== 'group') {
    faults.push(...checkField(field, path));
    return { field, path, children: [], checks: [], prefill };
  }
  if (place.depth === 2 || (field.kind === 'group' && place.depth > 0)) {
    faults.push(fault('forms.too-deep', path, 'Khối lồng nhau quá sâu.', 'Blocks are nested too deep.'));
    return { field, path, children: [], checks: [], prefill };
  }
  const unfolded = unfold(field, path, blocks);
  faults.push(...unfolded.faults);
  const inner: Place = { path, prefill, depth: place.depth === 0 ? 1 : 2 };
  return {
    field,
    path,
    children: outline(unfolded.fields, inner, blocks, faults),
    checks: [...(unfolded.checks ?? []), ...(field.checks ?? [])],
    prefill,
  };
}

/** A block without a source of its own leaves its fields unfilled; at the root a field names its whole path. */
function prefillOf(field: AnyField, place: Place): string | undefined {
  const own = 'prefill' in field ? field.prefill : undefined;
  if (own === undefined || place.prefill === undefined) return undefined;
  return join(place.prefill, own);
}

export const join = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);
