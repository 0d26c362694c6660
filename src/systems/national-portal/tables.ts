/** The tables of the schema `national_portal`. */
import type { ColumnType, Generated } from 'kysely';
import type { Instant } from '../../platform/calendar/instant.ts';
import type { NationalStatus } from '../dossiers/index.ts';

export type MessageService = 'dossier' | 'progress';

/** Why a message was not taken. The line's faults concern every message, the others the one that met them. */
export const LINE_FAULTS = ['unreachable', 'timeout', 'closed', 'login-refused', 'session-lost'] as const;
export const MESSAGE_FAULTS = ['failed', 'unreadable', 'refused'] as const;
export type MessageFault = (typeof LINE_FAULTS)[number] | (typeof MESSAGE_FAULTS)[number];

type At = ColumnType<Instant, string, string>;
type AtOrNull = ColumnType<Instant | null, string | null, string | null>;

export interface MessageRow {
  /** Also its idempotency key at the portal. */
  id: string;
  case_id: string;
  sequence: number;
  entry_id: string;
  service: MessageService;
  status: NationalStatus;
  local_only: boolean;
  at: At;
  attempts: Generated<number>;
  next_at: AtOrNull;
  /** When it became the first unsent one of its dossier. */
  head_at: AtOrNull;
  fault: MessageFault | null;
  /** What the portal said of it. */
  said: string | null;
  sent_at: AtOrNull;
}

export interface LineRow {
  id: string;
  failures: Generated<number>;
  failing_since: AtOrNull;
  fault: MessageFault | null;
  said: string | null;
  try_at: AtOrNull;
  sent_at: AtOrNull;
}

export interface NationalPortalTables {
  'national_portal.message': MessageRow;
  'national_portal.line': LineRow;
}
