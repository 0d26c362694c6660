import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { instant, isoOf } from '../calendar/instant.ts';
import { writeAct } from '../cases/act.ts';
import type { Db } from '../db/database.ts';
import { newId } from '../db/ids.ts';
import { sealEntry } from '../journal/entry.ts';
import { runSubscribers } from '../journal/subscribers.ts';
import type { Platform } from '../system/platform.ts';
import { countMeasureAnew } from './count-anew.ts';
import type { IndicatorDefinition } from './definition.ts';
import { FOLLOWER, followJournal, type Measures } from './follow-journal.ts';
import { listRecords } from './list-records.ts';
import { loadDefinitions } from './load-definitions.ts';
import { countPending } from './pending-counts.ts';
import { recountFrom } from './recount.ts';
import { FIRST_DAY } from './settle-counts.ts';
import { findDefinition } from './find-definition.ts';
import type { JournalMeasure } from './measure.ts';
import { readIndicator, readTrend } from './read-indicator.ts';
import type { IndicatorTables } from './tables.ts';

/** Parcels: sent, perhaps weighed later, perhaps called back. */
const parcels: JournalMeasure = {
  kind: 'journal',
  title: { vi: 'Bưu kiện', en: 'Parcels' },
  variables: { kind: { type: 'string' }, weight: { type: 'int' } },
  entries: ['parcels.sent', 'parcels.weighed', 'parcels.called-back'],
  factsOf({ type, subject: { id: subject }, body = {} }) {
    if (type === 'parcels.called-back') return [{ subject, withdrawn: true }];
    if (type === 'parcels.weighed') return [{ subject, adds: { weight: body.weight } }];
    const { at, unit, kind, weight } = body as Record<string, string | number>;
    const known = weight === undefined ? {} : { weight };
    return [{ subject, label: subject, at: instant(String(at)), unit: String(unit), values: { kind, ...known } }];
  },
};

const measures: Measures = new Map([['parcels.sent', parcels]]);

const base: Omit<IndicatorDefinition, 'code' | 'numerator'> = {
  name: { vi: 'Bưu kiện', en: 'Parcels' },
  measure: 'parcels.sent',
  unit: { vi: '%', en: '%' },
  period: 'month',
  direction: 'up',
  source: { vi: 'thử', en: 'test' },
  version: 1,
  from: '2026-01-01',
  sector: { sector: 'test', name: { vi: 'Thử', en: 'Test' }, place: 99 },
};
const HEAVY: IndicatorDefinition = {
  ...base,
  code: 'parcels.heavy',
  numerator: 'weight > 10',
  denominator: 'kind == "box"',
};
const SENT: IndicatorDefinition = { ...base, code: 'parcels.count', numerator: 'true' };

let house: House<IndicatorTables>;
let platform: Platform;
let units: readonly string[];

beforeAll(async () => {
  house = await aHouse<IndicatorTables>();
  platform = { ...house.platform, registry: { ...house.platform.registry, measures } };
  house.setClock('2026-06-30T12:00');
  await load([HEAVY, SENT]);
  await countPending(platform);
  units = (
    await sql<{ id: string }>`select id from organisation.unit where area_id is not null order by id limit 3`.execute(
      house.db,
    )
  ).rows.map(({ id }) => id);
}, 120_000);
afterAll(() => house?.close());

const load = (indicators: readonly IndicatorDefinition[]) =>
  loadDefinitions(house.db, { indicators, measures, clock: house.platform.clock });

interface Parcel {
  readonly at: string;
  readonly unit?: string | undefined;
  readonly kind: string;
  readonly weight?: number;
}

const write = (type: string, id: string, body: Record<string, string | number>, db: Db = house.platform.db) =>
  writeAct(db, {
    rows: [],
    entries: [
      sealEntry(
        { type, body },
        {
          actor: { kind: 'program', program: 'test' },
          subject: { type: 'parcel', id },
          at: instant('2026-06-30T12:00'),
        },
      ),
    ],
  });

async function send({ at, unit = units[0] ?? '', kind, weight }: Parcel, db?: Db): Promise<string> {
  const id = newId();
  await write('parcels.sent', id, { at, unit, kind, ...(weight !== undefined && { weight }) }, db);
  return id;
}

/** Transactions of other tests' databases keep entries unsettled for a moment: read until everything has been read. */
async function follow(): Promise<void> {
  for (let unread = true; unread; ) {
    await runSubscribers(house.platform.db, [followJournal(measures)], house.platform.clock);
    const found = await sql<{ unread: boolean }>`
      select (select count(*) from journal.entry) > (select position from journal.cursor where subscriber = ${FOLLOWER}) as unread
    `.execute(house.db);
    unread = found.rows[0]?.unread ?? false;
    if (unread) await delay(20);
  }
}

async function forget(): Promise<void> {
  await sql`delete from indicators.fact where measure = 'parcels.sent'`.execute(house.db);
  await sql`delete from indicators.count`.execute(house.db);
}

const heavy = (from: string, to: string, more: object = {}) =>
  readIndicator(platform, { code: 'parcels.heavy', from, to, ...more });

