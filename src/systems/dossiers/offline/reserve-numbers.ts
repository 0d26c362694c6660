/** Reserving numbers (giữ trước số hồ sơ): a counter takes some of the day's numbers at once, to give them out while its line is down. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { type Day, dayOf, type Instant, isoOf } from '../../../platform/calendar/instant.ts';
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
} from '../../../platform/cases/act.ts';
import { refuse } from '../../../platform/cases/decision.ts';
import { caseCode } from '../../../platform/cases/open-case.ts';
import { sealEntry } from '../../../platform/journal/entry.ts';
import type { DossierTables } from '../tables.ts';
import { countHeld } from './reserved-numbers.ts';

/** Enough for half an hour of a busy counter. */
export const NUMBERS_AT_ONCE = 10;
/** What is held and not used is a hole in the day's book until it is closed, so nobody holds more. */
const NUMBERS_AT_MOST = 50;

/** The command's `caseId` becomes the block: sending it again reserves nothing more. */
export interface ReserveNumbers extends Command {
  readonly unitId: string;
  readonly unitCode: string;
  /** Made by the browser once; the numbers are given out there and nowhere else. */
  readonly device: string;
  readonly count: number;
}

const NAME = 'dossiers.reserve-numbers';

/** Answers the codes, lowest first. Refuses more than NUMBERS_AT_MOST that an account holds unused on a day. */
export async function reserveNumbers(
  env: ActEnvironment<DossierTables>,
  actor: Actor,
  command: ReserveNumbers,
): Promise<Outcome> {
  const digest = digestOf(NAME, command);
  try {
    return await env.db.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(hashtext(${NAME}), hashtext(${actor.id}))`.execute(trx);
      const repeated = await findAnswer(trx, actor, command, digest);
      if (repeated) return repeated;
      const at = env.clock();
      const held = await countHeld(trx, { accountId: actor.id, day: dayOf(at) });
      const { count } = command;
      if (!Number.isInteger(count) || count < 1 || held + count > NUMBERS_AT_MOST)
        return refuse('dossiers.too-many-numbers', { most: NUMBERS_AT_MOST, held });
      const codes = await takeNumbers(trx, command, at);
      await write(trx, { actor, command, digest }, { at, codes });
      return { kind: 'done', answer: { codes }, version: 1, repeated: false };
    });
  } catch (error) {
    if (!isSqlState(error, '23505', 'command_pkey') && !isSqlState(error, '23505', 'number_block_pkey')) throw error;
    return (await findAnswer(env.db, actor, command, digest)) ?? { kind: 'command-reused' };
  }
}

/** From the series that receptions online take theirs from, so that none meets another; given back when the act fails. */
async function takeNumbers(
  trx: QueryExecutorProvider,
  { unitCode, count }: ReserveNumbers,
  at: Instant,
): Promise<string[]> {
  const day: Day = dayOf(at);
  const taken = await sql<{ number: number }>`
    select cases.next_number(${unitCode}, ${day}::date) as number from generate_series(1, ${count}) order by 1
  `.execute(trx);
  return taken.rows.map(({ number }) => caseCode(unitCode, at, number));
}

async function write(
  trx: QueryExecutorProvider,
  { actor, command, digest }: { readonly actor: Actor; readonly command: ReserveNumbers; readonly digest: string },
  { at, codes }: { readonly at: Instant; readonly codes: readonly string[] },
): Promise<void> {
  const { caseId: block, commandId, unitId, unitCode, device } = command;
  const entry = sealEntry(
    { type: 'dossiers.numbers-reserved', dims: { unit: unitId }, body: { day: dayOf(at), device, codes } },
    { actor: entryActor(actor), subject: { type: 'dossiers.number-block', id: block }, at, commandId },
  );
  await writeAct(trx, {
    command: { actor: actor.id, id: commandId, digest, outcome: { answer: { codes }, version: 1 } },
    rows: [
      {
        table: 'dossiers.number_block',
        op: 'insert',
        values: {
          id: block,
          unit_id: unitId,
          unit_code: unitCode,
          day: dayOf(at),
          account_id: actor.id,
          device,
          reserved_at: isoOf(at),
        },
      },
      ...codes.map((code) => ({
        table: 'dossiers.reserved_number',
        op: 'insert' as const,
        values: { code, number: Number(code.split('-').at(-1)), block_id: block, state: 'reserved', version: 1 },
      })),
    ],
    entries: [entry],
  });
}
