/** Watching acts: at the end of each act the active scenarios look at the entries about to be written; act and finding are one commit. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { type Instant, isoOf } from '../../platform/calendar/instant.ts';
import type { Look, Watcher } from '../../platform/cases/act.ts';
import { refuse, type RowChange } from '../../platform/cases/decision.ts';
import type { Bound } from '../../platform/conditions/subject.ts';
import { newId } from '../../platform/db/ids.ts';
import type { EntryDraft } from '../../platform/journal/entry.ts';
import type { ActiveScenarios, KeptScenarios, Lookers } from './active-scenarios.ts';
import { type CompiledScenario, fillMessage } from './compile-scenario.ts';
import type { ScenarioRuns } from './scenario-runs.ts';
import { writeFinding } from './finding-rows.ts';
import { judge } from './judge-look.ts';
import { bindLook, historyName, type OwnedKind, type Subjects, type Supervisable } from './scenario-subject.ts';

interface Known {
  readonly history: Readonly<Record<string, number>>;
  /** When each scenario was last found on the case. */
  readonly lastFound: ReadonlyMap<string, Instant>;
}

/** For the scenarios that were in force when it was read, which are the ones that look. */
interface KnownOfSet extends Known {
  readonly active: ActiveScenarios;
}

interface Parts {
  readonly kept: KeptScenarios;
  readonly supervisable: Supervisable;
  readonly subjects: Subjects;
  readonly runs: ScenarioRuns;
}

export function watchActs({ kept, supervisable, subjects, runs }: Parts): Watcher {
  return {
    need(db, look) {
      const refreshing = kept.refresh();
      if (refreshing) return refreshing.then(() => knowFor(db, look));
      const { history, coolDowns } = needsOf(kept.current(), look);
      return history || coolDowns ? knowFor(db, look) : undefined;
    },
    watch(look, known) {
      const rows: RowChange[] = [];
      const entries: EntryDraft[] = [];
      const kind = supervisable.kinds.get(look.state.kind);
      if (!kind) return { rows, entries };
      const found = new Set<string>();
      const { active } = (known as KnownOfSet | undefined) ?? { active: kept.current() };
      for (const [entry, lookers] of lookersAt(active, look.state.kind, look.decision.entries)) {
        const seen = lookAtEntry(entry, lookers, { look, kind, known: known as Known | undefined, found });
        if ('kind' in seen) return seen;
        rows.push(...seen.rows);
        entries.push(...seen.entries);
      }
      return { rows, entries };
    },
  };

  async function knowFor(db: QueryExecutorProvider, look: Look): Promise<KnownOfSet> {
    const active = kept.current();
    const { history, coolDowns } = needsOf(active, look);
    const nothing = { history: {}, lastFound: new Map() };
    const known =
      history || coolDowns ? await readKnown(db, look.state.id, { needsHistory: history, coolDowns }) : nothing;
    return { active, ...known };
  }

  function lookAtEntry(
    entry: EntryDraft,
    { scenarios, wanted }: Lookers,
    { look, kind, known, found }: { look: Look; kind: OwnedKind; known: Known | undefined; found: Set<string> },
  ) {
    const { state, at } = look;
    const runnable = scenarios.filter((one) => !runs.isOff(one));
    const bound = bind(entry, wanted, { look, kind, known });
    if ('failed' in bound) return { rows: runnable.map((one) => failing(one, bound.failed, look, entry)), entries: [] };
    const { fired, failed } = judge(runnable, entry.type, bound);
    runs.count(runnable, at);
    const rows: RowChange[] = failed.map(({ scenario, reason }) => failing(scenario, reason, look, entry));
    const entries: EntryDraft[] = [];
    for (const compiled of fired) {
      // an act that leaves several entries breaks a rule once
      if (found.has(compiled.scenario.code) || isCool(compiled, known?.lastFound, look)) continue;
      found.add(compiled.scenario.code);
      if (compiled.scenario.effect === 'block') {
        const { vi, en } = fillMessage(compiled.scenario, subjects.of(state.kind, entry.type), bound);
        return refuse('supervision.blocked', { scenario: compiled.scenario.code, message: `${vi} / ${en}` });
      }
      const written = writeOf(compiled, bound, { look, kind, entry });
      if ('failed' in written) rows.push(failing(compiled, written.failed, look, entry));
      else {
        rows.push(...written.rows);
        entries.push(...written.entries);
      }
    }
    return { rows, entries };
  }

  /** Values that can't be had make every rule here fail, and none of them hinders the person. */
  function bind(
    entry: EntryDraft,
    wanted: Lookers['wanted'],
    { look, kind, known }: { look: Look; kind: OwnedKind; known: Known | undefined },
  ): Bound | Failed {
    const { state, at, legal, decision, actor } = look;
    return orFailed(() =>
      bindLook(subjects.of(state.kind, entry.type), kind, wanted, {
        look: { state, at, legal, decision },
        actor,
        entry,
        history: known?.history ?? {},
      }),
    );
  }

  function writeOf(
    compiled: CompiledScenario,
    bound: Bound,
    { look, kind, entry }: { look: Look; kind: OwnedKind; entry: EntryDraft },
  ): ReturnType<typeof writeFinding> | Failed {
    const { state, actor, at, legal, entryId } = look;
    const responsible = kind.responsible(state);
    return orFailed(() =>
      writeFinding(
        {
          compiled,
          subject: subjects.of(state.kind, entry.type),
          bound,
          act: entry.type,
          occasion: entryId,
          mark: markOf(look),
          caseId: state.id,
          kind: state.kind,
          responsible: { ...responsible, holdingUnit: actor.unit ?? responsible.holdingUnit },
          officer: actor.account ?? responsible.assignee,
          at,
          entryId,
        },
        legal,
      ),
    );
  }

  function failing(compiled: CompiledScenario, reason: string, { state, at }: Look, { type }: EntryDraft): RowChange {
    runs.fail(compiled, reason, at);
    return ruleError(compiled, { reason, caseId: state.id, act: type, at });
  }
}

