/** Listing: the row by which a procedure is found and listed, made from whichever source knows it best. */
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { newId } from '../../platform/db/ids.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import { fold } from '../../platform/text/fold.ts';
import { keyFrom } from '../../platform/text/key-from.ts';
import type { Level, ProcedureDefinition, Subject, TermSpec } from './definition.ts';
import type { OnlineLevel, ProcedureTables, SourceRank } from './tables.ts';

export interface Listing {
  readonly code: string;
  readonly name: LocalText;
  readonly synonyms: readonly string[];
  readonly fieldName: LocalText;
  readonly levels: readonly Level[];
  readonly subjects: readonly Subject[];
  readonly online: OnlineLevel;
  readonly term: TermSpec | null;
  readonly source: SourceRank;
  /** Columns of the national catalogue; left as they are when absent. */
  readonly catalogue?: {
    readonly type: string | null;
    readonly state: string | null;
    readonly promulgatedBy: string | null;
    readonly departments: string | null;
    readonly elsewhere: boolean;
  };
}

export function listingOf(definition: ProcedureDefinition): Listing {
  return {
    code: definition.code,
    name: definition.name,
    synonyms: definition.synonyms ?? [],
    fieldName: definition.field.name,
    // those that decide it now; a version of an era gone by lists its last
    levels: [...new Set(presentLevels(definition))],
    subjects: definition.subjects,
    online: definition.online.level,
    term: definition.term,
    source: 3,
  };
}

function presentLevels({ levels }: ProcedureDefinition): Level[] {
  const present = levels.filter((one) => one.to === undefined);
  return (present.length > 0 ? present : levels.slice(-1)).map((one) => one.level);
}

/** `Nuôi con nuôi` → `nuoi-con-nuoi`: what a facet's address holds. Whole, as long names of two fields may begin alike. */
export const fieldKey = (name: string): string => keyFrom(name, new Set(), { most: Number.POSITIVE_INFINITY });

/**
 * Inserts or updates rows by code in one statement; a poorer source fills nothing a better one has said. Answers id by code.
 * The caller holds a transaction.
 */
export async function upsertListings(
  trx: Db<ProcedureTables>,
  listings: readonly Listing[],
): Promise<Map<string, string>> {
  const rows = listings.map((listing) => ({ id: newId(), ...columnsOf(listing) }));
  const found = await sql<{ id: string; code: string }>`
    insert into procedures.procedure as p
      (id, code, name, field, field_name, levels, subjects, online, term, source, catalogue_type, state, promulgated_by, departments, elsewhere, folded, search)
    select id, code, name, field, field_name, levels, subjects, online, term, source, catalogue_type, state, promulgated_by, departments,
      coalesce(elsewhere, false), folded,
      setweight(to_tsvector('simple', folded || ' ' || code), 'A') || setweight(to_tsvector('simple', extra), 'B')
        || setweight(to_tsvector('simple', replace(field, '-', ' ')), 'C')
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r
      (id uuid, code text, name jsonb, field text, field_name jsonb, levels text[], subjects text[], online text, term jsonb, source smallint,
       catalogue_type text, state text, promulgated_by text, departments text, elsewhere boolean, folded text, extra text)
    on conflict (code) do update set
      name = case when excluded.source >= p.source then excluded.name else p.name end,
      field = case when excluded.source >= p.source then excluded.field else p.field end,
      field_name = case when excluded.source >= p.source then excluded.field_name else p.field_name end,
      levels = case when excluded.source >= p.source then excluded.levels else p.levels end,
      subjects = case when excluded.source >= p.source then excluded.subjects else p.subjects end,
      online = case when excluded.source >= p.source then excluded.online else p.online end,
      term = case when excluded.source >= p.source then excluded.term else p.term end,
      folded = case when excluded.source >= p.source then excluded.folded else p.folded end,
      search = case when excluded.source >= p.source then excluded.search else p.search end,
      source = greatest(excluded.source, p.source),
      catalogue_type = coalesce(excluded.catalogue_type, p.catalogue_type),
      state = coalesce(excluded.state, p.state),
      promulgated_by = coalesce(excluded.promulgated_by, p.promulgated_by),
      departments = coalesce(excluded.departments, p.departments),
      elsewhere = case when excluded.catalogue_type is null then p.elsewhere else excluded.elsewhere end
    returning id, code
  `.execute(trx);
  return new Map(found.rows.map((row) => [row.code, row.id]));
}

function columnsOf(listing: Listing) {
  const { catalogue } = listing;
  return {
    code: listing.code,
    name: listing.name,
    field: fieldKey(listing.fieldName.vi),
    field_name: listing.fieldName,
    levels: listing.levels,
    subjects: listing.subjects,
    online: listing.online,
    term: listing.term,
    source: listing.source,
    catalogue_type: catalogue?.type ?? null,
    state: catalogue?.state ?? null,
    promulgated_by: catalogue?.promulgatedBy ?? null,
    departments: catalogue?.departments ?? null,
    elsewhere: catalogue?.elsewhere ?? null,
    folded: fold(listing.name.vi),
    extra: fold([...listing.synonyms, listing.name.en ?? ''].join(' ')),
  };
}
