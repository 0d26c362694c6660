/** Replaying a case: the looks that a scenario would have had at it, act by act or in its silences, each with the state that was there before. Pure. */
import { type Instant, instant } from '../../../platform/calendar/instant.ts';
import type { CaseState } from '../../../platform/cases/act.ts';
import type { ClockEventDraft, Decision } from '../../../platform/cases/decision.ts';
import type { RecordedTables, RowEffect } from '../../../platform/cases/effect.ts';
import { layEffect, type Row } from '../../../platform/cases/rebuild-case.ts';
import type { ReplayedBeside, SupervisedReplay } from '../../../platform/cases/supervised.ts';
import type { Json } from '../../../platform/db/json.ts';
import type { ReadEntry } from '../../../platform/journal/entry.ts';
import { historyName } from '../scenario-subject.ts';

/** One act: its entries on the case, and what it made of it. */
export interface ReplayedAct {
  readonly state: CaseState;
  readonly entries: readonly ReadEntry[];
  readonly at: Instant;
  readonly decision: Decision;
  /** How often each act was done on the case before. */
  readonly history: Readonly<Record<string, number>>;
  /** Whether the texts that values rest on are all there: none has been erased. */
  readonly isWhole: boolean;
}

/** A stretch in which nobody did anything: from an act, the state after it, to the next. */
export interface ReplayedSilence {
  readonly state: CaseState;
  readonly from: Instant;
  /** Undefined: to this day. */
  readonly to: Instant | undefined;
  readonly history: Readonly<Record<string, number>>;
  readonly isWhole: boolean;
}

export interface Watching {
  readonly wantsAct: (types: readonly string[], at: Instant) => boolean;
  readonly wantsSilence: boolean;
  readonly act: (act: ReplayedAct) => void;
  readonly silence: (silence: ReplayedSilence) => void;
}

interface Replaying {
  readonly id: string;
  readonly entries: readonly ReadEntry[];
  readonly recorded: RecordedTables;
  readonly replay: SupervisedReplay<unknown, CaseState>;
  readonly known: unknown;
  /** A text of an entry: null where it is erased, undefined where there is none of this name. */
  readonly textOf: (entryId: string, name: string) => Json | undefined;
}

/** Answers false where the journal does not hold every act of the case whole: what came before is then not known, and nothing is looked at. */
export function replayCase({ id, entries, recorded, replay, known, textOf }: Replaying, watching: Watching): boolean {
  const acts = groupActs(entries);
  if (acts.length === 0 || acts.some((act) => act.every(({ effect }) => effect === undefined))) return false;
  const rows = new Map<string, Map<string, Row>>();
  const history: Record<string, number> = {};
  let counted = 0;
  for (const [index, act] of acts.entries()) {
    const first = act[0] as ReadEntry;
    // entries that are no acts on the case count too
    for (; entries[counted] !== first; counted++) count(entries[counted] as ReadEntry);
    const at = instant(first.at);
    const types = act.map(({ type }) => type);
    // the act that opens a case finds no case before it, and nobody watches it
    const isWatched = index > 0 && first.dims?.case_version !== undefined;
    if (isWatched && watching.wantsAct(types, at)) {
      const { beside, isWhole } = besideUpTo(counted);
      const state = replay.state(id, rows, known, beside);
      if (state)
        watching.act({ state, entries: act, at, decision: decisionOf(id, act), history: { ...history }, isWhole });
    }
    if (act.some(({ effect }) => layEffect(rows, effect, recorded).length > 0)) return false;
    if (!watching.wantsSilence) continue;
    const { beside, isWhole } = besideUpTo(counted + act.length);
    const state = replay.state(id, rows, known, beside);
    const next = acts[index + 1]?.[0]?.at;
    const to = next === undefined ? undefined : instant(next);
    const upToHere = { ...history };
    for (const { type } of act) upToHere[historyName(type)] = (upToHere[historyName(type)] ?? 0) + 1;
    if (state) watching.silence({ state, from: at, to, history: upToHere, isWhole });
  }
  return true;

  /** What the first so many entries say. */
  function besideUpTo(end: number): { readonly beside: ReplayedBeside; readonly isWhole: boolean } {
    const text = (name: string): Json | undefined => {
      for (let index = end - 1; index >= 0; index--) {
        const entry = entries[index] as ReadEntry;
        if (entry.content?.some((one) => one.name === name)) return textOf(entry.id, name);
      }
      return undefined;
    };
    const isWhole = replay.texts.names.every((name) => text(name) !== null);
    return { beside: { entries: () => entries.slice(0, end), text }, isWhole };
  }

  function count({ type }: ReadEntry): void {
    const name = historyName(type);
    history[name] = (history[name] ?? 0) + 1;
  }
}

/** Entries of one act stand together and carry the version they made. An act on another case that changed this one too carries none: it is laid, and nobody watches it here. */
function groupActs(entries: readonly ReadEntry[]): ReadEntry[][] {
  const acts: ReadEntry[][] = [];
  for (const entry of entries) {
    if (entry.dims?.case_version === undefined && entry.effect === undefined) continue;
    const last = acts.at(-1);
    const goesOn = last?.[0]?.command === entry.command && last?.[0]?.at === entry.at && entry.effect === undefined;
    if (last && goesOn) last.push(entry);
    else acts.push([entry]);
  }
  return acts;
}

/** As far as rules read a decision: what it changed of the case and of its clock. */
function decisionOf(id: string, act: readonly ReadEntry[]): Decision {
  const effects = act.flatMap(({ effect }) => (effect ?? []) as unknown as readonly RowEffect[]);
  const change = Object.assign(
    {},
    ...effects
      .filter(({ table, key }) => table === 'cases.case' && (key === undefined || key.id === id))
      .map(({ values }) => values),
  ) as Decision['change'];
  const clock = effects
    .filter(({ table, key }) => table === 'cases.clock_event' && key === undefined)
    .map(({ values }): ClockEventDraft => {
      const { kind, at, reason } = values;
      return {
        kind: kind as ClockEventDraft['kind'],
        at: instant(at as string),
        ...(typeof reason === 'string' ? { reason } : {}),
      };
    });
  return { change, clock } as unknown as Decision;
}
