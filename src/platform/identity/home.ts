/** Home: where somebody begins once signed in, and the places that are open to an officer. */
import type { Site, SiteLink } from '../web/frame.tsx';
import type { SignedIn } from './signed-in.ts';

/** One's own sessions, and from there the password. */
export const ACCOUNT_PATH = '/tai-khoan/phien';
/** Where an officer says which position they act in. */
export const SEAT_PATH = '/tai-khoan/vi-tri';
/** Sends whoever asks for it to their home: what is not known before the session is. */
export const HOME_PATH = '/tai-khoan';

export const placesOf = ({ places }: Site, { permissions }: SignedIn): readonly SiteLink[] =>
  places.filter(({ permission }) => permissions.has(permission));

/** An officer begins at the first place open to them; who has none, at their own account. */
export const homeOf = (site: Site, signedIn: SignedIn): string =>
  signedIn.kind === 'officer' ? (placesOf(site, signedIn)[0]?.href ?? ACCOUNT_PATH) : '/ho-so-cua-toi';
