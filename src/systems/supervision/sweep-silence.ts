/** Sweeping (quét): absence is a violation too. From the clock, each scenario about silence looks at the cases whose moment has come and gone. */
import { sql } from 'kysely';
import { dayOf, type Instant, isoOf } from '../../platform/calendar/instant.ts';
import { sealAct, writeAct, isSqlState } from '../../platform/cases/act.ts';
import type { CaseState } from '../../platform/cases/act.ts';
import type { Candidate, SupervisedMoment } from '../../platform/cases/supervised.ts';
import { newId } from '../../platform/db/ids.ts';
import { effectsOf } from '../../platform/cases/effect.ts';
import type { Db } from '../../platform/db/database.ts';
import type { Platform } from '../../platform/system/platform.ts';
import type { CompiledScenario } from './compile-scenario.ts';
import { type KeptScenarios } from './active-scenarios.ts';
import { FINDING, writeFinding } from './finding-rows.ts';
import { judge } from './judge-look.ts';
import { momentsUpTo } from './moment-offset.ts';
import { responsibleForSilence } from './owed-silence.ts';
import { isAboutSilence } from './scenario.ts';
import { bindLook, type OwnedKind, type Subjects, type Supervisable } from './scenario-subject.ts';
import type { ScenarioRuns } from './scenario-runs.ts';
import type { SupervisionTables } from './tables.ts';
import { isCool, readKnown } from './watch-acts.ts';

export interface SweepParts {
  readonly kept: KeptScenarios;
  readonly supervisable: Supervisable;
  readonly subjects: Subjects;
  readonly runs: ScenarioRuns;
}

export interface Swept {
  readonly looked: number;
  readonly found: number;
}

const BATCH = 500;
const PROGRAM = { kind: 'program', program: 'supervision.sweep' } as const;
/** What a scenario that was never swept looks back over. */
const FIRST_LOOK_BACK_MS = 7 * 86_400_000;
/** An act bears the time at which it was decided, and is seen once it is committed. */
const LATE_COMMIT_MS = 60_000;

/** One round at `now`: every scenario about silence, each from where it stopped. Safe to run twice: a finding is one for its rule, case and moment. */
export async function sweepSilence(
  platform: Platform<SupervisionTables>,
  parts: SweepParts,
  now: Instant,
): Promise<Swept> {
  let looked = 0;
  let found = 0;
  for (const compiled of parts.kept.current().aboutSilence) {
    if (parts.runs.isOff(compiled)) continue;
    const swept = await sweepOne(platform, parts, compiled, now);
    looked += swept.looked;
    found += swept.found;
  }
  return { looked, found };
}

/** For who has written the past of cases, as a simulation does: the next round looks back as far as that. */
export async function lookAgainSince(
  db: Db<SupervisionTables>,
  { kept }: Pick<SweepParts, 'kept'>,
  { since, now }: { readonly since: Instant; readonly now: Instant },
): Promise<void> {
  const rows = kept.current().aboutSilence.map(({ scenario, version }) => ({
    scenario: scenario.code,
    version,
    reached: isoOf(since),
    swept_at: isoOf(now),
  }));
  await sql`
    insert into supervision.sweep (scenario, version, reached, swept_at)
    select scenario, version, reached, swept_at from jsonb_populate_recordset(null::supervision.sweep, ${JSON.stringify(rows)}::jsonb)
    on conflict (scenario, version) do update set reached = least(supervision.sweep.reached, excluded.reached)
  `.execute(db);
}

