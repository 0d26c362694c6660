/** Typed hours: what somebody entered as hours of a day, and hours as they are typed again. */
import { minuteInWords } from './day-words.ts';
import type { Window } from './calendar-version.ts';

/** `07:00` or `7:00`; undefined for anything else. */
export function readMinute(text: string): number | undefined {
  const match = /^([01]?\d|2[0-3])[:hg]([0-5]\d)$/.exec(text.trim());
  return match ? Number(match[1]) * 60 + Number(match[2]) : undefined;
}

/** `07:00-11:30, 13:30-17:00`; none for an empty text; undefined for anything else. Whether they overlap is asked elsewhere. */
export function readWindows(text: string): Window[] | undefined {
  const parts = text.split(/[,;]/).map((part) => part.trim());
  if (parts.every((part) => part === '')) return [];
  const windows = parts.map((part) => {
    const [opens, closes, ...more] = part.split(/\s*[-–]\s*/);
    const [from, to] = [readMinute(opens ?? ''), closes === '24:00' ? 1440 : readMinute(closes ?? '')];
    return from === undefined || to === undefined || more.length > 0 ? undefined : { opens: from, closes: to };
  });
  return windows.length <= 4 && windows.every((one) => one !== undefined) ? windows : undefined;
}

export const windowsAsTyped = (windows: readonly Window[]): string =>
  windows.map(({ opens, closes }) => `${minuteInWords(opens)}-${minuteInWords(closes)}`).join(', ');
