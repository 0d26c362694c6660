/** Appointments from a table: every line becomes an item or says why not; nothing is taken in part. */
import type { Day } from '../../calendar/instant.ts';
import { type Refusal, refuse } from '../../cases/decision.ts';
import type { Fault } from '../../pack/fault.ts';
import { readCsv } from '../../pack/read-csv.ts';
import { tidyLine } from '../../text/fold.ts';
import { isDay } from '../../text/partial-day.ts';
import type { HoldingManner } from '../tables.ts';
import type { ItemOf } from './item.ts';
import { isRefusal, lookUpPerson, lookUpUnit } from './look-up.ts';
import { MOST_ITEMS } from './save-change.ts';
import { type Standing, standsOn } from './standing.ts';
import { walkThrough } from './walk.ts';

export const APPOINTMENT_COLUMNS = ['ten_dang_nhap', 'ma_don_vi', 'vai_tro'] as const;
export const MORE_COLUMNS = ['hinh_thuc', 'den_ngay', 'quyet_dinh'] as const;
type Row = Record<(typeof APPOINTMENT_COLUMNS)[number], string> &
  Partial<Record<(typeof MORE_COLUMNS)[number], string>>;

export interface AppointmentLine {
  /** As a spreadsheet counts: the head is line 1. */
  readonly line: number;
  readonly person: string;
  readonly unit: string;
  readonly role: string;
  readonly refusal?: Refusal;
}

export type ReadAppointments =
  | { readonly faults: readonly Fault[] }
  | { readonly lines: readonly AppointmentLine[]; readonly items: readonly ItemOf<'appointed'>[] };

const MANNERS: Readonly<Record<string, HoldingManner>> = {
  '': 'full',
  'chinh-thuc': 'full',
  'giao-quyen': 'acting',
  'phu-trach': 'in-charge',
};

/** `items` holds one for each line, in their order, when no line is refused; otherwise none. Refuses lines past what one change holds. */
export function readAppointments(text: string, standing: Standing, day: Day): ReadAppointments {
  const head = text.slice(0, text.indexOf('\n') === -1 ? undefined : text.indexOf('\n'));
  const read = readCsv(text, APPOINTMENT_COLUMNS, head.includes(';') ? ';' : ',');
  if (read.faults) return { faults: read.faults };
  const taken = new Set<string>();
  const tried = read.rows.map((row, index) => {
    if (index >= MOST_ITEMS) return refuse('organisation.too-many-items', { most: MOST_ITEMS });
    return itemOf(row, standing, { day, taken });
  });
  const items = tried.flatMap((one, index) => (isRefusal(one) ? [] : [{ no: index, item: one }]));
  // a decision stands in the draft as a whole, and is asked for when it is published
  const { faults } = walkThrough(standing, items, { day, document: '…', open: new Map() });
  const lines = read.rows.map((row, index): AppointmentLine => {
    const one = tried[index];
    const refusal = isRefusal(one) ? one : faults.find(({ no }) => no === index)?.refusal;
    const said = { person: row.ten_dang_nhap, unit: row.ma_don_vi, role: row.vai_tro };
    return { line: index + 2, ...said, ...(refusal && { refusal }) };
  });
  return { lines, items: lines.some(({ refusal }) => refusal) ? [] : items.map(({ item }) => item) };
}

function itemOf(
  row: Row,
  standing: Standing,
  { day, taken }: { readonly day: Day; readonly taken: Set<string> },
): ItemOf<'appointed'> | Refusal {
  const person = lookUpPerson(standing, row.ten_dang_nhap);
  if (isRefusal(person)) return person;
  const unit = lookUpUnit(standing, day, row.ma_don_vi);
  if (isRefusal(unit)) return unit;
  const role = row.vai_tro.trim().toUpperCase();
  if (!standing.roles.has(role)) return refuse('organisation.role-unknown-there', { role: row.vai_tro });
  const manner = MANNERS[(row.hinh_thuc ?? '').trim()];
  if (!manner) return refuse('organisation.manner-unread');
  const to = readDay(row.den_ngay ?? '');
  if (to === null) return refuse('organisation.day-unreadable');
  const held = new Set(
    [...standing.holdings.values()].filter((one) => one.to === null || one.to >= day).map(({ position }) => position),
  );
  const free = [...standing.positions.values()].find(
    (one) => one.unit === unit.id && one.role === role && standsOn(one, day) && !held.has(one.id) && !taken.has(one.id),
  );
  if (!free) return refuse('organisation.no-free-position', { unit: unit.name.vi, role });
  taken.add(free.id);
  const document = tidyLine(row.quyet_dinh ?? '');
  return {
    kind: 'appointed',
    account: person.id,
    position: free.id,
    manner,
    ...(to !== undefined && { to }),
    ...(document !== '' && { document }),
  };
}

/** 31/12/2026 or 2026-12-31; undefined when empty, null when it is no day. */
function readDay(text: string): Day | undefined | null {
  const typed = text.trim();
  if (typed === '') return undefined;
  const [, date = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed) ?? [];
  const day = year === '' ? typed : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}
