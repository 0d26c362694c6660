/** The demo seed: a few hundred simulated dossiers of the last months, made in the background of a new demonstration. */
import { addDays, type Day, dayOf, type Instant, instantAt } from '../platform/calendar/instant.ts';
import { sql } from 'kysely';
import { writeAct } from '../platform/cases/act.ts';
import { packFolderOf } from '../platform/config/project-root.ts';
import type { Db } from '../platform/db/database.ts';
import { sealEntry } from '../platform/journal/entry.ts';
import type { Platform } from '../platform/system/platform.ts';
import { idOf } from '../simulation/random.ts';
import { simulate, type SimulationReport } from '../simulation/simulate.ts';
import { enterInventedPlan } from '../systems/plan/index.ts';
import { superviseThePast } from '../systems/supervision/index.ts';
import { DEMO_COMMUNE } from './demo-accounts.ts';
import { inventIncidents } from './demo-incidents.ts';
import { findOwners } from './demo-owners.ts';
import { inventRatings } from './demo-ratings.ts';
import { inventViolations } from './demo-violations.ts';

const DAYS = 21;
/** So that its officers, whose logins are printed at the start, find a day's work in their queues. */
const GATHERED = { commune: DEMO_COMMUNE, share: 0.55 };
/** Beside people who use the portal; alone it may go as fast as it can. */
const GENTLE = 2;

export interface DemoSeed {
  readonly dossiers: number;
  readonly lanes?: number;
  readonly signal?: AbortSignal;
}

/** Once in the life of a database. A run that was interrupted goes on with the days it began with; answers undefined when there was nothing left to do. */
export async function seedDemo(
  platform: Platform,
  { dossiers, lanes = GENTLE, signal }: DemoSeed,
): Promise<SimulationReport | undefined> {
  if (platform.mode !== 'demo' || dossiers === 0) return undefined;
  const state = await findSeed(platform.db);
  if (state?.finished) return undefined;
  const now = platform.clock();
  if (!state) await inventIncidents(platform);
  await enterInventedPlan(platform, packFolderOf(platform.config.province));
  const begun = state ?? (await begin(platform, dossiers, now));
  const report = await simulate(platform, {
    from: addDays(begun.day, -DAYS),
    until: now,
    arrivalsUntil: begun.day,
    dossiers: begun.dossiers,
    seed: SEED,
    gathered: GATHERED,
    lanes,
    signs: true,
    owners: await findOwners(platform.db, dayOf(now)),
    ...(signal ? { signal } : {}),
  });
  if (!report.stopped) {
    await inventViolations(platform, begun.day);
    await inventRatings(platform);
    // what waited for an answer in vain lies in the past too
    await superviseThePast(platform, instantAt(addDays(begun.day, -DAYS), 0));
    await tell(platform.db, 'demo.seed-finished', { filed: report.filed, acts: report.acts }, platform.clock());
  }
  return report;
}

/** Nothing is left to make. */
const isSeeded = async (db: Db): Promise<boolean> => (await findSeed(db))?.finished ?? false;

const SEED = 'demo';
const SUBJECT = { type: 'demo.seed', id: idOf('demo.seed') };

async function begin(platform: Platform, dossiers: number, at: Instant): Promise<{ day: Day; dossiers: number }> {
  const day = dayOf(at);
  await tell(platform.db, 'demo.seed-begun', { day, dossiers }, at);
  return { day, dossiers };
}

async function findSeed(db: Db): Promise<{ day: Day; dossiers: number; finished: boolean } | undefined> {
  const found = await sql<{ day: Day; dossiers: number; finished: boolean }>`
    select e.sealed::jsonb #>> '{body,day}' as day, (e.sealed::jsonb #>> '{body,dossiers}')::integer as dossiers,
      exists (select 1 from journal.entry f where f.subject_id = e.subject_id and f.type = 'demo.seed-finished') as finished
    from journal.entry e where e.subject_id = ${SUBJECT.id} and e.type = 'demo.seed-begun' limit 1
  `.execute(db);
  return found.rows[0];
}

async function tell(db: Db, type: string, body: Record<string, string | number>, at: Instant): Promise<void> {
  const entry = sealEntry({ type, body }, { actor: { kind: 'program', program: 'demo.seed' }, subject: SUBJECT, at });
  await writeAct(db, { rows: [], entries: [entry] });
}

export interface RunningSeed {
  /** How many are to come; 0 when all are there. */
  readonly dossiers: number;
  /** Lets the acts that run end, and leaves the rest for the next start. */
  stop(): Promise<void>;
}

/** In the background: the portal serves meanwhile. */
export async function startDemoSeed(
  platform: Platform,
  log: (message: string, error: unknown) => void,
): Promise<RunningSeed> {
  const { demoDossiers } = platform.config;
  const dossiers = platform.mode === 'demo' && !(await isSeeded(platform.db)) ? demoDossiers : 0;
  const stopping = new AbortController();
  const finished = seedDemo(platform, { dossiers, signal: stopping.signal }).catch((error: unknown) =>
    log('the demo seed failed', error),
  );
  return {
    dossiers,
    async stop() {
      stopping.abort();
      await finished;
    },
  };
}
