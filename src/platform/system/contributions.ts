/** Contributions: what a system adds to the screens of an operations centre without that centre knowing it: figures, places on the map, and signals. */
import type { Instant } from '../calendar/instant.ts';
import type { LocalText } from '../i18n/local-text.ts';
import type { ReadEntry } from '../journal/entry.ts';
import type { Platform } from './platform.ts';

/** Which part of the province is looked at, resolved before any query. */
export interface View {
  readonly at: Instant;
  /** Ids of the units that work there; all of them for the whole province. */
  readonly units: 'all' | readonly string[];
  /** Ids of the communes that lie there. */
  readonly areas: 'all' | readonly string[];
}

export interface TileReading {
  /** Null where there is no base to reckon from: shown as "Chưa có số liệu", never as 0. */
  readonly value: number | null;
  /** Digits after the comma; none when left out. */
  readonly decimals?: number;
  /** One line: what it is a part of, what it should be. */
  readonly context: LocalText;
  readonly status: 'normal' | 'soon' | 'late';
  /** The moment the value speaks of. */
  readonly asOf: Instant;
}

/** A figure of the wall. */
export interface TileSpec<Tables = unknown> {
  readonly title: LocalText;
  readonly unit: LocalText;
  /** Who it comes from, short: figures and signals of one source are fresh or old together. */
  readonly source: LocalText;
  /** A value that speaks of a moment longer ago is shown as old. */
  readonly oldAfterMinutes: number;
  /** Path of the page with the records behind it. */
  readonly href: (view: View) => string;
  readonly read: (platform: Platform<Tables>, view: View) => Promise<TileReading>;
  /** Seven values, one a day, the last of them today's; read seldom. */
  readonly trend?: (platform: Platform<Tables>, view: View) => Promise<readonly number[]>;
}

/** How much of something there is in each commune, drawn as circles. */
export interface LayerSpec<Tables = unknown> {
  readonly title: LocalText;
  readonly unit: LocalText;
  readonly source: LocalText;
  /** Path of the page with the records behind it. */
  readonly href: (view: View) => string;
  /** By the id of the commune; those with none may be left out. */
  readonly read: (platform: Platform<Tables>, view: View) => Promise<ReadonlyMap<string, number>>;
}

/** 1 the least, 5 the highest. */
export type Severity = 1 | 2 | 3 | 4 | 5;

/** Something that was seen, measured or reported somewhere: several near each other make one incident. */
export interface Signal {
  /** A kind of incident that the province names; one it does not name counts as "khác". */
  readonly kind: string;
  readonly severity: Severity;
  readonly title: LocalText;
  /** When it happened, which is not when it was heard of. */
  readonly at: Instant;
  /** Where, as exactly as is known: a point, a commune or the unit that works there. */
  readonly point?: { readonly lat: number; readonly lon: number };
  readonly area?: string;
  readonly unit?: string;
  readonly simulated?: boolean;
  /** Path of the record behind it. */
  readonly href?: string;
}

/** How the entries of one type are signals. */
export interface SignalSpec {
  readonly source: LocalText;
  /** The source speaks at least this often; one that speaks only when something happens has none, and is never late. */
  readonly silentAfterMinutes?: number;
  /** Pure. Undefined for an entry that is no signal. */
  readonly read: (entry: ReadEntry) => Signal | undefined;
}
