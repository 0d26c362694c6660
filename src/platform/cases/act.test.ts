import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/harness/database.ts';
import { fromRoot } from '../config/project-root.ts';
import { instant } from '../calendar/instant.ts';
import { readCalendar } from '../calendar/read-calendar.ts';
import { type OpenDatabase, openDatabase } from '../db/database.ts';
import { newId } from '../db/ids.ts';
import { readPackFolder } from '../pack/read-yaml.ts';
import { type ActEnvironment, actOnCase, type Actor, type Command, type Verb } from './act.ts';
import { type Decision, decision, refuse } from './decision.ts';
import { caseTables } from './effect.ts';
import { type LoadedCase, loadCase } from './load-case.ts';
import { makeLegalClock } from './make-legal-clock.ts';
import { openCase } from './open-case.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
let opened: OpenDatabase;
let env: ActEnvironment;
const at = instant('2026-11-23T09:00');

beforeAll(async () => {
  database = await testDatabase();
  opened = openDatabase({ url: database.appUrl, poolSize: 20 });
  const { calendar } = readCalendar(readPackFolder(fromRoot('provinces/tay-ninh'), 'calendar'));
  if (!calendar) throw new Error('no calendar');
  const legal = makeLegalClock(
    () => calendar,
    () => undefined,
  );
  env = { db: opened.db, clock: () => at, watchers: [], legal, recorded: caseTables };
});
afterAll(async () => {
  await opened.close();
  await database.drop();
});

const anOfficer = (): Actor => {
  const id = newId();
  return { id, kind: 'person', account: id };
};

interface Move extends Command {
  readonly to: string;
  readonly note?: string;
}

type Kase = LoadedCase & { readonly id: string };
const STEPS = ['received', 'examined', 'signed', 'returned'];

const move: Verb<unknown, Kase, Move> = {
  name: 'test.move',
  load: (db, _actor, command) => loadCase(db, { id: command.caseId }, 'all'),
  decide: (state, command) =>
    STEPS.indexOf(command.to) === STEPS.indexOf(state.step ?? '') + 1
      ? decision({
          change: { step: command.to },
          entries: [{ type: 'test.moved', body: { to: command.to } }],
          answer: { now: command.to },
        })
      : refuse('test.not-next'),
};

const comment: Verb<unknown, Kase, Move> = {
  ...move,
  name: 'test.comment',
  commutative: true,
  decide: (_state, command) => decision({ entries: [{ type: 'test.commented', content: { text: command.note } }] }),
};

async function aCase(): Promise<string> {
  const command = { commandId: newId(), caseId: newId() };
  const outcome = await openCase(env, anOfficer(), command, {
    verb: 'test.open',
    prepare: async () => ({
      kind: 'test',
      numberedBy: 'H53.15',
      title: 'Thử',
      simulated: false,
      fixed: { status: 'open', step: 'received', search: 'thu' },
      decide: (code): Decision =>
        decision({
          clock: [{ kind: 'started', at, term: '3wd' }],
          timers: { 'test.timer': instant('2026-11-24T09:00') },
          entries: [{ type: 'test.opened', body: { code } }],
          answer: { code },
        }),
    }),
  });
  expect(outcome).toMatchObject({ kind: 'done', version: 1 });
  return command.caseId;
}

const entriesOf = async (caseId: string, type: string): Promise<number> =>
  (
    await opened.db
      .selectFrom('journal.entry')
      .select(sql<number>`count(*)::integer`.as('n'))
      .where('subject_id', '=', caseId)
      .where('type', '=', type)
      .executeTakeFirstOrThrow()
  ).n;

test('a case opens with its number, its clock, its timer and its entry in one act', async () => {
  const id = await aCase();
  const found = await loadCase(opened.db, { id }, 'all');
  expect(found).toMatchObject({
    version: 1,
    due_at: instant('2026-11-26T09:00'),
    clock: [{ kind: 'started', term: '3wd' }],
  });
  expect(found?.code).toMatch(/^H53\.15-261123-\d{4}$/);
  expect(await entriesOf(id, 'test.opened')).toBe(1);
});

