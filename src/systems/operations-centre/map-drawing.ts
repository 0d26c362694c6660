/** Drawing of the map: the land of the communes, what is counted in each, names, a grid and a scale on a sheet of pixels. Pure. */
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { Commune, GeoPoint } from './geo-point.ts';
import { cellsOf } from './map-cells.ts';
import type { Shape } from './outline.ts';
import { discKm, type Projection, projectionOf, round, type Sheet, type Spot } from './projection.ts';

export type NamedCommune = Commune & { readonly name: LocalText };

/** A part of the province that was a district: its borders are drawn stronger. */
export interface DrawnDistrict {
  readonly name: LocalText;
  /** Codes. */
  readonly communes: readonly string[];
}

export interface MapToDraw {
  readonly communes: readonly NamedCommune[];
  /** Those that the screen is not about: faint, and only what fits beside the others. */
  readonly neighbours: readonly NamedCommune[];
  readonly districts: readonly DrawnDistrict[];
  /** By the id of the commune. */
  readonly values: ReadonlyMap<string, number>;
  /** True borders by the code of the commune, where the province has given any. */
  readonly shapes: ReadonlyMap<string, Shape>;
}

export interface Drawing {
  readonly land: readonly { readonly code: string; readonly path: string; readonly isOurs: boolean }[];
  /** As one path each: between communes of one district, and between districts. */
  readonly borders: { readonly inner: string; readonly outer: string };
  /** The borders are a guess from middles and areas. */
  readonly isReckoned: boolean;
  /** Big ones first, so that small ones lie on them. */
  readonly symbols: readonly (Spot & { readonly r: number; readonly code: string; readonly value: number })[];
  readonly names: readonly (Spot & { readonly name: LocalText; readonly isOurs: boolean })[];
  readonly grid: readonly { readonly from: Spot; readonly to: Spot }[];
  /** A bar of so many kilometres. */
  readonly scale: { readonly km: number; readonly length: number };
  readonly projection: Projection;
}

const SYMBOL_RADIUS = 4.3;
const LEAST_RADIUS = 4;
/** A circle is never bigger than this, whatever it counts: the others shrink with it. */
const MOST_RADIUS = 44;
/** Beside a single commune its neighbours are seen, beside a district a little of them. */
const AROUND = { one: 0.9, some: 0.12 };

/** Area is proportional to the value; nothing at all is no circle. */
export const radiusOf = (value: number, unit: number): number =>
  value <= 0 ? 0 : Math.max(LEAST_RADIUS, unit * Math.sqrt(value));

/** The radius of a circle that counts one. */
export function unitRadius(values: Iterable<number>): number {
  const most = Math.max(0, ...values);
  return Math.min(SYMBOL_RADIUS, most === 0 ? SYMBOL_RADIUS : MOST_RADIUS / Math.sqrt(most));
}

export function drawMap(map: MapToDraw, sheet: Sheet): Drawing {
  const { communes, neighbours, values } = map;
  const around = neighbours.length === 0 ? 0 : communes.length === 1 ? AROUND.one : AROUND.some;
  const projection = projectionOf(communes, sheet, { around });
  const { spotOf } = projection;
  const unit = unitRadius(values.values());
  return {
    ...landOf(map, { projection, sheet }),
    symbols: communes
      .flatMap((commune) => {
        const value = values.get(commune.id) ?? 0;
        return value > 0 ? [{ ...spotOf(commune), r: round(radiusOf(value, unit)), code: commune.code, value }] : [];
      })
      .toSorted((a, b) => b.value - a.value),
    names: namesOf(map, { projection, sheet }),
    grid: gridOf(projection, sheet),
    scale: scaleOf(projection.perKm),
    projection,
  };
}

interface On {
  readonly projection: Projection;
  readonly sheet: Sheet;
}

