/** Outline (đường ranh giới): true borders from a GeoJSON file that a province lays beside its rules; checked when read, thinned to what a screen shows. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Rings or lines of longitude and latitude. */
export type Shape = readonly (readonly (readonly [number, number])[])[];

export interface Outline {
  /** By the code of the commune, of features whose property `code` names one. */
  readonly communes: Readonly<Record<string, Shape>>;
  /** Everything else: the province, rivers, roads. */
  readonly lines: Shape;
}

export const NO_OUTLINE: Outline = { communes: {}, lines: [] };

/** What a page can carry; a file with more is for a tile server. */
const MOST_POINTS = 20_000;
/** About fifty metres: a pixel of the wall is a hundred and thirty. */
const THIN_DEGREES = 0.0005;

interface Feature {
  readonly properties?: { readonly code?: unknown } | null;
  readonly geometry?: { readonly type?: unknown; readonly coordinates?: unknown } | null;
}

/** Throws with the name of the file and what is wrong in it. */
export function readOutline(packFolder: string, name: string): Outline {
  const wrong = (what: string) => new Error(`${name} of the province pack: ${what}`);
  let file: { readonly type?: unknown; readonly features?: readonly Feature[] };
  try {
    file = JSON.parse(readFileSync(join(packFolder, name), 'utf8'));
  } catch (error) {
    throw new Error(`${name} of the province pack is not readable as JSON`, { cause: error });
  }
  if (file.type !== 'FeatureCollection' || !Array.isArray(file.features)) throw wrong('it is no FeatureCollection');
  const communes: Record<string, Shape> = {};
  const lines: (readonly (readonly [number, number])[])[] = [];
  let points = 0;
  for (const [place, { properties, geometry }] of (file.features as readonly Feature[]).entries()) {
    const shape = shapeOf(geometry);
    if (!shape) throw wrong(`feature ${place + 1} is neither a line nor an area of longitudes and latitudes`);
    points += shape.reduce((sum, ring) => sum + ring.length, 0);
    const code = properties?.code;
    if (typeof code === 'string' && isArea(geometry?.type)) communes[code] = [...(communes[code] ?? []), ...shape];
    else lines.push(...shape);
  }
  if (points > MOST_POINTS) throw wrong(`${points} points are more than ${MOST_POINTS}`);
  return { communes, lines };
}

const isArea = (type: unknown): boolean => type === 'Polygon' || type === 'MultiPolygon';

/** How deep the lists of points lie in the coordinates of each kind of geometry. */
const DEPTHS: Readonly<Record<string, number>> = { LineString: 0, MultiLineString: 1, Polygon: 1, MultiPolygon: 2 };

function shapeOf(geometry: Feature['geometry']): Shape | undefined {
  const depth = DEPTHS[String(geometry?.type)];
  if (depth === undefined || !Array.isArray(geometry?.coordinates)) return undefined;
  const rings =
    geometry.coordinates.length === 0
      ? []
      : depth === 0
        ? [geometry.coordinates]
        : geometry.coordinates.flat(depth - 1);
  const isRing = (ring: unknown) => Array.isArray(ring) && ring.length > 1 && ring.every(isPoint);
  return rings.every(isRing) ? (rings as Shape).map(thinned) : undefined;
}

const isPoint = (point: unknown): boolean =>
  Array.isArray(point) &&
  Number.isFinite(point[0]) &&
  Number.isFinite(point[1]) &&
  Math.abs(point[0]) <= 180 &&
  Math.abs(point[1]) <= 85;

/** Points too near the one before are left out; the ends stay. */
function thinned(ring: Shape[number]): Shape[number] {
  const kept: (readonly [number, number])[] = [];
  for (const [index, [lon, lat]] of ring.entries()) {
    const last = kept.at(-1);
    const isEnd = index === ring.length - 1;
    if (!last || isEnd || Math.hypot(lon - last[0], lat - last[1]) >= THIN_DEGREES) kept.push([lon, lat]);
  }
  return kept;
}
