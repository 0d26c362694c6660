/** Signing out at VNeID too (OpenID Connect RP-Initiated Logout 1.0): on a shared machine the next person must not find the last one signed in there. */
import type { KeyObject } from 'node:crypto';
import * as oidc from 'openid-client';
import type { Instant } from '../calendar/instant.ts';
import { unsealText } from './sealed-text.ts';

/** Where VNeID sends people back to; to be registered there, after our public address. */
export const SIGNED_OUT_PATH = '/dang-xuat';

export interface VneidSignOut {
  /** The ID token of the session, sealed. */
  readonly idToken: string;
  /** Our address before the path. */
  readonly origin: string;
  readonly secret: KeyObject;
  readonly at: Instant;
}

/** The address that ends the sign-in there. Undefined where the provider has none, or has it where our pages' policy lets no form go on to. */
export async function vneidSignOutUrl(
  connection: oidc.Configuration,
  { idToken, origin, secret, at }: VneidSignOut,
): Promise<string | undefined> {
  const { end_session_endpoint: endpoint, issuer } = connection.serverMetadata();
  if (endpoint === undefined || new URL(endpoint).origin !== new URL(issuer).origin) return undefined;
  const kept = await unsealText<{ idToken: string }>(idToken, { secret, at });
  const url = oidc.buildEndSessionUrl(connection, { post_logout_redirect_uri: new URL(SIGNED_OUT_PATH, origin).href });
  if (kept) url.searchParams.set('id_token_hint', kept.idToken);
  return url.href;
}
