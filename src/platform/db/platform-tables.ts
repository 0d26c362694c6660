/** The platform tables that systems may read and reference: what each engine's tables.ts exports, gathered. */
import type { CaseTables } from '../cases/tables.ts';
import type { DocumentTables } from '../documents/tables.ts';
import type { FileTables } from '../files/tables.ts';
import type { IdentityTables } from '../identity/tables.ts';
import type { JournalTables } from '../journal/tables.ts';
import type { NotificationTables } from '../notifications/tables.ts';
import type { OrganisationTables } from '../organisation/tables.ts';
import type { SettingTables } from '../settings/tables.ts';

export type PlatformTables = JournalTables &
  FileTables &
  DocumentTables &
  IdentityTables &
  OrganisationTables &
  CaseTables &
  NotificationTables &
  SettingTables;
