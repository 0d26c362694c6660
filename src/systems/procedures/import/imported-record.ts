/** Imported record: what the national public-service portal says of one procedure, in our words, nothing guessed and nothing left out. */

/** A term with a value only when number and unit are both there; else the words or the bare number of the record. */
export interface ImportedTerm {
  readonly value?: string;
  readonly text?: string;
}

export interface ImportedFee {
  readonly type: string;
  /** As recorded. Not an amount to charge: zero also stands for "set by the people's council", small numbers for other currencies. */
  readonly value: number | null;
  readonly text: string;
}

export interface ImportedChannel {
  readonly method: 'online' | 'counter' | 'post';
  readonly term: ImportedTerm;
  readonly fees: readonly ImportedFee[];
  readonly note: string;
}

export interface ImportedComponent {
  readonly group: string;
  readonly name: string;
  readonly code: string;
  readonly originals: number;
  readonly copies: number;
  readonly electronicForm: boolean;
  readonly isResult: boolean;
  /** Neither originals nor copies nor a file: a heading or a note among the papers. */
  readonly guidance: boolean;
  readonly files: readonly string[];
}

export interface ImportedRecord {
  readonly kind: 'catalogue' | 'detail';
  readonly code: string;
  readonly name: string;
  readonly field: { readonly code?: string; readonly name: string };
  readonly type?: string;
  readonly state: string;
  readonly promulgatedBy: string;
  readonly executedBy: string;
  readonly subjects?: readonly string[];
  readonly results?: readonly string[];
  readonly requirements?: string;
  readonly channels?: readonly ImportedChannel[];
  readonly cases?: readonly { readonly code: string; readonly term: ImportedTerm }[];
  readonly legalBasis?: readonly { readonly number: string; readonly title: string }[];
  readonly steps?: readonly { readonly name: string; readonly text: string }[];
  readonly components?: readonly ImportedComponent[];
}

/** What a loaded record lacks or contradicts; each shown on the report page. */
export type ImportFlag = keyof typeof IMPORT_FLAGS;
/** Why a record was not loaded. */
export type ImportRefusal = keyof typeof IMPORT_REFUSALS;

export const IMPORT_FLAGS = {
  'procedures.term-in-words': {
    vi: 'Thời hạn chỉ có bằng lời hoặc không rõ đơn vị',
    en: 'A term is in words only or lacks its unit',
  },
  'procedures.fee-in-words': { vi: 'Phí, lệ phí chỉ có bằng lời', en: 'A fee is in words only' },
  'procedures.fee-doubtful': {
    vi: 'Số tiền của phí không rõ là đồng',
    en: 'A fee’s number is doubtful as an amount in đồng',
  },
  'procedures.terms-disagree': {
    vi: 'Thời hạn của cách nộp và của trường hợp không khớp',
    en: 'Terms of channels and cases disagree',
  },
  'procedures.channel-repeated': {
    vi: 'Một cách nộp được ghi nhiều lần với thời hạn khác nhau',
    en: 'A channel is recorded several times with different terms',
  },
  'procedures.case-repeated': { vi: 'Mã trường hợp lặp lại', en: 'A case code is repeated' },
  'procedures.guidance-among-components': {
    vi: 'Thành phần hồ sơ lẫn lời dẫn, ghi chú',
    en: 'Guidance stands among the components',
  },
  'procedures.component-unnamed': { vi: 'Thành phần hồ sơ không có tên', en: 'A component has no name' },
  'procedures.component-code-repeated': { vi: 'Mã thành phần hồ sơ lặp lại', en: 'A component code is repeated' },
  'procedures.field-missing': { vi: 'Không có lĩnh vực', en: 'The field is missing' },
  'procedures.authority-missing': { vi: 'Không có cơ quan thực hiện', en: 'The executing authority is missing' },
  'procedures.promulgator-missing': { vi: 'Không có cơ quan ban hành', en: 'The promulgating authority is missing' },
  'procedures.legal-number-irregular': {
    vi: 'Số văn bản không theo dạng thường gặp',
    en: 'The number of a legal document is irregular',
  },
  'procedures.subject-unknown': {
    vi: 'Có đối tượng thực hiện không nằm trong danh mục',
    en: 'A subject type is not in the list',
  },
  'procedures.steps-missing': { vi: 'Không có trình tự thực hiện', en: 'The order of steps is missing' },
  'procedures.decomposed': { vi: 'Chữ tổ hợp rời đã được chuẩn hóa', en: 'Decomposed letters were normalised' },
} as const;

export const IMPORT_REFUSALS = {
  'procedures.code-irregular': {
    vi: 'Mã thủ tục không có dạng d.dddddd; không tự cắt khoảng trắng hay chữ số thừa vì có thể thành mã của thủ tục khác',
    en: 'The code is not d.dddddd; spaces and extra digits are not cut off, since the rest may be another procedure’s code',
  },
  'procedures.code-repeated': {
    vi: 'Mã đã có ở một bản ghi trước trong cùng tệp',
    en: 'An earlier record of the file has the same code',
  },
  'procedures.name-empty': { vi: 'Thủ tục không có tên', en: 'The procedure has no name' },
  'procedures.record-misshapen': {
    vi: 'Bản ghi không đúng cấu trúc',
    en: 'The record does not have the expected structure',
  },
  'procedures.column-count': {
    vi: 'Số cột không khớp với dòng tiêu đề',
    en: 'The number of columns is not that of the header',
  },
  'procedures.quote-open': { vi: 'Dấu nháy kép không đóng', en: 'A quotation mark is never closed' },
  'procedures.not-json': { vi: 'Dòng không phải là JSON', en: 'The line is not JSON' },
  'procedures.not-text': {
    vi: 'Bản ghi chứa byte không phải chữ (UTF-8)',
    en: 'The record holds bytes that are not text (UTF-8)',
  },
  'procedures.record-too-long': { vi: 'Bản ghi dài quá giới hạn', en: 'The record is longer than the limit' },
  'procedures.file-unknown': {
    vi: 'Tệp không phải danh mục CSV hay bản ghi JSON Lines của Cổng Dịch vụ công',
    en: 'The file is neither the catalogue (CSV) nor the records (JSON Lines) of the portal',
  },
} as const;
