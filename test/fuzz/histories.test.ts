import * as fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dayOf, type Instant, instant, instantAt, minuteOfDay } from '../../src/platform/calendar/instant.ts';
import { fireDueTimers } from '../../src/platform/cases/timers.ts';
import { packFolderOf } from '../../src/platform/config/project-root.ts';
import { newId } from '../../src/platform/db/ids.ts';
import type { Organisation } from '../../src/platform/organisation/definition.ts';
import { programActor } from '../../src/platform/identity/signed-in.ts';
import { readOrganisation } from '../../src/platform/organisation/pack.ts';
import { checkRebuild } from '../../src/rebuild/check-rebuild.ts';
import { fileDossier } from '../../src/simulation/filing.ts';
import { namePartsOf } from '../../src/simulation/invented-person.ts';
import type { Stage } from '../../src/simulation/perform.ts';
import { chanceOf } from '../../src/simulation/random.ts';
import { openSimulatedPapers } from '../../src/simulation/simulated-papers.ts';
import { submitDossier } from '../../src/systems/dossiers/submission.ts';
import type { DossierTables } from '../../src/systems/dossiers/tables.ts';
import { findProcedure, getVersion } from '../../src/systems/procedures/index.ts';
import { aHouse, type House } from '../harness/house.ts';
import { contradictionsOf, readStanding, type Standing } from './contradictions.ts';
import { LAST } from './compatible.ts';
import { ENDINGS, FORWARD, HISTORY_ACTS, NOT_DRAWN, VERBS } from './history-acts.ts';
import type { HistoryAct } from './moment.ts';
import { BESIDE } from './side-acts.ts';
import { runs } from './runs.ts';

let house: House<DossierTables>;
let stage: Stage;
let units: string[];
beforeAll(async () => {
  house = await aHouse<DossierTables>({
    NATIONAL_URL: 'http://127.0.0.1:9',
    NATIONAL_ACCOUNT: 'tay-ninh',
    NATIONAL_SECRET: 'mat-khau',
  });
  const { organisation } = readOrganisation(packFolderOf('tay-ninh'));
  stage = {
    platform: house.platform,
    papers: await openSimulatedPapers(house.platform, instant('2026-11-23T08:00')),
    names: namePartsOf(organisation as Organisation),
    signs: false,
  };
  const found = await sql<{
    id: string;
  }>`select id from organisation.unit where valid_to is null order by key limit 12`.execute(house.db);
  units = found.rows.map(({ id }) => id);
}, 120_000);
afterAll(() => house.close());

/** Before Tết, before the long holidays, on the eve of the two-level era, at the end of a year, and a plain week. */
const BEGINNINGS = ['2025-06-20', '2025-06-27', '2026-02-10', '2026-04-27', '2026-08-28', '2026-11-20', '2026-12-29'];
/** Birth, residence and health card of a child. */
const LINKED = '2.000986';
const COMMUNES = ['25459', '25486', '25630'];

