/** Simulated lives: dossiers that the product's own verbs carry, under ids that a second run finds again, at a clock that the simulation sets. */
import { sql } from 'kysely';
import { type Instant, isoOf } from '../../src/platform/calendar/instant.ts';
import { type ActEnvironment, actOnCase, type Outcome } from '../../src/platform/cases/act.ts';
import { decision, type Decision } from '../../src/platform/cases/decision.ts';
import type { Db } from '../../src/platform/db/database.ts';
import { followingId } from '../../src/platform/db/following-id.ts';
import { createAccount } from '../../src/platform/identity/account.ts';
import { programActor } from '../../src/platform/identity/signed-in.ts';
import type { Platform } from '../../src/platform/system/platform.ts';
import {
  acceptDossier,
  apologise,
  askForSupplement,
  type DossierActor,
  refuseDossier,
  refuseProcessing,
  withdrawDossier,
} from '../../src/systems/dossiers/dossiers.ts';
import { loadDossier } from '../../src/systems/dossiers/load-dossier.ts';
import { submitDossier } from '../../src/systems/dossiers/submission.ts';
import type { DossierTables } from '../../src/systems/dossiers/tables.ts';
import { findProcedure } from '../../src/systems/procedures/index.ts';
import { COMMUNE } from '../acts.ts';

const officer: DossierActor = {
  actor: { id: followingId('officer'), kind: 'person' },
  scope: 'all',
  rolesAt: () => ['TN', 'HT', 'CV', 'LP', 'CT', 'VT', 'DK', 'CS', 'TCA', 'GD'],
};

export class SimulatedLives {
  readonly db: Db;
  readonly unit: string;
  readonly otherUnit: string;
  readonly #env: ActEnvironment<DossierTables>;
  readonly #seed: string;
  readonly #account: string;
  readonly #setClock: (at: Instant) => void;

  private constructor(
    platform: Platform,
    seed: string,
    found: { readonly units: readonly [string, string]; readonly account: string },
    setClock: (at: Instant) => void,
  ) {
    this.db = platform.db;
    this.#env = platform.acting as unknown as ActEnvironment<DossierTables>;
    this.#seed = seed;
    [this.unit, this.otherUnit] = found.units;
    this.#account = found.account;
    this.#setClock = setClock;
  }

  static async begin(platform: Platform, seed: string, setClock: (at: Instant) => void): Promise<SimulatedLives> {
    const units = await sql<{ id: string }>`
      select id from organisation.unit where valid_to is null order by code = ${`H53.101.1`} desc nulls last, id limit 2
    `.execute(platform.db);
    const known = await sql<{
      id: string;
    }>`select id from identity.account where vneid_sub = 'bench-violations'`.execute(platform.db);
    const made = known.rows[0]
      ? { accountId: known.rows[0].id }
      : await createAccount(platform.db, programActor('bench'), {
          kind: 'citizen',
          name: 'Nguyễn Thị Đo',
          personalNumber: '072190009999',
          vneidSub: 'bench-violations',
          demo: true,
          at: platform.clock(),
        });
    if (!('accountId' in made)) throw new Error('no account');
    const [one, other] = units.rows.map(({ id }) => id);
    return new SimulatedLives(platform, seed, { units: [one ?? '', other ?? ''], account: made.accountId }, setClock);
  }

