/** Growing a bench: the simulated dossiers of a `bench` database multiplied by set-based SQL, with codes from the counters and chains from the journal's own function. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../src/platform/db/database.ts';
import type { Mode } from '../src/platform/system/platform.ts';
import type { TriedMonth } from './what-if.ts';

/** Dossiers a step: one transaction each. */
const STEP = 20_000;
/** With some six entries each. */
const STEP_WITH_JOURNAL = 5_000;

export interface Growth {
  readonly mode: Mode;
  readonly wanted: number;
  readonly log: (line: string) => void;
  /** Each copy gets the journal of its original, so that it can be rebuilt; otherwise one entry that says it is a copy. */
  readonly withJournal?: boolean;
  /** Only what ended of a procedure in a month; `wanted` counts these alone. */
  readonly of?: TriedMonth;
}

/** Copies until the database holds `wanted` dossiers, as the owner. Only where nothing real can be. */
export async function grow(db: Db, { mode, wanted, log, withJournal = false, of }: Growth): Promise<number> {
  if (mode !== 'bench') throw new Error('only a bench database is grown');
  const copied = sourcesOf({ withJournal, of });
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from cases.case c where ${copied}
  `.execute(db);
  const originals = rows[0]?.count ?? 0;
  if (originals === 0) throw new Error('there is nothing to grow from');
  const columns = await listColumns(db);
  const indexes = await listIndexes(db);
  for (const { name } of indexes) await sql.raw(`drop index ${name}`).execute(db);
  let made = originals;
  while (made < wanted) {
    made += await copy(db, columns, {
      take: Math.min(withJournal ? STEP_WITH_JOURNAL : STEP, wanted - made),
      copied,
      withJournal,
    });
    log(`${made} dossiers`);
  }
  for (const { definition } of indexes) {
    await sql.raw(definition).execute(db);
    log(definition);
  }
  await passOver(db);
  // what autovacuum would have done by then: counts read the index alone
  for (const table of GROWN) await sql.raw(`vacuum analyze ${table}`).execute(db);
  return made;
}

/** Nobody is told of copies: the subscribers, who had read to the end before, stand at the end again. */
async function passOver(db: Db): Promise<void> {
  await sql`select journal.assign_positions()`.execute(db);
  await sql`update journal.cursor set position = (select position from journal.sequencer)`.execute(db);
}

/** Copied with each dossier, by the column that names it. */
const COPIED = {
  'cases.case': 'id',
  'dossiers.dossier': 'case_id',
  'cases.clock_event': 'case_id',
  'statistics.handling': 'case_id',
  'statistics.part': 'case_id',
  'cases.assignment': 'case_id',
} as const;

const GROWN = [...Object.keys(COPIED), 'journal.entry', 'journal.position'];

/** Those that no constraint rests on: a million rows are sorted once at the end, not placed one by one. */
async function listIndexes(db: Db): Promise<{ name: string; definition: string }[]> {
  const { rows } = await sql<{ name: string; definition: string }>`
    select i.schemaname || '.' || i.indexname as name, i.indexdef as definition from pg_indexes i
    where i.schemaname || '.' || i.tablename = any(${GROWN})
      and not exists (select 1 from pg_constraint c where c.conindid = (i.schemaname || '.' || i.indexname)::regclass)
  `.execute(db);
  return rows;
}

type Columns = ReadonlyMap<string, readonly string[]>;

async function listColumns(db: Db): Promise<Columns> {
  const { rows } = await sql<{ name: string; columns: string[] }>`
    select table_schema || '.' || table_name as name, array_agg(column_name::text) as columns from information_schema.columns
    where table_schema || '.' || table_name = any(${Object.keys(COPIED)}) group by 1
  `.execute(db);
  return new Map(rows.map((row) => [row.name, row.columns]));
}

/** A consultation has an id of its own, which its entries name: a dossier with one is not copied with its journal. */
function sourcesOf({ withJournal, of }: Pick<Growth, 'withJournal' | 'of'>) {
  const plain = sql`not exists (select 1 from cases.consultation o where o.case_id = c.id)`;
  const ended = (month: TriedMonth) => sql`exists (
    select 1 from statistics.handling h where h.case_id = c.id and h.procedure_code = ${month.procedure}
      and h.outcome in ('approved', 'rejected', 'refused', 'silence')
      and to_char(h.finished_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM') = ${month.month})`;
  // findings and incidents are cases too, with codes of their own
  return sql`c.kind = 'dossier' and ${withJournal ? plain : sql`true`} and ${of ? ended(of) : sql`true`}`;
}

/** Copies the first by id, which say nothing of place or time: the shape of queues stays as it was. */
async function copy(
  db: Db,
  columns: Columns,
  {
    take,
    copied,
    withJournal,
  }: { readonly take: number; readonly copied: RawBuilder<unknown>; readonly withJournal: boolean },
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    await sql`
      create temporary table copied on commit drop as
      select c.id as source, gen_random_uuid() as id, c.code as old_code,
        regexp_replace(c.code, '-[0-9]{6}-[0-9]+$', '') as unit, to_date(substring(c.code from '-([0-9]{6})-[0-9]+$'), 'YYMMDD') as day,
        null::text as code
      from cases.case c where ${copied} order by c.id limit ${take}
    `.execute(trx);
    await sql`
      with counted as (select unit, day, count(*)::integer as n from copied group by unit, day),
      series as (
        insert into cases.number_series (unit_code, day, last) select unit, day, n from counted
        on conflict (unit_code, day) do update set last = number_series.last + excluded.last returning unit_code, day, last
      ),
      numbered as (
        select m.id, s.last - c.n + row_number() over (partition by m.unit, m.day order by m.id) as number
        from copied m join counted c using (unit, day) join series s on s.unit_code = m.unit and s.day = m.day
      )
      update copied m set code = m.unit || '-' || to_char(m.day, 'YYMMDD') || '-' || lpad(n.number::text, greatest(4, length(n.number::text)), '0')
      from numbered n where n.id = m.id
    `.execute(trx);
    const changed = { code: 'm.code', search: 'replace(t.search, lower(m.old_code), lower(m.code))' };
    for (const [table, key] of Object.entries(COPIED))
      await insertCopies(trx, columns, table, key, table === 'cases.case' ? changed : {});
    await (withJournal ? copyEntries(trx) : sayCopied(trx));
    const { rows } = await sql<{ count: number }>`select count(*)::integer as count from copied`.execute(trx);
    return rows[0]?.count ?? 0;
  });
}

