/** The platform's part of a system's handle. Kysely handles are invariant in their tables, so this one cast stands between a system and the engines. */
import type { Db } from './database.ts';

export const platformPart = <Tables>(db: Db<Tables>): Db => db as unknown as Db;
