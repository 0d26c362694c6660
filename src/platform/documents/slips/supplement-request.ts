/** Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ: everything that is missing, asked for once. */
import { DOSSIER_FIELDS, type SlipDossier } from './applicant.ts';
import { lines, named, type SlipFields } from './slip-field.ts';

export interface SupplementRequest extends SlipDossier {
  /** What has to be completed, one thing an item (NĐ 61/2018 art. 17: content, reason and guidance, all at once). */
  readonly items: readonly string[];
  readonly reason: string;
  /** Whom to ask; phone of that person. */
  readonly contact?: { readonly name: string; readonly phone: string };
  readonly officer?: string;
}

export const SUPPLEMENT_FIELDS: SlipFields<SupplementRequest> = {
  fields: {
    ...DOSSIER_FIELDS,
    reason: { label: named('Lý do', 'Reason'), read: ({ reason }) => reason },
    contact_name: { label: named('Người hướng dẫn', 'Whom to ask'), read: ({ contact }) => contact?.name },
    contact_phone: {
      label: named('Số điện thoại hướng dẫn', 'Telephone to ask'),
      read: ({ contact }) => contact?.phone,
    },
    officer: { label: named('Người hướng dẫn, để ký', 'Officer, to sign'), read: ({ officer }) => officer },
  },
  rows: { items: lines(named('Nội dung cần bổ sung', 'What is to be completed'), ({ items }) => items) },
};
