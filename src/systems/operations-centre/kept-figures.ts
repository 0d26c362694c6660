/** Kept figures: what systems answered for their tiles, read again only when the journal has moved on, and shown as old where they answer no more. */
import { sql } from 'kysely';
import type { Instant } from '../../platform/calendar/instant.ts';
import { MINUTE } from '../../platform/calendar/working-time.ts';
import type { TileReading, TileSpec } from '../../platform/system/contributions.ts';
import type { Platform } from '../../platform/system/platform.ts';
import type { CentreView } from './centres.ts';

export interface ShownTile extends Omit<TileReading, 'asOf'> {
  readonly key: string;
  readonly spec: TileSpec;
  /** Undefined where the reader may not open it. */
  readonly href: string | undefined;
  /** Null when it has never been answered. */
  readonly asOf: Instant | null;
  readonly isOld: boolean;
  readonly trend: readonly number[];
}

export interface KeptFigures {
  read(platform: Platform, view: CentreView): Promise<readonly ShownTile[]>;
}

/** Counting a great table twice a second is enough for who looks on, and soon enough to be seen within one. */
export const FIGURES_AT_MOST_EVERY_MS = 500;
/** Clocks make things late without an entry. */
const AT_LEAST_EVERY_MS = 15_000;
const TREND_EVERY_MS = 10 * MINUTE;

interface Kept {
  reading?: TileReading;
  readAt: number;
  moved: number;
  failed: boolean;
  trend: readonly number[];
  trendAt: number;
  running?: Promise<void> | undefined;
}

/** One for a process: all who look at the same part of the province share its answers. */
export function keepFigures(): KeptFigures {
  const platforms = new WeakMap<Platform, Map<string, Kept>>();
  return {
    async read(platform, view) {
      const kept = platforms.get(platform) ?? new Map<string, Kept>();
      platforms.set(platform, kept);
      const moved = await readMoved(platform);
      return Promise.all(
        [...platform.registry.tiles].map(async ([key, spec]) => {
          const name = `${key} ${view.centre.unitId} ${view.asked}`;
          const own = kept.get(name) ?? { readAt: 0, moved: -1, failed: false, trend: [], trendAt: 0 };
          kept.set(name, own);
          await renew(own, { platform, view, spec, moved });
          return shown(key, { spec, view }, own);
        }),
      );
    },
  };
}

/** A number that grows with every act that is committed. */
export async function readMoved({ db }: Pick<Platform, 'db'>): Promise<number> {
  const found = await sql<{ moved: number }>`select sum(seq)::double precision as moved from journal.head`.execute(db);
  return found.rows[0]?.moved ?? 0;
}

interface Renewing {
  readonly platform: Platform;
  readonly view: CentreView;
  readonly spec: TileSpec;
  readonly moved: number;
}

async function renew(own: Kept, { platform, view, spec, moved }: Renewing): Promise<void> {
  const age = view.at - own.readAt;
  const isDue = (moved !== own.moved && age >= FIGURES_AT_MOST_EVERY_MS) || age >= AT_LEAST_EVERY_MS || age < 0;
  if (!isDue && own.reading) return;
  own.running ??= readTile(own, { platform, view, spec, moved }).finally(() => {
    own.running = undefined;
  });
  await own.running;
}

async function readTile(own: Kept, { platform, view, spec, moved }: Renewing): Promise<void> {
  own.readAt = view.at;
  own.moved = moved;
  try {
    own.reading = await spec.read(platform, view);
    if (spec.trend && (own.trendAt === 0 || view.at - own.trendAt >= TREND_EVERY_MS)) {
      own.trend = await spec.trend(platform, view);
      own.trendAt = view.at;
    }
    own.failed = false;
  } catch {
    // the wall stands whatever one system does: its tile keeps the last value and looks old
    own.failed = true;
  }
}

function shown(
  key: string,
  { spec, view }: Pick<Renewing, 'spec' | 'view'>,
  { reading, failed, trend }: Kept,
): ShownTile {
  const named = { key, spec, href: spec.href(view) };
  if (!reading)
    return { ...named, value: null, context: { vi: '' }, status: 'normal', asOf: null, isOld: true, trend: [] };
  const isOld = failed || view.at - reading.asOf > spec.oldAfterMinutes * MINUTE;
  return { ...named, ...reading, isOld, trend };
}
