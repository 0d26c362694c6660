/** Acts: read, decide, be watched, write; the one way a case changes. */
import { createHash } from 'node:crypto';
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Clock, Instant } from '../calendar/instant.ts';
import type { Db } from '../db/database.ts';
import { type Json, sortedJson } from '../db/json.ts';
import { newId } from '../db/ids.ts';
import { type EntryActor, type SealContext, type SealedEntry, sealEntry } from '../journal/entry.ts';
import { caseRows } from './case-rows.ts';
import type { CaseChange, ClockEventDraft, Decision, Refusal, RowChange } from './decision.ts';
import { type Effects, effectsOf, type RecordedTables } from './effect.ts';
import type { LegalClock } from './legal-clock.ts';

/** A clock event as stored and as decided: the same shape, so that one function computes the due time from both. */
export type ClockEvent = ClockEventDraft;

/** What the case engine must know of a case to write an act on it. A system's own state extends it. */
export interface CaseState {
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  readonly clock: readonly ClockEvent[];
  readonly assignments: number;
  readonly competent_unit: string | null;
}

export interface Actor extends EntryActor {
  /** The account, or the nil id for an act of the program or of a person who is not signed in. */
  readonly id: string;
}

/** What every command carries: its id makes a second sending harmless, the version says what the page showed. */
export interface Command {
  readonly commandId: string;
  readonly caseId: string;
  /** Left out by the program's own acts and by commutative verbs. */
  readonly shownVersion?: number;
}

/** An act that is decided and not yet written, as watchers see it. */
export interface Look {
  /** As the verb has read it: before the act. */
  readonly state: CaseState;
  readonly decision: Decision;
  readonly actor: Actor;
  readonly at: Instant;
  readonly legal: LegalClock;
  /** The entry that will hold the act's effect: what further rows may name. */
  readonly entryId: string;
  /** A commutative act leaves the version of its case as it is. */
  readonly raises: boolean;
}

/** Looks at the entries about to be written, with the state the verb has read. */
export interface Watcher {
  /** What it must know beside that, for this act; undefined: nothing, and no round trip. What is read of the case itself is guarded by its version. */
  readonly need?: (db: QueryExecutorProvider, look: Look) => Promise<unknown> | undefined;
  /** Pure and synchronous; answers findings as further rows and entries, or a refusal. */
  readonly watch: (look: Look, known: unknown) => Pick<Decision, 'rows' | 'entries'> | Refusal;
}

export interface ActEnvironment<Tables = unknown> {
  readonly db: Db<Tables>;
  readonly clock: Clock;
  readonly watchers: readonly Watcher[];
  readonly legal: LegalClock;
  /** Tables whose rows of a case stand in the effects of its acts. */
  readonly recorded: RecordedTables;
}

/** What a decision is given beside state and command: who, when, and the legal clock. */
export interface DecisionContext {
  readonly actor: Actor;
  readonly at: Instant;
  readonly legal: LegalClock;
}

export interface Verb<Tables, State extends CaseState, C extends Command> {
  /** Stable name; part of the command's digest. */
  readonly name: string;
  /** Reads through what the actor may see; undefined is "not found", whatever the reason. */
  readonly load: (db: Db<Tables>, actor: Actor, command: C) => Promise<State | undefined>;
  readonly decide: (state: State, command: C, context: DecisionContext) => Decision | Refusal;
  /** A comment or an attachment changes nothing that others decide on: it neither asks for nor raises the version. */
  readonly commutative?: boolean;
}

export interface Change {
  readonly type: string;
  readonly accountId: string | null;
  readonly at: Instant;
}

export type Outcome =
  | {
      readonly kind: 'done';
      readonly answer: { readonly [key: string]: Json };
      readonly version: number;
      readonly repeated: boolean;
      /** What it made of the case's list row; a repeat does not say. */
      readonly change?: CaseChange;
    }
  | Refusal
  | { readonly kind: 'not-found' }
  /** The page was older than the case: what has happened since, newest last. */
  | { readonly kind: 'changed'; readonly changes: readonly Change[]; readonly version: number }
  /** The same command id came with other content. */
  | { readonly kind: 'command-reused' };

