/** What papers, keys and signatures can be refused for: stable codes, each with a sentence in both languages. */
import type { LocalText } from '../i18n/local-text.ts';

export interface DocumentFault {
  readonly code: DocumentFaultCode;
  readonly message: LocalText;
}

const FAULTS = {
  'documents.key-unreadable': {
    vi: 'Tệp khóa ký không đọc được: cần khóa riêng RSA hoặc EC và chứng thư số của chính khóa đó, dạng PEM.',
    en: 'The signing key cannot be read: a PEM file with an RSA or EC private key and the certificate of that key is needed.',
  },
  'documents.test-key-in-production': {
    vi: 'Khóa thử nghiệm không được dùng trong hệ thống vận hành chính thức.',
    en: 'A test key is not accepted in production.',
  },
  'documents.certificate-not-valid': {
    vi: 'Chứng thư số không có hiệu lực vào thời điểm ký.',
    en: 'The certificate is not valid at the moment of signing.',
  },
  'documents.unreadable-pdf': { vi: 'Tệp PDF không đọc được.', en: 'The PDF cannot be read.' },
  'documents.already-signed': { vi: 'Văn bản này đã được ký.', en: 'This paper is already signed.' },
  'documents.not-signed-by-person': {
    vi: 'Văn bản phải có chữ ký của người có thẩm quyền trước khi cơ quan ký số.',
    en: 'The paper needs the signature of the competent person before the agency seals it.',
  },
  'documents.already-sealed': {
    vi: 'Văn bản này đã có chữ ký số của cơ quan.',
    en: "This paper already bears the agency's seal.",
  },
  'documents.no-place-for-number': {
    vi: 'Văn bản không có chỗ ghi số và ngày, tháng, năm ban hành.',
    en: 'The paper has no place for its number and date.',
  },
  'documents.changed-after-signing': {
    vi: 'Nội dung tệp đã bị thay đổi sau khi ký.',
    en: 'The file was changed after it was signed.',
  },
  'documents.value-missing': {
    vi: 'Thiếu nội dung bắt buộc của văn bản kết quả.',
    en: 'A value the result paper cannot do without is missing.',
  },
} as const satisfies Record<string, LocalText>;

export type DocumentFaultCode = keyof typeof FAULTS;

export const documentFault = (code: DocumentFaultCode): DocumentFault => ({ code, message: FAULTS[code] });
