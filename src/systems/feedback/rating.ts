/** Rating (đánh giá): the applicant judges once how a dossier was handled; the unit may answer once. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { type Instant, isoOf } from '../../platform/calendar/instant.ts';
import {
  type ActEnvironment,
  type Actor,
  type Command,
  digestOf,
  entryActor,
  findAnswer,
  isSqlState,
  type Outcome,
  writeAct,
} from '../../platform/cases/act.ts';
import { refuse } from '../../platform/cases/decision.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import { type EntryDraft, sealEntry } from '../../platform/journal/entry.ts';
import type { Scope } from '../../platform/permissions/permissions.ts';
import { type DecidedDossier, findOwnDossier } from '../dossiers/index.ts';
import { isReason, SATISFIED_FROM } from './reasons.ts';
import type { FeedbackTables, Score } from './tables.ts';

type Env = ActEnvironment<FeedbackTables>;

export interface RateDossier extends Command {
  readonly code: string;
  readonly accountId: string;
  readonly score: number;
  readonly reasons: readonly string[];
  readonly comment: string;
}

export async function rateDossier(env: Env, actor: Actor, command: RateDossier): Promise<Outcome> {
  const digest = digestOf('feedback.rate', command);
  const repeated = await findAnswer(env.db, actor, command, digest);
  if (repeated) return repeated;
  const dossier = await findOwnDossier(env.db, command);
  if (!dossier) return { kind: 'not-found' };
  if (!dossier.isDecided) return refuse('feedback.no-result');
  const { score } = command;
  const reasons = command.reasons.filter(isReason);
  if (!isScore(score)) return refuse('feedback.score-missing');
  if (score < SATISFIED_FROM && reasons.length === 0) return refuse('feedback.reason-missing');
  const at = env.clock();
  const row = ratingRow(dossier, { score, reasons, accountId: command.accountId, at });
  const entry: EntryDraft = {
    type: 'feedback.dossier-rated',
    dims: { unit: dossier.competentUnit, procedure: dossier.procedureCode, simulated: dossier.simulated || undefined },
    body: { code: dossier.code, score, reasons },
    content: { comment: command.comment === '' ? undefined : command.comment },
  };
  const written = { command, digest, actor, dossier, at, entry };
  try {
    await write(env.db, { ...written, rows: [{ table: 'feedback.rating', op: 'insert', values: row }] });
    return done(dossier.code);
  } catch (error) {
    if (isSqlState(error, '23505', 'rating_pkey')) return refuse('feedback.already-rated');
    if (isSqlState(error, '23505', 'command_pkey'))
      return (await findAnswer(env.db, actor, command, digest)) ?? { kind: 'command-reused' };
    throw error;
  }
}

export interface AnswerRating extends Command {
  readonly text: string;
}

/** By an officer of the unit that decided or received. */
export async function answerRating(
  env: Env,
  { actor, reach }: { readonly actor: Actor; readonly reach: Scope },
  command: AnswerRating,
): Promise<Outcome> {
  const digest = digestOf('feedback.answer', command);
  const repeated = await findAnswer(env.db, actor, command, digest);
  if (repeated) return repeated;
  const [rating] = await listRatings(env.db, { reach, caseId: command.caseId, limit: 1 });
  if (!rating) return { kind: 'not-found' };
  if (rating.answeredAt !== null) return refuse('feedback.already-answered');
  if (command.text === '') return refuse('feedback.answer-empty');
  const at = env.clock();
  const answered = await env.db.transaction().execute(async (trx) => {
    const changed = await trx
      .updateTable('feedback.rating')
      .set({ answered_at: isoOf(at) })
      .where('case_id', '=', command.caseId)
      .where('answered_at', 'is', null)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) return false;
    const entry: EntryDraft = {
      type: 'feedback.rating-answered',
      body: { code: rating.code },
      content: { answer: command.text },
    };
    await write(trx, {
      command,
      digest,
      actor,
      dossier: { caseId: command.caseId, code: rating.code },
      at,
      entry,
      rows: [],
    });
    return true;
  });
  return answered ? done(rating.code) : refuse('feedback.already-answered');
}