interface Failed {
  readonly failed: string;
}

/** What a rule's own mistake throws is told in its place and never thrown at the person who acts. */
function orFailed<T>(work: () => T): T | Failed {
  try {
    return work();
  } catch (error) {
    return { failed: (error as Error).message.slice(0, 200) };
  }
}

/** The version that the act makes; acts that leave it as it is are told apart by their entry. */
const markOf = ({ state, raises, entryId }: Look): string =>
  raises ? String(state.version + 1) : `${state.version}-${entryId.slice(-6)}`;

function needsOf(active: ActiveScenarios, { state, decision }: Look): { history: boolean; coolDowns: boolean } {
  const lookers = lookersAt(active, state.kind, decision.entries);
  return {
    history: lookers.some(([, { needsHistory }]) => needsHistory),
    coolDowns: lookers.some(([, one]) => one.coolDowns),
  };
}

function lookersAt(
  { onActs }: ActiveScenarios,
  kind: string,
  entries: readonly EntryDraft[],
): (readonly [EntryDraft, Lookers])[] {
  return entries.flatMap((entry) => {
    const lookers = entry.subject === undefined ? onActs.get(`${kind} ${entry.type}`) : undefined;
    return lookers ? [[entry, lookers] as const] : [];
  });
}

/** Found on the case so short a time ago that it is not found again. */
export function isCool(
  { scenario }: CompiledScenario,
  lastFound: Known['lastFound'] | undefined,
  { at, legal }: Pick<Look, 'at' | 'legal'>,
): boolean {
  const last = lastFound?.get(scenario.code);
  return (
    last !== undefined &&
    scenario.coolDown !== undefined &&
    at < legal.dueAt(last, scenario.coolDown, { lateRule: false })
  );
}

const ruleError = (
  { scenario, version }: CompiledScenario,
  { reason, caseId, act, at }: { reason: string; caseId: string; act: string; at: Instant },
): RowChange => ({
  table: 'supervision.rule_error',
  op: 'insert',
  values: { id: newId(), scenario: scenario.code, version, case_id: caseId, act, reason, at: isoOf(at) },
});

/** How often each act was done on the case before, and when each scenario was last found on it. */
export async function readKnown(
  db: QueryExecutorProvider,
  caseId: string,
  { needsHistory, coolDowns }: { readonly needsHistory: boolean; readonly coolDowns: boolean },
): Promise<Known> {
  const found = await sql<{ acts: Record<string, number> | null; found: Record<string, string> | null }>`
    select ${
      needsHistory
        ? sql`(select json_object_agg(h.type, h.count) from (
        select e.type, count(*)::integer as count from journal.entry e where e.subject_id = ${caseId} group by e.type) h)`
        : sql`null`
    } as acts,
      ${
        coolDowns
          ? sql`(select json_object_agg(f.scenario, f.at) from (
        select scenario, extract(epoch from max(found_at)) * 1000 as at from supervision.finding where subject_id = ${caseId} group by scenario) f)`
          : sql`null`
      } as found
  `.execute(db);
  const { acts, found: last } = found.rows[0] ?? { acts: null, found: null };
  return {
    history: Object.fromEntries(Object.entries(acts ?? {}).map(([type, count]) => [historyName(type), count])),
    lastFound: new Map(Object.entries(last ?? {}).map(([scenario, at]) => [scenario, Number(at) as Instant])),
  };
}
