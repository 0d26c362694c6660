/** The time of a reception without a line: what the counter's device noted, put right by how far its clock is off, within what can be true. */
import { type Day, dayOf, type Instant } from '../../../platform/calendar/instant.ts';
import { type Refusal, refuse } from '../../../platform/cases/decision.ts';

/** What travelling takes, and what a clock may be off without anybody minding. */
const TOLERANCE_MS = 2 * 60_000;

interface NotedTime {
  readonly receivedAt: Instant;
  /** What the device's clock says now, when it sends. */
  readonly deviceNow: Instant;
}

export interface ReceptionTime {
  readonly at: Instant;
  /** By how many seconds the device's clock is ahead (or behind, below 0); 0 within the tolerance. */
  readonly clockOff: number;
}

/** The term counts from the real reception (Điều 17 Nghị định 61/2018/NĐ-CP), so the day of the number, its reservation and the present bound it. */
export function judgeReceptionTime(
  { day, reservedAt }: { readonly day: Day; readonly reservedAt: Instant },
  { receivedAt, deviceNow }: NotedTime,
  now: Instant,
): ReceptionTime | Refusal {
  const off = deviceNow - now;
  const isOff = Math.abs(off) > TOLERANCE_MS;
  const noted = isOff ? receivedAt - off : receivedAt;
  if (noted > now + TOLERANCE_MS || noted < reservedAt - TOLERANCE_MS) return refuse('dossiers.reception-time');
  const at = Math.min(Math.max(noted, reservedAt), now) as Instant;
  if (dayOf(at) !== day) return refuse('dossiers.reception-time');
  return { at, clockOff: isOff ? Math.round(off / 1000) : 0 };
}