test('two hundred officers at once on one case: exactly one wins each step, the others are told what changed', async () => {
  const id = await aCase();
  for (const [index, to] of STEPS.slice(1).entries()) {
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, () =>
        actOnCase(env, anOfficer(), { commandId: newId(), caseId: id, shownVersion: index + 1, to }, move),
      ),
    );
    const won = outcomes.filter((outcome) => outcome.kind === 'done');
    const told = outcomes.filter((outcome) => outcome.kind === 'changed');
    expect(won).toHaveLength(1);
    expect(told).toHaveLength(199);
    for (const outcome of told)
      expect(outcome).toMatchObject({ version: index + 2, changes: [{ type: 'test.moved' }] });
  }
  expect(await entriesOf(id, 'test.moved')).toBe(3);
  expect((await loadCase(opened.db, { id }, 'all'))?.step).toBe('returned');
});

test('a comment neither asks for the version nor raises it, and none is lost beside an act', async () => {
  const id = await aCase();
  const outcomes = await Promise.all([
    ...Array.from({ length: 40 }, (_, index) =>
      actOnCase(env, anOfficer(), { commandId: newId(), caseId: id, to: '', note: `${index}` }, comment),
    ),
    actOnCase(env, anOfficer(), { commandId: newId(), caseId: id, shownVersion: 1, to: 'examined' }, move),
  ]);
  expect(outcomes.every((outcome) => outcome.kind === 'done')).toBe(true);
  expect(await entriesOf(id, 'test.commented')).toBe(40);
  expect((await loadCase(opened.db, { id }, 'all'))?.version).toBe(2);
});

test('the same command twice, even at the same time, acts once and gets the first answer', async () => {
  const id = await aCase();
  const officer = anOfficer();
  const command = { commandId: newId(), caseId: id, shownVersion: 1, to: 'examined' };
  const outcomes = await Promise.all([1, 2, 3].map(() => actOnCase(env, officer, command, move)));
  expect(outcomes.map((outcome) => outcome.kind)).toEqual(['done', 'done', 'done']);
  expect(await actOnCase(env, officer, command, move)).toEqual({
    kind: 'done',
    answer: { now: 'examined' },
    version: 2,
    repeated: true,
  });
  expect(await entriesOf(id, 'test.moved')).toBe(1);
});

test('a command id that comes with other content is refused', async () => {
  const id = await aCase();
  const officer = anOfficer();
  const command = { commandId: newId(), caseId: id, shownVersion: 1, to: 'examined' };
  await actOnCase(env, officer, command, move);
  expect(await actOnCase(env, officer, { ...command, to: 'signed' }, move)).toEqual({ kind: 'command-reused' });
});

test('a refusal writes nothing', async () => {
  const id = await aCase();
  expect(
    await actOnCase(env, anOfficer(), { commandId: newId(), caseId: id, shownVersion: 1, to: 'returned' }, move),
  ).toEqual(refuse('test.not-next'));
  expect((await loadCase(opened.db, { id }, 'all'))?.version).toBe(1);
});

test('numbers of a unit and day have no gaps, whatever fails meanwhile', async () => {
  const before = await sql<{ last: number }>`select last from cases.number_series where unit_code = 'H53.15'`.execute(
    opened.db,
  );
  const openings = Array.from({ length: 12 }, (_, index) => {
    const command = { commandId: newId(), caseId: newId() };
    return openCase(env, anOfficer(), command, {
      verb: 'test.open',
      prepare: async () => ({
        kind: 'test',
        numberedBy: 'H53.15',
        title: 'Thử',
        simulated: false,
        // every third breaks a check of the database
        fixed: { status: index % 3 === 0 ? 'no-such-status' : 'open', search: '' },
        decide: (code): Decision => decision({ entries: [{ type: 'test.opened', body: { code } }] }),
      }),
    }).catch(() => 'failed');
  });
  const failed = (await Promise.all(openings)).filter((outcome) => outcome === 'failed');
  expect(failed).toHaveLength(4);
  const after = await sql<{ last: number }>`select last from cases.number_series where unit_code = 'H53.15'`.execute(
    opened.db,
  );
  expect((after.rows[0]?.last ?? 0) - (before.rows[0]?.last ?? 0)).toBe(8);
});
