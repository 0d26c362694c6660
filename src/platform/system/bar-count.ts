/** Counts in the officer's bar: what a system has waiting for the person, and where it is seen. */
import type { SignedIn } from '../identity/signed-in.ts';
import type { LocalText } from '../i18n/local-text.ts';
import type { Platform } from './platform.ts';

export interface BarCounted {
  readonly label: LocalText;
  readonly href: string;
  readonly count: number;
}

/** Asked for each page of an officer: one read by an index. Undefined where nothing waits. */
export type BarCount<Tables = unknown> = (
  platform: Platform<Tables>,
  reader: SignedIn,
) => Promise<BarCounted | undefined>;
