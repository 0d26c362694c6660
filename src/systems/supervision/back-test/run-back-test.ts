/** Running a back-test: the cases of a period are replayed range by range, one or two texts of a scenario look at each act, and what they would have found is kept. */
import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { addDays, type Day, instantAt, isoOf } from '../../../platform/calendar/instant.ts';
import type { PastFacts } from '../../../platform/cases/supervised.ts';
import type { Json } from '../../../platform/db/json.ts';
import { platformPart } from '../../../platform/db/platform-part.ts';
import type { Platform } from '../../../platform/system/platform.ts';
import { compileScenario } from '../compile-scenario.ts';
import type { Scenario } from '../scenario.ts';
import { speechOf } from '../supervision.ts';
import type { SupervisionTables } from '../tables.ts';
import { type PastFinding, PastJudge, type Period } from './judge-past.ts';
import {
  type ContentState,
  listCaseRanges,
  type PastCase,
  readContentStates,
  readPast,
  readTexts,
} from './read-past.ts';
import { replayCase } from './replay-case.ts';
import { whatCanBeTried } from './what-can-be-tried.ts';

type OwnPlatform = Platform<SupervisionTables>;

/** What is kept of one test: enough for a person to look through. */
const MOST_KEPT = 10_000;
/** Cases between which others get their turn: a few milliseconds. */
const AT_ONCE = 20;

interface StoredTest {
  readonly first: Scenario;
  readonly second: Scenario | null;
  readonly from_day: Day;
  readonly to_day: Day;
}

/** The job. A test that was dropped meanwhile ends by itself; one that was stopped in the middle begins anew. */
export async function runBackTest(platform: OwnPlatform, id: string): Promise<void> {
  const { db, clock } = platform;
  const test = await db
    .updateTable('supervision.back_test')
    .set({
      state: 'running',
      ranges_done: 0,
      cases: '0',
      acts: '0',
      undecided: '0',
      unread: '0',
      found: 0,
      is_cut: false,
    })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .returning(['first', 'second', 'from_day', 'to_day'])
    .executeTakeFirst();
  if (!test) return;
  await db.deleteFrom('supervision.back_test_finding').where('test_id', '=', id).execute();
  const began = performance.now();
  const done = await lookThrough(platform, id, test as unknown as StoredTest);
  await db
    .updateTable('supervision.back_test')
    .set({
      state: done ? 'done' : 'failed',
      milliseconds: Math.round(performance.now() - began),
      finished_at: isoOf(clock()),
    })
    .where('id', '=', id)
    .execute();
}

async function lookThrough(platform: OwnPlatform, id: string, test: StoredTest): Promise<boolean> {
  const { db, acting, clock } = platform;
  const speech = speechOf(platform);
  const kind = speech.supervisable.kinds.get(test.first.kind);
  const replay = kind?.replay;
  if (!kind || !replay) return false;
  const until = instantAt(addDays(test.to_day, 1), 0);
  const period: Period = { from: instantAt(test.from_day, 0), to: until < clock() ? until : clock() };
  let contents: ReadRange['contents'] = new Map();
  let texts: ReadRange['texts'] = new Map();
  let facts: ReadRange['facts'] = [];
  const parts = {
    kind,
    explained: MOST_KEPT,
    subjects: speech.subjects,
    legal: acting.legal,
    period,
    factsOf: (caseId: string) =>
      new Map(facts.flatMap(({ group, past }) => (past.has(caseId) ? [[group, past.get(caseId) as PastFacts]] : []))),
    contentOf: (entry: string, name: string) => contents.get(`${entry} ${name}`),
  };
  const judges: PastJudge[] = [];
  for (const body of test.second ? [test.first, test.second] : [test.first]) {
    const { compiled } = compileScenario({ ...body, lawful: [], unlawful: [] }, 0, speech);
    if (!compiled || whatCanBeTried(compiled, speech.supervisable).refusal) return false;
    judges.push(new PastJudge(compiled, parts));
  }
  const known = await replay.know(db as never);
  const wantsSilence = judges.some(({ looksAtSilence }) => looksAtSilence);
  const readsTexts = judges.some((judge) => judge.readsTexts);
  const restsOnTexts = judges.some((judge) => judge.restsOnTexts);
  const types = [...speech.supervisable.entries.keys()].filter((type) => judges.some((judge) => judge.looksAt(type)));
  const ranges = await listCaseRanges(db, test.first.kind);
  const wanted = { kind: test.first.kind, acts: wantsSilence ? undefined : types, period };
  let kept = 0;
  // the database reads the next range while this one is looked at
  let reading = readOn(0);
  for (const index of ranges.keys()) {
    const read = await reading;
    ({ contents, texts, facts } = read);
    reading = readOn(index + 1);
    // whoever stops early asks no more for what is under way
    reading.catch(() => undefined);
    const past = read.past;
    const seen = await lookAtCases(past, judges);
    const goesOn = await keepRange(platform, id, { ranges: ranges.length, done: index + 1, seen, kept, judges });
    if (!goesOn) return false;
    kept += seen.found.length;
  }
  return true;

  async function readOn(index: number): Promise<ReadRange> {
    const range = ranges[index];
    if (!range) return { past: [], contents: new Map(), texts: new Map(), facts: [] };
    const [past, states, read] = await Promise.all([
      readPast(db, range, wanted),
      readsTexts ? readContentStates(db, range) : new Map<string, ContentState>(),
      restsOnTexts ? readTexts(db, range, replay?.texts.names ?? []) : new Map<string, Json>(),
    ]);
    const ids = past.map((one) => one.id);
    return { past, contents: states, texts: read, facts: await readFacts(ids) };
  }

  async function readFacts(ids: readonly string[]): Promise<ReadRange['facts']> {
    const read: ReadRange['facts'][number][] = [];
    for (const [name, { moments, readPast: readPastFacts }] of speech.supervisable.facts) {
      const [ofKind = '', group = ''] = name.split('.');
      if (ofKind === test.first.kind && judges.some((judge) => judge.asks(group, moments)))
        read.push({ group, past: await readPastFacts(db, ids) });
    }
    return read;
  }

  async function lookAtCases(past: readonly PastCase[], watching: readonly PastJudge[]) {
    const found: KeptFinding[] = [];
    let unread = 0;
    for (const [index, one] of past.entries()) {
      if (index % AT_ONCE === 0) await setImmediate();
      const whole = replayCase(
        {
          ...one,
          recorded: acting.recorded,
          replay: replay as never,
          known,
          textOf: (entry, name) => texts.get(`${entry} ${name}`),
        },
        {
          wantsSilence,
          wantsAct: (entryTypes, at) =>
            at >= period.from &&
            at < period.to &&
            entryTypes.some((type) => watching.some((judge) => judge.looksAt(type))),
          act: (act) => {
            for (const judge of watching) judge.act(act);
          },
          silence: (silence) => {
            for (const judge of watching) judge.silence(silence);
          },
        },
      );
      const [first = [], second = []] = watching.map((judge) => judge.take());
      if (whole) found.push(...joined(first, second));
      else unread += 1;
    }
    return { found, unread, cases: past.length };
  }
}

