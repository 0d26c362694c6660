/** An incident made again: which timers it must have and how many signals, by its rebuilt rows and its entries. Pure. */
import type { Row } from '../platform/cases/rebuild-case.ts';
import { findInstant, isoOf } from '../platform/calendar/instant.ts';
import type { ReadEntry } from '../platform/journal/entry.ts';
import { INCIDENT } from '../systems/operations-centre/incident-state.ts';
import { DRILL_OVER, STEP_DUE, TAKE_BY } from '../systems/operations-centre/open-incident.ts';
import { type Difference, isSame } from './compare-rows.ts';
import type { ReadCase, ReadTable } from './read-batch.ts';

const INCIDENT_TABLE = 'operations_centre.incident';

/** What is read beside what is recorded. */
export const INCIDENT_TABLES: ReadonlyMap<string, ReadTable> = new Map([
  ['cases.timer', { caseColumn: 'case_id', key: ['kind'] }],
  ['operations_centre.signal', { caseColumn: 'case_id', key: ['id'] }],
]);

type Rows = ReadonlyMap<string, ReadonlyMap<string, Row>>;

/** Columns that an incident has from its case: acts from before there were any did not say them. */
export function withCopies(id: string, rows: Rows): Rows {
  const [kase, own] = [rows.get('cases.case')?.get(id), rows.get(INCIDENT_TABLE)?.get(id)];
  if (kase?.kind !== INCIDENT || !own) return rows;
  const copied = { ...own, area_id: kase.area_id ?? null, holder_id: kase.assignee_id ?? null };
  return new Map(rows).set(INCIDENT_TABLE, new Map([[id, copied]]));
}

/** Nothing of a case of another kind. When somebody must have taken it is a rule that may have changed since: only that there is a timer is compared. */
export function incidentDiffers({ id, stored, entries }: ReadCase, rows: Rows): Difference[] {
  const kase = rows.get('cases.case')?.get(id);
  const own = rows.get(INCIDENT_TABLE)?.get(id);
  if (kase?.kind !== INCIDENT || !own) return [];
  const found: Difference[] = [];
  const tell = (table: string, row: string, column: string, [held, due]: readonly [Row[string], Row[string]]): void => {
    if (!isSame(held ?? null, due ?? null))
      found.push({ case: id, table, row, column, stored: held ?? null, rebuilt: due ?? null });
  };
  const timers = stored.get('cases.timer');
  const isOpen = kase.status === 'open';
  tell('cases.timer', STEP_DUE, 'fire_at', [timers?.get(STEP_DUE)?.fire_at ?? null, isOpen ? nextDue(rows) : null]);
  const has = (kind: string) => timers?.has(kind) ?? false;
  tell('cases.timer', TAKE_BY, '*', [has(TAKE_BY), isOpen && waitsForSomebody(kase, own, entries)]);
  tell('cases.timer', DRILL_OVER, '*', [has(DRILL_OVER), isOpen && typeof own.drill_id === 'string']);
  tell('operations_centre.signal', id, 'count', [stored.get('operations_centre.signal')?.size ?? 0, own.signals ?? 0]);
  return found;
}

/** Of the steps that are neither done nor said to be overdue the first. */
function nextDue(rows: Rows): string | null {
  const due = [...(rows.get('operations_centre.step')?.values() ?? [])]
    .filter((step) => typeof step.done_at !== 'string' && typeof step.overdue_at !== 'string')
    .flatMap((step) => findInstant(step.due_at as string) ?? [])
    .toSorted((a, b) => a - b);
  return due[0] === undefined ? null : isoOf(due[0]);
}

/** Nobody has it, the program has not said so yet, and it was not closed and opened again since it came to its centre. */
const waitsForSomebody = (kase: Row, own: Row, entries: readonly ReadEntry[]): boolean =>
  typeof own.taken_at !== 'string' &&
  !(kase.flags as readonly string[] | undefined)?.includes('untaken') &&
  entries.findLast(({ type }) => CAME.has(type))?.type !== REOPENED;

const REOPENED = 'operations-centre.incident-reopened';
const CAME = new Set(['operations-centre.incident-opened', 'operations-centre.incident-passed', REOPENED]);