/** A race between our read and our write: invisible to the person, so tried again. Three tries lose only to 200 at once on one row, who then see `changed`. */
const TRIES = 3;

export async function actOnCase<Tables, State extends CaseState, C extends Command>(
  env: ActEnvironment<Tables>,
  actor: Actor,
  command: C,
  verb: Verb<Tables, State, C>,
): Promise<Outcome> {
  const digest = digestOf(verb.name, command);
  const shown = command.shownVersion;
  for (let attempt = 1; ; attempt++) {
    const state = await verb.load(env.db, actor, command);
    if (!state) return { kind: 'not-found' };
    if (shown !== undefined && shown !== state.version && !verb.commutative) {
      return (await findAnswer(env.db, actor, command, digest)) ?? changedSince(env.db, state, shown);
    }
    const at = env.clock();
    const decided = verb.decide(state, command, { actor, at, legal: env.legal });
    if (decided.kind === 'refusal') return (await findAnswer(env.db, actor, command, digest)) ?? decided;
    const raises = !verb.commutative;
    const look = { state, decision: decided, actor, at, legal: env.legal, entryId: newId(), raises };
    const watched = await watch(env, look);
    if (watched.kind === 'refusal') return (await findAnswer(env.db, actor, command, digest)) ?? watched;
    const written = await tryWrite(env, actor, command, {
      state,
      decision: watched,
      entryId: look.entryId,
      at,
      digest,
      raises,
    });
    if (written !== 'raced') return written;
    if (attempt === TRIES) return changedSince(env.db, state, shown ?? state.version);
  }
}

async function watch<Tables>({ db, watchers }: ActEnvironment<Tables>, look: Look): Promise<Decision | Refusal> {
  let { rows, entries } = look.decision;
  for (const watcher of watchers) {
    const needed = watcher.need?.(db, look);
    const seen = watcher.watch(look, needed === undefined ? undefined : await needed);
    if ('kind' in seen) return seen;
    rows = [...rows, ...seen.rows];
    entries = [...entries, ...seen.entries];
  }
  return { ...look.decision, rows, entries };
}

interface Writing {
  readonly state: CaseState;
  readonly decision: Decision;
  readonly entryId: string;
  readonly at: Instant;
  readonly digest: string;
  readonly raises: boolean;
}

async function tryWrite<Tables>(
  env: ActEnvironment<Tables>,
  actor: Actor,
  command: Command,
  writing: Writing,
): Promise<Outcome | 'raced'> {
  const { state, decision, entryId, at, digest, raises } = writing;
  const version = raises ? state.version + 1 : state.version;
  const rows = [...caseRows(env.legal, { state, decision, at, version, raises }, entryId), ...decision.rows];
  const sealed = sealAct(decision, version, {
    id: entryId,
    effects: effectsOf(rows, env.recorded, state.id),
    actor: entryActor(actor),
    subject: { type: state.kind, id: state.id },
    at,
    commandId: command.commandId,
  });
  try {
    await writeAct(env.db, {
      command: { actor: actor.id, id: command.commandId, digest, outcome: { answer: decision.answer, version } },
      guards: decision.guards,
      number: decision.number,
      rows,
      entries: sealed,
    });
    return { kind: 'done', answer: decision.answer, version, repeated: false, change: decision.change };
  } catch (error) {
    if (isSqlState(error, 'VC001')) return 'raced';
    if (isSqlState(error, '23505', 'command_pkey'))
      return (await findAnswer(env.db, actor, command, digest)) ?? 'raced';
    // Two acts numbered the same clock event or assignment: the version guard of one of them would have refused it.
    if (isSqlState(error, '23505', 'clock_event_pkey') || isSqlState(error, '23505', 'assignment_pkey')) return 'raced';
    throw error;
  }
}

