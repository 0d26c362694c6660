/** Rebuilding indicators: every measure counted again from its source, held against what was counted act by act, and kept or let go. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Db } from '../db/database.ts';
import type { Platform } from '../system/platform.ts';
import { countAndNote, factMeasures } from './pending-counts.ts';
import type { FactMeasure } from './measure.ts';
import type { IndicatorTables } from './tables.ts';

export interface RebuiltIndicators {
  readonly facts: number;
  /** Codes of indicators whose counts were other than their source gives. */
  readonly differing: readonly string[];
  readonly seconds: number;
}

/** A transaction for each measure; who follows the journal waits for it. Without `write` nothing is changed. */
export async function rebuildIndicators(
  platform: Pick<Platform, 'db' | 'clock' | 'registry'>,
  { write }: { readonly write: boolean },
): Promise<RebuiltIndicators> {
  const began = performance.now();
  let facts = 0;
  const differing: string[] = [];
  for (const [name, measure] of factMeasures(platform.registry.measures)) {
    const counted = await countOne(platform, { name, measure, write });
    facts += counted.facts;
    differing.push(...counted.differing);
  }
  return { facts, differing, seconds: Math.round((performance.now() - began) / 100) / 10 };
}

async function countOne(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  { name, measure, write }: { readonly name: string; readonly measure: FactMeasure; readonly write: boolean },
): Promise<Pick<RebuiltIndicators, 'facts' | 'differing'>> {
  const trx = await db.startTransaction().execute();
  try {
    const before = await digestCounts(trx, name);
    const facts = await countAndNote(trx as unknown as Db<IndicatorTables>, { name, measure, clock });
    const after = await digestCounts(trx, name);
    await (write ? trx.commit() : trx.rollback()).execute();
    const differing = [...new Set([...before.keys(), ...after.keys()])].filter(
      (code) => before.get(code) !== after.get(code),
    );
    return { facts, differing };
  } catch (error) {
    await trx.rollback().execute();
    throw error;
  }
}

async function digestCounts(trx: QueryExecutorProvider, measure: string): Promise<ReadonlyMap<string, string>> {
  const found = await sql<{ code: string; digest: string }>`
    select d.code, md5(string_agg(c::text, ' ' order by c.definition, c.day, c.unit_id, c.area_id)) as digest
    from indicators.count c join indicators.definition d on d.number = c.definition where d.measure = ${measure} group by d.code
  `.execute(trx);
  return new Map(found.rows.map(({ code, digest }) => [code, digest]));
}
