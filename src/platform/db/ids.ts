/** Identifiers: version-7 UUIDs made in the program, so that a row's id is known before it is written and sorts by time of making. */
import { randomFillSync } from 'node:crypto';
import { type Instant, systemClock } from '../calendar/instant.ts';

const bytes = new Uint8Array(16);
let lastMs = 0;
let sequence = 0;

/** RFC 9562 UUIDv7: 48 bits of milliseconds, 12 bits that count up within one millisecond, 62 random bits. */
export function newId(): string {
  const now = systemClock();
  if (now > lastMs) {
    lastMs = now;
    sequence = 0;
  } else {
    sequence += 1;
    if (sequence > 0xfff) {
      lastMs += 1;
      sequence = 0;
    }
  }
  randomFillSync(bytes);
  let ms = lastMs;
  for (let i = 5; i >= 0; i--) {
    bytes[i] = ms % 256;
    ms = Math.floor(ms / 256);
  }
  bytes[6] = 0x70 | (sequence >> 8);
  bytes[7] = sequence & 0xff;
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Buffer.from(bytes).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Sorts before every id made at this instant or later: rows that are found by their id are cut by time with it. */
export function firstIdAt(at: Instant): string {
  const hex = Math.max(0, Math.floor(at)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const isId = (text: string): boolean => UUID.test(text);
