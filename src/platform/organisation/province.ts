/** The province itself, as its pack names it: the place of papers of units that have no narrower one. */
import { type RawBuilder, sql } from 'kysely';

/** SQL: its name without the word for its kind. */
export const PROVINCE_NAME: RawBuilder<string> = sql<string>`(
  select proper from organisation.area where level = 'province' order by valid_to nulls first limit 1)`;
