/** The OpenID provider: authorization code with PKCE for one client, signed ID tokens, sign-out. */
import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import { type Configuration, errors, interactionPolicy, type KoaContextWithOIDC, Provider } from 'oidc-provider';
import { ACR_VALUES, levelOf, wantedLevels } from './levels.ts';
import { memoryAdapter } from './memory-adapter.ts';
import { ErrorPage, SignedOutPage, SignOutPage } from './pages.ts';
import { CLAIMS_OF_SCOPE, claimsOf, findAccount } from './people.ts';

export interface Client {
  readonly id: string;
  readonly secret: string;
  readonly name: string;
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
}

export async function createProvider(issuer: string, client: Client): Promise<Provider> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const provider = new Provider(issuer, {
    ...configuration,
    adapter: memoryAdapter(),
    jwks: { keys: [{ ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256' }] },
    cookies: { ...configuration.cookies, keys: [randomBytes(32).toString('base64url')] },
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        client_name: client.name,
        redirect_uris: [...client.redirectUris],
        post_logout_redirect_uris: [...client.postLogoutRedirectUris],
      },
    ],
  });
  provider.on('server_error', (_context, error) => process.stderr.write(`${error.stack}\n`));
  return provider;
}

const configuration: Configuration = {
  acrValues: [...ACR_VALUES],
  scopes: Object.keys(CLAIMS_OF_SCOPE),
  claims: CLAIMS_OF_SCOPE,
  // the person's data go into the ID token itself, so that a client needs no second call
  conformIdTokenClaims: false,
  allowOmittingSingleRegisteredRedirectUri: false,
  responseTypes: ['code'],
  pkce: { required: () => true },
  interactions: { url: (_context, interaction) => `/dang-nhap/${interaction.uid}`, policy: signInPolicy() },
  cookies: {
    // cookies know hosts, not ports: the portal on the same loopback address must not meet ours
    names: { session: 'vneid_session', interaction: 'vneid_interaction', resume: 'vneid_resume' },
  },
  features: {
    devInteractions: { enabled: false },
    claimsParameter: { enabled: true },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (context, form) => answerPage(context, SignOutPage(form)),
      postLogoutSuccessSource: (context) => answerPage(context, SignedOutPage()),
    },
  },
  ttl: { AuthorizationCode: 60, AccessToken: 600, IdToken: 600, Interaction: 600, Session: 3600, Grant: 3600 },
  renderError: (context, { error, error_description }) => answerPage(context, ErrorPage(error, error_description)),
  findAccount: (_context, sub) => {
    const account = findAccount(sub);
    return account && { accountId: sub, claims: () => claimsOf(account) };
  },
  // signing in is agreeing: the sign-in page lists what will be told, and there is no second page that asks
  loadExistingGrant: async ({ oidc }: KoaContextWithOIDC) => {
    const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId, accountId: oidc.session?.accountId });
    grant.addOIDCScope(Object.keys(CLAIMS_OF_SCOPE).join(' '));
    await grant.save();
    return grant;
  },
};

/** Ask to sign in when nobody is signed in, when the client insists, and when the session's level is below the one wanted. */
function signInPolicy(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  const checks = policy.get('login')?.checks;
  checks?.remove('essential_acr');
  checks?.remove('essential_acrs');
  checks?.add(
    new interactionPolicy.Check('level', 'a higher level is needed', ({ oidc }) => {
      const wanted = wantedLevels(oidc.params ?? {});
      if (!wanted) throw new errors.UnmetAuthenticationRequirements('none of the essential acr values is known here');
      return levelOf(oidc.session?.acr) < wanted.least;
    }),
  );
  return policy;
}

function answerPage(context: KoaContextWithOIDC, page: string): void {
  context.type = 'html';
  context.body = page;
}
