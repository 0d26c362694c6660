/** Officers of a demonstration: one invented person for every position of the province pack, and an administrator, made in one go. */
import { sql } from 'kysely';
import { type Clock, dayOf, isoOf } from '../calendar/instant.ts';
import { writeAct } from '../cases/act.ts';
import { type Refusal, refuse } from '../cases/decision.ts';
import type { Db } from '../db/database.ts';
import { newId } from '../db/ids.ts';
import { sealEntry } from '../journal/entry.ts';
import type { Organisation } from '../organisation/definition.ts';
import type { Mode } from '../system/platform.ts';
import { hashPassword } from './password.ts';

export const DEMO_ADMINISTRATOR = 'quan.tri';
/** Positions of the first era are held from before the record begins. */
const SINCE = '2020-01-01';

/** The login of the officer of a position: its key in small letters, `ttpvhcc-25459.tn`. */
export const demoLogin = (positionKey: string): string => positionKey.toLowerCase();

export interface DemoOfficers {
  readonly organisation: Organisation;
  /** The same for all of them: it is printed at the start. */
  readonly password: string;
  readonly mode: Mode;
  readonly clock: Clock;
}

/** Answers how many accounts were made; a second time none. Refuses `identity.demo-only` in production. */
export async function makeDemoOfficers(
  db: Db,
  { organisation, password, mode, clock }: DemoOfficers,
): Promise<Refusal | { readonly kind: 'made'; readonly accounts: number }> {
  if (mode === 'production') return refuse('identity.demo-only');
  // One hash, and so one salt, for people who do not exist: 2,000 hashes of their own would take four minutes.
  const hash = await hashPassword(password);
  const at = clock();
  return db.transaction().execute(async (trx) => {
    const made = await insertAccounts(trx, peopleOf(organisation, isoOf(at)));
    if (made.length === 0) return { kind: 'made', accounts: 0 } as const;
    await sql`
      insert into identity.credential (account_id, hash, changed_at) select unnest(${made}::uuid[]), ${hash}, ${isoOf(at)}
    `.execute(trx);
    await sql`
      insert into organisation.holding (id, account_id, position_id, valid_from, valid_to)
      select gen_random_uuid(), a.id, p.id, coalesce(p.valid_from, least(${SINCE}::date, p.valid_to)), p.valid_to
      from organisation.position p join identity.account a on a.login = lower(p.key)
      where a.id = any(${made}::uuid[]) and coalesce(p.valid_from, ${SINCE}) <= ${dayOf(at)}::date
    `.execute(trx);
    const id = newId();
    const entry = sealEntry(
      { type: 'identity.demo-accounts-created', body: { accounts: made.length } },
      { actor: { kind: 'program', program: 'identity.demo' }, subject: { type: 'identity.demo', id }, at },
    );
    await writeAct(trx, { rows: [], entries: [entry] });
    return { kind: 'made', accounts: made.length } as const;
  });
}

function peopleOf({ officers }: Organisation, at: string) {
  const shared = { kind: 'officer', locale: 'vi', demo: true, created_at: at, version: 1 };
  return [
    ...officers.map((officer) => ({
      ...shared,
      id: newId(),
      administrator: false,
      login: demoLogin(officer.position),
      name: officer.fullName,
      email: officer.email,
    })),
    {
      ...shared,
      id: newId(),
      administrator: true,
      login: DEMO_ADMINISTRATOR,
      name: 'Người quản trị (trình diễn)',
      email: null,
    },
  ];
}

async function insertAccounts(trx: Db, people: ReturnType<typeof peopleOf>): Promise<string[]> {
  const made = await sql<{ id: string }>`
    insert into identity.account
    select * from jsonb_populate_recordset(null::identity.account, ${JSON.stringify(people)}::jsonb)
    on conflict (login) do nothing returning id
  `.execute(trx);
  return made.rows.map((row) => row.id);
}
