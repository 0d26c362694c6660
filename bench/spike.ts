/** A spike: whole lives of dossiers begun at a rate that jumps each minute, whoever waits; what is over capacity waits or is told when to come back, and nothing that was acknowledged is lost. */
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { newId } from '../src/platform/db/ids.ts';
import type { Platform } from '../src/platform/system/platform.ts';
import { COMMUNE, OFFICER } from './acts.ts';
import { DeskClient, type Reply } from './desk-client.ts';

/** Lives begun in a second, a minute each. */
const RATES = [1, 15, 1, 25, 2, 35, 10];
const PROCEDURE = '2.000815';
/** A person who was asked to come back does so; beyond this they have given up, which is an error. */
const PATIENCE_MS = 180_000;

export interface Spiked {
  readonly minutes: readonly Minute[];
  readonly lives: number;
  readonly requests: number;
  readonly askedBack: number;
  readonly errors: readonly string[];
  /** Acts that were acknowledged and are not in the journal, exactly once. */
  readonly lost: number;
  readonly acts: number;
}

export interface Minute {
  readonly rate: number;
  /** Milliseconds, of the answers to requests sent in it. */
  readonly p95: number;
  readonly askedBack: number;
  /** Seconds after its beginning from which five seconds together had a p95 of at most half more than the first minute's; undefined when none had. */
  readonly calmAfter: number | undefined;
}

interface Sample {
  /** Since the beginning. */
  readonly at: number;
  readonly ms: number;
}

export async function spike(
  platform: Platform,
  { url, seconds, log }: { url: string; seconds: number; log: (line: string) => void },
): Promise<Spiked> {
  const run = await Run.begin(platform, url);
  const lives: Promise<void>[] = [];
  for (const [index, rate] of RATES.entries()) {
    const from = performance.now();
    for (let begun = 0; begun < rate * seconds; begun++) {
      // by the clock, not by when the one before was answered
      await delay(Math.max(0, from + (begun * 1000) / rate - performance.now()));
      lives.push(run.live());
    }
    await delay(Math.max(0, from + seconds * 1000 - performance.now()));
    log(
      `minute ${index + 1}, ${rate} a second: ${run.open} lives open, ${run.askedBack.length} requests asked to come back`,
    );
  }
  await Promise.all(lives);
  const { lost, acts } = await run.findLost(platform);
  run.close();
  return {
    minutes: RATES.map((rate, index) => minuteOf(run, { rate, index, seconds })),
    lives: lives.length,
    requests: run.samples.length,
    askedBack: run.askedBack.length,
    errors: run.errors,
    lost,
    acts,
  };
}

function minuteOf(
  { samples, askedBack }: Run,
  { rate, index, seconds }: { rate: number; index: number; seconds: number },
): Minute {
  const within = (from: number, to: number) => samples.filter(({ at }) => at >= from * 1000 && at < to * 1000);
  const begins = index * seconds;
  const calm = p95(within(0, seconds)) * 1.5;
  let calmAfter: number | undefined;
  for (let after = 0; calmAfter === undefined && after + 5 <= seconds; after++) {
    const window = within(begins + after, begins + after + 5);
    if (window.length > 0 && p95(window) <= calm) calmAfter = after;
  }
  return {
    rate,
    p95: p95(within(begins, begins + seconds)),
    askedBack: askedBack.filter((at) => at >= begins * 1000 && at < (begins + seconds) * 1000).length,
    calmAfter,
  };
}

function p95(samples: readonly Sample[]): number {
  const sorted = samples.map(({ ms }) => ms).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? 0;
}

/** The life of a dossier, its verbs in the order of their entries. */
const ENTRIES = ['dossiers.dossier-submitted', 'dossiers.dossier-accepted', 'dossiers.processing-refused'] as const;

class Run {
  readonly samples: Sample[] = [];
  readonly askedBack: number[] = [];
  readonly errors: string[] = [];
  /** By case: which of its acts were acknowledged. */
  readonly #done = new Map<string, (typeof ENTRIES)[number][]>();
  readonly #began = performance.now();
  readonly #counter: DeskClient;
  readonly #desk: DeskClient;
  open = 0;

  private constructor(counter: DeskClient, desk: DeskClient) {
    this.#counter = counter;
    this.#desk = desk;
  }

