/** The simulation: a province's days in order of time, every act through the verbs of the product, under a clock of its own. */
import { sql } from 'kysely';
import { addDays, type Day, dayOf, type Instant, instantAt } from '../platform/calendar/instant.ts';
import { fireDueTimers } from '../platform/cases/timers.ts';
import { MINUTE } from '../platform/calendar/working-time.ts';
import type { Db } from '../platform/db/database.ts';
import { runSubscribers } from '../platform/journal/subscribers.ts';
import { readOrganisation } from '../platform/organisation/pack.ts';
import { packFolderOf } from '../platform/config/project-root.ts';
import type { Platform } from '../platform/system/platform.ts';
import { loadDossier } from '../systems/dossiers/load-dossier.ts';
import type { DossierTables } from '../systems/dossiers/tables.ts';
import { superviseThePast } from '../systems/supervision/index.ts';
import { type Arrival, planArrivals, PROCEDURE_WEIGHTS } from './arrivals.ts';
import { EventQueue } from './event-queue.ts';
import { fileDossier, type Owner } from './filing.ts';
import { namePartsOf } from './invented-person.ts';
import { perform, type Stage } from './perform.ts';
import { type PlannedTurn, planTurn } from './planned-turn.ts';
import { type Chance, chanceOf, idOf } from './random.ts';
import { openSimulatedPapers } from './simulated-papers.ts';
import { findStaff, type Staff } from './staff.ts';

export interface SimulationRun {
  readonly from: Day;
  /** Nothing happens after it. */
  readonly until: Instant;
  /** The last day on which dossiers come; the day of `until` unless said. */
  readonly arrivalsUntil?: Day;
  readonly dossiers: number;
  readonly seed: string;
  /** A commune, by its code, where this share of everything is filed. */
  readonly gathered?: { readonly commune: string; readonly share: number };
  /** How many acts at once. */
  readonly lanes: number;
  readonly owners?: readonly Owner[];
  /** Whether results are signed papers: see `Stage`. */
  readonly signs: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: { readonly filed: number; readonly acts: number; readonly day: Day }) => void;
}

export interface SimulationReport {
  readonly filed: number;
  readonly acts: number;
  readonly timers: number;
  /** Outcomes that were not `done`, by verb: `sign refusal` → 3. */
  readonly notDone: Readonly<Record<string, number>>;
  readonly stopped: boolean;
}

/** Simulated minutes whose events run side by side; what follows from them is decided afterwards, in order, so that a seed gives one history. */
const SLOT_MINUTES = 60;
const GIVES_UP_AFTER = 4;

interface Event {
  readonly at: Instant;
  readonly index: number;
  readonly act: PlannedTurn['act'] | 'file';
}

interface Life {
  readonly caseId: string;
  readonly chance: Chance;
  readonly arrival: Arrival;
  setbacks: number;
}

interface World {
  readonly stage: Stage;
  readonly run: SimulationRun;
  readonly staff: Staff;
  readonly lives: readonly Life[];
  readonly queue: EventQueue<Event>;
  readonly communes: readonly string[];
  readonly names: ReturnType<typeof namePartsOf>;
  readonly counts: { filed: number; acts: number; timers: number; notDone: Record<string, number> };
}

/** Throws outside demonstrations and benches: a simulated dossier is never made among real ones. */
export async function simulate(platform: Platform, run: SimulationRun): Promise<SimulationReport> {
  if (platform.mode === 'production') throw new Error('a simulation never runs in production');
  const world = await prepare(platform, run);
  return holdingTimers(platform.db, async () => {
    for (
      let slot = world.queue.takeUntil(SLOT_MINUTES * MINUTE);
      slot.length > 0;
      slot = world.queue.takeUntil(SLOT_MINUTES * MINUTE)
    ) {
      if (run.signal?.aborted) break;
      const end = slot.at(-1)?.at as Instant;
      if (end > run.until) break;
      await live(world, slot, end);
      const { filed, acts } = world.counts;
      run.onProgress?.({ filed, acts, day: dayOf(end) });
    }
    await superviseThePast(platform, instantAt(run.from, 0));
    return { ...world.counts, stopped: run.signal?.aborted ?? false };
  });
}

async function prepare(platform: Platform, run: SimulationRun): Promise<World> {
  const { organisation } = readOrganisation(packFolderOf(platform.config.province));
  if (!organisation) throw new Error('the organisation of the province pack is not usable');
  const day = dayOf(run.until);
  const communes = await listCommunes(platform.db, day);
  const arrivals = planArrivals({
    seed: run.seed,
    from: run.from,
    to: run.arrivalsUntil ?? day,
    count: run.dossiers,
    calendar: platform.calendar(),
    procedures: await listProcedures(platform.db, run.from, day),
    communes: communes.length,
    ...(run.gathered && {
      gathered: { commune: communes.indexOf(run.gathered.commune), share: run.gathered.share },
    }),
  });
  const names = namePartsOf(organisation);
  const known = await listKnown(platform.db);
  const lives = arrivals.map((arrival) => ({
    caseId: idOf(`${run.seed}/${run.from}/case/${arrival.index}`),
    chance: chanceOf(`${run.seed}/dossier/${arrival.index}`),
    arrival,
    setbacks: 0,
  }));
  const queue = new EventQueue<Event>();
  for (const { arrival, caseId } of lives) {
    const changed = known.get(caseId);
    queue.add(
      changed === undefined
        ? { at: arrival.at, index: arrival.index, act: 'file' }
        : { at: changed, index: arrival.index, act: 'wait' },
    );
  }
  return {
    stage: {
      platform,
      papers: await openSimulatedPapers(platform, arrivals[0]?.at ?? run.until),
      names,
      signs: run.signs,
    },
    run,
    staff: await findStaff(platform.db, run.seed, day),
    lives,
    queue,
    communes,
    names,
    counts: { filed: 0, acts: 0, timers: 0, notDone: {} },
  };
}