  caseOf(index: number): string {
    return followingId(this.#seed, index);
  }

  #command(index: number, name: string) {
    return { commandId: followingId(this.#seed, index, name), caseId: this.caseOf(index) };
  }

  async submit(
    index: number,
    { procedure, channel }: { procedure: string; channel: 'online' | 'counter' },
  ): Promise<void> {
    const found = await findProcedure(this.db, procedure, isoOf(this.#env.clock()).slice(0, 10));
    const components = found?.version?.definition.components ?? [];
    await done(
      submitDossier(this.#env, officer.actor, {
        ...this.#command(index, 'submit'),
        versionId: found?.version?.id ?? '',
        channel,
        areaCode: COMMUNE,
        // nobody can be told of a result at the counter here
        applicant: { name: 'Nguyễn Văn Đo' },
        answers: {},
        // each as a file, whichever of them this dossier needs: nothing is taken in on paper
        files: components.map(({ key }) => ({ component: key, fileId: followingId(this.#seed, index, key) })),
        papers: [],
        receiveBy: channel === 'online' ? 'electronic' : 'counter',
        simulated: true,
        ...(channel === 'online' ? { accountId: this.#account } : {}),
      }),
    );
  }

  accept(index: number): Promise<void> {
    return done(acceptDossier(this.#env, officer, this.#command(index, 'accept')));
  }

  askForPapers(index: number): Promise<void> {
    const items = [{ component: null, text: 'Chụp lại giấy bị mờ.' }];
    return done(askForSupplement(this.#env, officer, { ...this.#command(index, 'ask'), items, reason: 'Giấy mờ.' }));
  }

  refuse(index: number): Promise<void> {
    return done(refuseDossier(this.#env, officer, { ...this.#command(index, 'refuse'), reason: 'Nộp nhầm nơi.' }));
  }

  withdraw(index: number): Promise<void> {
    return done(withdrawDossier(this.#env, officer, { ...this.#command(index, 'withdraw'), reason: 'Không cần nữa.' }));
  }

  refuseProcessing(index: number): Promise<void> {
    return done(
      refuseProcessing(this.#env, officer, { ...this.#command(index, 'refuse'), reason: 'Không đủ điều kiện.' }),
    );
  }

  apologise(index: number, until: string): Promise<void> {
    return done(
      apologise(this.#env, officer, { ...this.#command(index, 'apologise'), until, reason: 'Hồ sơ phức tạp.' }),
    );
  }

  /** Empty where nobody holds it any more. */
  async holdingUnit(index: number): Promise<string> {
    const found = await loadDossier(this.#env.db, { id: this.caseOf(index) }, 'all');
    if (!found) throw new Error(`there is no dossier ${index}`);
    return found.holdingUnit ?? '';
  }

  /** Past every rule: what a mistake of the program or a hand in the database would leave. */
  async actRaw(
    index: number,
    name: string,
    { unit, ...parts }: Partial<Omit<Decision, 'kind'>> & { readonly unit?: string },
  ): Promise<void> {
    const command = this.#command(index, `raw ${name}`);
    // a second run finds what the first has done, which the clock would not take twice
    const known = await sql`select 1 from journal.command where command_id = ${command.commandId}`.execute(this.db);
    if (known.rows.length > 0) return;
    await done(
      actOnCase(this.#env, { id: followingId('raw'), kind: 'person', unit }, command, {
        name: 'bench.raw',
        load: (db) => loadDossier(db, { id: command.caseId }, 'all'),
        decide: () => decision({ entries: [], ...parts }),
      }),
    );
  }

  closing(at: Instant): Partial<Omit<Decision, 'kind'>> {
    return {
      entries: [{ type: 'dossiers.dossier-withdrawn', body: {}, content: { reason: 'Hết phần mô phỏng.' } }],
      change: { status: 'closed', outcome: 'withdrawn', closed_at: at },
    };
  }

  /** So many minutes after the moment it was due, before the clock's next look. */
  async refuseAtDue(index: number, minutes: number): Promise<void> {
    const found = await loadDossier(this.#env.db, { id: this.caseOf(index) }, 'all');
    if (!found) throw new Error(`there is no dossier ${index}`);
    if (found.status === 'closed') return;
    const before = this.#env.clock();
    const at = ((found.dueAt ?? before) + minutes * 60_000) as Instant;
    this.#setClock(at);
    await this.actRaw(index, 'refuse', {
      entries: [
        { type: 'dossiers.processing-refused', body: { slip: '1' }, content: { reason: 'Không đủ điều kiện.' } },
      ],
      change: { status: 'closed', outcome: 'refused', closed_at: at },
    });
    this.#setClock(before);
  }

  async leaveUntold(caseId: string, at: Instant): Promise<void> {
    const id = followingId(caseId, 'message');
    await sql`
      insert into national_portal.message (id, case_id, sequence, entry_id, service, status, local_only, at, next_at)
      values (${id}, ${caseId}, 900, ${id}, 'progress', 1, true, ${isoOf(at)}, ${isoOf(at)}) on conflict do nothing
    `.execute(this.db);
  }

  async tell(caseId: string): Promise<void> {
    await sql`update national_portal.message set sent_at = at, next_at = null where case_id = ${caseId}`.execute(
      this.db,
    );
  }

  async answerOpinion(caseId: string, at: Instant): Promise<void> {
    await sql`update cases.consultation set answered_at = ${isoOf(at)} where case_id = ${caseId}`.execute(this.db);
  }

  async answerRating(caseId: string, at: Instant): Promise<void> {
    await sql`update feedback.rating set answered_at = ${isoOf(at)} where case_id = ${caseId}`.execute(this.db);
  }

  async rate(caseId: string, at: Instant): Promise<void> {
    await sql`
      insert into feedback.rating (case_id, case_code, procedure_code, unit_id, receiving_unit, account_id, score, rated_at, simulated)
      select c.id, c.code, d.procedure_code, c.competent_unit, c.receiving_unit, ${this.#account}, 1, ${isoOf(at)}, true
      from cases.case c join dossiers.dossier d on d.case_id = c.id where c.id = ${caseId} on conflict do nothing
    `.execute(this.db);
  }
}

async function done(acted: Promise<Outcome>): Promise<void> {
  const outcome = await acted;
  if (outcome.kind !== 'done') throw new Error(`not done: ${JSON.stringify(outcome)}`);
}
