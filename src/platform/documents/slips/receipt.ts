/** Giấy tiếp nhận hồ sơ và hẹn trả kết quả: the dossier is complete and due on a day. */
import type { Instant } from '../../calendar/instant.ts';
import { formTime } from '../paper/form-time.ts';
import type { Block } from '../paper/paper.ts';
import { addressLine, contactLine, type SlipApplicant } from './applicant.ts';
import type { SlipContext } from './slip-context.ts';
import type { SlipForm } from './slip-forms.ts';

export interface ReceiptSlip {
  readonly dossierCode: string;
  readonly applicant: SlipApplicant;
  /** Nội dung yêu cầu giải quyết: the procedure's name, or what exactly is asked. */
  readonly request: string;
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

/** TT 01/2018 form 01, TT 03/2025 form 01 [M]. */
export function receiptBlocks(data: ReceiptSlip, form: SlipForm, { office }: SlipContext): Block[] {
  const line = (label: string, value: string | undefined): Block => ({ kind: 'fields', fields: [{ label, value }] });
  return [
    { kind: 'title', text: form.title.toUpperCase(), under: `Mã hồ sơ: ${data.dossierCode}` },
    line(office.oneStop, office.agency),
    line('Tiếp nhận hồ sơ của', data.applicant.name),
    addressLine(data.applicant),
    contactLine(data.applicant),
    line('Nội dung yêu cầu giải quyết', data.request),
    { kind: 'paragraph', runs: [{ text: 'Thành phần hồ sơ nộp gồm:' }] },
    { kind: 'list', items: data.components },
    line('Số lượng hồ sơ', `${String(data.sets).padStart(2, '0')} (bộ)`),
    line('Thời gian giải quyết hồ sơ theo quy định là', data.term),
    line('Thời gian nhận hồ sơ', formTime(data.receivedAt)),
    line('Thời gian trả kết quả giải quyết hồ sơ', formTime(data.dueAt)),
    line('Đăng ký nhận kết quả tại', data.resultAt),
    {
      kind: 'fields',
      fields: [
        { label: 'Vào Sổ theo dõi hồ sơ, Quyển số', value: data.book },
        { label: 'Số thứ tự', value: data.entry },
      ],
    },
    {
      kind: 'signatures',
      signers: [
        { title: ['NGƯỜI NỘP HỒ SƠ'], note: '(Ký và ghi rõ họ tên)', name: data.submitter },
        { title: ['NGƯỜI TIẾP NHẬN HỒ SƠ'], note: '(Ký và ghi rõ họ tên)', name: data.officer },
      ],
    },
  ];
}
