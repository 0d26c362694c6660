/** Rebuilding a case: the rows it must have by what the journal says of its acts. Pure; names and words are not among them. */
import { instant } from '../calendar/instant.ts';
import type { Json } from '../db/json.ts';
import type { ReadEntry } from '../journal/entry.ts';
import type { ClockEvent } from './act.ts';
import type { RecordedTables, RowEffect } from './effect.ts';
import type { ClockEventKind } from './tables.ts';

export type Row = Readonly<Record<string, Json>>;

export interface RebuiltCase {
  /** By table, then by what names the row. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, Row>>;
  /** Entries of acts that left no effect: written before effects were. */
  readonly before: readonly ReadEntry[];
  /** What an effect says that cannot be: told, never passed over. */
  readonly faults: readonly string[];
}

/** `entries` in the order of their chain; those that are no act on the case (a rating, an erasure) change nothing of it. */
export function rebuildCase(entries: readonly ReadEntry[], recorded: RecordedTables): RebuiltCase {
  const rows = new Map<string, Map<string, Row>>();
  const faults: string[] = [];
  const told = new Set(entries.filter(({ effect }) => effect !== undefined).map(({ command }) => command));
  const before = entries.filter(({ dims, command }) => dims?.case_version !== undefined && !told.has(command));
  for (const { id, effect } of entries)
    faults.push(...layEffect(rows, effect, recorded).map((fault) => `${fault} (entry ${id})`));
  return { rows, before, faults };
}

/** Lays what one entry's act made of the case over what was there before it; answers what cannot be. */
export function layEffect(
  rows: Map<string, Map<string, Row>>,
  effect: Json | undefined,
  recorded: RecordedTables,
): string[] {
  return ((effect ?? []) as unknown as readonly RowEffect[]).flatMap((one) => lay(rows, one, recorded) ?? []);
}

/** Lays one row over what was there; answers what is wrong with it. */
function lay(rows: Map<string, Map<string, Row>>, effect: RowEffect, recorded: RecordedTables): string | undefined {
  const table = recorded.get(effect.table);
  if (!table) return `an effect on ${effect.table}, which is not known here`;
  const known = rows.get(effect.table) ?? new Map<string, Row>();
  rows.set(effect.table, known);
  const name = nameOf(effect.key ?? effect.values, table.key);
  const old = known.get(name);
  if ((effect.key === undefined) !== (old === undefined))
    return old ? `${effect.table} ${name} is made twice` : `${effect.table} ${name} is changed before it is made`;
  known.set(name, { ...old, ...effect.values });
  return undefined;
}

export const nameOf = (values: Row, key: readonly string[]): string =>
  key.map((column) => `${values[column] as string | number}`).join('/');

/** The clock events among rebuilt or stored rows, in order. */
export function clockOfRows(rows: Iterable<Row>): (ClockEvent & { readonly entryId: string })[] {
  const events = [...rows].toSorted((a, b) => (a.seq as number) - (b.seq as number));
  return events.map((event) => ({
    kind: event.kind as ClockEventKind,
    at: instant(event.at as string),
    entryId: event.entry_id as string,
    ...(typeof event.reason === 'string' ? { reason: event.reason } : {}),
    ...(typeof event.term === 'string' ? { term: event.term } : {}),
    ...(typeof event.until === 'string' ? { until: instant(event.until) } : {}),
  }));
}
