/** The parts of supervision in one process: what may be spoken of, the scenarios in force, and their runs. */
import { platformPart } from '../../platform/db/platform-part.ts';
import type { Db } from '../../platform/db/database.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { handInLater } from './keep-heartbeat.ts';
import { keepScenarios, type KeptScenarios } from './active-scenarios.ts';
import { Subjects, type Supervisable, supervisableOf } from './scenario-subject.ts';
import { ScenarioRuns } from './scenario-runs.ts';
import type { SupervisionTables } from './tables.ts';

export interface Supervision {
  readonly supervisable: Supervisable;
  readonly subjects: Subjects;
  readonly kept: KeptScenarios;
  readonly runs: ScenarioRuns;
}

type Speech = Pick<Supervision, 'supervisable' | 'subjects'>;

/** What conditions may speak of follows from the list of systems alone. */
const speeches = new WeakMap<object, Speech>();
const supervisions = new WeakMap<object, Supervision>();

export function speechOf({ registry }: Pick<Platform, 'registry'>): Speech {
  const known = speeches.get(registry.systems);
  if (known) return known;
  const supervisable = supervisableOf(registry);
  const made = { supervisable, subjects: new Subjects(supervisable) };
  speeches.set(registry.systems, made);
  return made;
}

/** One for each running platform: its watcher, its sweep and its heartbeat share it. */
export function supervisionOf<T>(platform: Pick<Platform<T>, 'registry' | 'db' | 'clock'>): Supervision {
  const db = platformPart(platform.db);
  const known = supervisions.get(db);
  if (known) return known;
  const speech = speechOf(platform);
  const runs: ScenarioRuns = new ScenarioRuns(handInLater(db as unknown as Db<SupervisionTables>, () => runs));
  const kept = keepScenarios(db, platform.clock, speech, ({ all }) => runs.forgetAllBut(all));
  const made = { ...speech, kept, runs };
  supervisions.set(db, made);
  return made;
}
