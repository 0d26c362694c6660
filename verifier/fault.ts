/** Faults: what can be wrong with a journal, each with where it is. */

export type FaultKind =
  /** Its bytes no longer give its hash, or do not continue the entry before it. */
  | 'entry-changed'
  | 'entry-missing'
  /** A sequence number that came before. */
  | 'entry-misplaced'
  /** The sealed text is not canonical JSON of a version that is known. */
  | 'entry-malformed'
  /** It stands in another chain than its subject's. */
  | 'entry-in-wrong-chain'
  | 'column-changed'
  | 'content-changed'
  /** The entry names a content row that is not there. */
  | 'content-missing'
  /** A content row that its entry does not name. */
  | 'content-unnamed'
  /** Erased without an entry on the same subject that ordered it. */
  | 'erasure-unexplained'
  /** Head and last entry disagree. */
  | 'head-changed'
  /** The readings of personal data are not those that the checkpoint digested. */
  | 'readings-changed'
  | 'checkpoint-forged'
  | 'checkpoint-missing'
  /** A chain does not go through the hash that a checkpoint names. */
  | 'checkpoint-contradicted';

export interface Fault {
  readonly kind: FaultKind;
  readonly chain?: number;
  readonly seq?: number;
  /** Of how many in a row `seq` is the first. */
  readonly count?: number;
  readonly entry?: string;
  readonly content?: string;
  readonly checkpoint?: number;
}

/** `entry-missing chain=7 seq=3 count=2` */
export const faultLine = ({ kind, ...where }: Fault): string =>
  [kind, ...Object.entries(where).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))].join(
    ' ',
  );