/** Minutes, hours, to lunch, past the closing, over days off and whole weeks. */
const wait = fc.oneof(
  { weight: 4, arbitrary: fc.record({ days: fc.constant(0), minutes: fc.integer({ min: 0, max: 90 }) }) },
  { weight: 3, arbitrary: fc.record({ days: fc.constant(0), minutes: fc.integer({ min: 90, max: 700 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({ days: fc.integer({ min: 1, max: 4 }), minutes: fc.integer({ min: -300, max: 300 }) }),
  },
  { weight: 1, arbitrary: fc.record({ days: fc.integer({ min: 5, max: 24 }), minutes: fc.constant(1) }) },
);
const history = fc.record({
  begins: fc.constantFrom(...BEGINNINGS),
  minute: fc.constantFrom(0, 450, 690, 720, 809, 899, 900, 901, 1020, 1200),
  procedure: fc.nat(9999),
  channel: fc.constantFrom('online', 'counter', 'post'),
  commune: fc.nat(COMMUNES.length - 1),
  answers: fc.nat(9999),
  turns: fc.array(
    fc.record({
      wait,
      act: fc.nat(9999),
      pick: fc.nat(99),
      anything: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    }),
    { minLength: 4, maxLength: 30 },
  ),
});
type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

test('whatever happens lawfully, status, step, clock and national status never contradict each other, and the journal gives it all again', async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(history, (one) => live(one, seen)),
    { numRuns: runs(70, 3000), endOnFailure: false, interruptAfterTimeLimit: runs(240_000, 1_200_000) },
  );
  // a generator that no longer reaches an act would find nothing wrong with it
  const steps = HISTORY_ACTS.map(({ name }) => name as string).filter((name) => !BESIDE.has(name));
  expect([...steps, 'timer'].filter((name) => !seen.has(name))).toEqual([]);
  await house.readJournal();
  const { differences, faults, before, dossiers, behind } = await checkRebuild(house.platform);
  expect({ differences, faults, before, behind }).toEqual({ differences: [], faults: [], before: 0, behind: 0 });
  expect(dossiers).toBeGreaterThan(20);
}, 1_500_000);

/** From the counter of another commune to the parts of other bodies: each side act at least once, whatever chance draws. */
const SIDE_BY_SIDE: readonly (readonly [HistoryAct['name'], number])[] = [
  ['recordPaperChecked', 0],
  ['scanPaper', 2],
  ['codePaper', 0],
  ['recordPaperSigned', 0],
  ['acceptDossier', 0],
  ['sendTransfer', 0],
  ['takeTransfer', 0],
  ['completeStep', 0],
  ['redirectDossier', 3],
  ['completeStep', 0],
  ['endPart', 0],
  ['recordSignature', 1],
  ['reopenPart', 0],
  ['redirectDossier', 4],
  ['endPart', 1],
  ['endPart', 1],
];

test('papers carried and copied, parts of other bodies refused and asked for again, and another unit: after each all agrees', async () => {
  const caseId = newId();
  const at = instant('2026-11-20T08:00');
  const drawn = { begins: '2026-11-20', minute: 450 as const, channel: 'counter' as const, commune: 0, turns: [] };
  expect(await begin({ ...drawn, procedure: 1, answers: 1 }, caseId, at)).toBe(true);
  let standing = await judged(caseId, undefined, []);
  for (const [name, pick] of SIDE_BY_SIDE) {
    const act = HISTORY_ACTS.find((one) => one.name === name) as HistoryAct;
    const env = { ...house.acting, clock: () => at };
    const outcome = await act.perform({ env, dossier: standing.dossier, at, pick, units });
    expect([name, outcome]).toEqual([name, expect.objectContaining({ kind: 'done' })]);
    standing = await judged(caseId, { standing, done: true, raised: !act.beside }, [name]);
  }
  expect(SIDE_BY_SIDE.map(([name]) => name)).toEqual(expect.arrayContaining([...BESIDE]));
  await house.readJournal();
  expect(await checkRebuild(house.platform)).toMatchObject({ differences: [], faults: [] });
  await sql`delete from cases.timer where case_id = ${caseId}`.execute(house.db);
}, 120_000);

test('every verb on a dossier is drawn, or it is said why not', () => {
  const drawn = new Set<string>(HISTORY_ACTS.map(({ name }) => name));
  expect(VERBS.filter((name) => !drawn.has(name) && !(name in NOT_DRAWN))).toEqual([]);
});

test('what cannot stand side by side is told', async () => {
  const caseId = newId();
  const drawn = {
    begins: '2026-11-20',
    minute: 450 as const,
    channel: 'online' as const,
    commune: 0,
    answers: 1,
    turns: [],
  };
  expect(await begin({ ...drawn, procedure: 3 }, caseId, instant('2026-11-20T07:30'))).toBe(true);
  const standing = await readStanding(house.db, caseId);
  const told = (part: Partial<Standing>, dossier: Partial<Standing['dossier']> = {}) =>
    contradictionsOf({ ...standing, ...part, dossier: { ...standing.dossier, ...dossier } }, house.acting.legal);
  const at = instant('2026-11-20T08:00');
  const started = [{ kind: 'started' as const, at, term: '3wd' }];
  expect(told({})).toEqual([]);
  expect(told({ national: 9 })).toEqual([expect.stringContaining('told as 9')]);
  expect(told({}, { clock: started, term: '3wd' })).toHaveLength(2);
  expect(told({}, { clock: [...started, { kind: 'resumed', at }] })).toEqual([
    expect.stringContaining('cases.clock-not-paused'),
  ]);
  expect(told({}, { status: 'decided' })).toEqual([
    expect.stringContaining('is not known'),
    expect.stringContaining('never received'),
  ]);
  expect(told({}, { step: 'nowhere' })).toEqual([expect.stringContaining('nowhere')]);
  expect(told({ stepRole: 'VT' })).toEqual([expect.stringContaining('queued for VT')]);
  expect(told({ paid: 5000 })).toEqual([expect.stringContaining('by the journal 5000')]);
  expect(told({}, { dueAt: at })).toEqual([expect.stringContaining('reckoned again never')]);
});

async function live(one: History, seen: Map<string, number>): Promise<void> {
  const caseId = newId();
  let at = instantAt(one.begins, one.minute);
  if (!(await begin(one, caseId, at))) return;
  const path: string[] = [];
  let standing = await judged(caseId, undefined, path);
  for (const turn of one.turns) {
    const then = later(at, turn.wait);
    standing = await letTimersFire({ caseId, from: at, to: then, seen, path }, standing);
    at = then;
    const act = draw(standing, turn);
    const outcome = await act.perform({
      env: { ...house.acting, clock: () => at },
      dossier: standing.dossier,
      at,
      pick: turn.pick,
      units,
    });
    const done = outcome.kind === 'done';
    const raised = done && !act.beside;
    if (done) seen.set(act.name, (seen.get(act.name) ?? 0) + 1);
    path.push(`${act.name} ${outcome.kind === 'refusal' ? outcome.code : outcome.kind}`);
    expect(['done', 'refusal']).toContain(outcome.kind);
    standing = await judged(caseId, { standing, done, raised }, path);
  }
  // the next history has another clock
  await sql`delete from cases.timer where case_id = ${caseId}`.execute(house.db);
}

/** False where no such procedure could be asked for on that day in that way. */
async function begin(one: History, caseId: string, at: Instant): Promise<boolean> {
  // every eighth is linked with what other bodies do, and handed in on paper at the counter of another commune
  if (one.procedure % 8 === 1) return handIn(one, caseId, at);
  const offered = await sql<{ code: string; apart: boolean }>`
    select distinct p.code, v.definition ? 'draftConfirmation' or v.definition #>> '{silence,effect}' = 'consent' as apart from procedures.procedure p join procedures.version v on v.procedure_id = p.id
    where p.offered and v.superseded_at is null and daterange(v.valid_from, v.valid_to, '[]') @> ${dayOf(at)}::date order by p.code
  `.execute(house.db);
  // every third is one that asks for a draft to be confirmed, or lets silence be consent
  const among = offered.rows.filter(({ apart }) => apart || one.procedure % 3 > 0);
  const procedure = among[one.procedure % among.length]?.code;
  if (procedure === undefined) return false;
  const filed = await fileDossier(stage, {
    caseId,
    arrival: { index: 0, at, procedure, channel: one.channel as 'online', commune: one.commune },
    chance: chanceOf(`${one.answers}`),
    names: stage.names,
    communes: COMMUNES,
    owners: [],
  });
  return filed === 'done';
}

async function handIn(one: History, caseId: string, at: Instant): Promise<boolean> {
  const found = await findProcedure(house.db, LINKED, dayOf(at));
  const offices = await sql<{ id: string }>`
    select id from organisation.unit where key = ${`ttpvhcc-${COMMUNES[(one.commune + 1) % COMMUNES.length]}`}
  `.execute(house.db);
  const [office] = offices.rows;
  if (!found?.version || !office) return false;
  const env = { ...house.acting, clock: () => at };
  const papers = (await getVersion(house.db, found.version.id))?.definition.components.map(({ key }) => key) ?? [];
  const outcome = await submitDossier(env, programActor('test'), {
    commandId: newId(),
    caseId,
    versionId: found.version.id,
    channel: 'counter',
    areaCode: COMMUNES[one.commune] ?? '',
    applicant: { name: 'Nguyễn Thị Thu Hà' },
    answers: {},
    files: [],
    papers,
    receiveBy: 'counter',
    ...(one.answers % 3 > 0 && { receivingUnit: office.id }),
    ...(one.answers % 2 > 0 && { returningUnit: office.id }),
  });
  return outcome.kind === 'done';
}

const later = (at: Instant, { days, minutes }: History['turns'][number]['wait']): Instant =>
  Math.max(at, instantAt(addDays(dayOf(at), days), minuteOfDay(at) + minutes)) as Instant;

/** What may be done where it stands, ends seldom; one in ten is anything at all. */
function draw({ dossier }: Standing, { act, anything }: History['turns'][number]): HistoryAct {
  const likely = HISTORY_ACTS.filter(({ when }) => when(dossier));
  const only = (names: ReadonlySet<string>) => likely.filter(({ name }) => names.has(name));
  const wanted =
    act % 13 === 0
      ? only(ENDINGS)
      : act % 7 === 6
        ? only(BESIDE)
        : act % 5 > 1
          ? only(FORWARD)
          : likely.filter(({ name }) => !ENDINGS.has(name));
  const from = anything
    ? HISTORY_ACTS
    : ([wanted, likely, HISTORY_ACTS].find(({ length }) => length > 0) ?? HISTORY_ACTS);
  return from[act % from.length] as HistoryAct;
}

interface Passing {
  readonly caseId: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly seen: Map<string, number>;
  readonly path: string[];
}

/** Each at its own minute, as the worker does it. */
async function letTimersFire({ caseId, from, to, seen, path }: Passing, before: Standing): Promise<Standing> {
  let standing = before;
  for (let round = 0; round < 400; round++) {
    const due = await sql<{
      at: Instant;
    }>`select min(fire_at) as at from cases.timer where case_id = ${caseId}`.execute(house.db);
    const next = due.rows[0]?.at ?? null;
    if (next === null || next > to) return standing;
    const at = Math.max(from, next) as Instant;
    const clock = () => at;
    const timed = { ...house.platform, clock, acting: { ...house.platform.acting, clock } };
    const errors: unknown[] = [];
    seen.set('timer', (seen.get('timer') ?? 0) + (await fireDueTimers(timed, at, (error) => errors.push(error))));
    path.push(`timer ${at}`);
    expect(errors).toEqual([]);
    standing = await judged(caseId, undefined, path);
  }
  throw new Error(`the timers of ${caseId} never come to rest: ${path.join(', ')}`);
}

/** A refused act changes nothing; a done one is one version more, unless it is of the papers alone. */
async function judged(
  caseId: string,
  after: { readonly standing: Standing; readonly done: boolean; readonly raised: boolean } | undefined,
  path: readonly string[],
): Promise<Standing> {
  const standing = await readStanding(house.db, caseId);
  const found = contradictionsOf(standing, house.acting.legal);
  if (after && standing.dossier.version - after.standing.dossier.version !== (after.raised ? 1 : 0))
    found.push(`version ${after.standing.dossier.version} became ${standing.dossier.version}`);
  if (after && LAST.includes(after.standing.national) && standing.national !== after.standing.national)
    found.push(`the nation was told ${after.standing.national}, and now ${standing.national}`);
  if (after && !after.done && standing.entries !== after.standing.entries) found.push('a refused act left an entry');
  if (found.length > 0)
    throw new Error(`${found.join('; ')} — ${standing.dossier.definition.code}: ${path.join(', ')}`);
  return standing;
}
