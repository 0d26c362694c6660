/** Where the bytes of files lie, addressed by what they are: the same content is stored once and never changes. */
import type { FileFault } from './file-fault.ts';

/** SHA-256 of the content, 64 hex digits. */
export type Digest = string;

export interface StoredBlob {
  readonly digest: Digest;
  /** Bytes. */
  readonly size: number;
}

export type Putting =
  | (StoredBlob & { readonly fault?: undefined })
  | { readonly fault: FileFault; readonly digest?: undefined };

export type Content = Uint8Array | AsyncIterable<Uint8Array>;

export interface BlobStore {
  /** Durable when it answers. Content above `limit` bytes is refused while it arrives, and nothing of it stays. */
  readonly put: (content: Content, limit?: number) => Promise<Putting>;
  /** The content in chunks; undefined when there is none. */
  readonly open: (digest: Digest) => Promise<AsyncIterable<Uint8Array> | undefined>;
  readonly has: (digest: Digest) => Promise<boolean>;
  /** Removing what is not there is no fault. */
  readonly remove: (digest: Digest) => Promise<void>;
  /** Reads all of it: whether it is there and still has its digest. */
  readonly isWhole: (digest: Digest) => Promise<boolean>;
}

export const isDigest = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);