async function sayCopied(trx: Db): Promise<void> {
  const sealed = await sql<{ count: number }>`
    select count(*)::integer as count from (
      select journal.append(array_agg(format(
        '{"actor":{"kind":"program","program":"bench.grow"},"at":"2026-11-20T17:00:00+07:00","body":{"from":"%s"},"id":"%s","subject":{"id":"%s","type":"dossier"},"tv":1,"type":"bench.case-copied","v":1}',
        source, gen_random_uuid(), id)))
      from copied
    ) appended
  `.execute(trx);
  if (sealed.rows[0]?.count !== 1) throw new Error('the journal took no entries');
}

/** The entries of the original about the copy: its id and code in their place, and an id of its own for each. */
async function copyEntries(trx: Db): Promise<void> {
  await sql`
    select journal.append(array_agg(
      replace(replace(replace(e.sealed, '"id":"' || e.id || '"', '"id":"' || gen_random_uuid() || '"'), m.source::text, m.id::text), m.old_code, m.code)
      order by m.id, e.chain, e.seq))
    from copied m join journal.entry e on e.subject_id = m.source
  `.execute(trx);
}

async function insertCopies(
  trx: Db,
  columns: Columns,
  table: string,
  key: string,
  changed: Readonly<Record<string, string>> = {},
): Promise<void> {
  const names = columns.get(table) ?? [];
  const values = names.map((name) => (name === key ? 'm.id' : (changed[name] ?? `t.${name}`)));
  await sql
    .raw(
      `insert into ${table} (${names.join(', ')}) select ${values.join(', ')} from ${table} t join copied m on m.source = t.${key}`,
    )
    .execute(trx);
}
