/** Sign-in through VNeID: OpenID Connect, authorization code with PKCE; what must be remembered in between travels in the browser, sealed. */
import type { KeyObject } from 'node:crypto';
import * as oidc from 'openid-client';
import type { Instant } from '../calendar/instant.ts';
import { type Refusal, refuse } from '../cases/decision.ts';
import { sealText, unsealText } from './sealed-text.ts';
import { SESSION_SECONDS } from './session.ts';
import { LEVELS, readPerson, type VneidPerson } from './vneid-person.ts';

export interface VneidSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** A connection per provider, discovered at the first sign-in: a provider that is down does not keep the portal from starting. */
export type VneidConnections = (settings: VneidSettings) => Promise<oidc.Configuration>;

export function connectVneid(): VneidConnections {
  const known = new Map<string, Promise<oidc.Configuration>>();
  return (settings) => {
    const key = `${settings.issuer} ${settings.clientId}`;
    const connection = known.get(key) ?? discover(settings);
    known.set(key, connection);
    connection.catch(() => known.delete(key));
    return connection;
  };
}

/** The provider that is simulated speaks plain http, on this machine only; for any other the library insists on https. */
function discover({ issuer, clientId, clientSecret }: VneidSettings): Promise<oidc.Configuration> {
  const url = new URL(issuer);
  const loopback = ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  const execute = [oidc.enableNonRepudiationChecks, ...(loopback ? [oidc.allowInsecureRequests] : [])];
  return oidc.discovery(url, clientId, undefined, oidc.ClientSecretBasic(clientSecret), { execute, timeout: 10 });
}

const SCOPE = 'openid profile phone email residence organization';
export const VNEID_COOKIE = 'vneid';
export const VNEID_COOKIE_SECONDS = 600;

export interface VneidRequest {
  readonly redirectUri: string;
  /** Path of ours to go to afterwards. */
  readonly returnTo: string;
  /** 2 where nothing less will do; otherwise the best the person has. */
  readonly level: 1 | 2;
  readonly at: Instant;
}

interface Remembered {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
  readonly level: 1 | 2;
}

export async function beginVneidSignIn(
  connection: oidc.Configuration,
  secret: KeyObject,
  request: VneidRequest,
): Promise<{ readonly url: string; readonly cookie: string }> {
  const remembered: Remembered = {
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
    returnTo: request.returnTo,
    level: request.level,
  };
  const url = oidc.buildAuthorizationUrl(connection, {
    redirect_uri: request.redirectUri,
    scope: SCOPE,
    acr_values: request.level === 2 ? LEVELS[2] : `${LEVELS[2]} ${LEVELS[1]}`,
    state: remembered.state,
    nonce: remembered.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(remembered.verifier),
    code_challenge_method: 'S256',
  });
  const cookie = await sealText({ ...remembered }, { secret, at: request.at, seconds: VNEID_COOKIE_SECONDS });
  return { url: url.href, cookie };
}

export interface VneidReturn {
  readonly cookie: string | undefined;
  /** The address the browser came back to, with its query. */
  readonly url: URL;
  readonly at: Instant;
}

export interface KnownPerson {
  readonly kind: 'known';
  readonly person: VneidPerson;
  readonly returnTo: string;
  /** What a later sign-out shows to VNeID, sealed: it holds the person's data. */
  readonly idToken: string;
}

/** Refusals: `identity.vneid-expired` (begin again), `.vneid-cancelled`, `.vneid-level`, `.vneid-failed`, `.vneid-unreachable`, `.vneid-incomplete`. */
export async function finishVneidSignIn(
  connection: oidc.Configuration,
  secret: KeyObject,
  { cookie, url, at }: VneidReturn,
): Promise<KnownPerson | Refusal> {
  const remembered = await unsealText<Remembered>(cookie, { secret, at });
  if (!remembered) return refuse('identity.vneid-expired');
  try {
    const tokens = await oidc.authorizationCodeGrant(connection, url, {
      expectedState: remembered.state,
      expectedNonce: remembered.nonce,
      pkceCodeVerifier: remembered.verifier,
      idTokenExpected: true,
    });
    const person = readPerson(tokens.claims() ?? {});
    if (person.kind === 'refusal') return person;
    if (person.level < remembered.level) return refuse('identity.vneid-level');
    const idToken = await sealText({ idToken: tokens.id_token ?? '' }, { secret, at, seconds: SESSION_SECONDS });
    return { kind: 'known', person, returnTo: remembered.returnTo, idToken };
  } catch (error) {
    return refusalOf(error);
  }
}

/** What a provider or a network does wrong is a refusal; anything else is ours and goes on. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof oidc.AuthorizationResponseError) {
    if (error.error === 'access_denied') return refuse('identity.vneid-cancelled');
    if (error.error === 'unmet_authentication_requirements') return refuse('identity.vneid-level');
    return refuse('identity.vneid-failed');
  }
  if (error instanceof oidc.ResponseBodyError || error instanceof oidc.WWWAuthenticateChallengeError)
    return refuse('identity.vneid-failed');
  if (error instanceof oidc.ClientError)
    return refuse(error.code === 'OAUTH_TIMEOUT' ? 'identity.vneid-unreachable' : 'identity.vneid-failed');
  if (error instanceof TypeError && error.message === 'fetch failed') return refuse('identity.vneid-unreachable');
  throw error;
}
