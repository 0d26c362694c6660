/** What a file can be refused for: stable codes, each with a sentence in both languages. */
import type { LocalText } from '../i18n/local-text.ts';

export interface FileFault {
  readonly code: FileFaultCode;
  readonly message: LocalText;
}

const FAULTS = {
  'files.empty': { vi: 'Tệp rỗng, không có nội dung.', en: 'The file is empty.' },
  'files.too-large': {
    vi: 'Tệp lớn hơn mức cho phép ({limit} MB).',
    en: 'The file is larger than allowed ({limit} MB).',
  },
  'files.type-not-allowed': {
    vi: 'Không nhận loại tệp này. Xin gửi tệp {allowed}.',
    en: 'This kind of file is not accepted. Please send {allowed}.',
  },
  'files.type-mismatch': {
    vi: 'Tên tệp ghi là {declared} nhưng nội dung là {found}. Xin kiểm tra lại tệp.',
    en: 'The file is named as {declared} but its content is {found}. Please check the file.',
  },
  'files.image-damaged': {
    vi: 'Ảnh bị hỏng, không đọc được. Xin chụp hoặc quét lại.',
    en: 'The picture is damaged. Please take or scan it again.',
  },
  'files.quarantined': {
    vi: 'Tệp đang chờ kiểm tra mã độc, chưa mở được.',
    en: 'The file is waiting for the virus check and cannot be opened yet.',
  },
  'files.infected': {
    vi: 'Tệp có mã độc nên không mở được.',
    en: 'The file holds malicious code and cannot be opened.',
  },
} as const satisfies Record<string, LocalText>;

export type FileFaultCode = keyof typeof FAULTS;

export function fileFault(code: FileFaultCode, values: Readonly<Record<string, string | number>> = {}): FileFault {
  const fill = (text: string) => text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  return { code, message: { vi: fill(FAULTS[code].vi), en: fill(FAULTS[code].en) } };
}
