/** The apology for a late result, with the one new date the rules allow (NĐ 61/2018 art. 19.9). */
import { dayOf, type Instant } from '../../calendar/instant.ts';
import { formDay, formTime } from '../paper/form-time.ts';
import { DOSSIER_FIELDS, type SlipDossier } from './applicant.ts';
import { named, type SlipFields } from './slip-field.ts';

export interface ApologySlip extends SlipDossier {
  readonly receivedAt: Instant;
  readonly dueAt: Instant;
  readonly newDueAt: Instant;
  readonly reason: string;
  /** Body that is late; the issuing agency when absent. */
  readonly lateBody?: string;
  readonly signer: { readonly title: string; readonly name?: string };
}

export const APOLOGY_FIELDS: SlipFields<ApologySlip> = {
  fields: {
    ...DOSSIER_FIELDS,
    late_body: {
      label: named('Cơ quan chậm trả', 'Body that is late'),
      read: ({ lateBody }, { office }) => lateBody ?? office.agency,
      own: true,
    },
    received_on: {
      label: named('Ngày nhận hồ sơ', 'Day of receipt'),
      read: ({ receivedAt }) => formDay(dayOf(receivedAt)),
      own: true,
    },
    due_at: { label: named('Giờ, ngày đã hẹn', 'Time that was promised'), read: ({ dueAt }) => formTime(dueAt) },
    new_due_at: { label: named('Giờ, ngày hẹn lại', 'New time'), read: ({ newDueAt }) => formTime(newDueAt) },
    reason: { label: named('Lý do chậm', 'Why it is late'), read: ({ reason }) => reason },
    signer_title: { label: named('Chức vụ người ký', 'Title of who signs'), read: ({ signer }) => signer.title },
    signer_name: { label: named('Họ tên người ký', 'Name of who signs'), read: ({ signer }) => signer.name },
  },
  rows: {},
};
