/** Points on the ground: how far apart, and in which commune a point probably lies. */

export interface GeoPoint {
  readonly lat: number;
  readonly lon: number;
}

const EARTH_METRES = 6_371_008;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Along the great circle, by the haversine formula. */
export function metresBetween(a: GeoPoint, b: GeoPoint): number {
  const [lat, lon] = [radians(b.lat - a.lat), radians(b.lon - a.lon)];
  const half = Math.sin(lat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(lon / 2) ** 2;
  return 2 * EARTH_METRES * Math.asin(Math.sqrt(half));
}

export interface Commune {
  readonly id: string;
  readonly code: string;
  readonly lat: number;
  readonly lon: number;
  readonly km2: number;
}

/** Whose disc the point is deepest in: borders are not in our data, so near one this is a guess. Undefined when it lies in none, with a third of slack. */
export function communeOf(point: GeoPoint, communes: readonly Commune[]): Commune | undefined {
  let best: { readonly commune: Commune; readonly depth: number } | undefined;
  for (const commune of communes) {
    const depth = metresBetween(point, commune) / (1000 * Math.sqrt(commune.km2 / Math.PI));
    if (!best || depth < best.depth) best = { commune, depth };
  }
  return best && best.depth <= SLACK ? best.commune : undefined;
}

/** Communes are longer than they are broad: their far ends lie outside of a disc of their area. */
const SLACK = 2;
