/** Active scenarios: the versions in force today and not switched off, as this process knows them; looked up anew each second by whoever acts. */
import { sql } from 'kysely';
import { type Clock, type Day, dayOf } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import { type CompiledScenario, compileScenario } from './compile-scenario.ts';
import { isAboutSilence, type Scenario } from './scenario.ts';
import { type Subjects, type Supervisable, type Wanted } from './scenario-subject.ts';

/** The scenarios that look at one act on one kind of case, with all that they read. */
export interface Lookers {
  readonly scenarios: readonly CompiledScenario[];
  readonly wanted: Wanted;
  readonly needsHistory: boolean;
  readonly coolDowns: boolean;
}

export interface ActiveScenarios {
  readonly all: readonly CompiledScenario[];
  /** By `kind act`. */
  readonly onActs: ReadonlyMap<string, Lookers>;
  readonly aboutSilence: readonly CompiledScenario[];
  /** Versions in force that can't run any more: a value they name is gone. */
  readonly broken: readonly { readonly code: string; readonly version: number; readonly reason: string }[];
}

export const NONE: ActiveScenarios = { all: [], onActs: new Map(), aboutSilence: [], broken: [] };

interface StoredScenario {
  readonly number: number;
  readonly body: Scenario;
  readonly off: boolean;
  /** It would block, and nobody has agreed to that: it records what it finds. */
  readonly unapproved?: boolean;
}

export interface KeptScenarios {
  readonly current: () => ActiveScenarios;
  /** For who is about to act: a look at what is in force, where the last one is more than a second old. */
  readonly refresh: () => Promise<unknown> | undefined;
  /** Answers whether the set is another one now. */
  readonly renew: () => Promise<boolean>;
}

const RENEW_MS = 1000;

export function keepScenarios(
  db: Db,
  clock: Clock,
  parts: { readonly supervisable: Supervisable; readonly subjects: Subjects },
  onRenewal: (active: ActiveScenarios) => void,
): KeptScenarios {
  let active = NONE;
  let known = '';
  let asked = -RENEW_MS;
  let asking: Promise<boolean> | undefined;

  async function look(): Promise<boolean> {
    const day = dayOf(clock());
    const mark = await readMark(db, day);
    if (mark === known) return false;
    const stored = await readInForce(db, day);
    active = activate(stored, day, parts);
    known = mark;
    onRenewal(active);
    return true;
  }

  return {
    current: () => active,
    refresh() {
      if (asking) return asking;
      if (performance.now() - asked <= RENEW_MS) return undefined;
      asked = performance.now();
      // who acts is not kept from it by a question that fails: the set that is known goes on
      asking = look()
        .catch(() => false)
        .finally(() => {
          asking = undefined;
        });
      return asking;
    },
    renew: look,
  };
}

/** The last version that has come, of each scenario; an administrator's before the pack's, as settings have it. */
const IN_FORCE = (day: Day) => sql`
  select distinct on (v.setting) v.setting, v.number, v.digest, v.body from settings.version v
  where v.setting like 'supervision.%' and (v.valid_from is null or v.valid_from <= ${day}::date)
    and (v.origin = 'administrator' or not exists (
      select 1 from settings.version a where a.setting = v.setting and a.origin = 'administrator' and a.number < v.number))
  order by v.setting, v.number desc`;

async function readMark(db: Db, day: Day): Promise<string> {
  const found = await sql<{ mark: string }>`
    select ${day} || ' ' || coalesce(string_agg(f.setting || f.digest, ' ' order by f.setting), '') || ' ' ||
      (select coalesce(string_agg(o.scenario || o.version, ' ' order by o.scenario, o.version), '') from supervision.switched_off o where o.on_again_at is null) as mark
    from (${IN_FORCE(day)}) f
  `.execute(db);
  return found.rows[0]?.mark ?? '';
}

async function readInForce(db: Db, day: Day): Promise<readonly StoredScenario[]> {
  const found = await sql<StoredScenario>`
    select f.number, f.body, exists (
      select 1 from supervision.switched_off o where o.scenario = f.body ->> 'code' and o.version = f.number and o.on_again_at is null) as off,
      f.body ->> 'effect' = 'block' and not exists (
        select 1 from supervision.block_approval b
        where b.scenario = f.body ->> 'code' and b.digest = f.digest and b.follows < f.number) as unapproved
    from (${IN_FORCE(day)}) f order by f.setting
  `.execute(db);
  return found.rows;
}

/** Pure: from versions in force to what acts look up. */
export function activate(
  stored: readonly StoredScenario[],
  day: Day,
  parts: { readonly supervisable: Supervisable; readonly subjects: Subjects },
): ActiveScenarios {
  const all: CompiledScenario[] = [];
  const broken: ActiveScenarios['broken'][number][] = [];
  for (const { number, body: written, off, unapproved } of stored) {
    const body: Scenario = unapproved ? { ...written, effect: 'record' } : written;
    const { validFrom, validTo } = body;
    if (off || (validFrom !== undefined && day < validFrom) || (validTo !== undefined && day > validTo)) continue;
    const { compiled, faults } = compileScenario(body, number, parts);
    if (compiled) all.push(compiled);
    else broken.push({ code: body.code, version: number, reason: faults.map(({ message }) => message.vi).join(' ') });
  }
  return {
    all,
    broken,
    onActs: lookersOf(all.filter(({ scenario }) => !isAboutSilence(scenario))),
    aboutSilence: all.filter(({ scenario }) => isAboutSilence(scenario)),
  };
}

function lookersOf(scenarios: readonly CompiledScenario[]): Map<string, Lookers> {
  const byAct = new Map<string, CompiledScenario[]>();
  for (const one of scenarios) {
    for (const act of one.conditions.keys()) {
      const key = `${one.scenario.kind} ${act}`;
      byAct.set(key, [...(byAct.get(key) ?? []), one]);
    }
  }
  return new Map(
    [...byAct].map(([key, lookers]) => [
      key,
      {
        scenarios: lookers,
        wanted: new Set(lookers.flatMap(({ reads }) => [...reads])),
        needsHistory: lookers.some(({ needsHistory }) => needsHistory),
        coolDowns: lookers.some(({ scenario }) => scenario.coolDown !== undefined),
      },
    ]),
  );
}
