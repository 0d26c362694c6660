/** Giấy tiếp nhận hồ sơ và hẹn trả kết quả: the dossier is complete and due on a day. */
import type { Instant } from '../../calendar/instant.ts';
import { formTime } from '../paper/form-time.ts';
import { DOSSIER_FIELDS, type SlipDossier } from './applicant.ts';
import { lines, named, type SlipFields } from './slip-field.ts';

export interface ReceiptSlip extends SlipDossier {
  /** Thành phần hồ sơ nộp, one a line with kind and count: `Giấy chứng sinh (bản chính: 01)`. */
  readonly components: readonly string[];
  /** Số lượng hồ sơ, in sets. */
  readonly sets: number;
  /** `03 ngày làm việc`, `trong ngày`. */
  readonly term: string;
  readonly receivedAt: Instant;
  readonly dueAt: Instant | undefined;
  /** Where or how the result is to be received. */
  readonly resultAt?: string;
  readonly book?: string;
  readonly entry?: string;
  readonly submitter?: string;
  readonly officer?: string;
}

export const RECEIPT_FIELDS: SlipFields<ReceiptSlip> = {
  fields: {
    ...DOSSIER_FIELDS,
    sets: { label: named('Số bộ hồ sơ', 'Sets of papers'), read: ({ sets }) => String(sets).padStart(2, '0') },
    term: { label: named('Thời hạn giải quyết', 'Term'), read: ({ term }) => term },
    received_at: {
      label: named('Giờ, ngày nhận hồ sơ', 'Time of receipt'),
      read: ({ receivedAt }) => formTime(receivedAt),
    },
    due_at: {
      label: named('Giờ, ngày hẹn trả kết quả', 'Time the result is due'),
      read: ({ dueAt }) => formTime(dueAt),
    },
    result_at: { label: named('Nơi nhận kết quả', 'Where the result is received'), read: ({ resultAt }) => resultAt },
    book: { label: named('Quyển số', 'Book'), read: ({ book }) => book },
    entry: { label: named('Số thứ tự trong sổ', 'Number in the book'), read: ({ entry }) => entry },
    submitter: { label: named('Người nộp, để ký', 'Who hands in, to sign'), read: ({ submitter }) => submitter },
    officer: { label: named('Người tiếp nhận, để ký', 'Receiving officer, to sign'), read: ({ officer }) => officer },
  },
  rows: {
    components: lines(named('Thành phần hồ sơ đã nộp', 'Papers handed in'), ({ components }) => components),
  },
};
