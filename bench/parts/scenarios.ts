/** Scenarios: what it costs an act to be watched by none, 20, 200 and 2,000 of them, and what the same conditions cost in two other engines. */
import { loadavg } from 'node:os';
import { type CelInput, celEnv, parse, plan } from '@bufbuild/cel';
import { Engine } from 'json-rules-engine';
import { makePlatform, withDatabase } from '../../src/app.ts';
import { dayOf, systemClock } from '../../src/platform/calendar/instant.ts';
import type { ActEnvironment, Look, Watcher } from '../../src/platform/cases/act.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { newId } from '../../src/platform/db/ids.ts';
import type { Platform } from '../../src/platform/system/platform.ts';
import { acceptDossier } from '../../src/systems/dossiers/dossiers.ts';
import { loadDossier } from '../../src/systems/dossiers/load-dossier.ts';
import type { DossierTables } from '../../src/systems/dossiers/tables.ts';
import { decideAcceptance } from '../../src/systems/dossiers/turns/acceptance.ts';
import { activate } from '../../src/systems/supervision/active-scenarios.ts';
import { ScenarioRuns } from '../../src/systems/supervision/scenario-runs.ts';
import { speechOf } from '../../src/systems/supervision/supervision.ts';
import { watchActs } from '../../src/systems/supervision/watch-acts.ts';
import { submitOne } from '../acts.ts';
import type { Bench, BenchRow } from '../program.ts';
import { madeCondition, madeScenarios } from './made-scenarios.ts';

type Env = ActEnvironment<DossierTables>;

/** How many are active, and how many of them look at the act. */
const SETS = [
  { active: 0, watching: 0 },
  { active: 20, watching: 4 },
  { active: 200, watching: 40 },
  { active: 200, watching: 200 },
  { active: 2000, watching: 400 },
] as const;
const FORTY_OF_200 = 2;
const ROUNDS = 5;
const LOOKS = 2000;

interface SetTimes {
  readonly active: number;
  readonly watching: number;
  /** Of the look alone, in µs. */
  readonly look: number;
  /** Acceptances a second through the verb, one after another. */
  readonly acts: number;
}

interface PeerTimes {
  /** µs for 40 conditions; ours with the values of the look reckoned and bound each time, theirs on values made before. */
  readonly ours: number;
  readonly jsonRulesEngine: number;
  readonly bufbuildCel: number;
}

const officer = { actor: { id: newId(), kind: 'person' as const }, scope: 'all' as const, rolesAt: () => ['TN'] };

/** The budget is under 1 ms and a tenth of the act, with 200 active of which 40 look at it. */
export async function measurePart({ dataDir, acts: count }: Bench): Promise<readonly BenchRow[]> {
  const config = readConfig({ DATA_DIR: dataDir, MODE: 'bench', LOG_LEVEL: 'error' });
  const { sets, peers } = await withDatabase(config, async ({ opened }) =>
    timesOf(await makePlatform(config, systemClock, opened), count),
  );
  const [none] = sets;
  const load = loadavg().map((one) => one.toFixed(1));
  return [
    ['load of the machine at the end, over 1, 5 and 15 minutes', load.join(', '), ''],
    ...sets.map(({ active, watching, look, acts }): BenchRow => {
      const slower = none ? (none.acts / acts - 1) * 100 : 0;
      return [
        `${active} active scenarios, ${watching} look at the act`,
        `${look.toFixed(0)} µs a look, ${acts.toFixed(0)} acts/s one after another (${slower.toFixed(0)} % slower than with none)`,
        active === 200 ? '< 1,000 µs, < 10 %' : '',
      ];
    }),
    [
      'the same 40 conditions',
      `ours ${peers.ours.toFixed(0)} µs with binding; json-rules-engine ${peers.jsonRulesEngine.toFixed(0)} µs; @bufbuild/cel ${peers.bufbuildCel.toFixed(0)} µs`,
      '',
    ],
  ];
}

