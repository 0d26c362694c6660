/** Which version of a template a paper is printed in: the one that was in force at the moment the paper was made, for ever. */
import { type Day, dayOf, type Instant } from '../../calendar/instant.ts';

export interface VersionHead {
  readonly version: number;
  readonly validFrom: Day;
  readonly origin: 'pack' | 'administrator';
  readonly publishedAt: Instant;
}

/** A publication counts from then on: whoever prints by that time sees it, so a reprint can't find another version than the first print did. */
const SETTLES_MS = 60_000;

/**
 * Undefined when none is in force. Papers older than every version, made before templates were kept, take the first that
 * the pack gave for their day. Once an administrator has published, later versions of the pack count no more; of an
 * administrator's the newest whose day has come, of the pack's the form of the latest day.
 */
export function versionAt<V extends VersionHead>(versions: readonly V[], at: Instant): V | undefined {
  const begun = versions.filter(({ validFrom }) => validFrom <= dayOf(at));
  const known = begun.filter(({ publishedAt }) => publishedAt + SETTLES_MS <= at);
  const own = newest(known.filter(({ origin }) => origin === 'administrator'));
  if (own) return own;
  const ofPack = (of: readonly V[]) => of.filter((one) => one.origin === 'pack' && !isAfterOwn(one, versions));
  return latestForm(ofPack(known), 'last') ?? latestForm(ofPack(begun), 'first');
}

/** The version that a page shows as in force: a publication of today counts as soon as it is read. */
export const versionOn = <V extends VersionHead>(versions: readonly V[], at: Instant): V | undefined =>
  versionAt(versions, (at + SETTLES_MS) as Instant);

const newest = <V extends VersionHead>(versions: readonly V[]): V | undefined =>
  versions.toSorted((a, b) => a.version - b.version).at(-1);

const isAfterOwn = ({ version }: VersionHead, versions: readonly VersionHead[]): boolean =>
  versions.some((one) => one.origin === 'administrator' && one.version < version);

/** Of several wordings of one form the first or the last that came. */
function latestForm<V extends VersionHead>(versions: readonly V[], which: 'first' | 'last'): V | undefined {
  const day = versions
    .map(({ validFrom }) => validFrom)
    .toSorted()
    .at(-1);
  return versions
    .filter(({ validFrom }) => validFrom === day)
    .toSorted((a, b) => a.version - b.version)
    .at(which === 'first' ? 0 : -1);
}
