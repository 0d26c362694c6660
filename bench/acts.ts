/** Acts against raw SQL: accepting a dossier through its verb, and the same rows written by separate prepared statements in one transaction. */
import pg from 'pg';
import { isoOf, systemClock } from '../src/platform/calendar/instant.ts';
import { newId } from '../src/platform/db/ids.ts';
import { sealEntry } from '../src/platform/journal/entry.ts';
import type { Platform } from '../src/platform/system/platform.ts';
import { acceptDossier } from '../src/systems/dossiers/dossiers.ts';
import { submitDossier } from '../src/systems/dossiers/submission.ts';
import { findProcedure } from '../src/systems/procedures/index.ts';

const CONCURRENCY = 16;

export interface ActRates {
  /** Acts a second. */
  readonly verb: number;
  readonly raw: number;
}

export async function measureActs(platform: Platform, ownerUrl: string, count: number): Promise<ActRates> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: CONCURRENCY });
  try {
    const rates: { verb: number[]; raw: number[] } = { verb: [], raw: [] };
    for (let round = 0; round < 3; round++) {
      rates.verb.push(await rateOf(await submit(platform, count), (caseId) => accept(platform, caseId)));
      rates.raw.push(await rateOf(await submit(platform, count), (caseId) => writeRaw(pool, caseId)));
    }
    return { verb: median(rates.verb), raw: median(rates.raw) };
  } finally {
    await pool.end();
  }
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

async function rateOf(ids: readonly string[], work: (caseId: string) => Promise<void>): Promise<number> {
  let next = 0;
  const began = performance.now();
  const lane = async (): Promise<void> => {
    for (let at = next++; at < ids.length; at = next++) await work(ids[at] as string);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, lane));
  return (ids.length * 1000) / (performance.now() - began);
}

async function submit(platform: Platform, count: number): Promise<string[]> {
  const found = await findProcedure(platform.db, '1.004873', '2026-11-20');
  const env = platform.acting as unknown as Parameters<typeof submitDossier>[0];
  const ids: string[] = [];
  for (let made = 0; made < count; made++) {
    const caseId = newId();
    const outcome = await submitDossier(
      env,
      { id: newId(), kind: 'person' },
      {
        commandId: newId(),
        caseId,
        versionId: found?.version?.id ?? '',
        channel: 'counter',
        areaCode: '25459',
        applicant: { name: 'Nguyễn Văn Đo' },
        answers: {},
        files: [],
        papers: [],
        receiveBy: 'counter',
        simulated: true,
      },
    );
    if (outcome.kind !== 'done') throw new Error(`not submitted: ${outcome.kind}`);
    ids.push(caseId);
  }
  return ids;
}

async function accept(platform: Platform, caseId: string): Promise<void> {
  const env = platform.acting as unknown as Parameters<typeof acceptDossier>[0];
  const actor = { actor: { id: newId(), kind: 'person' as const }, scope: 'all' as const, rolesAt: () => ['TN'] };
  const outcome = await acceptDossier(env, actor, { commandId: newId(), caseId, shownVersion: 1 });
  if (outcome.kind !== 'done') throw new Error(`not accepted: ${outcome.kind}`);
}

/** What an acceptance writes, statement by statement: command, case, clock event, dossier, entry, head of the chain. */
async function writeRaw(pool: pg.Pool, caseId: string): Promise<void> {
  const client = await pool.connect();
  const now = systemClock();
  const at = isoOf(now);
  const run = (name: string, text: string, values: unknown[]) => client.query({ name, text, values });
  const { id: entry, sealed } = sealEntry(
    { type: 'bench.raw', body: { code: 'H53.101.1-261120-0001', term: '3wd', promised: at, next_step: 'examine' } },
    { actor: { kind: 'program', program: 'bench' }, subject: { type: 'dossier', id: caseId }, at: now },
  );
  try {
    await client.query('begin');
    await run('command', RAW.command, [newId(), newId()]);
    await run('case', RAW.case, [caseId, at]);
    await run('clock', RAW.clock, [caseId, at, entry]);
    await run('dossier', RAW.dossier, [caseId]);
    const head = (await run('head', RAW.head, [caseId])).rows[0] as { chain: number; seq: string; hash: Buffer };
    const written = await run('entry', RAW.entry, [entry, head.chain, head.seq, sealed, caseId, at, head.hash]);
    await run('chain', RAW.chain, [head.chain, head.seq, (written.rows[0] as { hash: Buffer }).hash]);
    await client.query('commit');
  } finally {
    client.release();
  }
}

const RAW = {
  command: `insert into journal.command (actor_id, command_id, digest, outcome) values ($1, $2, sha256('x'), '{"answer":{},"version":2}')`,
  case: `update cases.case set status = 'open', version = 2, received_at = $2, promised_at = $2, due_at = $2, step = 'examine',
    changed_at = $2, answer_due_at = null where id = $1 and version = 1`,
  clock: `insert into cases.clock_event (case_id, seq, kind, at, term, entry_id) values ($1, 1, 'started', $2, '3wd', $3)`,
  dossier: `update dossiers.dossier set fee_due = 0 where case_id = $1`,
  head: `select chain, seq + 1 as seq, hash from journal.head where chain = journal.chain_of($1) for update`,
  entry: `insert into journal.entry (id, chain, seq, sealed, type, subject_type, subject_id, occurred_at, recorded_at, hash)
    values ($1, $2, $3, $4, 'bench.raw', 'dossier', $5, $6, $6, journal.hash_of($2::smallint, $3, $7, $6, $4)) returning hash`,
  chain: `update journal.head set seq = $2, hash = $3 where chain = $1`,
} as const;
