/** The account of a person who came through VNeID: found, bound at the first sign-in, brought up to date, or made; in the same act as the session. */
import type { Instant } from '../calendar/instant.ts';
import { isSqlState } from '../cases/act.ts';
import { type Refusal, refuse, type RowChange } from '../cases/decision.ts';
import type { Db } from '../db/database.ts';
import { newId } from '../db/ids.ts';
import { canonicalJson, type Json } from '../db/json.ts';
import type { EntryDraft } from '../journal/entry.ts';
import { makeAccount } from './account.ts';
import { type OpenedSession, openSession } from './session.ts';
import type { VneidPerson } from './vneid-person.ts';

export interface VneidSignIn {
  readonly person: VneidPerson;
  /** Sealed, for the sign-out. */
  readonly idToken: string;
  readonly address: string;
  readonly userAgent: string;
  readonly previous?: string | undefined;
  /** The provider is simulated: so are the people. */
  readonly demo: boolean;
  readonly at: Instant;
}

const TRIES = 3;

/** Refusals: `identity.account-disabled`, `.vneid-level` (level 1 never takes over an account that exists), `.vneid-other-sub`. */
export async function signInWithVneid(
  db: Db,
  signIn: VneidSignIn,
): Promise<({ readonly kind: 'signed-in'; readonly accountId: string } & OpenedSession) | Refusal> {
  const { person, at } = signIn;
  for (let attempt = 1; ; attempt++) {
    const settled = await settleAccount(db, signIn);
    if (settled.kind === 'refusal') return settled;
    try {
      const opened = await openSession(db, {
        ...signIn,
        ...settled,
        method: 'vneid',
        assurance: person.level,
        actingName: person.organisation && person.name,
        at,
      });
      return { kind: 'signed-in', accountId: settled.accountId, ...opened };
    } catch (error) {
      // two first sign-ins at once, or an account that changed in between: what the other did is read again
      const raced = isSqlState(error, '23505') || isSqlState(error, 'VC001');
      if (!raced || attempt === TRIES) throw error;
    }
  }
}

interface SettledAccount {
  readonly kind: 'settled';
  readonly accountId: string;
  readonly rows: readonly RowChange[];
  readonly entries: readonly EntryDraft[];
}

async function settleAccount(db: Db, signIn: VneidSignIn): Promise<SettledAccount | Refusal> {
  const { person } = signIn;
  const known = (await findBy(db, 'vneid_sub', person.sub)) ?? (await findByNumber(db, person));
  if (!known) return createFrom(signIn);
  if (known.disabled_at !== null) return refuse('identity.account-disabled');
  if (known.vneid_sub !== null && known.vneid_sub !== person.sub) return refuse('identity.vneid-other-sub');
  if (known.vneid_sub === null && person.level < 2) return refuse('identity.vneid-level');
  return bringUpToDate(known, person);
}

type KnownAccount = NonNullable<Awaited<ReturnType<typeof findBy>>>;

function findBy(db: Db, column: 'vneid_sub' | 'personal_number' | 'tax_code', value: string) {
  return db
    .selectFrom('identity.account')
    .select(['id', 'version', 'vneid_sub', 'name', 'phone', 'email', 'profile', 'disabled_at'])
    .where(column, '=', value)
    .where('kind', '<>', 'officer')
    .executeTakeFirst();
}

const findByNumber = (db: Db, { organisation, personalNumber }: VneidPerson) =>
  organisation ? findBy(db, 'tax_code', organisation.taxCode) : findBy(db, 'personal_number', personalNumber);

function createFrom({ person, demo, at }: VneidSignIn): SettledAccount {
  const accountId = newId();
  const { organisation } = person;
  const made = makeAccount(accountId, {
    ...(organisation
      ? { kind: 'business', taxCode: organisation.taxCode }
      : { kind: 'citizen', personalNumber: person.personalNumber, profile: person.profile }),
    name: organisation?.name ?? person.name,
    vneidSub: person.sub,
    phone: person.phone,
    email: person.email,
    demo,
    at,
  });
  return { kind: 'settled', accountId, ...made };
}

function bringUpToDate(known: KnownAccount, person: VneidPerson): SettledAccount {
  const said: Record<string, Json> = {
    vneid_sub: person.sub,
    name: person.organisation?.name ?? person.name,
    phone: person.phone ?? known.phone,
    email: person.email ?? known.email,
    profile: person.organisation ? (known.profile as Json) : (person.profile as Json),
  };
  const held = known as unknown as Record<string, Json>;
  const changed = Object.fromEntries(
    Object.entries(said).filter(([column, value]) => canonicalJson(value) !== canonicalJson(held[column] ?? null)),
  );
  if (Object.keys(changed).length === 0) return { kind: 'settled', accountId: known.id, rows: [], entries: [] };
  const { vneid_sub: bound, ...personal } = changed;
  return {
    kind: 'settled',
    accountId: known.id,
    rows: [
      {
        table: 'identity.account',
        op: 'update',
        key: { id: known.id },
        version: known.version,
        values: { ...changed, version: known.version + 1 },
      },
    ],
    entries: [
      {
        type: 'identity.account-updated',
        body: { by: 'vneid', bound: bound !== undefined, columns: Object.keys(personal) },
        content: { person: Object.keys(personal).length === 0 ? undefined : personal },
      },
    ],
  };
}
