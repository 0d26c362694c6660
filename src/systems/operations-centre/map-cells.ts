/** Cells of the map: the land of each commune between its neighbours, reckoned from middles and areas, since the borders themselves are not in our data. Pure. */

export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

interface Corner {
  readonly x: number;
  readonly y: number;
  /** What lies along the edge that begins here: a neighbour's place in the list, or the disc's own rim. */
  readonly along: number;
}

export interface Cell {
  readonly path: string;
  /** Edges with neighbours that come later in the list: each border is drawn once. */
  readonly borders: readonly { readonly with: number; readonly path: string }[];
}

const RIM = -1;
const SIDES = 64;

/**
 * The discs' power diagram: together the cells cover what the discs cover, none of it twice, and the border of two is the line through the points
 * where their rims cross.
 */
export const cellsOf = (discs: readonly Disc[]): readonly Cell[] =>
  discs.map((disc, place) => {
    let corners = rimOf(disc);
    for (const [other, neighbour] of discs.entries())
      if (other !== place && isNear(disc, neighbour)) corners = cut(corners, disc, { neighbour, other });
    return { path: pathOf(corners, disc), borders: bordersOf(corners, place) };
  });

const rimOf = ({ x, y, r }: Disc): Corner[] =>
  Array.from({ length: SIDES }, (_, side) => {
    const angle = (side * 2 * Math.PI) / SIDES;
    return { x: x + r * Math.cos(angle), y: y + r * Math.sin(angle), along: RIM };
  });

const isNear = (a: Disc, b: Disc): boolean => Math.hypot(a.x - b.x, a.y - b.y) < a.r + b.r;

/** What of the polygon is nearer to the disc than to the neighbour, each measured from its own rim. */
function cut(
  corners: readonly Corner[],
  disc: Disc,
  { neighbour, other }: { readonly neighbour: Disc; readonly other: number },
): Corner[] {
  const power = ({ x, y, r }: Disc, at: Corner) => (at.x - x) ** 2 + (at.y - y) ** 2 - r ** 2;
  const beyond = corners.map((corner) => power(disc, corner) - power(neighbour, corner));
  return corners.flatMap((from, index) => {
    const next = (index + 1) % corners.length;
    const to = corners[next] as Corner;
    const [here, there] = [beyond[index] ?? 0, beyond[next] ?? 0];
    if (here <= 0 && there <= 0) return [from];
    if (here > 0 && there > 0) return [];
    const part = here / (here - there);
    const crossing = { x: from.x + part * (to.x - from.x), y: from.y + part * (to.y - from.y) };
    // going out, the border begins at the crossing; coming in, the old edge goes on from it
    return here <= 0 ? [from, { ...crossing, along: other }] : [{ ...crossing, along: from.along }];
  });
}

const round = (value: number): number => Math.round(value * 10) / 10;
const spot = ({ x, y }: { readonly x: number; readonly y: number }): string => `${round(x)} ${round(y)}`;

function bordersOf(corners: readonly Corner[], place: number): Cell['borders'] {
  return corners.flatMap((from, index) => {
    const to = corners[(index + 1) % corners.length] as Corner;
    return from.along > place ? [{ with: from.along, path: `M${spot(from)}L${spot(to)}` }] : [];
  });
}

/** Runs of the rim are arcs: a tenth of the bytes of their sides. */
function pathOf(corners: readonly Corner[], { x, y, r }: Disc): string {
  if (corners.length === 0) return '';
  const radius = round(r);
  // begins where a rim begins, so that no arc is cut in two
  const first = corners.findIndex(
    ({ along }, index) => along === RIM && corners.at(index - 1)?.along !== RIM && index >= 0,
  );
  if (first === -1 && corners[0]?.along === RIM)
    return `M${round(x - r)} ${round(y)}a${radius} ${radius} 0 1 1 ${round(2 * r)} 0a${radius} ${radius} 0 1 1 ${round(-2 * r)} 0Z`;
  const turned = [...corners.slice(Math.max(0, first)), ...corners.slice(0, Math.max(0, first))];
  let path = `M${spot(turned[0] as Corner)}`;
  let run = 0;
  for (const [index, { along }] of turned.entries()) {
    const to = turned[(index + 1) % turned.length] as Corner;
    run = along === RIM ? run + 1 : 0;
    if (along === RIM && to.along === RIM && index < turned.length - 1) continue;
    path += along === RIM ? `A${radius} ${radius} 0 ${run > SIDES / 2 ? 1 : 0} 1 ${spot(to)}` : `L${spot(to)}`;
    run = 0;
  }
  return `${path}Z`;
}
