/** Changes to an account: another password, or no more sign-in; both end sessions in the same act. */
import { type Instant, isoOf } from '../calendar/instant.ts';
import { type Actor, entryActor, writeAct } from '../cases/act.ts';
import { type Refusal, refuse } from '../cases/decision.ts';
import type { Db } from '../db/database.ts';
import { type EntryDraft, sealEntry } from '../journal/entry.ts';
import { findAccount } from './account.ts';
import { checkPassword, hashPassword, isPassword, readPassword } from './password.ts';
import { accountSubject, closeSessions } from './session.ts';

export interface PasswordChange {
  readonly accountId: string;
  readonly password: string;
  /** Asked of the person; left out when an administrator gives a new one. */
  readonly old?: string;
  /** The session it is changed from goes on; whoever knew the old password elsewhere is out. */
  readonly keepSession?: string;
  readonly at: Instant;
}

/** Refusals: `identity.no-password`, `.wrong-old-password`, `.password-short`, `.password-long`, `.password-plain`. */
export async function changePassword(
  db: Db,
  actor: Actor,
  change: PasswordChange,
): Promise<Refusal | { readonly kind: 'changed' }> {
  const { accountId, at } = change;
  const account = await findAccount(db, accountId);
  if (!account?.login) return refuse('identity.no-password');
  if (change.old !== undefined && !(await isPassword(await hashOfAccount(db, accountId), readPassword(change.old))))
    return refuse('identity.wrong-old-password');
  const password = readPassword(change.password);
  const refused = checkPassword(password, account.login);
  if (refused) return refused;
  const hash = await hashPassword(password);
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('identity.credential')
      .values({ account_id: accountId, hash, changed_at: isoOf(at) })
      .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ hash, changed_at: isoOf(at) }))
      .execute();
    const ended = await closeSessions(trx, { accountId, except: change.keepSession, why: 'password-changed', at });
    await record(trx, actor, { accountId, at, drafts: [{ type: 'identity.password-changed' }, ...ended] });
  });
  return { kind: 'changed' };
}

async function hashOfAccount(db: Db, accountId: string): Promise<string | undefined> {
  const credential = db.selectFrom('identity.credential').select('hash').where('account_id', '=', accountId);
  return (await credential.executeTakeFirst())?.hash;
}

/** The account signs in no more and its sessions end; what it did stays. Refusals: `identity.last-administrator`, `.already-disabled`. */
export async function disableAccount(
  db: Db,
  actor: Actor,
  { accountId, at }: { readonly accountId: string; readonly at: Instant },
): Promise<Refusal | { readonly kind: 'disabled' }> {
  return db.transaction().execute(async (trx) => {
    if (await isLastAdministrator(trx, accountId)) return refuse('identity.last-administrator');
    const disabled = await trx
      .updateTable('identity.account')
      .set({ disabled_at: isoOf(at) })
      .where('id', '=', accountId)
      .where('disabled_at', 'is', null)
      .executeTakeFirst();
    if (disabled.numUpdatedRows === 0n) return refuse('identity.already-disabled');
    const ended = await closeSessions(trx, { accountId, why: 'disabled', at });
    await record(trx, actor, { accountId, at, drafts: [{ type: 'identity.account-disabled' }, ...ended] });
    return { kind: 'disabled' } as const;
  });
}

/** Holds the rows: two administrators who disable each other at once leave one. */
async function isLastAdministrator(trx: Db, accountId: string): Promise<boolean> {
  const administrators = await trx
    .selectFrom('identity.account')
    .select('id')
    .where('administrator', '=', true)
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  return administrators.length === 1 && administrators[0]?.id === accountId;
}

interface Recorded {
  readonly accountId: string;
  readonly at: Instant;
  readonly drafts: readonly EntryDraft[];
}

async function record(trx: Db, actor: Actor, { accountId, at, drafts }: Recorded): Promise<void> {
  const subject = accountSubject(accountId);
  await writeAct(trx, {
    rows: [],
    entries: drafts.map((draft) => sealEntry(draft, { actor: entryActor(actor), subject, at })),
  });
}
