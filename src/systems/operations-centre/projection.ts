/** Projection of the map: where a point on the ground stands on a sheet of pixels, true to scale at the middle of what is shown. Pure. */
import { type Commune, type GeoPoint, metresBetween } from './geo-point.ts';

export interface Sheet {
  readonly width: number;
  readonly height: number;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Projection {
  readonly perKm: number;
  readonly spotOf: (point: GeoPoint) => Spot;
  /** What of the ground the whole sheet shows. */
  readonly edges: { readonly north: number; readonly south: number; readonly east: number; readonly west: number };
}

const MARGIN = 12;

export const round = (value: number): number => Math.round(value * 10) / 10;

/** Discs touch where communes do: their area is 1.74 of the true one. */
const DISC_AREA = 1.74;

export const discKm = ({ km2 }: Commune): number => Math.sqrt((DISC_AREA * km2) / Math.PI);

/** Fits the communes into the sheet; `around` leaves so much of their own size free on each side. */
export function projectionOf(
  communes: readonly Commune[],
  { width, height }: Sheet,
  { around = 0 }: { readonly around?: number } = {},
): Projection {
  const box = boxOf(communes);
  const kmAcross = metresBetween({ lat: box.middle, lon: box.west }, { lat: box.middle, lon: box.east }) / 1000;
  const kmDown = metresBetween({ lat: box.south, lon: box.west }, { lat: box.north, lon: box.west }) / 1000;
  const room = 1 + 2 * around;
  const perKm = Math.min((width - 2 * MARGIN) / (kmAcross * room), (height - 2 * MARGIN) / (kmDown * room));
  const [perLon, perLat] = [(kmAcross * perKm) / (box.east - box.west), (kmDown * perKm) / (box.north - box.south)];
  const left = (width - kmAcross * perKm) / 2;
  const top = (height - kmDown * perKm) / 2;
  return {
    perKm,
    spotOf: ({ lat, lon }) => ({
      x: round(left + (lon - box.west) * perLon),
      y: round(top + (box.north - lat) * perLat),
    }),
    edges: {
      west: box.west - left / perLon,
      east: box.west + (width - left) / perLon,
      north: box.north + top / perLat,
      south: box.north - (height - top) / perLat,
    },
  };
}

const KM_PER_DEGREE = 111.2;

/** Around the discs, not around their middles: none is cut off at the edge. */
function boxOf(communes: readonly Commune[]) {
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