async function timesOf(platform: Platform, count: number): Promise<{ sets: SetTimes[]; peers: PeerTimes }> {
  const env = platform.acting as unknown as Env;
  const watchers = SETS.map(({ active, watching }) => watcherOf(platform, active, watching));
  const look = await aLook(env, await submitOne(platform));
  const rates = SETS.map((): number[] => []);
  const looks = SETS.map((): number[] => []);
  // the first acts of a process are slow, whoever looks at them
  await actRate(platform, env, count);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, watcher] of watchers.entries()) {
      looks[index]?.push(lookTime(watcher, look));
      rates[index]?.push(await actRate(platform, { ...env, watchers: [watcher] }, count));
    }
  }
  return {
    sets: SETS.map((set, index) => ({ ...set, look: median(looks[index]), acts: median(rates[index]) })),
    peers: { ...(await measurePeers(look)), ours: median(looks[FORTY_OF_200]) },
  };
}

function watcherOf(platform: Platform, active: number, watching: number): Watcher {
  const speech = speechOf(platform);
  const stored = madeScenarios(active, watching).map((body) => ({ number: 1, body, off: false }));
  const set = activate(stored, dayOf(systemClock()), speech);
  if (set.all.length !== active) throw new Error(`${active} scenarios were made, ${set.all.length} are active`);
  const kept = { current: () => set, refresh: () => undefined, renew: () => Promise.resolve(false) };
  return watchActs({ ...speech, kept, runs: new ScenarioRuns(() => undefined) });
}

/** An acceptance that is decided and not written. */
async function aLook(env: Env, caseId: string): Promise<Look> {
  const state = await loadDossier(env.db, { id: caseId }, 'all');
  if (!state) throw new Error('no dossier');
  const at = env.clock();
  const decision = decideAcceptance(state, { commandId: newId(), caseId }, { ...officer, at, legal: env.legal });
  if (decision.kind === 'refusal') throw new Error(decision.code);
  return { state, decision, actor: officer.actor, at, legal: env.legal, entryId: newId(), raises: true };
}

function lookTime(watcher: Watcher, look: Look): number {
  for (let warm = 0; warm < 200; warm++) watcher.watch(look, undefined);
  const began = performance.now();
  for (let n = 0; n < LOOKS; n++) watcher.watch(look, undefined);
  return ((performance.now() - began) * 1000) / LOOKS;
}

async function actRate(platform: Platform, env: Env, count: number): Promise<number> {
  const cases: string[] = [];
  for (let n = 0; n < count; n++) cases.push(await submitOne(platform));
  const began = performance.now();
  for (const caseId of cases) {
    const outcome = await acceptDossier(env, officer, { commandId: newId(), caseId, shownVersion: 1 });
    if (outcome.kind !== 'done') throw new Error(`not accepted: ${outcome.kind}`);
  }
  return count / ((performance.now() - began) / 1000);
}

const median = (values: readonly number[] = []): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** The same forty conditions on the same values; each engine has parsed them before. */
async function measurePeers(look: Look): Promise<Omit<PeerTimes, 'ours'>> {
  const conditions = Array.from({ length: 40 }, (_, n) => madeCondition(n));
  const facts = {
    dossier: {
      supplements: 0,
      channel: 'counter',
      fee_due: 0,
      originals: 0,
      digitised: 0,
      apologies: 0,
      status: 'submitted',
    },
    actor: { is_program: false },
    act: { body: look.decision.entries[0]?.body ?? {}, written: [] as string[] },
  };
  const engine = new Engine(conditions.map(({ rule }, n) => ({ conditions: rule as never, event: { type: `B${n}` } })));
  const env = celEnv();
  const plans = conditions.map(({ cel }) => plan(env, parse(cel)));
  const bound = toCel(facts) as Record<string, CelInput>;
  const evaluatePlans = () => {
    for (const evaluate of plans) evaluate(bound as never);
  };
  return {
    jsonRulesEngine: await timeOf(async () => void (await engine.run(facts)), 300),
    bufbuildCel: await timeOf(() => Promise.resolve(evaluatePlans()), 300),
  };
}

/** Whole numbers are int64 there. */
function toCel(value: unknown): unknown {
  if (typeof value === 'number') return BigInt(value);
  if (Array.isArray(value)) return value.map(toCel);
  if (typeof value !== 'object' || value === null) return value;
  return new Map(Object.entries(value).map(([key, inner]) => [key, toCel(inner)]));
}

async function timeOf(work: () => Promise<void>, times: number): Promise<number> {
  for (let warm = 0; warm < 50; warm++) await work();
  const began = performance.now();
  for (let n = 0; n < times; n++) await work();
  return ((performance.now() - began) * 1000) / times;
}
