/** Drawing of the map: where communes, circles, incidents, grid and scale stand on a sheet of pixels. Pure. */
import { type Commune, type GeoPoint, metresBetween } from './geo-point.ts';

export interface Sheet {
  readonly width: number;
  readonly height: number;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Drawing {
  readonly discs: readonly (Spot & { readonly r: number; readonly code: string })[];
  /** Big ones first, so that small ones lie on them. */
  readonly symbols: readonly (Spot & { readonly r: number; readonly code: string; readonly value: number })[];
  readonly grid: readonly { readonly from: Spot; readonly to: Spot }[];
  /** A bar of so many kilometres. */
  readonly scale: { readonly km: number; readonly length: number };
  readonly spotOf: (point: GeoPoint) => Spot;
}

/** Discs touch where communes do: their area is 1.74 of the true one. */
const DISC_AREA = 1.74;
const SYMBOL_RADIUS = 4.3;
const LEAST_RADIUS = 4;
/** A circle is never bigger than this, whatever it counts: the others shrink with it. */
const MOST_RADIUS = 44;
const MARGIN = 12;

/** Area is proportional to the value; nothing at all is no circle. */
export const radiusOf = (value: number, unit: number): number =>
  value <= 0 ? 0 : Math.max(LEAST_RADIUS, unit * Math.sqrt(value));

/** The radius of a circle that counts one. */
export function unitRadius(values: Iterable<number>): number {
  const most = Math.max(0, ...values);
  return Math.min(SYMBOL_RADIUS, most === 0 ? SYMBOL_RADIUS : MOST_RADIUS / Math.sqrt(most));
}

export function drawMap(communes: readonly Commune[], values: ReadonlyMap<string, number>, sheet: Sheet): Drawing {
  const box = boxOf(communes);
  const kmAcross = metresBetween({ lat: box.middle, lon: box.west }, { lat: box.middle, lon: box.east }) / 1000;
  const kmDown = metresBetween({ lat: box.south, lon: box.west }, { lat: box.north, lon: box.west }) / 1000;
  const perKm = Math.min((sheet.width - 2 * MARGIN) / kmAcross, (sheet.height - 2 * MARGIN) / kmDown);
  const left = (sheet.width - kmAcross * perKm) / 2;
  const top = (sheet.height - kmDown * perKm) / 2;
  const spotOf = ({ lat, lon }: GeoPoint): Spot => ({
    x: round(left + ((lon - box.west) / (box.east - box.west)) * kmAcross * perKm),
    y: round(top + ((box.north - lat) / (box.north - box.south)) * kmDown * perKm),
  });
  const unit = unitRadius(values.values());
  return {
    discs: communes.map((commune) => ({ ...spotOf(commune), r: round(discKm(commune) * perKm), code: commune.code })),
    symbols: communes
      .flatMap((commune) => {
        const value = values.get(commune.id) ?? 0;
        return value > 0 ? [{ ...spotOf(commune), r: round(radiusOf(value, unit)), code: commune.code, value }] : [];
      })
      .toSorted((a, b) => b.value - a.value),
    grid: gridOf(box, spotOf, sheet),
    scale: scaleOf(perKm),
    spotOf,
  };
}

const discKm = ({ km2 }: Commune): number => Math.sqrt((DISC_AREA * km2) / Math.PI);
const round = (value: number): number => Math.round(value * 10) / 10;

interface Box {
  readonly north: number;
  readonly south: number;
  readonly east: number;
  readonly west: number;
  readonly middle: number;
}

const KM_PER_DEGREE = 111.2;

/** Around the discs, not around their middles: none is cut off at the edge. */
function boxOf(communes: readonly Commune[]): Box {
  if (communes.length === 0) return { north: 12, south: 10, east: 107, west: 105, middle: 11 };
  const ends = communes.map((commune) => {
    const down = discKm(commune) / KM_PER_DEGREE;
    const across = down / Math.cos((commune.lat * Math.PI) / 180);
    return { ...commune, down, across };
  });
  const north = Math.max(...ends.map(({ lat, down }) => lat + down));
  const south = Math.min(...ends.map(({ lat, down }) => lat - down));
  return {
    north,
    south,
    east: Math.max(...ends.map(({ lon, across }) => lon + across)),
    west: Math.min(...ends.map(({ lon, across }) => lon - across)),
    middle: (north + south) / 2,
  };
}

/** Each half degree, from edge to edge. */
function gridOf(box: Box, spotOf: (point: GeoPoint) => Spot, { width, height }: Sheet): Drawing['grid'] {
  const halves = (from: number, to: number): number[] => {
    const first = Math.ceil(from * 2);
    const last = Math.floor(to * 2);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) / 2);
  };
  return [
    ...halves(box.west, box.east).map((lon) => {
      const { x } = spotOf({ lat: box.middle, lon });
      return { from: { x, y: 0 }, to: { x, y: height } };
    }),
    ...halves(box.south, box.north).map((lat) => {
      const { y } = spotOf({ lat, lon: box.west });
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

/** Marks of one size that would hide each other are moved apart, the later ones, as little as need be. */
export function moveApart(spots: readonly Spot[], size: number, { width, height }: Sheet): readonly Spot[] {
  const placed: Spot[] = [];
  const inside = ({ x, y }: Spot): Spot => ({
    x: Math.min(width - size, Math.max(size, x)),
    y: Math.min(height - size, Math.max(size, y)),
  });
  const isFree = (spot: Spot) => placed.every(({ x, y }) => Math.hypot(spot.x - x, spot.y - y) >= size * 2);
  for (const spot of spots) placed.push(freeNear(inside(spot), size, isFree));
  return placed;
}

function freeNear(spot: Spot, size: number, isFree: (spot: Spot) => boolean): Spot {
  for (let ring = 0; ring < 12; ring++) {
    for (let turn = 0; turn < 12; turn++) {
      const angle = (turn * Math.PI) / 6;
      const away = ring * size * 0.6;
      const moved = { x: round(spot.x + away * Math.cos(angle)), y: round(spot.y + away * Math.sin(angle)) };
      if (isFree(moved)) return moved;
    }
  }
  return spot;
}