test('a share has its parts, and what cannot be told is neither reached nor missed', async () => {
  await forget();
  for (const [kind, weight] of [
    ['box', 20],
    ['box', 5],
    ['letter', 30],
    ['box', undefined],
  ] as const)
    await send({ at: '2026-03-05T09:00', kind, ...(weight !== undefined && { weight }) });
  await follow();
  expect(await heavy('2026-03-01', '2026-04-01')).toMatchObject({
    numerator: 1,
    denominator: 3,
    unknown: 1,
    value: 100 / 3,
  });
  expect(await heavy('2026-03-06', '2026-04-01')).toMatchObject({ numerator: 0, denominator: 0, value: null });
  expect(await readIndicator(platform, { code: 'parcels.count', from: '2026-03-01', to: '2026-04-01' })).toMatchObject({
    numerator: 4,
    denominator: null,
    value: 4,
  });
  // nothing was ever sent before: no figure, and not nought
  expect(await readIndicator(platform, { code: 'parcels.count', from: '2026-01-01', to: '2026-02-01' })).toMatchObject({
    value: null,
  });
});

test('where nothing of a denominator is known there is no share', async () => {
  await forget();
  await send({ at: '2026-03-05T09:00', kind: 'box' });
  await follow();
  expect(await heavy('2026-03-01', '2026-04-01')).toMatchObject({
    numerator: 0,
    denominator: 1,
    unknown: 1,
    value: null,
  });
});

test('a correction takes the place of what was, a later fact of one subject moves it, a withdrawn one is gone', async () => {
  await forget();
  const [first, second] = [
    await send({ at: '2026-03-05T09:00', kind: 'box' }),
    await send({ at: '2026-03-05T09:00', kind: 'box', weight: 50 }),
  ];
  await follow();
  await write('parcels.weighed', first, { weight: 12 });
  await follow();
  expect(await heavy('2026-03-01', '2026-04-01')).toMatchObject({
    numerator: 2,
    denominator: 2,
    unknown: 0,
    value: 100,
  });
  await write('parcels.sent', first, { at: '2026-04-02T00:30', unit: units[1] ?? '', kind: 'box', weight: 1 });
  await write('parcels.called-back', second, {});
  await write('parcels.weighed', newId(), { weight: 3 });
  await follow();
  expect(await heavy('2026-03-01', '2026-04-01')).toMatchObject({ numerator: 0, denominator: 0, value: null });
  expect(await heavy('2026-04-02', '2026-04-03')).toMatchObject({ numerator: 0, denominator: 1, value: 0 });
  const left =
    await sql`select * from indicators.count where numerator = 0 and denominator = 0 and unknown = 0`.execute(house.db);
  expect(left.rows).toEqual([]);
});

test('an act that commits late is counted once it is there, in its own month', async () => {
  await forget();
  let commit = (): void => undefined;
  const waits = new Promise<void>((resolve) => {
    commit = resolve;
  });
  let begun = (): void => undefined;
  const started = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const late = house.platform.db.transaction().execute(async (trx) => {
    await send({ at: '2026-03-05T09:00', kind: 'box', weight: 99 }, trx);
    begun();
    await waits;
  });
  await started;
  await follow();
  expect(await heavy('2026-03-01', '2026-04-01')).toMatchObject({ denominator: 0 });
  commit();
  await late;
  await follow();
  expect(await heavy('2026-03-01', '2026-04-01')).toMatchObject({ numerator: 1, denominator: 1 });
});

test('after random acts what was counted step by step is what is counted anew, and what another query counts', async () => {
  await forget();
  const random = mulberry(20261129);
  const ids: string[] = [];
  for (let act = 0; act < 300; act += 1) {
    const id = ids[Math.floor(random() * ids.length)];
    const chance = random();
    if (id === undefined || chance < 0.6) {
      const at = isoOf((instant('2026-02-01') + Math.floor(random() * 90 * 86_400_000)) as ReturnType<typeof instant>);
      const unit = units[Math.floor(random() * 3)];
      const weight = random() < 0.7 ? { weight: Math.floor(random() * 20) } : {};
      ids.push(await send({ at, unit, kind: random() < 0.5 ? 'box' : 'letter', ...weight }));
    } else if (chance < 0.85) await write('parcels.weighed', id, { weight: Math.floor(random() * 20) });
    else await write('parcels.called-back', id, {});
    if (random() < 0.1) await follow();
  }
  await follow();
  const followed = await everything();
  expect(followed.facts.length).toBeGreaterThan(100);
  await house.platform.db.transaction().execute((trx) => countMeasureAnew(trx, 'parcels.sent', parcels));
  const anew = await everything();
  // the journal holds the parcels of the other tests too: those are no part of what was followed here
  const known = new Set(ids);
  expect(anew.facts.filter(({ subject }) => known.has(subject))).toEqual(followed.facts);
  const counted = await sql<{ numerator: number; denominator: number; unknown: number }>`
    select count(*) filter (where body ->> 'kind' = 'box' and (body ->> 'weight')::integer > 10)::integer as numerator,
      count(*) filter (where body ->> 'kind' = 'box')::integer as denominator,
      count(*) filter (where body ->> 'kind' = 'box' and body ->> 'weight' is null)::integer as unknown
    from indicators.fact where measure = 'parcels.sent' and unit_id = ${units[2]}
      and at >= '2026-03-01T00:00+07:00' and at < '2026-04-01T00:00+07:00'
  `.execute(house.db);
  expect(await heavy('2026-03-01', '2026-04-01', { unit: units[2] })).toMatchObject(counted.rows[0] ?? {});
  const sums = await sql`
    select definition, sum(numerator)::integer as n, sum(denominator)::integer as d, sum(unknown)::integer as u from indicators.count group by 1 order by 1
  `.execute(house.db);
  const marks = await sql`
    select d.number as definition, count(*) filter (where d.number = any(f.numerators))::integer as n,
      count(*) filter (where d.number = any(f.denominators))::integer as d, count(*) filter (where d.number = any(f.unknowns))::integer as u
    from indicators.definition d join indicators.fact f on f.measure = d.measure where d.measure = 'parcels.sent' group by 1 order by 1
  `.execute(house.db);
  expect(sums.rows).toEqual(marks.rows);
});