interface ReadRange {
  readonly past: readonly PastCase[];
  readonly contents: ReadonlyMap<string, ContentState>;
  readonly texts: ReadonlyMap<string, Json>;
  /** Of other systems, by group and case. */
  readonly facts: readonly { readonly group: string; readonly past: ReadonlyMap<string, PastFacts> }[];
}

type KeptFinding = PastFinding & { readonly which: 1 | 2 | 3 };

/** What both found is one. */
function joined(first: readonly PastFinding[], second: readonly PastFinding[]): KeptFinding[] {
  const both = new Set(second.map(({ occasion }) => occasion));
  const ofFirst = new Set(first.map(({ occasion }) => occasion));
  return [
    ...first.map((one): KeptFinding => ({ ...one, which: both.has(one.occasion) ? 3 : 1 })),
    ...second.filter(({ occasion }) => !ofFirst.has(occasion)).map((one): KeptFinding => ({ ...one, which: 2 })),
  ];
}

interface SeenRange {
  readonly ranges: number;
  readonly done: number;
  readonly seen: { readonly found: readonly KeptFinding[]; readonly unread: number; readonly cases: number };
  /** Found before. */
  readonly kept: number;
  readonly judges: readonly PastJudge[];
}

/** Keeps what a range gave and how far the test is; false when the test has been dropped. */
async function keepRange(
  { db }: OwnPlatform,
  id: string,
  { ranges, done, seen, kept, judges }: SeenRange,
): Promise<boolean> {
  const [first] = judges;
  const rows = seen.found.slice(0, Math.max(0, MOST_KEPT - kept)).map((one, index) => ({
    test_id: id,
    number: kept + index + 1,
    which: one.which,
    case_id: one.caseId,
    case_code: one.caseCode,
    procedure_code: one.procedure,
    unit_id: one.unit,
    entry_id: one.entryId,
    act: one.act,
    occasion: one.occasion,
    at: isoOf(one.at),
    message: one.message,
    clauses: one.clauses,
  }));
  const updated = await sql`
    update supervision.back_test set ranges = ${ranges}, ranges_done = ${done}, cases = cases + ${seen.cases}, unread = unread + ${seen.unread},
      acts = ${first?.acts ?? 0}, undecided = ${judges.reduce((sum, judge) => sum + judge.undecided, 0)},
      found = found + ${seen.found.length}, is_cut = is_cut or ${kept + seen.found.length > MOST_KEPT}
    where id = ${id}
  `.execute(db);
  if (updated.numAffectedRows === 0n) return false;
  if (rows.length > 0)
    await sql`
      insert into supervision.back_test_finding
      select * from jsonb_populate_recordset(null::supervision.back_test_finding, ${JSON.stringify(rows)}::jsonb)
    `.execute(platformPart(db));
  return true;
}
