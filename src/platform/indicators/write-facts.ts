/** Writing facts: each change of a fact takes away what it counted before and adds what it counts now, in the transaction it is called in. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { dayOf, type Instant, isoOf } from '../calendar/instant.ts';
import type { Values } from '../conditions/subject.ts';
import type { Db } from '../db/database.ts';
import { sortedJson, type Json } from '../db/json.ts';
import { addCounts, countsOf } from './add-counts.ts';
import { listCountings } from './countings.ts';
import { type Marker, markerOf } from './marker.ts';
import type { Marks } from './marks.ts';
import type { FactChange, FactMeasure } from './measure.ts';

export interface MeasureFacts {
  /** `statistics.finished` */
  readonly name: string;
  readonly measure: Pick<FactMeasure, 'variables'>;
  /** In the order of the acts; of several on one subject the last decides. */
  readonly changes: readonly FactChange[];
  /** False where all days are counted together afterwards. */
  readonly counted?: boolean;
}

/** Answers how many facts are other than they were. */
export async function writeFacts(trx: Db, { name, measure, changes, counted = true }: MeasureFacts): Promise<number> {
  if (changes.length === 0) return 0;
  await lockFacts(trx);
  const before = await readFacts(trx, name, [...new Set(changes.map(({ subject }) => subject))]);
  const after = await completeAreas(trx, foldChanges(before, changes));
  const mark = markerOf(await listCountings(trx, name, measure), { name, measure });
  const changed = [...after].flatMap(([subject, fact]) => {
    const old = before.get(subject);
    const made = fact && markedBy(mark, fact);
    return sameFact(old, made) ? [] : [{ subject, old, made }];
  });
  await storeFacts(trx, name, changed);
  if (counted)
    await addCounts(
      trx,
      changed.flatMap(({ old, made }) => [...countsOf(old, -1), ...countsOf(made, 1)]),
    );
  return changed.length;
}

/** One writer at a time, to the end of its transaction: two never count one fact. */
export async function lockFacts(trx: QueryExecutorProvider): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('indicators.fact'))`.execute(trx);
}

/** A fact as it is kept. */
export interface KeptFact extends Marks {
  readonly subject: string;
  readonly label: string;
  readonly at: Instant;
  readonly unit: string | null;
  readonly area: string | null;
  readonly simulated: boolean;
  readonly values: Values;
}

type UnmarkedFact = Omit<KeptFact, keyof Marks>;

async function readFacts(
  db: QueryExecutorProvider,
  measure: string,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, KeptFact>> {
  const found = await sql<KeptFact>`
    select subject, label, at, unit_id as unit, area_id as area, simulated, body as values, numerators, denominators, unknowns
    from indicators.fact where measure = ${measure} and subject = any(${subjects}::text[])
  `.execute(db);
  return new Map(found.rows.map((fact) => [fact.subject, fact]));
}

/** What each subject is after all changes; undefined where it is none. An area that was not said is undefined. Pure. */
function foldChanges(
  before: ReadonlyMap<string, KeptFact>,
  changes: readonly FactChange[],
): Map<string, (Omit<UnmarkedFact, 'area'> & { area: string | null | undefined }) | undefined> {
  const after = new Map<string, (Omit<UnmarkedFact, 'area'> & { area: string | null | undefined }) | undefined>();
  for (const change of changes) {
    const { subject } = change;
    const now = after.has(subject) ? after.get(subject) : before.get(subject);
    if ('withdrawn' in change) after.set(subject, undefined);
    else if ('adds' in change) after.set(subject, now && { ...now, values: { ...now.values, ...change.adds } });
    else after.set(subject, { ...change, area: change.area, simulated: change.simulated ?? false });
  }
  return after;
}

/** The area of the unit where none was said. */
async function completeAreas(
  db: QueryExecutorProvider,
  facts: ReturnType<typeof foldChanges>,
): Promise<Map<string, UnmarkedFact | undefined>> {
  const units = [
    ...new Set([...facts.values()].flatMap((fact) => (fact?.area === undefined ? (fact?.unit ?? []) : []))),
  ];
  const found =
    units.length === 0
      ? []
      : (
          await sql<{ id: string; area: string | null }>`
            select id, area_id as area from organisation.unit where id = any(${units}::uuid[])
          `.execute(db)
        ).rows;
  const areas = new Map(found.map(({ id, area }) => [id, area]));
  return new Map(
    [...facts].map(([subject, fact]) => [
      subject,
      fact && { ...fact, area: fact.area === undefined ? (areas.get(fact.unit ?? '') ?? null) : fact.area },
    ]),
  );
}

const markedBy = (mark: Marker, fact: UnmarkedFact): KeptFact => ({
  ...fact,
  ...mark({ day: dayOf(fact.at), values: fact.values }),
});

function sameFact(old: KeptFact | undefined, made: KeptFact | undefined): boolean {
  if (!old || !made) return old === made;
  const text = (fact: KeptFact) => sortedJson(rowOf('', fact) as unknown as Json);
  return text(old) === text(made);
}

const rowOf = (measure: string, fact: KeptFact) => ({
  measure,
  subject: fact.subject,
  label: fact.label,
  at: isoOf(fact.at),
  unit_id: fact.unit,
  area_id: fact.area,
  simulated: fact.simulated,
  body: fact.values,
  numerators: fact.numerators,
  denominators: fact.denominators,
  unknowns: fact.unknowns,
});

interface Changed {
  readonly subject: string;
  readonly old: KeptFact | undefined;
  readonly made: KeptFact | undefined;
}

async function storeFacts(trx: QueryExecutorProvider, measure: string, changed: readonly Changed[]): Promise<void> {
  const gone = changed.flatMap(({ subject, old }) => (old ? [subject] : []));
  if (gone.length > 0)
    await sql`delete from indicators.fact where measure = ${measure} and subject = any(${gone}::text[])`.execute(trx);
  await insertFacts(
    trx,
    measure,
    changed.flatMap(({ made }) => made ?? []),
  );
}

async function insertFacts(trx: QueryExecutorProvider, measure: string, facts: readonly KeptFact[]): Promise<void> {
  if (facts.length === 0) return;
  const rows = JSON.stringify(facts.map((fact) => rowOf(measure, fact)));
  await sql`
    insert into indicators.fact select * from jsonb_populate_recordset(null::indicators.fact, ${rows}::jsonb)
  `.execute(trx);
}
