/** Areas of both eras from a table of the province pack: codes, names, parents, days, centroids. */
import { type Fault, fault } from '../pack/fault.ts';
import { readCsv } from '../pack/read-csv.ts';
import { AREA_KINDS, type Area, type AreaKind, type SuccessionRow } from './definition.ts';
import { successionsOf } from './successions.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const VI: Record<AreaKind, string> = {
  province: 'Tỉnh',
  city: 'Thành phố',
  town: 'Thị xã',
  district: 'Huyện',
  ward: 'Phường',
  township: 'Thị trấn',
  commune: 'Xã',
};
const EN: Record<AreaKind, string> = {
  province: 'Province',
  city: 'City',
  town: 'Town',
  district: 'District',
  ward: 'Ward',
  township: 'Township',
  commune: 'Commune',
};

const COLUMNS = ['code', 'kind', 'name', 'parent', 'from', 'to', 'lat', 'lon', 'area_km2', 'former_province'] as const;
type Row = Record<(typeof COLUMNS)[number], string>;

/** A code and the day it began, since codes were given again on 2025-07-01: `25459@2025-07-01` is not the `25459` of before. */
export const areaKey = (code: string, from: string | undefined): string => (from ? `${code}@${from}` : code);

export function readAreas(csv: string, successions: readonly SuccessionRow[]): { areas: Area[]; faults: Fault[] } {
  const read = readCsv(csv, COLUMNS);
  if (read.faults) return { areas: [], faults: read.faults };
  const { rows } = read;
  const faults = rows.flatMap((row, index) =>
    checkRow(row, rows).map((one) => ({ ...one, at: `dòng ${index + 2}: ${one.at}` })),
  );
  if (faults.length > 0) return { areas: [], faults };
  const successorOf = successionsOf(successions, (code, day) => (day === undefined ? code : areaKey(code, day)));
  return { areas: rows.map((row) => areaOf(row, rows, successorOf)), faults };
}

function areaOf(row: Row, rows: readonly Row[], successorOf: ReturnType<typeof successionsOf>): Area {
  const kind = row.kind as AreaKind;
  const key = areaKey(row.code, row.from);
  const parent = row.parent === '' ? undefined : parentOf(row, rows);
  return {
    key,
    code: row.code,
    kind,
    proper: row.name,
    name: {
      vi: `${VI[kind]} ${row.name}`,
      en: /^\d+$/.test(row.name) ? `${EN[kind]} ${row.name}` : `${row.name} ${EN[kind]}`,
    },
    ...(row.from && { from: row.from }),
    ...(row.to && { to: row.to, successor: successorOf(key) }),
    ...(parent && { parent: areaKey(parent.code, parent.from) }),
    ...(row.lat && { lat: Number(row.lat), lon: Number(row.lon) }),
    ...(row.area_km2 && { areaKm2: Number(row.area_km2) }),
    ...(row.former_province && { formerProvince: row.former_province }),
  };
}

/** The parent of the same era: the row with that code whose days overlap. */
function parentOf(row: Row, rows: readonly Row[]): Row | undefined {
  return rows.find(
    (other) =>
      other.code === row.parent && (other.to === '' || row.from <= other.to) && (row.to === '' || other.from <= row.to),
  );
}

function checkRow(row: Row, rows: readonly Row[]): Fault[] {
  const faults: Fault[] = [];
  const wrong = (at: string, vi: string, en: string) => faults.push(fault('organisation.area', at, vi, en));
  if (!/^\d{2,5}$/.test(row.code))
    wrong('code', `Mã “${row.code}” không phải 2-5 chữ số.`, `Code "${row.code}" is not 2 to 5 digits.`);
  if (!(AREA_KINDS as readonly string[]).includes(row.kind))
    wrong('kind', `Không có loại “${row.kind}”.`, `There is no kind "${row.kind}".`);
  if (row.name === '') wrong('name', 'Thiếu tên.', 'The name is missing.');
  for (const name of ['from', 'to'] as const) {
    if (row[name] !== '' && !DAY.test(row[name]))
      wrong(name, `“${row[name]}” không phải là ngày.`, `"${row[name]}" is not a day.`);
  }
  for (const name of ['lat', 'lon', 'area_km2'] as const) {
    if (Number.isNaN(Number(row[name])))
      wrong(name, `“${row[name]}” không phải là số.`, `"${row[name]}" is not a number.`);
  }
  if (rows.some((other) => other !== row && other.code === row.code && other.from === row.from)) {
    wrong('code', `Mã “${row.code}” có hai dòng cùng thời kỳ.`, `Code "${row.code}" has two rows of one era.`);
  }
  if (row.parent !== '' && !parentOf(row, rows))
    wrong('parent', `Không có cấp trên “${row.parent}”.`, `There is no parent "${row.parent}".`);
  return faults;
}
