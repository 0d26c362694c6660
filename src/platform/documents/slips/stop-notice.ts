/** Thông báo dừng giải quyết hồ sơ: work on the dossier ends without a result, and why. */
import { dayOf, type Instant } from '../../calendar/instant.ts';
import { formDay } from '../paper/form-time.ts';
import { DOSSIER_FIELDS, type SlipDossier } from './applicant.ts';
import { lines, named, type SlipFields } from './slip-field.ts';

export interface StopNotice extends SlipDossier {
  readonly receivedAt: Instant;
  readonly reason: string;
  /** Papers given back to the applicant. */
  readonly returned?: readonly string[];
  readonly signer: { readonly title: string; readonly name?: string };
}

export const STOP_FIELDS: SlipFields<StopNotice> = {
  fields: {
    ...DOSSIER_FIELDS,
    received_on: {
      label: named('Ngày nhận hồ sơ', 'Day of receipt'),
      read: ({ receivedAt }) => formDay(dayOf(receivedAt)),
      own: true,
    },
    reason: { label: named('Lý do dừng', 'Why it is stopped'), read: ({ reason }) => reason },
    signer_title: { label: named('Chức vụ người ký', 'Title of who signs'), read: ({ signer }) => signer.title },
    signer_name: { label: named('Họ tên người ký', 'Name of who signs'), read: ({ signer }) => signer.name },
  },
  rows: { returned: lines(named('Giấy tờ trả lại', 'Papers given back'), ({ returned }) => returned ?? []) },
};
