/** Tiles of a basemap (ảnh nền): which pictures of a tile server lie under the sheet, and where. Pure. */
import type { GeoPoint } from './geo-point.ts';
import { type Projection, round, type Sheet } from './projection.ts';

export interface MapTile {
  readonly href: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Pictures are drawn for so many pixels. */
const TILE = 256;
const LEAST_ZOOM = 1;
const MOST_ZOOM = 17;
/** A sheet never needs more: a wrong projection asks a server for nothing. */
const MOST_TILES = 64;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

const columnOf = (lon: number, zoom: number): number => ((lon + 180) / 360) * 2 ** zoom;
const rowOf = (lat: number, zoom: number): number =>
  ((1 - Math.asinh(Math.tan(radians(lat))) / Math.PI) / 2) * 2 ** zoom;

/** The north-west corner of a tile. */
const cornerOf = (column: number, row: number, zoom: number): GeoPoint => ({
  lon: (column / 2 ** zoom) * 360 - 180,
  lat: (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / 2 ** zoom))) * 180) / Math.PI,
});

/** Of a server with addresses like `https://…/{z}/{x}/{y}.png`; at the zoom whose pictures are drawn at about their own size. */
export function tilesUnder(url: string, { edges, spotOf }: Projection, { width }: Sheet): readonly MapTile[] {
  const wanted = Math.round(Math.log2((width / TILE) * (360 / (edges.east - edges.west))));
  const zoom = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, wanted));
  const [west, east] = [Math.floor(columnOf(edges.west, zoom)), Math.floor(columnOf(edges.east, zoom))];
  const [north, south] = [Math.floor(rowOf(edges.north, zoom)), Math.floor(rowOf(edges.south, zoom))];
  if ((east - west + 1) * (south - north + 1) > MOST_TILES) return [];
  const tiles: MapTile[] = [];
  for (let column = west; column <= east; column++)
    for (let row = north; row <= south; row++) {
      const [from, to] = [spotOf(cornerOf(column, row, zoom)), spotOf(cornerOf(column + 1, row + 1, zoom))];
      tiles.push({
        href: url.replace('{z}', String(zoom)).replace('{x}', String(column)).replace('{y}', String(row)),
        x: from.x,
        y: from.y,
        // a hair more, so that no seam shows
        width: round(to.x - from.x + 0.5),
        height: round(to.y - from.y + 0.5),
      });
    }
  return tiles;
}
