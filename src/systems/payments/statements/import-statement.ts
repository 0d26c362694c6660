/** Importing a statement (nhập sao kê): each of the bank's transactions is kept once; the same file again changes nothing. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Day, dayOf, isoOf } from '../../../platform/calendar/instant.ts';
import type { ActEnvironment, Actor, Outcome } from '../../../platform/cases/act.ts';
import { refuse } from '../../../platform/cases/decision.ts';
import type { Db } from '../../../platform/db/database.ts';
import { newId } from '../../../platform/db/ids.ts';
import { actOnMoney, type MoneyCommand } from '../act-on-money.ts';
import type { PaymentTables } from '../tables.ts';
import { readStatement, type StatementLine } from './read-statement.ts';

export interface StatementToImport {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly source: 'upload' | 'bank';
  /** Of lines that name none. */
  readonly account: string;
  /** Days that the bank was asked for; those of the lines where it is left out. */
  readonly days?: { readonly from: Day; readonly to: Day };
}

const REFUSALS = {
  empty: 'payments.statement-empty',
  headings: 'payments.statement-headings',
  'not-csv': 'payments.statement-not-csv',
} as const;

/** Answers `lines`, `fresh`, `faults` (numbers of the lines that could not be read), `first` and `last` day. */
export function importStatement(
  env: ActEnvironment<PaymentTables>,
  actor: Actor,
  { commandId, statement }: MoneyCommand & { readonly statement: StatementToImport },
): Promise<Outcome> {
  // what the bank was asked for belongs to it: an empty day is not the same as another
  const digest = createHash('sha256')
    .update(statement.bytes)
    .update(JSON.stringify(statement.days ?? ''))
    .digest('hex');
  return actOnMoney(env, actor, { commandId, digest } as MoneyCommand, {
    name: 'payments.import-statement',
    async decide(trx, at) {
      const read = readStatement(statement.bytes, statement.account);
      if (read.refused) return refuse(REFUSALS[read.refused]);
      const days = read.lines.map(({ bookedAt }) => dayOf(bookedAt)).toSorted();
      const first = statement.days?.from ?? days[0];
      const last = statement.days?.to ?? days.at(-1);
      if (first === undefined || last === undefined) return refuse('payments.statement-empty');
      // one import at a time: whose lines are new is judged once
      await sql`select pg_advisory_xact_lock(hashtext('payments.statement'))`.execute(trx);
      const known = await trx
        .selectFrom('payments.statement_file')
        .select('digest')
        .where('digest', '=', digest)
        .executeTakeFirst();
      const fresh = known ? [] : await findFresh(trx, read.lines);
      const faults = read.faults.slice(0, 50).map(({ line, fault }) => ({ line, fault }));
      const answer = { lines: read.lines.length, fresh: fresh.length, known: known !== undefined, faults, first, last };
      if (known)
        return { kind: 'act', subject: { type: 'payments.statement', id: newId() }, rows: [], entries: [], answer };
      await writeFile(trx, { statement, digest, first, last, lines: read.lines.length, fresh, at: isoOf(at), actor });
      return {
        kind: 'act',
        subject: { type: 'payments.statement', id: newId() },
        rows: [],
        entries: [
          {
            type: 'payments.statement-imported',
            body: {
              digest,
              source: statement.source,
              lines: read.lines.length,
              fresh: fresh.length,
              faults: read.faults.length,
              first,
              last,
            },
          },
        ],
        answer,
      };
    },
  });
}

/** Not on any statement before; a transaction that stands twice in one file is one. */
async function findFresh(trx: Db<PaymentTables>, lines: readonly StatementLine[]): Promise<readonly StatementLine[]> {
  const keyOf = ({ account, transaction, direction }: Pick<StatementLine, 'account' | 'transaction' | 'direction'>) =>
    `${account} ${transaction} ${direction}`;
  const known = await trx
    .selectFrom('payments.statement_line')
    .select(['account', 'transaction', 'direction'])
    .where('transaction', '=', sql<string>`any(${lines.map(({ transaction }) => transaction)}::text[])`)
    .execute();
  const seen = new Set(known.map(keyOf));
  return lines.filter((line) => {
    const isNew = !seen.has(keyOf(line));
    seen.add(keyOf(line));
    return isNew;
  });
}

interface FileToWrite {
  readonly statement: StatementToImport;
  readonly digest: string;
  readonly first: Day;
  readonly last: Day;
  readonly lines: number;
  readonly fresh: readonly StatementLine[];
  readonly at: string;
  readonly actor: Actor;
}

async function writeFile(trx: Db<PaymentTables>, file: FileToWrite): Promise<void> {
  const { statement, digest, fresh } = file;
  await trx
    .insertInto('payments.statement_file')
    .values({
      digest,
      name: statement.name,
      source: statement.source,
      first_day: file.first,
      last_day: file.last,
      lines: file.lines,
      new_lines: fresh.length,
      imported_at: file.at,
      imported_by: file.actor.account ?? null,
    })
    .execute();
  for (let from = 0; from < fresh.length; from += ROWS_AT_ONCE) {
    await trx
      .insertInto('payments.statement_line')
      .values(
        fresh.slice(from, from + ROWS_AT_ONCE).map(({ bookedAt, ...line }) => ({
          id: newId(),
          ...line,
          booked_at: isoOf(bookedAt),
          day: dayOf(bookedAt),
          digest,
        })),
      )
      .execute();
  }
}

const ROWS_AT_ONCE = 500;