test('marks and counts that are wrong are put right from the facts, and what is right is not written', async () => {
  const before = await everything();
  const counts = await allCounts();
  const writes = () => sql`select xmin::text, ctid::text from indicators.count order by 2`.execute(house.db);
  const untouched = (await writes()).rows;
  const recount = () =>
    house.platform.db
      .transaction()
      .execute((trx) => recountFrom(trx, { name: 'parcels.sent', measure: parcels, from: FIRST_DAY }));
  await recount();
  expect((await writes()).rows).toEqual(untouched);
  await sql`update indicators.fact set numerators = '{}', unknowns = '{999}' where measure = 'parcels.sent'`.execute(
    house.db,
  );
  await sql`update indicators.count set numerator = numerator + 7 where ctid in (select ctid from indicators.count limit 5)`.execute(
    house.db,
  );
  await sql`delete from indicators.count where ctid in (select ctid from indicators.count order by day desc limit 5)`.execute(
    house.db,
  );
  await recount();
  expect(await everything()).toEqual(before);
  expect(await allCounts()).toEqual(counts);
});

const allCounts = async () =>
  (await sql`select * from indicators.count order by definition, day, unit_id, area_id`.execute(house.db)).rows;

test('a new version counts from its day on, and a version that was loaded does not change', async () => {
  await forget();
  for (const at of ['2026-03-05T09:00', '2026-05-05T09:00']) {
    await send({ at, kind: 'box', weight: 8 });
    await send({ at, kind: 'letter', weight: 8 });
  }
  await follow();
  await expect(load([{ ...HEAVY, numerator: 'weight > 7' }, SENT])).rejects.toThrow('write it as version 2');
  const second = { ...HEAVY, numerator: 'weight > 7', denominator: 'true', version: 2, from: '2026-05-01' };
  // a start does not count: the days of the new version say nothing until the job has run, those before it what they said
  expect(await load([HEAVY, second, SENT])).toBe(true);
  expect(await heavy('2026-03-01', '2026-04-01')).toMatchObject({ numerator: 0, denominator: 1 });
  expect(await heavy('2026-05-01', '2026-06-01')).toMatchObject({ value: null });
  expect(await load([HEAVY, second, SENT])).toBe(true);
  await send({ at: '2026-05-06T09:00', kind: 'letter', weight: 8 });
  await follow();
  await countPending(platform);
  await countPending(platform);
  expect(await load([HEAVY, second, SENT])).toBe(false);
  const [march, may, both] = await readTrend(platform, {
    code: 'parcels.heavy',
    periods: [
      { from: '2026-03-01', to: '2026-04-01' },
      { from: '2026-05-01', to: '2026-06-01' },
      { from: '2026-03-01', to: '2026-06-01' },
    ],
  });
  expect(march).toMatchObject({ numerator: 0, denominator: 1 });
  expect(may).toMatchObject({ numerator: 3, denominator: 3 });
  expect(both).toMatchObject({ numerator: 3, denominator: 4 });
  const found = await findDefinition(house.db, 'parcels.heavy', '2026-06-30');
  if (!found) throw new Error('no indicator');
  const asked = { found, part: 'mau-so' as const, span: { from: '2026-01-01', to: '2027-01-01' }, limit: 2 };
  const page = await listRecords(platform, asked);
  const rest = await listRecords(platform, { ...asked, ...(page.next !== undefined && { after: page.next }) });
  expect([page.rows.length, rest.rows.length, rest.next]).toEqual([2, 2, undefined]);
  expect(new Set([...page.rows, ...rest.rows].map(({ subject }) => subject)).size).toBe(4);
});

async function everything() {
  const facts = await sql<{ subject: string }>`
    select subject, at, unit_id, area_id, body, numerators, denominators, unknowns from indicators.fact where measure = 'parcels.sent' order by subject
  `.execute(house.db);
  return { facts: facts.rows };
}

/** A small generator of numbers: the same seed gives the same acts. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
