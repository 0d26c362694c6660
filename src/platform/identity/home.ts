/** Home: where somebody begins once signed in, and the places that are open to an officer. */
import type { Site, SiteLink } from '../web/frame.tsx';
import type { SignedIn } from './signed-in.ts';

/** One's own sessions, and from there the password. */
export const ACCOUNT_PATH = '/tai-khoan/phien';
/** Where an officer says which position they act in. */
export const SEAT_PATH = '/tai-khoan/vi-tri';
/** Sends whoever asks for it to their home: what is not known before the session is. */
export const HOME_PATH = '/tai-khoan';

/** What an officer types: the beginning of all their addresses. */
export const TYPED_PATH = '/can-bo';

export const placesOf = ({ places }: Site, { permissions }: SignedIn): readonly SiteLink[] =>
  places.filter(({ permission }) => permissions.has(permission));

/** An officer begins at the first place open to them, and who only keeps the installation at the first of those that keep it; who has none, at their own account. */
export function homeOf(site: Site, signedIn: SignedIn): string {
  if (signedIn.kind !== 'officer') return '/ho-so-cua-toi';
  const places = placesOf(site, signedIn);
  const keeping = signedIn.positions.length > 0 ? undefined : places.find(({ href }) => href.startsWith(KEEPING));
  return (keeping ?? places[0])?.href ?? ACCOUNT_PATH;
}

/** Where the pages of administration are. */
const KEEPING = '/quan-tri/';
