/** The platform tables that systems may read and reference: what each engine's tables.ts exports, gathered. */
import type { CaseTables } from '../cases/tables.ts';
import type { JournalTables } from '../journal/tables.ts';

export type PlatformTables = JournalTables & CaseTables;
