/** The registry: what the mounted systems declare, gathered and checked once at start. */
import { clockRefusals } from '../cases/clock-refusals.ts';
import { caseTables, type RecordedTables } from '../cases/effect.ts';
import type { MeasureSpec } from '../indicators/measure.ts';
import type { Route } from '../http/route.ts';
import type { LayerSpec, SignalSpec, TileSpec } from './contributions.ts';
import type {
  EntrySpec,
  JobHandler,
  PermissionSpec,
  RefusalSpec,
  SystemManifest,
  TimerHandler,
  UpkeepTask,
} from './define-system.ts';

export interface Registry {
  readonly systems: readonly SystemManifest[];
  readonly routes: readonly Route[];
  readonly permissions: ReadonlyMap<string, PermissionSpec>;
  readonly entries: ReadonlyMap<string, EntrySpec>;
  readonly refusals: ReadonlyMap<string, RefusalSpec>;
  readonly timers: ReadonlyMap<string, TimerHandler<unknown>>;
  readonly jobs: ReadonlyMap<string, JobHandler<unknown>>;
  readonly schedules: ReadonlyMap<string, string>;
  readonly upkeep: ReadonlyMap<string, UpkeepTask>;
  readonly recorded: RecordedTables;
  readonly measures: ReadonlyMap<string, MeasureSpec>;
  readonly tiles: ReadonlyMap<string, TileSpec>;
  readonly layers: ReadonlyMap<string, LayerSpec>;
  readonly signals: ReadonlyMap<string, SignalSpec>;
}

/** Throws on what would only show at night: two systems with one URL, code or timer, or a name outside its system. */
export function buildRegistry(systems: readonly SystemManifest[]): Registry {
  return {
    systems,
    routes: uniqueRoutes(systems.flatMap((system) => system.routes ?? [])),
    permissions: gather(systems, 'permissions'),
    entries: gather(systems, 'entries'),
    refusals: new Map([...Object.entries(clockRefusals), ...gather(systems, 'refusals')]),
    timers: gather(systems, 'timers'),
    jobs: gather(systems, 'jobs'),
    schedules: gather(systems, 'schedules'),
    upkeep: gather(systems, 'upkeep'),
    recorded: new Map([...caseTables, ...gather(systems, 'recorded')]),
    measures: knownMeasures(systems),
    tiles: gather(systems, 'tiles'),
    layers: gather(systems, 'layers'),
    signals: gather(systems, 'signals'),
  };
}

function gather<
  K extends
    | 'permissions'
    | 'entries'
    | 'refusals'
    | 'timers'
    | 'jobs'
    | 'schedules'
    | 'upkeep'
    | 'recorded'
    | 'measures'
    | 'tiles'
    | 'layers'
    | 'signals',
>(systems: readonly SystemManifest[], what: K): Map<string, NonNullable<SystemManifest[K]>[string]> {
  const all = new Map<string, NonNullable<SystemManifest[K]>[string]>();
  for (const system of systems) {
    for (const [name, spec] of Object.entries(system[what] ?? {})) {
      // what is recorded are tables, whose schema has no hyphens
      const room = what === 'recorded' ? system.id.replaceAll('-', '_') : system.id;
      if (!name.startsWith(`${room}.`)) throw new Error(`${what} "${name}" must begin with "${room}."`);
      all.set(name, spec as NonNullable<SystemManifest[K]>[string]);
    }
  }
  return all;
}

/** A measure that reads what nobody writes would count nothing, and nobody would notice. */
function knownMeasures(systems: readonly SystemManifest[]): Registry['measures'] {
  const measures = gather(systems, 'measures');
  const entries = gather(systems, 'entries');
  for (const [name, measure] of measures) {
    const unknown = measure.kind === 'journal' ? measure.entries.filter((type) => !entries.has(type)) : [];
    if (unknown.length > 0)
      throw new Error(`the measure ${name} reads entries that nobody declares: ${unknown.join(', ')}`);
  }
  return measures;
}

function uniqueRoutes(routes: readonly Route[]): readonly Route[] {
  const seen = new Set<string>();
  for (const { method, path } of routes) {
    const key = `${method} ${path.replace(/:[a-z]+/gi, ':')}`;
    if (seen.has(key)) throw new Error(`two routes answer ${method} ${path}`);
    seen.add(key);
  }
  return routes;
}
