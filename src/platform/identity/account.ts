/** Accounts: made by an administrator, by the command line or at the first sign-in through VNeID, each as an act in the journal. */
import { dayOf, type Instant, isoOf } from '../calendar/instant.ts';
import { type Actor, entryActor, isSqlState, writeAct } from '../cases/act.ts';
import { type Refusal, refuse, type RowChange } from '../cases/decision.ts';
import type { Db } from '../db/database.ts';
import { newId } from '../db/ids.ts';
import type { Json } from '../db/json.ts';
import { platformPart } from '../db/platform-part.ts';
import type { Locale } from '../i18n/texts.ts';
import { type EntryDraft, sealEntry } from '../journal/entry.ts';
import { holdPosition, type PositionToHold } from '../organisation/holding.ts';
import { fold, tidyLine } from '../text/fold.ts';
import { checkPassword, hashPassword, readPassword } from './password.ts';
import { accountSubject } from './session.ts';
import type { AccountKind, Profile } from './tables.ts';

export interface AccountToCreate {
  readonly kind: AccountKind;
  readonly name: string;
  readonly login?: string;
  readonly password?: string;
  readonly administrator?: boolean;
  readonly personalNumber?: string;
  readonly taxCode?: string;
  readonly vneidSub?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly profile?: Profile;
  readonly locale?: Locale;
  readonly demo?: boolean;
  /** Held from the day of making. */
  readonly positions?: readonly PositionToHold[];
}

export type CreatedAccount = { readonly kind: 'created'; readonly accountId: string } | Refusal;

/** Login and name are tidied here. Refusals: `identity.login-form`, `.login-taken`, `.password-…`, `.personal-number-taken`, `.tax-code-taken`. */
export async function createAccount(
  db: Db,
  actor: Actor,
  wanted: AccountToCreate & { readonly at: Instant },
): Promise<CreatedAccount> {
  const { at } = wanted;
  const refused = checkAccount(wanted);
  if (refused) return refused;
  const accountId = newId();
  const made = makeAccount(accountId, wanted);
  const hash = wanted.password === undefined ? undefined : await hashPassword(readPassword(wanted.password));
  const credential: RowChange[] = hash === undefined ? [] : [credentialRow(accountId, hash, at)];
  const held = (wanted.positions ?? []).map((position) => holdPosition(accountId, position, dayOf(at)));
  try {
    await writeAct(db, {
      rows: [...made.rows, ...credential, ...held.map((one) => one.row)],
      entries: [...made.entries, ...held.map((one) => one.entry)].map((draft) =>
        sealEntry(draft, { actor: entryActor(actor), subject: accountSubject(accountId), at }),
      ),
    });
    return { kind: 'created', accountId };
  } catch (error) {
    return refusalOf(error);
  }
}

export const readLogin = (typed: string): string => fold(tidyLine(typed));

const LOGIN = /^[a-z0-9][a-z0-9._@-]{2,62}$/;

function checkAccount({ kind, name, login, password }: AccountToCreate): Refusal | undefined {
  if (tidyLine(name) === '') return refuse('identity.name-missing');
  if (login === undefined) return kind === 'officer' ? refuse('identity.login-form') : undefined;
  if (!LOGIN.test(readLogin(login))) return refuse('identity.login-form');
  return password === undefined ? undefined : checkPassword(readPassword(password), readLogin(login));
}

/** The row and the entry, for an act that also does something else (a first sign-in). */
export function makeAccount(
  id: string,
  wanted: AccountToCreate & { readonly at: Instant },
): { readonly rows: readonly RowChange[]; readonly entries: readonly EntryDraft[] } {
  const login = wanted.login === undefined ? null : readLogin(wanted.login);
  const personal = {
    login,
    name: tidyLine(wanted.name),
    personal_number: wanted.personalNumber ?? null,
    tax_code: wanted.taxCode ?? null,
    phone: wanted.phone ?? null,
    email: wanted.email ?? null,
    profile: (wanted.profile ?? null) as Json,
  };
  const plain = {
    kind: wanted.kind,
    administrator: wanted.administrator ?? false,
    demo: wanted.demo ?? false,
    locale: wanted.locale ?? 'vi',
  };
  const values = { id, ...plain, ...personal, vneid_sub: wanted.vneidSub ?? null, created_at: isoOf(wanted.at) };
  return {
    rows: [{ table: 'identity.account', op: 'insert', values }],
    entries: [
      {
        type: 'identity.account-created',
        body: { ...plain, by_vneid: wanted.vneidSub !== undefined },
        content: { person: personal },
      },
    ],
  };
}

const credentialRow = (accountId: string, hash: string, at: Instant): RowChange => ({
  table: 'identity.credential',
  op: 'insert',
  values: { account_id: accountId, hash, changed_at: isoOf(at) },
});

const TAKEN: Readonly<Record<string, string>> = {
  account_login_key: 'identity.login-taken',
  account_personal_number_key: 'identity.personal-number-taken',
  account_tax_code_key: 'identity.tax-code-taken',
  holding_overlap: 'organisation.already-held',
};

function refusalOf(error: unknown): Refusal {
  const { constraint } = error as { constraint?: string };
  const code = constraint === undefined ? undefined : TAKEN[constraint];
  if (code === undefined || !(isSqlState(error, '23505') || isSqlState(error, '23P01'))) throw error;
  return refuse(code);
}

export async function findAccount<T>(db: Db<T>, id: string) {
  return platformPart(db).selectFrom('identity.account').selectAll().where('id', '=', id).executeTakeFirst();
}