  /** One dossier goes ahead: it shows who holds it after reception, and that the forms are right. */
  static async begin(platform: Platform, url: string): Promise<Run> {
    const counter = new DeskClient(url, Number.POSITIVE_INFINITY);
    await counter.signIn(OFFICER);
    await counter.readToken(`/can-bo/quay?tt=${PROCEDURE}`);
    const caseId = newId();
    const received = await counter.post('/can-bo/quay', handedIn(caseId));
    if (received.status !== 303) throw new Error(`the counter answered ${received.status}`);
    const { rows } = await sql<{ code: string; login: string }>`
      select c.code, a.login from cases.case c join organisation.position p on p.unit_id = c.holding_unit and p.role = c.step_role
        join organisation.holding h on h.position_id = p.id and h.valid_to is null join identity.account a on a.id = h.account_id
      where c.id = ${caseId} order by a.login limit 1
    `.execute(platform.db);
    const { code, login } = rows[0] ?? {};
    if (code === undefined || login === undefined) throw new Error('nobody holds what was received');
    const desk = new DeskClient(url, Number.POSITIVE_INFINITY);
    await desk.signIn(login);
    await desk.readToken(decidePath(code));
    return new Run(counter, desk);
  }

  close(): void {
    this.#counter.close();
    this.#desk.close();
  }

  /** Handed in and received, looked for, decided. */
  async live(): Promise<void> {
    this.open += 1;
    const caseId = newId();
    try {
      const handed = handedIn(caseId);
      const { location } = await this.#insist(() => this.#counter.post('/can-bo/quay', handed), 303);
      this.#done.set(caseId, [ENTRIES[0], ENTRIES[1]]);
      const code = location.split('/').at(-1) ?? '';
      await this.#insist(() => this.#desk.get(`/can-bo/ho-so?q=${code}`), 200);
      const decided = { command_id: newId(), version: '2', reason: 'Không thuộc thẩm quyền.' };
      await this.#insist(() => this.#desk.post(decidePath(code), decided), 303);
      this.#done.get(caseId)?.push(ENTRIES[2]);
      await this.#insist(() => this.#desk.get('/thu-tuc?q=khai+sinh'), 200);
    } catch (error) {
      this.errors.push((error as Error).message);
    }
    this.open -= 1;
  }

  /** The same command again after the time the program asked for. */
  async #insist(send: () => Promise<Reply>, wanted: number): Promise<Reply> {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      const at = performance.now();
      const reply = await send();
      if (reply.status !== 503) this.samples.push({ at: at - this.#began, ms: performance.now() - at });
      if (reply.status === wanted) return reply;
      if (reply.status !== 503 || reply.retryAfter === undefined) throw new Error(`answered with ${reply.status}`);
      this.askedBack.push(at - this.#began);
      if (performance.now() > until) throw new Error('asked to come back again and again');
      await delay(reply.retryAfter * 1000);
    }
  }

  async findLost({ db }: Platform): Promise<{ lost: number; acts: number }> {
    const acknowledged = [...this.#done].flatMap(([id, types]) => types.map((type) => `${id} ${type}`));
    const { rows } = await sql<{ act: string; count: number }>`
      select subject_id || ' ' || type as act, count(*)::integer as count from journal.entry
      where subject_id = any(${[...this.#done.keys()]}::uuid[]) group by 1
    `.execute(db);
    const counts = new Map(rows.map(({ act, count }) => [act, count]));
    return { lost: acknowledged.filter((act) => counts.get(act) !== 1).length, acts: acknowledged.length };
  }
}

const decidePath = (code: string): string => `/can-bo/ho-so/${code}/tu-choi-giai-quyet`;

const handedIn = (caseId: string): Record<string, string> => ({
  command_id: newId(),
  version: '0',
  tt: PROCEDURE,
  case_id: caseId,
  area: COMMUNE,
  applicant_name: 'Nguyễn Văn Đo',
  receive_by: 'counter',
  'requester.full_name': 'Nguyễn Văn Đo',
  'requester.id_kind': 'other',
  'requester.id_number': '123456789',
  'requester.phone': '0912345678',
  'originals._rows': '1',
  'originals.0.paper_kind': 'diploma',
  'originals.0.paper_title': 'Bằng tốt nghiệp',
  'originals.0.issuer': 'Trường Trung học phổ thông',
  'originals.0.pages': '2',
  'originals.0.copies': '2',
  'originals.0.electronic_copy': 'false',
  'originals.0.foreign_paper': 'false',
  'receive.receive_result': 'centre',
});
