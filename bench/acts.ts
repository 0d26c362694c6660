/** Acts against raw SQL: accepting a dossier over HTTP and through its verb, and the same rows written by separate prepared statements in one transaction. */
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { type Instant, isoOf, systemClock } from '../src/platform/calendar/instant.ts';
import { newId } from '../src/platform/db/ids.ts';
import type { Platform } from '../src/platform/system/platform.ts';
import { acceptDossier } from '../src/systems/dossiers/dossiers.ts';
import { submitDossier } from '../src/systems/dossiers/submission.ts';
import { findProcedure } from '../src/systems/procedures/index.ts';
import { DeskClient } from './desk-client.ts';

const CONCURRENCY = 16;
const ROUNDS = 5;

/** The commune whose dossiers are accepted, and the officer of its one-stop office. */
export const COMMUNE = '25459';
export const OFFICER = 'ttpvhcc-25459.tn';

export interface ActRates {
  /** Acts a second. */
  readonly http: number;
  readonly verb: number;
  readonly raw: number;
}

/** `url` is the running program on the same database; client, program and server share the cores. */
export async function measureActs(
  platform: Platform,
  { ownerUrl, url, count }: { ownerUrl: string; url: string; count: number },
): Promise<ActRates> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: CONCURRENCY });
  const desks = Array.from({ length: CONCURRENCY }, () => new DeskClient(url));
  try {
    for (const desk of desks) await desk.signIn(OFFICER);
    const rates: Record<keyof ActRates, number[]> = { http: [], verb: [], raw: [] };
    for (let round = 0; round < ROUNDS; round++) {
      const codes = await codesOf(platform, await submit(platform, count));
      for (const desk of desks) await desk.readToken(acceptPath(codes[0] as string));
      rates.http.push(await rateOf(codes, (code, lane) => acceptOverHttp(desks[lane] as DeskClient, code)));
      await untilRead(platform);
      rates.verb.push(await rateOf(await submit(platform, count), (caseId) => accept(platform, caseId)));
      await untilRead(platform);
      rates.raw.push(await rateOf(await submit(platform, count), (caseId, lane) => writeRaw(pool, caseId, lane)));
      await untilRead(platform);
    }
    return { http: median(rates.http), verb: median(rates.verb), raw: median(rates.raw) };
  } finally {
    for (const desk of desks) desk.close();
    await pool.end();
  }
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

async function rateOf(items: readonly string[], work: (item: string, lane: number) => Promise<void>): Promise<number> {
  let next = 0;
  const began = performance.now();
  const lane = async (number: number): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) await work(items[at] as string, number);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, (_, number) => lane(number)));
  return (items.length * 1000) / (performance.now() - began);
}

export const acceptPath = (code: string): string => `/can-bo/ho-so/${code}/tiep-nhan`;

async function acceptOverHttp(desk: DeskClient, code: string): Promise<void> {
  const { status, location } = await desk.act(acceptPath(code), 1);
  if (status !== 303) throw new Error(`not accepted: ${status} ${location}`);
}

async function codesOf(platform: Platform, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`select code from cases.case where id = any(${ids})`.execute(platform.db);
  return rows.map(({ code }) => code);
}

/** Until the worker has read the journal to its end: what a round left it to do is not counted to the next one. */
async function untilRead({ db }: Platform): Promise<void> {
  for (let behind = true; behind; await delay(100)) {
    const { rows } = await sql<{ behind: boolean }>`
      select (select count(*) from journal.entry) > (select position from journal.sequencer)
        or exists (select 1 from journal.cursor c, journal.sequencer s where c.position < s.position) as behind
    `.execute(db);
    behind = rows[0]?.behind ?? false;
  }
}

async function submit(platform: Platform, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let made = 0; made < count; made++) ids.push(await submitOne(platform));
  await untilRead(platform);
  return ids;
}

/** A dossier handed in at the commune's counter; answers its case. */
export async function submitOne(platform: Platform): Promise<string> {
  const found = await findProcedure(platform.db, '1.004873', '2026-11-20');
  const env = platform.acting as unknown as Parameters<typeof submitDossier>[0];
  const caseId = newId();
  const outcome = await submitDossier(
    env,
    { id: newId(), kind: 'person' },
    {
      commandId: newId(),
      caseId,
      versionId: found?.version?.id ?? '',
      channel: 'counter',
      areaCode: COMMUNE,
      applicant: { name: 'Nguyễn Văn Đo' },
      answers: {},
      files: [],
      papers: [],
      receiveBy: 'counter',
      simulated: true,
    },
  );
  if (outcome.kind !== 'done') throw new Error(`not submitted: ${outcome.kind}`);
  return caseId;
}

async function accept(platform: Platform, caseId: string): Promise<void> {
  const env = platform.acting as unknown as Parameters<typeof acceptDossier>[0];
  const actor = { actor: { id: newId(), kind: 'person' as const }, scope: 'all' as const, rolesAt: () => ['TN'] };
  const outcome = await acceptDossier(env, actor, { commandId: newId(), caseId, shownVersion: 1 });
  if (outcome.kind !== 'done') throw new Error(`not accepted: ${outcome.kind}`);
}

