/** The citizen behind a request, as routes that only citizens may use see them. */
import type { Exchange } from '../../../platform/http/route.ts';
import { actorOf, type SignedIn } from '../../../platform/identity/signed-in.ts';
import type { DossierActor } from '../dossiers.ts';

/** Throws where a route forgot to say that it is for citizens. */
export function citizenOf<T>({ signedIn }: Exchange<T>): SignedIn {
  if (!signedIn) throw new Error('a citizen’s route answered a guest');
  return signedIn;
}

/** Acts on their own dossiers and on no other. */
export function applicantActor<T>(exchange: Exchange<T>): DossierActor {
  const signedIn = citizenOf(exchange);
  return { actor: actorOf(signedIn), scope: { applicant: signedIn.accountId } };
}

/** Where people reach us, for what is printed and scanned. */
export const originOf = <T>({ platform, headers }: Exchange<T>): string =>
  platform.config.publicUrl ?? `http://${headers.host ?? 'localhost'}`;
