/** What the public page says about an issued paper, and about a file somebody claims to be it. */
import { createHash, type X509Certificate } from 'node:crypto';
import type { Day, Instant } from '../calendar/instant.ts';
import { defineTexts } from '../i18n/texts.ts';
import { readSignatures, type SignatureSummary } from './signatures/read-signatures.ts';

/** The record of an issued paper, from `documents.issued_document`. */
export interface IssuedRecord {
  readonly code: string;
  readonly number: string | null;
  /** SHA-256 of the file, hex. */
  readonly digest: string;
  readonly issuedAt: Instant;
  /** Code of the paper that takes the place of this one. */
  readonly replacedBy: string | null;
  readonly revokedAt: Instant | null;
  /** The last day it counts, where it has one. */
  readonly validUntil: Day | null;
}

/** `in-force` and the like speak of the record; a file adds whether it is that paper, byte for byte. */
export type PaperState = 'in-force' | 'expired' | 'replaced' | 'revoked';
export type FileState = 'genuine' | 'different' | 'signature-broken';

export interface FileCheck {
  readonly state: FileState;
  readonly digest: string;
  readonly signatures: readonly SignatureSummary[];
}

export function paperState(
  { revokedAt, replacedBy, validUntil }: Pick<IssuedRecord, 'replacedBy' | 'revokedAt' | 'validUntil'>,
  day: Day,
): PaperState {
  if (revokedAt !== null) return 'revoked';
  if (replacedBy !== null) return 'replaced';
  return validUntil !== null && validUntil < day ? 'expired' : 'in-force';
}

/**
 * Compares a file with the record: `genuine` is the issued file itself with its signatures whole. A file that differs by
 * one byte is `different`, even when the signatures in it still hold.
 */
export function checkFile(
  bytes: Uint8Array,
  record: Pick<IssuedRecord, 'digest'>,
  trusted: readonly X509Certificate[],
): FileCheck {
  const digest = createHash('sha256').update(bytes).digest('hex');
  const signatures = readSignatures(bytes, trusted);
  const broken =
    signatures.some((signature) => !signature.intact) || (signatures.length > 0 && !signatures.at(-1)?.coversWholeFile);
  const state = digest !== record.digest ? 'different' : broken ? 'signature-broken' : 'genuine';
  return { state, digest, signatures };
}

/** Sentences of the public page. */
export const verificationTexts = defineTexts({
  'in-force': {
    vi: 'Văn bản này do hệ thống cấp và đang có giá trị.',
    en: 'This paper was issued by this system and is in force.',
  },
  expired: {
    vi: 'Văn bản này do hệ thống cấp nhưng đã hết thời hạn có giá trị.',
    en: 'This paper was issued by this system; the time it was valid for is over.',
  },
  replaced: {
    vi: 'Văn bản này đã được đính chính, thay bằng văn bản khác; không còn dùng được.',
    en: 'This paper was corrected by another, which takes its place.',
  },
  revoked: { vi: 'Văn bản này đã bị thu hồi hoặc hủy bỏ.', en: 'This paper was withdrawn.' },
  genuine: {
    vi: 'Tệp này đúng là văn bản đã cấp, không thay đổi một byte nào.',
    en: 'This file is the issued paper, unchanged to the byte.',
  },
  different: {
    vi: 'Tệp này không phải là văn bản đã cấp hoặc đã bị thay đổi.',
    en: 'This file is not the issued paper, or was changed.',
  },
  'signature-broken': { vi: 'Chữ ký số trong tệp không còn nguyên vẹn.', en: 'A signature in this file is broken.' },
  'unknown-code': {
    vi: 'Không có văn bản nào mang mã này. Xin kiểm tra lại từng ký tự.',
    en: 'No paper has this code. Please check each sign.',
  },
  'test-signature': {
    vi: 'Chữ ký bằng khóa thử nghiệm, không có giá trị pháp lý.',
    en: 'Signed with a test key: no legal value.',
  },
});
