/** Rebuilding: how long the journal takes to give every dossier again, and every number, at the size the database has. */
import { sql } from 'kysely';
import { openDatabase } from '../src/platform/db/database.ts';
import type { Platform } from '../src/platform/system/platform.ts';
import { checkRebuild } from '../src/rebuild/check-rebuild.ts';
import { rebuildNumbers } from '../src/rebuild/rebuild-numbers.ts';

export interface RebuildTimes {
  readonly dossiers: number;
  readonly entries: number;
  readonly differing: number;
  /** Seconds of `vamco rebuild --check`. */
  readonly check: number;
  /** Seconds of `vamco rebuild-statistics` where nothing differs. */
  readonly unchanged: number;
  /** The same into empty tables: every row written. */
  readonly anew: number;
  /** Dossiers whose numbers were written then. */
  readonly written: number;
}

export async function measureRebuild(
  platform: Platform,
  { ownerUrl, log }: { readonly ownerUrl: string; readonly log: (line: string) => void },
): Promise<RebuildTimes> {
  const { dossiers, entries, differing, faults, differences, seconds: check } = await checkRebuild(platform);
  for (const fault of faults.slice(0, 5)) log(fault);
  for (const difference of differences.slice(0, 5)) log(JSON.stringify(difference));
  const unchanged = await rebuildNumbers(platform);
  const owner = openDatabase({ url: ownerUrl });
  await sql`truncate statistics.part, statistics.handling`.execute(owner.db);
  await owner.close();
  const anew = await rebuildNumbers(platform);
  return {
    dossiers,
    entries,
    differing: differing + faults.length + unchanged.written,
    check,
    unchanged: unchanged.seconds,
    anew: anew.seconds,
    written: anew.written,
  };
}
