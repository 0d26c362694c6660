/** Phiếu từ chối tiếp nhận giải quyết hồ sơ: the dossier is not taken, or is given back after examination, and why. */
import type { Block } from '../paper/paper.ts';
import { addressLine, contactLine, type SlipApplicant } from './applicant.ts';
import type { SlipContext } from './slip-context.ts';
import type { SlipForm } from './slip-forms.ts';

export interface RefusalSlip {
  readonly dossierCode: string;
  readonly applicant: SlipApplicant;
  readonly request: string;
  readonly reason: string;
  readonly submitter?: string;
  readonly officer?: string;
}

/** TT 01/2018 form 03, TT 03/2025 form 03 [M]; CT06 for residence [V name of the form]. */
export function refusalBlocks(data: RefusalSlip, form: SlipForm, { office }: SlipContext): Block[] {
  const body = `${office.oneStop} ${office.agency}`;
  return [
    { kind: 'title', text: form.title.toUpperCase(), under: `Mã hồ sơ: ${data.dossierCode}` },
    {
      kind: 'paragraph',
      runs: [
        { text: `${body} đã tiếp nhận hồ sơ đề nghị giải quyết thủ tục hành chính của: ` },
        { text: data.applicant.name, filled: true },
      ],
    },
    addressLine(data.applicant),
    contactLine(data.applicant),
    { kind: 'fields', fields: [{ label: 'Nội dung yêu cầu giải quyết', value: data.request }] },
    {
      kind: 'paragraph',
      runs: [
        { text: `Qua xem xét, ${body} thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau: ` },
        { text: data.reason, filled: true },
      ],
    },
    { kind: 'paragraph', runs: [{ text: 'Xin thông báo cho Ông/Bà được biết và thực hiện./.' }] },
    {
      kind: 'signatures',
      signers: [
        { title: ['NGƯỜI NỘP HỒ SƠ'], note: '(Ký và ghi rõ họ tên)', name: data.submitter },
        { title: ['NGƯỜI TIẾP NHẬN HỒ SƠ'], note: '(Ký và ghi rõ họ tên)', name: data.officer },
      ],
    },
  ];
}
