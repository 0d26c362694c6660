/** Finding procedures: by code in force or any other code, by life event, and the version that holds on a day. */
import { type SelectQueryBuilder, sql } from 'kysely';
import type { Day } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import type { FormDefinition } from '../../platform/forms/definition.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { ProcedureDefinition } from './definition.ts';
import type { ImportedRecord } from './import/imported-record.ts';
import type { OnlineLevel, ProcedureTables } from './tables.ts';

export interface FoundProcedure {
  readonly id: string;
  readonly code: string;
  readonly name: LocalText;
  readonly field: string;
  readonly fieldName: LocalText;
  readonly online: OnlineLevel;
  readonly term: ProcedureDefinition['term'] | null;
  /** The province takes dossiers of it. */
  readonly offered: boolean;
  /** Promulgated by another province. */
  readonly elsewhere: boolean;
}

export interface ProcedureInForce extends FoundProcedure {
  /** The version valid on the day, when there is one: dossiers are submitted on it. */
  readonly version?: { readonly id: string; readonly definition: ProcedureDefinition };
  /** Where there is none: the first day of the version that is published for later. */
  readonly begins?: Day;
  /** What the national portal's record says, when it was imported: shown where there is no version. */
  readonly record?: ImportedRecord;
  readonly aliases: readonly { readonly code: string; readonly from: Day | null; readonly to: Day | null }[];
}

/** By its code or by any other code it ever had. A code in force wins over an old one. */
export async function findProcedure(
  db: Db<ProcedureTables>,
  code: string,
  day: Day,
): Promise<ProcedureInForce | undefined> {
  const row =
    (await listed(db).where('p.code', '=', code).executeTakeFirst()) ??
    (await listed(db)
      .innerJoin('procedures.alias as a', 'a.procedure_id', 'p.id')
      .where('a.code', '=', code)
      .executeTakeFirst());
  if (!row) return undefined;
  const [version, record, aliases] = await Promise.all([
    findVersionOn(db, row.id, day),
    findRecord(db, row.id),
    listAliases(db, row.id),
  ]);
  const begins = version ? undefined : await findBeginning(db, row.id, day);
  return {
    ...foundOf(row),
    ...(version && { version }),
    ...(begins && { begins }),
    ...(record && { record }),
    aliases,
  };
}

async function findVersionOn(db: Db<ProcedureTables>, procedureId: string, day: Day) {
  return db
    .selectFrom('procedures.version')
    .select(['id', 'definition'])
    .where('procedure_id', '=', procedureId)
    .where('superseded_at', 'is', null)
    .where(sql<boolean>`daterange(valid_from, valid_to, '[]') @> ${day}::date`)
    .executeTakeFirst();
}

async function findBeginning(db: Db<ProcedureTables>, procedureId: string, day: Day): Promise<Day | undefined> {
  const found = await db
    .selectFrom('procedures.version')
    .select('valid_from')
    .where('procedure_id', '=', procedureId)
    .where('superseded_at', 'is', null)
    .where('valid_from', '>', day)
    .orderBy('valid_from')
    .limit(1)
    .executeTakeFirst();
  return found?.valid_from ?? undefined;
}

/** The record in full, else the line of the catalogue. */
async function findRecord(db: Db<ProcedureTables>, procedureId: string): Promise<ImportedRecord | undefined> {
  const found = await db
    .selectFrom('procedures.record')
    .select('content')
    .where('procedure_id', '=', procedureId)
    .orderBy('kind', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found?.content as ImportedRecord | undefined;
}

async function listAliases(db: Db<ProcedureTables>, procedureId: string) {
  const rows = await db
    .selectFrom('procedures.alias')
    .select(['code', 'valid_from', 'valid_to'])
    .where('procedure_id', '=', procedureId)
    .orderBy('code')
    .execute();
  return rows.map((row) => ({ code: row.code, from: row.valid_from, to: row.valid_to }));
}

export interface ListedLifeEvent {
  readonly key: string;
  readonly name: LocalText;
  /** In a few short terms. */
  readonly about: LocalText;
  readonly icon: string;
  readonly procedures: readonly FoundProcedure[];
}

/** In the order of the home page, each with its procedures in the order of the pack. */
export async function listLifeEvents(db: Db<ProcedureTables>): Promise<ListedLifeEvent[]> {
  const events = await db.selectFrom('procedures.life_event').selectAll().orderBy('position').execute();
  const codes = [...new Set(events.flatMap((event) => event.codes))];
  const rows = codes.length === 0 ? [] : await listed(db).where('p.code', 'in', codes).execute();
  const byCode = new Map(rows.map((row) => [row.code, foundOf(row)]));
  return events.map(({ key, name, about, icon, codes: own }) => ({
    key,
    name,
    about,
    icon,
    procedures: own.flatMap((code) => byCode.get(code) ?? []),
  }));
}

/** Undefined when there is no such life event. */
export async function findLifeEvent(db: Db<ProcedureTables>, key: string): Promise<ListedLifeEvent | undefined> {
  return (await listLifeEvents(db)).find((event) => event.key === key);
}

/** The most used of those the province offers, for the home page; none before anybody has used one. */
export async function listPopular(db: Db<ProcedureTables>, limit: number): Promise<FoundProcedure[]> {
  const rows = await listed(db)
    .where('p.offered', '=', true)
    .where('p.uses', '>', 0)
    .orderBy('p.uses', 'desc')
    .orderBy('p.code')
    .limit(limit)
    .execute();
  return rows.map(foundOf);
}

const COLUMNS = [
  'p.id',
  'p.code',
  'p.name',
  'p.field',
  'p.field_name',
  'p.online',
  'p.term',
  'p.offered',
  'p.elsewhere',
] as const;

const listed = (db: Db<ProcedureTables>) => db.selectFrom('procedures.procedure as p').select(COLUMNS);

type ListedRow = typeof listed extends (db: never) => SelectQueryBuilder<infer _D, infer _T, infer O> ? O : never;

function foundOf(row: ListedRow): FoundProcedure {
  const { id, code, name, field, online, term, offered, elsewhere } = row;
  return { id, code, name, field, fieldName: row.field_name, online, term, offered, elsewhere };
}

/** Undefined when no procedure ever asked such a form. */
export async function findForm(db: Db<ProcedureTables>, code: string): Promise<FormDefinition | undefined> {
  const found = await sql<{ form: FormDefinition }>`
    select form from procedures.version where form ->> 'code' = ${code} order by published_at desc, id desc limit 1
  `.execute(db);
  return found.rows[0]?.form;
}
