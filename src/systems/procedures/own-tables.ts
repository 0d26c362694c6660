/** A caller's handle made ours: Kysely handles are invariant in their tables, and this is the one place of the system that says so. */
import type { Db } from '../../platform/db/database.ts';
import type { ProcedureTables } from './tables.ts';

export const ours = <T>(db: Db<T>): Db<ProcedureTables> => db as unknown as Db<ProcedureTables>;