/** The first entry on each case holds what the act made of that case, and on the act's own case it is the one that rows name. */
export function sealAct(
  { entries }: Pick<Decision, 'entries'>,
  version: number,
  { id, effects, ...context }: SealContext & { readonly id: string; readonly effects: Effects },
): SealedEntry[] {
  const first = entries.findIndex(({ subject }) => subject === undefined || subject.id === context.subject.id);
  if (first === -1) throw new Error(`an act on case ${context.subject.id} leaves no entry on it`);
  const untold = new Set(effects.keys());
  const sealed = entries.map((draft, index) => {
    const subject = draft.subject?.id ?? context.subject.id;
    const tells = untold.delete(subject);
    const effect = tells ? (effects.get(subject) as unknown as Json) : undefined;
    return sealEntry(
      { ...draft, dims: { ...draft.dims, case_version: draft.subject ? undefined : version } },
      { ...context, ...(index === first ? { id } : {}), ...(effect === undefined ? {} : { effect }) },
    );
  });
  const [silent] = untold;
  if (silent !== undefined) throw new Error(`an act changes case ${silent} and leaves no entry on it`);
  return sealed;
}

export interface ActToWrite {
  readonly command?: { readonly actor: string; readonly id: string; readonly digest: string; readonly outcome: Json };
  readonly guards?: Decision['guards'];
  readonly number?: Decision['number'];
  readonly rows: readonly RowChange[];
  readonly entries: readonly SealedEntry[];
}

/** Writes one act in one round trip. Rejects with SQLSTATE VC001 when something it rests on has moved. */
export async function writeAct(db: QueryExecutorProvider, act: ActToWrite): Promise<void> {
  const payload = JSON.stringify({
    command: act.command,
    guards: act.guards ?? [],
    number: act.number,
    rows: act.rows,
    contents: act.entries.flatMap((entry) => entry.contents),
    entries: act.entries.map((entry) => entry.sealed),
  });
  await sql`select cases.write_act(${payload}::jsonb)`.execute(db);
}

/** The command's content without its own id: what must be equal for a repeat to be a repeat. */
export function digestOf(verb: string, command: Command): string {
  const { commandId: _, ...content } = command as Command & Record<string, Json>;
  return createHash('sha256').update(sortedJson({ verb, content })).digest('hex');
}

/** The stored answer of a command that was sent before; undefined when it was not. */
export async function findAnswer(
  db: QueryExecutorProvider,
  actor: Actor,
  command: Command,
  digest: string,
): Promise<Outcome | undefined> {
  const stored = await sql<{ digest: string; outcome: { answer: Record<string, Json>; version: number } }>`
    select encode(digest, 'hex') as digest, outcome from journal.command where actor_id = ${actor.id} and command_id = ${command.commandId}
  `.execute(db);
  const row = stored.rows[0];
  if (!row) return undefined;
  if (row.digest !== digest) return { kind: 'command-reused' };
  return { kind: 'done', answer: row.outcome.answer, version: row.outcome.version, repeated: true };
}

async function changedSince(db: QueryExecutorProvider, state: CaseState, shown: number): Promise<Outcome> {
  const changes = await sql<Change>`
    select type, account_id as "accountId", occurred_at as at from journal.entry
    where subject_id = ${state.id} and (sealed::jsonb #>> '{dims,case_version}')::integer > ${shown}
    order by recorded_at limit 20
  `.execute(db);
  return { kind: 'changed', changes: changes.rows, version: state.version };
}

export function isSqlState(error: unknown, state: string, constraint?: string): boolean {
  const { code, constraint: violated } = error as { code?: string; constraint?: string };
  return code === state && (constraint === undefined || violated === constraint);
}

export function entryActor(actor: Actor): EntryActor {
  const { id: _, ...sealed } = actor;
  return sealed;
}
