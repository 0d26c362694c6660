/** Phiếu từ chối tiếp nhận giải quyết hồ sơ: the dossier is not taken, or is given back after examination, and why. */
import { DOSSIER_FIELDS, type SlipDossier } from './applicant.ts';
import { named, type SlipFields } from './slip-field.ts';

export interface RefusalSlip extends SlipDossier {
  readonly reason: string;
  readonly submitter?: string;
  readonly officer?: string;
}

export const REFUSAL_FIELDS: SlipFields<RefusalSlip> = {
  fields: {
    ...DOSSIER_FIELDS,
    reason: { label: named('Lý do từ chối', 'Reason'), read: ({ reason }) => reason },
    submitter: { label: named('Người nộp, để ký', 'Who handed in, to sign'), read: ({ submitter }) => submitter },
    officer: { label: named('Người tiếp nhận, để ký', 'Receiving officer, to sign'), read: ({ officer }) => officer },
  },
  rows: {},
};
