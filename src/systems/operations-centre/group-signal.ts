/** Grouping (gộp tín hiệu): which open incident a signal belongs to, by kind, place and time. Pure. */
import type { Instant } from '../../platform/calendar/instant.ts';
import { MINUTE } from '../../platform/calendar/working-time.ts';
import { type GeoPoint, metresBetween } from './geo-point.ts';
import type { IncidentKind } from './rules.ts';

/** Where and when a signal or an incident is. */
export interface Occurrence {
  readonly kind: string;
  readonly simulated: boolean;
  readonly point: GeoPoint | null;
  readonly areaId: string | null;
  readonly unitId: string | null;
}

export interface PlacedSignal extends Occurrence {
  readonly at: Instant;
}

export interface OpenIncident extends Occurrence {
  readonly id: string;
  readonly isDrill: boolean;
  /** When its first and its last signal happened. */
  readonly firstAt: Instant;
  readonly lastAt: Instant;
}

export type GroupingRule = Pick<IncidentKind, 'metres' | 'minutes'>;

/** The nearest in place of those that are near in place, time and kind; of several at one place the one that was spoken of last. Undefined: a new one. */
export function findIncidentFor(
  signal: PlacedSignal,
  open: readonly OpenIncident[],
  rule: GroupingRule,
): string | undefined {
  const near = open
    .filter((incident) => isAlike(signal, incident) && isNearInTime(signal.at, incident, rule))
    .map((incident) => ({ incident, metres: distance(signal, incident, rule) }))
    .filter(({ metres }) => metres !== undefined) as { incident: OpenIncident; metres: number }[];
  near.sort((a, b) => a.metres - b.metres || b.incident.lastAt - a.incident.lastAt);
  return near[0]?.incident.id;
}

/** What is real and what is simulated or a drill are never one. */
const isAlike = (signal: PlacedSignal, incident: OpenIncident): boolean =>
  !incident.isDrill && signal.kind === incident.kind && signal.simulated === incident.simulated;

/** By when things happened, not by when they were heard of: a signal that comes late joins what it belongs to. */
function isNearInTime(at: Instant, { firstAt, lastAt }: OpenIncident, { minutes }: GroupingRule): boolean {
  const span = minutes * MINUTE;
  return at >= firstAt - span && at <= lastAt + span;
}

/** Undefined when they are not near each other, or nobody knows where they are. */
function distance(signal: Occurrence, incident: Occurrence, { metres }: GroupingRule): number | undefined {
  if (metres > 0 && signal.point && incident.point) {
    const apart = metresBetween(signal.point, incident.point);
    return apart <= metres ? apart : undefined;
  }
  if (metres === 0 && signal.unitId !== null && incident.unitId !== null)
    return signal.unitId === incident.unitId ? 0 : undefined;
  if (signal.areaId !== null) return signal.areaId === incident.areaId ? metres : undefined;
  return signal.unitId !== null && signal.unitId === incident.unitId ? metres : undefined;
}
