/** Rebuilding the numbers: every dossier measured again from its entries, and its rows written where they differ. */
import { clockOfRows, type Row } from '../platform/cases/rebuild-case.ts';
import { caseTables } from '../platform/cases/effect.ts';
import type { Platform } from '../platform/system/platform.ts';
import { handlingRow, partRows } from '../systems/statistics/handling-rows.ts';
import { type Handling, measureDossier } from '../systems/statistics/measure-dossier.ts';
import { shareNumbers, writeHandlings } from '../systems/statistics/write-handlings.ts';
import { compareRows, type Difference } from './compare-rows.ts';
import { factsOf } from './facts-of.ts';
import { listRanges, type Range, type ReadCase, readRange, type ReadTable } from './read-batch.ts';
import { Versions } from './versions.ts';

/** The tables of numbers, with the columns that name case and row. */
export const NUMBERS = new Map<string, ReadTable>([
  ['statistics.handling', { caseColumn: 'case_id', key: ['case_id'] }],
  ['statistics.part', { caseColumn: 'case_id', key: ['seq'] }],
]);

const READ = new Map<string, ReadTable>([
  ...[...caseTables].filter(([table]) => table === 'cases.case' || table === 'cases.clock_event'),
  ...NUMBERS,
]);

export interface RebuiltNumbers {
  readonly measured: number;
  readonly written: number;
  readonly seconds: number;
}

/** Of dossiers in one transaction, a second long. */
const RANGE = 1_000;
/** While one lane reckons, the database reads for the others. */
const LANES = 3;

/** A transaction for each range, lanes side by side; the reader that follows the acts waits for those at work. */
export async function rebuildNumbers({ db, acting }: Pick<Platform, 'db' | 'acting'>): Promise<RebuiltNumbers> {
  const began = performance.now();
  const versions = new Versions();
  const counts = { measured: 0, written: 0 };
  const ranges = (await listRanges(db, RANGE))[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      for (const range of ranges) await rebuildRange(range);
    }),
  );
  return { ...counts, seconds: Math.round((performance.now() - began) / 100) / 10 };

  async function rebuildRange(range: Range): Promise<void> {
    await db.transaction().execute(async (trx) => {
      await shareNumbers(trx);
      const cases = await readRange(trx, range, READ);
      await versions.know(trx, cases);
      const measured = cases.flatMap((one) => measure(one));
      const changed = measured.filter(({ one, handling }) => numbersDiffer(one, handling).length > 0);
      await writeHandlings(
        trx,
        changed.map(({ handling }) => handling),
      );
      counts.measured += measured.length;
      counts.written += changed.length;
    });
  }

  function measure(one: ReadCase): { one: ReadCase; handling: Handling }[] {
    const kase = one.stored.get('cases.case')?.get(one.id);
    if (kase?.kind !== 'dossier') return [];
    if (typeof kase.competent_unit !== 'string' || typeof kase.receiving_unit !== 'string') return [];
    const clock = clockOfRows(one.stored.get('cases.clock_event')?.values() ?? []);
    const facts = factsOf(kase, { entries: one.entries, clock, versionOf: (id) => versions.find(id) });
    return [{ one, handling: measureDossier(facts, acting.legal) }];
  }
}

/** The rows of numbers that a dossier has against those it was measured to have. */
export function numbersDiffer({ id, stored }: ReadCase, measured: Handling): Difference[] {
  const handling = handlingRow(measured) as Row;
  const parts = new Map(partRows(measured).map((part) => [`${part.seq}`, part as Row]));
  const none = new Map<string, Row>();
  const compare = (table: string, rebuilt: ReadonlyMap<string, Row>): Difference[] => {
    const columns = Object.keys([...rebuilt.values()][0] ?? {});
    return compareRows(id, { table, columns, stored: stored.get(table) ?? none, rebuilt });
  };
  return [...compare('statistics.handling', new Map([[id, handling]])), ...compare('statistics.part', parts)];
}
