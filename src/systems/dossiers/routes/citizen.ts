/** The citizen behind a request, as routes that only citizens may use see them. */
import { newId } from '../../../platform/db/ids.ts';
import { commandIdOf, type Exchange, shownVersionOf } from '../../../platform/http/route.ts';
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

/** The id that the form carried; a form without a usable one is an attempt of its own. */
export function commandOf(exchange: Pick<Exchange, 'form' | 'headers'>): { commandId: string; shownVersion?: number } {
  const shownVersion = shownVersionOf(exchange);
  return { commandId: commandIdOf(exchange) ?? newId(), ...(shownVersion !== undefined && { shownVersion }) };
}
