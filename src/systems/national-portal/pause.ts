/** Pauses: how long a message, or the whole line, waits before the next try; they grow and never end, since what the portal must know stays due. */
import { type Instant, isoOf } from '../../platform/calendar/instant.ts';

const MESSAGE_MINUTES = [1, 5, 15, 60, 180];
const LINE_MINUTES = [1, 2, 5, 10];

/** `attempts` counts the try that has just failed. */
export const pauseOfMessage = (attempts: number): number => 60_000 * (MESSAGE_MINUTES[attempts - 1] ?? 360);

/** `failures` are those before this one. */
export const pauseOfLine = (failures: number): number => 60_000 * (LINE_MINUTES[failures] ?? 15);

export const later = (at: Instant, ms: number): string => isoOf((at + ms) as Instant);
