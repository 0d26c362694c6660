/** Looking a person up: the register is asked for a stated purpose, and that it was asked is journalled before the answer is shown. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { type Day, type Instant, isoOf } from '../../platform/calendar/instant.ts';
import { type Actor, entryActor, writeAct } from '../../platform/cases/act.ts';
import type { Db } from '../../platform/db/database.ts';
import { newId } from '../../platform/db/ids.ts';
import { sealEntry } from '../../platform/journal/entry.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { fold } from '../../platform/text/fold.ts';
import { askPopulation, type RegisteredPerson } from './ask-population.ts';
import type { LookupState, VerifiedBy } from './tables.ts';

export interface LookUpPerson {
  /** Of the application or the dossier it is for. */
  readonly ownerId: string;
  /** `applicant`, or the block of the form that describes the person. */
  readonly about: string;
  readonly personalNumber: string;
  /** What is known of them: the register must say the same. Who is `named` is known by both. */
  readonly known: { readonly name?: string | undefined; readonly birthDate?: string | undefined };
  readonly verifiedBy: VerifiedBy;
  /** Code of the procedure: the purpose that is stated to the register. */
  readonly procedure: string;
}

export interface Lookup {
  readonly id: string;
  readonly about: string;
  readonly register: 'population';
  readonly state: LookupState;
  readonly verifiedBy: VerifiedBy;
  readonly personalNumber: string;
  readonly person: RegisteredPerson | null;
  readonly at: Instant;
}

/** More than a family's applications need, and few enough that nobody tries names out. */
const MOST_A_DAY = 30;
const DAY_MS = 24 * 3600 * 1000;

/** Undefined where the installation knows no register, and for who has asked about others too often today. A register that is down is an answer too: nothing waits for it. */
export async function lookUpPerson<T>(
  { db, config, clock }: Pick<Platform<T>, 'db' | 'config' | 'clock'>,
  actor: Actor,
  asked: LookUpPerson,
): Promise<Lookup | undefined> {
  if (!config.registerUrl) return undefined;
  if (asked.verifiedBy === 'named' && (await countToday(db, actor, clock())) >= MOST_A_DAY) return undefined;
  const answer = await askPopulation(config, {
    personalNumber: asked.personalNumber,
    purpose: `procedure ${asked.procedure}`,
  });
  const state = stateOf(answer, asked);
  const person = state === 'found' && answer ? answer : null;
  const lookup: Lookup = {
    id: newId(),
    about: asked.about,
    register: 'population',
    state,
    verifiedBy: asked.verifiedBy,
    personalNumber: asked.personalNumber,
    person,
    at: clock(),
  };
  await write(db, actor, { asked, lookup });
  return lookup;
}

/** Names are compared without their marks: a card reader loses some. */
function stateOf(answer: RegisteredPerson | null | undefined, { known, verifiedBy }: LookUpPerson): LookupState {
  if (answer === undefined) return 'unavailable';
  if (answer === null) return 'unknown';
  const same =
    (known.name === undefined || fold(known.name) === fold(answer.name)) &&
    (known.birthDate === undefined || known.birthDate === answer.birthDate);
  const isKnown = verifiedBy !== 'named' || (known.name !== undefined && known.birthDate !== undefined);
  return same && isKnown ? 'found' : 'mismatch';
}

async function countToday(db: QueryExecutorProvider, actor: Actor, at: Instant): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::integer as count from lookups.lookup
    where asked_by = ${actor.id} and verified_by = 'named' and asked_at > ${isoOf((at - DAY_MS) as Instant)}::timestamptz
  `.execute(db);
  return found.rows[0]?.count ?? 0;
}

/** Who was looked up stands in an erasable row beside the entry, and what the register said in none: it can be asked again. */
async function write<T>(
  db: Db<T>,
  actor: Actor,
  { asked, lookup }: { readonly asked: LookUpPerson; readonly lookup: Lookup },
): Promise<void> {
  const { ownerId, about, procedure, personalNumber, verifiedBy } = asked;
  const { id, register, state, person, at } = lookup;
  const entry = sealEntry(
    {
      type: 'lookups.person-looked-up',
      body: { about, register, procedure, answer: state, verified_by: verifiedBy },
      content: { personal_number: personalNumber },
    },
    { actor: entryActor(actor), subject: { type: 'dossier', id: ownerId }, at },
  );
  const values = {
    id,
    owner_id: ownerId,
    about,
    register,
    state,
    verified_by: verifiedBy,
    personal_number: personalNumber,
    person: person && { ...person },
    asked_by: actor.id,
    asked_at: isoOf(at),
  };
  await writeAct(db, { rows: [{ table: 'lookups.lookup', op: 'insert', values }], entries: [entry] });
}

/** The newest about each person. */
export async function listLookups(db: QueryExecutorProvider, ownerId: string): Promise<readonly Lookup[]> {
  const found = await sql<Lookup>`
    select distinct on (about) id, about, register, state, verified_by as "verifiedBy", personal_number as "personalNumber",
      person, asked_at as at
    from lookups.lookup where owner_id = ${ownerId} order by about, asked_at desc, id desc
  `.execute(db);
  return found.rows;
}

/** Those of applications that were never handed in and are gone. Answers how many. */
export async function forgetLookups(db: QueryExecutorProvider, today: Day): Promise<number> {
  const gone = await sql`
    delete from lookups.lookup l where l.asked_at < ${today}::date
      and not exists (select 1 from cases.case c where c.id = l.owner_id)
      and not exists (select 1 from forms.draft d where d.id = l.owner_id)
  `.execute(db);
  return Number(gone.numAffectedRows ?? 0n);
}