async function live(world: World, slot: readonly Event[], end: Instant): Promise<void> {
  const { platform } = world.stage;
  if (slot.some(({ act }) => isPayment(act))) await readJournal(platform);
  const timed = { ...platform, clock: () => end, acting: { ...platform.acting, clock: () => end } };
  world.counts.timers += await fireDueTimers(timed, end, (error) => {
    throw error;
  });
  await inLanes(world.run.lanes, slot, (event) => happen(world, event));
  if (slot.some(({ act }) => isPayment(act))) await readJournal(platform);
  const looks = await inLanes(world.run.lanes, slot, ({ index }) =>
    loadDossier(platform.db as unknown as Db<DossierTables>, { id: (world.lives[index] as Life).caseId }, 'all'),
  );
  slot.forEach((event, at) => {
    const dossier = looks[at];
    const life = world.lives[event.index] as Life;
    if (!dossier || life.setbacks > GIVES_UP_AFTER) return;
    const office = { calendar: platform.calendar() };
    const now = (event.at + life.setbacks * 60 * MINUTE) as Instant;
    const turn = planTurn({
      dossier,
      now,
      chance: life.chance,
      staff: world.staff,
      legal: platform.acting.legal,
      office,
    });
    if (turn)
      world.queue.add({ at: Math.max(turn.at, event.at + MINUTE) as Instant, index: event.index, act: turn.act });
  });
}

async function happen(world: World, { at, index, act }: Event): Promise<void> {
  const life = world.lives[index] as Life;
  const { counts } = world;
  if (act === 'wait') return;
  const outcome =
    act === 'file'
      ? await fileDossier(world.stage, {
          ...life,
          names: world.names,
          communes: world.communes,
          owners: world.run.owners ?? [],
        })
      : await perform(world.stage, act, at);
  if (outcome === 'done') {
    life.setbacks = 0;
    counts[act === 'file' ? 'filed' : 'acts'] += 1;
    return;
  }
  life.setbacks += 1;
  const what = `${act === 'file' ? `file ${life.arrival.procedure}` : act.verb} ${outcome}`;
  counts.notDone[what] = (counts.notDone[what] ?? 0) + 1;
}

const isPayment = (act: Event['act']): boolean => typeof act === 'object' && act.verb === 'pay-by-bank';

/** The bank is asked for money by a subscriber, and what it answers reaches the dossier through another. */
async function readJournal(platform: Platform): Promise<void> {
  const subscribers = platform.registry.systems.flatMap((system) => system.subscribers?.(platform) ?? []);
  await runSubscribers(platform.db, subscribers, platform.clock);
}

/** Answers in the order of the items. */
async function inLanes<T, R>(lanes: number, items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) answers[at] = await work(items[at] as T);
  };
  await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane));
  return answers;
}

/** While a simulation sets the clock, the worker's own clock fires no timer of the law: see worker-loop.ts. */
async function holdingTimers<R>(db: Db, work: () => Promise<R>): Promise<R> {
  return db.connection().execute(async (held) => {
    await sql`select pg_advisory_lock(hashtext('cases.timers'))`.execute(held);
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(hashtext('cases.timers'))`.execute(held);
    }
  });
}

async function listCommunes(db: Db, day: Day): Promise<string[]> {
  const rows = await sql<{ code: string }>`
    select code from organisation.area where level = 'commune' and (valid_from is null or valid_from <= ${day}::date) and (valid_to is null or valid_to >= ${day}::date)
    order by md5(code)
  `.execute(db);
  return rows.rows.map((row) => row.code);
}

/** What the province takes dossiers of throughout the run. */
async function listProcedures(db: Db, from: Day, to: Day): Promise<(readonly [string, number])[]> {
  const rows = await sql<{ code: string }>`
    select distinct p.code from procedures.procedure p join procedures.version v on v.procedure_id = p.id
    where p.offered and v.superseded_at is null and daterange(v.valid_from, v.valid_to, '[]') @> daterange(${from}::date, ${addDays(to, 1)}::date) order by p.code
  `.execute(db);
  return rows.rows.map(({ code }) => [code, PROCEDURE_WEIGHTS[code] ?? 1] as const);
}

/** Dossiers of a run that was interrupted: it goes on from where each of them stands. */
async function listKnown(db: Db): Promise<ReadonlyMap<string, Instant>> {
  const rows = await sql<{
    id: string;
    changed: Instant;
  }>`select id, changed_at as changed from cases.case where simulated`.execute(db);
  return new Map(rows.rows.map((row) => [row.id, row.changed]));
}