/** What an acceptance writes, statement by statement: command, case, clock event, timer, dossier, number of the slip, entry with its effect, head of the chain. */
async function writeRaw(pool: pg.Pool, caseId: string, lane: number): Promise<void> {
  const client = await pool.connect();
  const now = systemClock();
  const [at, due] = [isoOf(now), isoOf((now + 3 * DAY) as Instant)];
  const run = (name: string, text: string, values: unknown[]) => client.query({ name, text, values });
  const entry = newId();
  try {
    await client.query('begin');
    await run('command', RAW.command, [newId(), newId()]);
    await run('case', RAW.case, [caseId, at, due]);
    await run('clock', RAW.clock, [caseId, at, entry]);
    await run('timer', RAW.timer, [caseId, due]);
    await run('dossier', RAW.dossier, [caseId]);
    const slip = (await run('number', RAW.number, [`slip:${SERIES}:${lane}`, `${at.slice(0, 4)}-01-01`])).rows[0] as {
      last: number;
    };
    const sealed = sealRaw(caseId, { entry, at, due, slip: slip.last });
    const head = (await run('head', RAW.head, [caseId])).rows[0] as { chain: number; seq: string; hash: Buffer };
    const written = await run('entry', RAW.entry, [entry, head.chain, head.seq, sealed, caseId, at, head.hash]);
    await run('chain', RAW.chain, [head.chain, head.seq, (written.rows[0] as { hash: Buffer }).hash]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** Each lane counts by itself: a series shared by all would be held over the round trips of a transaction, and the acts would wait for one another. */
const SERIES = newId();
const DAY = 86_400_000;

/** As long as the entry of an acceptance, with what it made of the case, its clock and the dossier. */
function sealRaw(
  caseId: string,
  { entry, at, due, slip }: { entry: string; at: string; due: string; slip: number },
): string {
  const values = {
    answer_due_at: null,
    assignee_id: null,
    changed_at: at,
    due_at: due,
    holding_unit: SERIES,
    promised_at: due,
    received_at: at,
    status: 'open',
    step: 'examine',
    step_due_at: due,
    step_role: 'HT',
    version: 2,
  };
  const clock = {
    at,
    case_id: caseId,
    entry_id: entry,
    kind: 'started',
    reason: null,
    seq: 1,
    term: '3wd',
    until: null,
  };
  return JSON.stringify({
    actor: { kind: 'person' },
    at,
    body: { code: 'H53.101.1-261120-0001', next_step: 'examine', promised: due, shown: [], slip, term: '3wd' },
    command: newId(),
    dims: {
      answer: 'in-time',
      case_version: 2,
      channel: 'counter',
      procedure: '1.004873',
      receiving: SERIES,
      simulated: true,
      term: 'none',
      unit: SERIES,
    },
    effect: [
      { key: { id: caseId }, table: 'cases.case', values },
      { table: 'cases.clock_event', values: clock },
      { key: { case_id: caseId }, table: 'dossiers.dossier', values: { fee_due: 15000 } },
    ],
    id: entry,
    subject: { id: caseId, type: 'dossier' },
    tv: 2,
    type: 'bench.raw',
    v: 2,
  });
}

const RAW = {
  command: `insert into journal.command (actor_id, command_id, digest, outcome) values ($1, $2, sha256('x'), '{"answer":{"code":"H53.101.1-261129-0076"},"version":2}')`,
  case: `update cases.case set status = 'open', version = 2, received_at = $2, promised_at = $3, due_at = $3, step = 'examine', step_role = 'HT',
    step_due_at = $3, holding_unit = competent_unit, assignee_id = null, changed_at = $2, answer_due_at = null where id = $1 and version = 1`,
  clock: `insert into cases.clock_event (case_id, seq, kind, at, term, entry_id) values ($1, 1, 'started', $2, '3wd', $3)`,
  timer: `insert into cases.timer (case_id, kind, fire_at) values ($1, 'dossiers.apology', $2) on conflict (case_id, kind) do update set fire_at = excluded.fire_at`,
  dossier: `update dossiers.dossier set fee_due = 15000 where case_id = $1`,
  number: `insert into cases.number_series (unit_code, day, last) values ($1, $2, 1)
    on conflict (unit_code, day) do update set last = number_series.last + 1 returning last`,
  head: `select chain, seq + 1 as seq, hash from journal.head where chain = journal.chain_of($1) for update`,
  entry: `insert into journal.entry (id, chain, seq, sealed, type, subject_type, subject_id, occurred_at, recorded_at, hash)
    values ($1, $2, $3, $4, 'bench.raw', 'dossier', $5, $6, $6, journal.hash_of($2::smallint, $3, $7, $6, $4)) returning hash`,
  chain: `update journal.head set seq = $2, hash = $3 where chain = $1`,
} as const;
