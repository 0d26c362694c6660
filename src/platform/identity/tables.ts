/** Identity's tables: accounts for systems to read and reference; credentials, sessions and attempts for this engine alone. */
import type { ColumnType, Generated } from 'kysely';
import type { Day, Instant } from '../calendar/instant.ts';
import type { Locale } from '../i18n/texts.ts';

type At = ColumnType<Instant, string, string>;
type MaybeAt = ColumnType<Instant | null, string | null, string | null>;

export type AccountKind = 'citizen' | 'business' | 'officer';

export type SignInMethod = 'password' | 'vneid';

/** What VNeID says of a person besides name and numbers; forms are filled from it. */
export interface Profile {
  readonly birth_date?: Day;
  readonly sex?: 'male' | 'female';
  readonly residence?: { readonly commune_code?: string; readonly commune_name?: string; readonly detail?: string };
}

export interface AccountRow {
  id: string;
  kind: AccountKind;
  administrator: Generated<boolean>;
  login: string | null;
  name: string;
  personal_number: string | null;
  tax_code: string | null;
  vneid_sub: string | null;
  phone: string | null;
  email: string | null;
  profile: ColumnType<Profile | null, string | null, string | null>;
  locale: Generated<Locale>;
  demo: Generated<boolean>;
  created_at: At;
  disabled_at: MaybeAt;
  version: Generated<number>;
}

export interface SessionRow {
  id: string;
  token_hash: Buffer;
  account_id: string;
  method: SignInMethod;
  assurance: 'local' | '1' | '2';
  position_id: string | null;
  acting_name: string | null;
  /** Sealed; null for a password, and once the session has ended. */
  id_token: string | null;
  user_agent: string;
  ip: string;
  created_at: At;
  last_seen_at: At;
  expires_at: At;
  revoked_at: MaybeAt;
}

export interface IdentityTables {
  'identity.account': AccountRow;
  'identity.credential': { account_id: string; hash: string; changed_at: At };
  'identity.session': SessionRow;
  'identity.sign_in_attempt': {
    id: string;
    login_key: string;
    network: string;
    device: string | null;
    at: At;
    outcome: 'pending' | 'wrong' | 'right';
  };
}