async function sweepOne(
  platform: Platform<SupervisionTables>,
  parts: SweepParts,
  compiled: CompiledScenario,
  now: Instant,
): Promise<Swept> {
  const { scenario, version } = compiled;
  const kind = parts.supervisable.kinds.get(scenario.kind);
  if (!kind || !isAboutSilence(scenario)) return { looked: 0, found: 0 };
  const moment = kind.moments[scenario.looks.moment] as SupervisedMoment<unknown>;
  const { db, acting } = platform;
  const last = await db
    .selectFrom('supervision.sweep')
    .select(['reached', 'swept_at'])
    .where('scenario', '=', scenario.code)
    .where('version', '=', version)
    .executeTakeFirst();
  const to = momentsUpTo(now, scenario.looks.offset, acting.legal);
  const from = last?.reached ?? ((to - FIRST_LOOK_BACK_MS) as Instant);
  const changedSince = ((last?.swept_at ?? now) - LATE_COMMIT_MS) as Instant;
  let after: Candidate | undefined;
  let looked = 0;
  let found = 0;
  for (;;) {
    const candidates = await moment.candidates(db as never, { from, to, changedSince, after, limit: BATCH });
    for (const { caseId, at } of candidates) {
      looked += 1;
      found += (await lookAtCase(platform, parts, { compiled, kind, caseId, moment: at, now })) ? 1 : 0;
    }
    after = candidates.at(-1);
    if (candidates.length < BATCH) break;
  }
  await sql`
    insert into supervision.sweep (scenario, version, reached, swept_at, looked, found)
    values (${scenario.code}, ${version}, ${isoOf(to)}, ${isoOf(now)}, ${looked}, ${found})
    on conflict (scenario, version) do update set reached = greatest(supervision.sweep.reached, excluded.reached), swept_at = excluded.swept_at,
      looked = supervision.sweep.looked + excluded.looked, found = supervision.sweep.found + excluded.found
  `.execute(db);
  return { looked, found };
}

interface LookAtCase {
  readonly compiled: CompiledScenario;
  readonly kind: OwnedKind;
  readonly caseId: string;
  readonly moment: Instant;
  readonly now: Instant;
}

async function lookAtCase(
  { db, acting }: Platform<SupervisionTables>,
  { supervisable, subjects, runs }: SweepParts,
  { compiled, kind, caseId, moment, now }: LookAtCase,
): Promise<boolean> {
  const { scenario } = compiled;
  const state: CaseState | undefined = await kind.load(db as never, caseId);
  if (!state) return false;
  const { needsHistory } = compiled;
  const coolDowns = scenario.coolDown !== undefined;
  const known = needsHistory || coolDowns ? await readKnown(db, caseId, { needsHistory, coolDowns }) : undefined;
  const facts: Record<string, unknown> = {};
  for (const [name, { read }] of supervisable.facts) {
    const [of, group = ''] = name.split('.');
    if (of === scenario.kind && [...compiled.reads].some((path) => path.startsWith(`${group}.`)))
      facts[group] = (await read(db, [caseId])).get(caseId) ?? {};
  }
  const subject = subjects.of(scenario.kind);
  const look = { state, at: now, legal: acting.legal };
  const bound = bindLook(subject, kind, compiled.reads, {
    look,
    history: known?.history ?? {},
    facts,
  });
  const { fired, failed } = judge([compiled], '', bound);
  runs.count([compiled], now);
  for (const { reason } of failed) {
    runs.fail(compiled, reason, now);
    const error = {
      id: newId(),
      scenario: scenario.code,
      version: compiled.version,
      case_id: caseId,
      act: '',
      reason,
      at: isoOf(now),
    };
    await db.insertInto('supervision.rule_error').values(error).execute();
  }
  if (fired.length === 0 || isCool(compiled, known?.lastFound, { at: now, legal: acting.legal })) return false;
  const responsible = isAboutSilence(scenario)
    ? responsibleForSilence(kind, look, { moment: scenario.looks.moment, at: moment })
    : kind.responsible(state);
  const { rows, entries, id } = writeFinding(
    {
      compiled,
      subject,
      bound,
      act: '',
      occasion: isoOf(moment),
      mark: dayOf(moment).slice(2).replaceAll('-', ''),
      caseId,
      kind: scenario.kind,
      responsible,
      officer: responsible.assignee,
      at: now,
      entryId: null,
    },
    acting.legal,
  );
  const sealed = sealAct({ entries }, 1, {
    id: newId(),
    effects: effectsOf(rows, acting.recorded, id),
    actor: PROGRAM,
    subject: { type: FINDING, id },
    at: now,
  });
  try {
    await writeAct(db, { rows, entries: sealed });
    return true;
  } catch (error) {
    // found before: by an earlier round, or by another process at this moment
    if (isSqlState(error, '23505', 'finding_occasion_key') || isSqlState(error, '23505', 'case_code_key')) return false;
    throw error;
  }
}
