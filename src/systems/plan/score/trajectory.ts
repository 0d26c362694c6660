/** Trajectory (lộ trình): where a measure should stand on a day, along straight lines from the baseline over the points that were set to the target. */
import { type Day, daysBetween } from '../../../platform/calendar/instant.ts';

export interface Point {
  readonly day: Day;
  /** Ten-thousandths of the unit. */
  readonly amount: number;
}

export interface Trajectory {
  readonly baseline?: Point | undefined;
  readonly points: readonly Point[];
  readonly target: Point;
}

/** The anchors in the order of their days; undefined when nothing says where it began. Points after the target's day do not count. */
export function anchorsOf({ baseline, points, target }: Trajectory): readonly Point[] | undefined {
  const inOrder = [...(baseline ? [baseline] : []), ...points]
    .filter(({ day }) => day < target.day)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return inOrder.length === 0 ? undefined : [...inOrder, target];
}

/** Ten-thousandths, rounded to the nearest; before the first anchor that of the first, after the last the target. */
export function expectedAt(trajectory: Trajectory, day: Day): number | undefined {
  const anchors = anchorsOf(trajectory);
  if (!anchors) return undefined;
  const after = anchors.findIndex((anchor) => anchor.day > day);
  if (after === 0) return anchors[0]?.amount;
  const [from, to] = [anchors[after - 1], anchors[after]];
  if (!from || !to) return trajectory.target.amount;
  const [whole, gone] = [daysBetween(from.day, to.day), daysBetween(from.day, day)];
  return Math.round((from.amount * (whole - gone) + to.amount * gone) / whole);
}
