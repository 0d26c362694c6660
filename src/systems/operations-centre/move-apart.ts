/** Moving apart: marks of one size that would hide each other, the later ones, as little as need be. Pure. */
import { round, type Sheet, type Spot } from './projection.ts';

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

/** A word on the sheet, from its left upper corner. */
interface Box extends Spot, Sheet {}

/** The words that lie on none before them and on nothing that is there already. */
export function withoutOverlaps<T extends Spot>(
  words: readonly T[],
  there: readonly Box[],
  boxOf: (word: T) => Box,
): readonly T[] {
  const taken = [...there];
  return words.filter((word) => {
    const box = boxOf(word);
    const isFree = taken.every(
      (other) =>
        box.x >= other.x + other.width ||
        other.x >= box.x + box.width ||
        box.y >= other.y + other.height ||
        other.y >= box.y + box.height,
    );
    if (isFree) taken.push(box);
    return isFree;
  });
}
