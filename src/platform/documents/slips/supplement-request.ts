/** Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ: everything that is missing, asked for once. */
import type { Block } from '../paper/paper.ts';
import { addressLine, contactLine, type SlipApplicant } from './applicant.ts';
import type { SlipContext } from './slip-context.ts';
import type { SlipForm } from './slip-forms.ts';

export interface SupplementRequest {
  readonly dossierCode: string;
  readonly applicant: SlipApplicant;
  readonly request: string;
  /** What has to be completed, one thing an item (NĐ 61/2018 art. 17: content, reason and guidance, all at once). */
  readonly items: readonly string[];
  readonly reason: string;
  /** Whom to ask; phone of that person. */
  readonly contact?: { readonly name: string; readonly phone: string };
  readonly officer?: string;
}

/** TT 01/2018 form 02, TT 03/2025 form 02 [M]; CT05 for residence [M]. */
export function supplementBlocks(data: SupplementRequest, form: SlipForm, _context: SlipContext): Block[] {
  return [
    { kind: 'title', text: form.title.toUpperCase(), under: `Mã hồ sơ: ${data.dossierCode}` },
    { kind: 'fields', fields: [{ label: 'Hồ sơ của', value: data.applicant.name }] },
    { kind: 'fields', fields: [{ label: 'Nội dung yêu cầu giải quyết', value: data.request }] },
    addressLine(data.applicant),
    contactLine(data.applicant),
    { kind: 'paragraph', runs: [{ text: 'Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:' }] },
    { kind: 'list', items: data.items },
    { kind: 'fields', fields: [{ label: 'Lý do', value: data.reason }] },
    {
      kind: 'paragraph',
      runs: [
        { text: 'Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, Ông/Bà liên hệ với ' },
        { text: data.contact?.name ?? '…', filled: true },
        { text: ' số điện thoại ' },
        { text: data.contact?.phone ?? '…', filled: true },
        { text: ' để được hướng dẫn./.' },
      ],
    },
    {
      kind: 'signatures',
      signers: [{ title: ['NGƯỜI HƯỚNG DẪN'], note: '(Ký và ghi rõ họ tên)', name: data.officer }],
    },
  ];
}
