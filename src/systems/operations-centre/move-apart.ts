/** Moving apart: marks of one size that would hide each other, the later ones, as little as need be. Pure. */
import { round, type Sheet, type Spot } from './projection.ts';

export function moveApart(spots: readonly Spot[], size: number, { width, height }: Sheet): readonly Spot[] {
  const placed: Spot[] = [];
  const inside = ({ x, y }: Spot): Spot => ({
    x: Math.min(width - size, Math.max(size, x)),
    y: Math.min(height - size, Math.max(size, y)),
  });
  const isClear = (spot: Spot) => placed.every(({ x, y }) => Math.hypot(spot.x - x, spot.y - y) >= size * 2);
  for (const spot of spots) placed.push(freeNear(inside(spot), size, isClear));
  return placed;
}

function freeNear(spot: Spot, size: number, isClear: (spot: Spot) => boolean): Spot {
  for (let ring = 0; ring < 12; ring++) {
    for (let turn = 0; turn < 12; turn++) {
      const angle = (turn * Math.PI) / 6;
      const away = ring * size * 0.6;
      const moved = { x: round(spot.x + away * Math.cos(angle)), y: round(spot.y + away * Math.sin(angle)) };
      if (isClear(moved)) return moved;
    }
  }
  return spot;
}

/** A word on the sheet, from its left upper corner. */
export interface Box extends Spot, Sheet {}

/** Of letters of 20 px, as wide as they are in the middle. */
export const LETTER = 10.5;
/** How far a word may be moved up or down from its place, the nearest first. */
const SHIFTS = [0, 14, -14, 28, -28, 42, -42, 56, -56];

interface Around<T> {
  /** Never under a word. */
  readonly there: readonly Box[];
  /** Under a word only where there is no better place. */
  readonly behind: readonly Box[];
  readonly boxOf: (word: T) => Box;
}

/** Words that lie on none before them and on nothing that is there already, each as near to its place as can be; one that finds no place is left out. */
export function placeWords<T extends Spot>(words: readonly T[], { there, behind, boxOf }: Around<T>): readonly T[] {
  const taken = [...there];
  return words.flatMap((word) => {
    const places = SHIFTS.map((shift) => ({ ...word, y: round(word.y + shift) })).filter((moved) =>
      isFree(boxOf(moved), taken),
    );
    const best = places.find((moved) => isFree(boxOf(moved), behind)) ?? places[0];
    if (!best) return [];
    taken.push(boxOf(best));
    return [best];
  });
}

const isFree = (box: Box, others: readonly Box[]): boolean =>
  others.every(
    (other) =>
      box.x >= other.x + other.width ||
      other.x >= box.x + box.width ||
      box.y >= other.y + other.height ||
      other.y >= box.y + box.height,
  );