interface Writing {
  readonly command: Command;
  readonly digest: string;
  readonly actor: Actor;
  readonly dossier: Pick<DecidedDossier, 'caseId' | 'code'>;
  readonly at: Instant;
  readonly entry: EntryDraft;
  readonly rows: Parameters<typeof writeAct>[1]['rows'];
}

const write = (
  db: QueryExecutorProvider,
  { command, digest, actor, dossier, at, entry, rows }: Writing,
): Promise<void> =>
  writeAct(db, {
    command: {
      actor: actor.id,
      id: command.commandId,
      digest,
      outcome: { answer: { code: dossier.code }, version: 1 },
    },
    rows,
    entries: [
      sealEntry(entry, {
        actor: entryActor(actor),
        subject: { type: 'feedback.rating', id: dossier.caseId },
        at,
        commandId: command.commandId,
      }),
    ],
  });

const done = (code: string): Outcome => ({ kind: 'done', answer: { code }, version: 1, repeated: false });

const isScore = (score: number): score is Score => Number.isInteger(score) && score >= 1 && score <= 5;

function ratingRow(
  dossier: DecidedDossier,
  given: { score: Score; reasons: readonly string[]; accountId: string; at: Instant },
) {
  return {
    case_id: dossier.caseId,
    case_code: dossier.code,
    procedure_code: dossier.procedureCode,
    unit_id: dossier.competentUnit,
    receiving_unit: dossier.receivingUnit,
    account_id: given.accountId,
    score: given.score,
    reasons: [...given.reasons],
    rated_at: isoOf(given.at),
    simulated: dossier.simulated,
  };
}

export interface Rating {
  readonly caseId: string;
  readonly code: string;
  readonly procedure: string;
  readonly unit: LocalText;
  readonly score: Score;
  readonly reasons: readonly string[];
  readonly comment: string | null;
  readonly answer: string | null;
  readonly ratedAt: Instant;
  readonly answeredAt: Instant | null;
}

export interface RatingQuestion {
  /** An officer's reach, or the applicant. */
  readonly reach?: Scope;
  readonly accountId?: string;
  readonly caseId?: string;
  readonly code?: string;
  readonly limit: number;
}

/** Those without an answer first, then the latest. */
export async function listRatings(db: QueryExecutorProvider, asked: RatingQuestion): Promise<Rating[]> {
  const { reach, accountId, caseId, code, limit } = asked;
  const within =
    reach === undefined || reach === 'all'
      ? sql`true`
      : reach === 'none'
        ? sql`false`
        : sql`(r.unit_id = any(${reach.units}) or r.receiving_unit = any(${reach.units}))`;
  const found = await sql<Rating>`
    select r.case_id as "caseId", r.case_code as code, c.title as procedure, u.name as unit, r.score, r.reasons,
      ${contentOf('comment')} as comment, ${contentOf('answer')} as answer, r.rated_at as "ratedAt", r.answered_at as "answeredAt"
    from feedback.rating r join cases.case c on c.id = r.case_id join organisation.unit u on u.id = r.unit_id
    where ${within} and ${accountId === undefined ? sql`true` : sql`r.account_id = ${accountId}`}
      and ${caseId === undefined ? sql`true` : sql`r.case_id = ${caseId}`} and ${code === undefined ? sql`true` : sql`r.case_code = ${code}`}
    order by r.answered_at is not null, r.rated_at desc limit ${limit}
  `.execute(db);
  return found.rows;
}

/** What was written, while it has not been erased. */
const contentOf = (name: string) => sql`(
  select t.body::jsonb #>> '{}' from journal.content t join journal.entry e on e.id = t.entry_id
  where t.subject_id = r.case_id and e.subject_type = 'feedback.rating' and t.name = ${name} order by e.recorded_at limit 1)`;
