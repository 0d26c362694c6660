/** Signing out when nobody is signed in: straight back to the client, where the provider would show a page that needs script. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Provider } from 'oidc-provider';
import type { Client } from './provider.ts';

/** True when the request has been answered here; the provider handles the rest. */
export async function answerIdleSignOut(
  provider: Provider,
  client: Client,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<boolean> {
  const session = await provider.Session.get(provider.createContext(request.raw, reply.raw));
  const asked = new URL(request.url, provider.issuer).searchParams;
  const target = asked.get('post_logout_redirect_uri');
  if (session.accountId || !target || !client.postLogoutRedirectUris.includes(target)) return false;

  const back = new URL(target);
  const state = asked.get('state');
  if (state !== null) back.searchParams.set('state', state);
  await reply.redirect(back.href, 303);
  return true;
}