/** By true borders where there are any, else reckoned from middles and areas. */
function landOf(
  { communes, neighbours, districts, shapes }: MapToDraw,
  { projection, sheet }: On,
): Pick<Drawing, 'land' | 'borders' | 'isReckoned'> {
  const { spotOf, perKm } = projection;
  const ours = new Set(communes.map(({ code }) => code));
  const all = [...communes, ...neighbours]
    .map((commune) => ({ code: commune.code, ...spotOf(commune), r: discKm(commune) * perKm }))
    .filter(({ x, y, r }) => x > -r && y > -r && x < sheet.width + r && y < sheet.height + r);
  if (all.length > 0 && all.every(({ code }) => shapes.has(code)))
    return {
      land: all.map(({ code }) => ({
        code,
        path: shapePath(shapes.get(code) ?? [], spotOf),
        isOurs: ours.has(code),
      })),
      borders: { inner: '', outer: '' },
      isReckoned: false,
    };
  const districtOf = new Map(districts.flatMap(({ communes: codes }, place) => codes.map((code) => [code, place])));
  const cells = cellsOf(all);
  const borders = cells.flatMap((cell, place) =>
    cell.borders.map((border) => ({
      path: border.path,
      isInner: isSame(districtOf.get(all[place]?.code ?? ''), districtOf.get(all[border.with]?.code ?? '')),
    })),
  );
  const joined = (inner: boolean) => borders.flatMap(({ path, isInner }) => (isInner === inner ? [path] : [])).join('');
  return {
    land: cells.map(({ path }, place) => {
      const code = all[place]?.code ?? '';
      return { code, path, isOurs: ours.has(code) };
    }),
    borders: { inner: joined(true), outer: joined(false) },
    isReckoned: true,
  };
}

const isSame = (one: number | undefined, other: number | undefined): boolean => one !== undefined && one === other;

export const shapePath = (shape: Shape, spotOf: (point: GeoPoint) => Spot, close = true): string =>
  shape
    .map(
      (ring) =>
        `M${ring
          .map(([lon, lat]) => spotOf({ lat, lon }))
          .map(({ x, y }) => `${x} ${y}`)
          .join('L')}${close ? 'Z' : ''}`,
    )
    .join('');

/** Districts where the whole province is shown, the biggest first, else communes. */
function namesOf(
  { communes, neighbours, districts }: MapToDraw,
  { projection: { spotOf }, sheet }: On,
): Drawing['names'] {
  if (neighbours.length > 0)
    return [...communes, ...neighbours]
      .map((commune, place) => ({ ...spotOf(commune), name: commune.name, isOurs: place < communes.length }))
      .filter(({ x, y }) => x > 60 && y > 30 && x < sheet.width - 60 && y < sheet.height - 30);
  const named = districts.flatMap(({ name, communes: codes }) => {
    const parts = communes.filter(({ code }) => codes.includes(code));
    if (parts.length === 0) return [];
    const km2 = parts.reduce((sum, part) => sum + part.km2, 0);
    const weighed = (of: (part: Commune) => number) => parts.reduce((sum, part) => sum + of(part) * part.km2, 0) / km2;
    return [{ ...spotOf({ lat: weighed(({ lat }) => lat), lon: weighed(({ lon }) => lon) }), name, km2 }];
  });
  return named.toSorted((a, b) => b.km2 - a.km2).map(({ x, y, name }) => ({ x, y, name, isOurs: true }));
}

/** Each half degree, or tenth where little is shown, from edge to edge. */
function gridOf(
  { edges: { north, south, east, west }, spotOf }: Projection,
  { width, height }: Sheet,
): Drawing['grid'] {
  const parts = north - south > 0.8 ? 2 : 10;
  const lines = (from: number, to: number): number[] => {
    const first = Math.ceil(from * parts);
    return Array.from(
      { length: Math.max(0, Math.floor(to * parts) - first + 1) },
      (_, index) => (first + index) / parts,
    );
  };
  return [
    ...lines(west, east).map((lon) => {
      const { x } = spotOf({ lat: north, lon });
      return { from: { x, y: 0 }, to: { x, y: height } };
    }),
    ...lines(south, north).map((lat) => {
      const { y } = spotOf({ lat, lon: west });
      return { from: { x: 0, y }, to: { x: width, y } };
    }),
  ];
}

const LENGTHS_KM = [20, 10, 5, 2, 1];

/** Twenty kilometres where they fit into a hundred and fifty pixels, else fewer. */
function scaleOf(perKm: number): Drawing['scale'] {
  const km = LENGTHS_KM.find((length) => length * perKm <= 150) ?? 1;
  return { km, length: round(km * perKm) };
}
