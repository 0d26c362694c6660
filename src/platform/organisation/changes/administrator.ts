/** The administrator's pages of the organisation: where they are, and who is on them. */
import { type Answer, type Exchange, notFound } from '../../http/route.ts';
import type { SignedIn } from '../../identity/signed-in.ts';

export const ORGANISATION = '/quan-tri/to-chuc';
export const CHANGES = `${ORGANISATION}/thay-doi`;
export const ITEMS = `${ORGANISATION}/viec`;
export const APPOINTMENTS = `${ORGANISATION}/nhap`;

export const unitPath = (id: string): string => `${ORGANISATION}/don-vi/${id}`;
export const changePath = (id: string): string => `${CHANGES}/${id}`;

export const manages = { permission: 'organisation.change' } as const;

export type Own = Exchange & { readonly signedIn: SignedIn };

/** The server lets only the signed in through; this says so to the compiler. */
export const own =
  (handle: (exchange: Own) => Promise<Answer>) =>
  async (exchange: Exchange): Promise<Answer> =>
    exchange.signedIn ? handle(exchange as Own) : notFound;
