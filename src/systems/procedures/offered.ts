/** Offered procedures (thủ tục tỉnh tiếp nhận): each with its field and what of its fees and channels can be counted. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Day } from '../../platform/calendar/instant.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { OnlineLevel } from './tables.ts';

export interface OfferedProcedure {
  readonly code: string;
  readonly name: LocalText;
  /** `ho-tich`: what the facets of the search are called. */
  readonly field: string;
  readonly fieldName: LocalText;
  readonly online: OnlineLevel;
  /** Somebody has read the level in a decision; one that was inferred, such as from an online channel, is no knowledge. */
  readonly onlineKnown: boolean;
  readonly hasFee: boolean;
  /** Every fee has an amount or another body that sets it; none is known in words only. */
  readonly feesKnown: boolean;
  /** It is taken online, and its fees are amounts that the portal can ask for. */
  readonly paidOnline: boolean;
  /** A one-stop office receives it; what begins at a desk of its own, as with the commune police, is received there alone. */
  readonly atOneStop: boolean;
}

/** By the version that holds or will hold last; with a day, those in force on it, by the version of that day. */
export async function listOffered(db: QueryExecutorProvider, day?: Day): Promise<OfferedProcedure[]> {
  const found = await sql<OfferedProcedure>`
    select p.code, p.name, p.field, p.field_name as "fieldName", p.online,
      p.online <> 'unknown' and not v.inferred as "onlineKnown",
      jsonb_array_length(v.fees) > 0 as "hasFee",
      jsonb_array_length(v.fees) > 0 and not jsonb_path_exists(v.fees, '$[*].formula ? (@.kind == "text")') as "feesKnown",
      jsonb_path_exists(v.fees, '$[*].formula ? (@.kind != "text" && @.kind != "assessed")')
        and jsonb_path_exists(v.channels, '$[*] ? (@.method == "online")') as "paidOnline",
      coalesce(v.process #>> '{steps,0,unit}', case when v.levels -> -1 ->> 'authority' = 'commune-police' then 'competent' else 'receiving' end)
        = 'receiving' as "atOneStop"
    from procedures.procedure p cross join lateral (
      select v.definition -> 'fees' as fees, v.definition -> 'channels' as channels, v.definition -> 'process' as process,
        v.definition -> 'levels' as levels, v.definition #> '{online,confirm}' is not null as inferred from procedures.version v
      where v.procedure_id = p.id and v.superseded_at is null
        and ${day === undefined ? sql`true` : sql`daterange(v.valid_from, v.valid_to, '[]') @> ${day}::date`} order by v.valid_from desc nulls last limit 1
    ) v
    where p.offered order by p.code
  `.execute(db);
  return found.rows;
}
