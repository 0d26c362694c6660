/** Who issues a result, when, and who signs it: what a template may say beside the answers. */
import type { Day } from '../../calendar/instant.ts';
import type { LocalText } from '../../i18n/local-text.ts';
import type { SimpleField } from '../../forms/definition.ts';

export interface ResultIssue {
  /** Ủy ban nhân dân xã Tân Biên. */
  readonly agency: string;
  /** The authority above, where the letterhead names one. */
  readonly parent?: string;
  readonly place: string;
  /** Đăng ký khai sinh. */
  readonly procedure: string;
  /** What the procedure gives: Giấy khai sinh. */
  readonly result: string;
  readonly dossierCode: string;
  readonly receivedOn: Day;
  readonly decidedOn: Day;
  readonly signer: {
    readonly name: string;
    /** CHỦ TỊCH, or KT. CHỦ TỊCH and PHÓ CHỦ TỊCH: a line each. */
    readonly position: readonly string[];
    /** In the place of one person (TUQ.): what the template has above the position is left out. */
    readonly delegated?: boolean;
  };
}

/** What templates call them, with the kind that says which formats fit. */
export const ISSUE_FIELDS: Readonly<
  Record<
    string,
    {
      readonly kind: SimpleField['kind'];
      readonly label: Required<LocalText>;
      /** A word of the letter itself, drawn like its sentence. */
      readonly own?: boolean;
      readonly read: (issue: ResultIssue) => string | undefined;
    }
  >
> = {
  agency: { kind: 'text', label: { vi: 'Cơ quan ban hành', en: 'Issuing agency' }, read: (issue) => issue.agency },
  parent: { kind: 'text', label: { vi: 'Cơ quan chủ quản', en: 'Authority above' }, read: (issue) => issue.parent },
  place: { kind: 'text', label: { vi: 'Địa danh', en: 'Place' }, read: (issue) => issue.place },
  dossier_code: {
    kind: 'text',
    label: { vi: 'Mã hồ sơ', en: 'Code of the dossier' },
    read: (issue) => issue.dossierCode,
  },
  received_on: {
    kind: 'date',
    label: { vi: 'Ngày tiếp nhận', en: 'Day of receipt' },
    read: (issue) => issue.receivedOn,
  },
  decided_on: { kind: 'date', label: { vi: 'Ngày ký', en: 'Day of signing' }, read: (issue) => issue.decidedOn },
  signer_name: {
    kind: 'text',
    label: { vi: 'Họ tên người ký', en: 'Name of who signs' },
    read: (issue) => issue.signer.name,
  },
  procedure: {
    kind: 'text',
    label: { vi: 'Tên thủ tục', en: 'Name of the procedure' },
    own: true,
    read: (issue) => issue.procedure,
  },
  result: {
    kind: 'text',
    label: { vi: 'Tên kết quả', en: 'Name of the result' },
    own: true,
    read: (issue) => issue.result,
  },
};
