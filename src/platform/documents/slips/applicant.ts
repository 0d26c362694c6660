/** The dossier and its applicant, the same on every slip that a person is given. */
import { named, type SlipField } from './slip-field.ts';

export interface SlipApplicant {
  readonly name: string;
  readonly address?: string;
  readonly phone?: string;
  readonly email?: string;
}

export interface SlipDossier {
  readonly dossierCode: string;
  readonly applicant: SlipApplicant;
  /** Nội dung yêu cầu giải quyết: the procedure's name, or what exactly is asked. */
  readonly request: string;
}

export const DOSSIER_FIELDS: Readonly<Record<string, SlipField<SlipDossier>>> = {
  dossier_code: { label: named('Mã hồ sơ', 'Code of the dossier'), read: ({ dossierCode }) => dossierCode },
  request: { label: named('Nội dung yêu cầu', 'What is asked for'), read: ({ request }) => request },
  applicant_name: { label: named('Người nộp hồ sơ', 'Applicant'), read: ({ applicant }) => applicant.name },
  applicant_address: { label: named('Địa chỉ người nộp', 'Their address'), read: ({ applicant }) => applicant.address },
  applicant_phone: {
    label: named('Số điện thoại người nộp', 'Their telephone'),
    read: ({ applicant }) => applicant.phone,
  },
  applicant_email: { label: named('Email người nộp', 'Their e-mail'), read: ({ applicant }) => applicant.email },
};
