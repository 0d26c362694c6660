/** Arrivals: which dossier comes when, where and how, over the days of a simulated province. */
import { type CalendarVersion, dayNature } from '../platform/calendar/calendar-version.ts';
import { addDays, type Day, daysBetween, type Instant, instantAt, weekdayOf } from '../platform/calendar/instant.ts';
import { type Chance, chanceOf } from './random.ts';

export interface Arrival {
  /** 0 … n-1 in order of time: together with the seed it names everything that happens to the dossier. */
  readonly index: number;
  readonly at: Instant;
  readonly procedure: string;
  readonly channel: 'online' | 'counter' | 'post';
  /** Position in the list of communes. */
  readonly commune: number;
}

export interface ArrivalPlan {
  readonly seed: string;
  readonly from: Day;
  readonly to: Day;
  readonly count: number;
  readonly calendar: CalendarVersion;
  /** Code and weight of each procedure. */
  readonly procedures: readonly (readonly [code: string, weight: number])[];
  readonly communes: number;
  /** A place where more comes than chance would bring there: its position, and its share of all that comes. */
  readonly gathered?: { readonly commune: number; readonly share: number };
}

/** How many times as often a procedure is asked for as one that is not named here. Shares are invented, after what a commune's counter is known to do most. */
export const PROCEDURE_WEIGHTS: Readonly<Record<string, number>> = {
  '2.000815': 60, // certified copies
  '1.001193': 22, // birth
  '1.004873': 16, // marital status
  '1.000894': 10, // marriage
  '1.004222': 14, // permanent residence
  '1.012784': 9, // land change
  '1.001612': 9, // household business
  '1.013225': 5, // building permit
  '1.001776': 5, // social allowance
  '1.004650': 2, // advertising
};

/** Months: Tết is quiet, what follows it is not; school begins in summer. */
const SEASON = [0.9, 0.55, 1.25, 1.05, 1, 1.15, 1.2, 1.1, 1, 0.95, 1, 0.95];
const WEEKDAY = [0.06, 1.3, 1.05, 1, 0.95, 1.05, 0.2];
/** By hour of the day, from 0. At the counter people come when it is open; online also in the evening. */
const COUNTER_HOURS = [0, 0, 0, 0, 0, 0, 0, 6, 10, 9, 6, 2, 0, 5, 8, 6, 3, 0, 0, 0, 0, 0, 0, 0];
const ONLINE_HOURS = [0.2, 0.1, 0.1, 0.1, 0.1, 0.3, 1, 3, 6, 6, 5, 4, 3, 4, 5, 5, 4, 3, 2, 3, 4, 4, 2, 1];

/** In order of time. Nobody comes to a closed counter: what falls on a day off comes online. */
export function planArrivals(plan: ArrivalPlan): Arrival[] {
  const chance = chanceOf(`${plan.seed}/arrivals`);
  const days = Array.from({ length: daysBetween(plan.from, plan.to) + 1 }, (_, index) => addDays(plan.from, index));
  const weights = days.map((day) => [day, weightOf(day, plan.calendar)] as const);
  return Array.from({ length: plan.count }, () => arrive(chance, plan, chance.weighted(weights)))
    .sort((a, b) => a.at - b.at)
    .map((arrival, index) => ({ ...arrival, index }));
}

function weightOf(day: Day, calendar: CalendarVersion): number {
  const open = dayNature(calendar, day).works ? 1 : 0.12;
  return open * (SEASON[Number(day.slice(5, 7)) - 1] ?? 1) * (WEEKDAY[weekdayOf(day)] ?? 1);
}

function arrive(chance: Chance, plan: ArrivalPlan, day: Day): Omit<Arrival, 'index'> {
  const works = dayNature(plan.calendar, day).works;
  const channel = works
    ? chance.weighted([
        ['online', 62],
        ['counter', 35],
        ['post', 3],
      ] as const)
    : 'online';
  const hours = channel === 'online' ? ONLINE_HOURS : COUNTER_HOURS;
  const hour = chance.weighted(hours.map((weight, index) => [index, weight] as const));
  return {
    at: instantAt(
      day,
      hour * 60 +
        chance.between(hour === 13 && channel !== 'online' ? 30 : 0, hour === 11 && channel !== 'online' ? 25 : 59),
    ),
    procedure: chance.weighted(plan.procedures),
    channel,
    commune: communeOf(chance, plan),
  };
}

/** A few big wards file much more than a border commune. */
function communeOf(chance: Chance, { communes, gathered }: ArrivalPlan): number {
  if (gathered && chance.happens(gathered.share)) return gathered.commune;
  return Math.floor(communes * chance.next() ** 1.6);
}
