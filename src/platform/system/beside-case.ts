/** What stands beside a case: a system shows on the page of another system's case what it has on it, and neither knows the other. */
import type { VNode } from 'preact';
import type { SignedIn } from '../identity/signed-in.ts';
import type { Locale } from '../i18n/texts.ts';
import type { Platform } from './platform.ts';

export interface BesideAsked {
  readonly caseId: string;
  readonly reader: SignedIn;
  readonly locale: Locale;
}

export interface BesideCase {
  /** Above what can be done; left out where there is nothing for this reader. */
  readonly panel?: VNode;
  /** Beside an entry of the timeline, by the entry's id. */
  readonly marks: ReadonlyMap<string, VNode>;
}

/** Within what the reader may see. */
export type ReadBesideCase<Tables = unknown> = (platform: Platform<Tables>, asked: BesideAsked) => Promise<BesideCase>;

/** On the page where people follow a case of their own. */
export type ReadBesideOwnCase<Tables = unknown> = (
  platform: Platform<Tables>,
  asked: { readonly code: string; readonly reader: SignedIn; readonly locale: Locale },
) => Promise<VNode | undefined>;

export async function readBesideOwnCase(
  platform: Platform,
  { kind, ...asked }: Parameters<ReadBesideOwnCase>[1] & { readonly kind: string },
): Promise<readonly VNode[]> {
  const read = await Promise.all(
    platform.registry.systems.flatMap(({ besideOwnCase }) => besideOwnCase?.[kind]?.(platform, asked) ?? []),
  );
  return read.flatMap((panel) => panel ?? []);
}

/** Of every system that has something on cases of this kind. */
export async function readBesideCase(
  platform: Platform,
  { kind, ...asked }: BesideAsked & { readonly kind: string },
): Promise<{ readonly panels: readonly VNode[]; readonly marks: ReadonlyMap<string, VNode> }> {
  const read = await Promise.all(
    platform.registry.systems.flatMap(({ besideCase }) => besideCase?.[kind]?.(platform, asked) ?? []),
  );
  return {
    panels: read.flatMap(({ panel }) => panel ?? []),
    marks: new Map(read.flatMap(({ marks }) => [...marks])),
  };
}
