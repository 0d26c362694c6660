/** What a backup or a restore is refused for: stable codes, each with a sentence in both languages. */
import { defineTexts } from '../i18n/texts.ts';
import type { LocalText } from '../i18n/local-text.ts';

export interface BackupFault {
  readonly code: BackupFaultCode;
  readonly message: Required<LocalText>;
}

/** `subject` is the folder, file, table or version that the sentence speaks of. */
const texts = defineTexts({
  'backup.owner-needed': {
    vi: () => 'Sao lưu và phục hồi cần quyền chủ cơ sở dữ liệu; hãy đặt DATABASE_OWNER_URL.',
    en: () => 'Backup and restore need the rights of the database owner; set DATABASE_OWNER_URL.',
  },
  'backup.folder-not-empty': {
    vi: (subject: string) => `Thư mục ${subject} đã có nội dung; mỗi bản sao lưu cần một thư mục mới.`,
    en: (subject: string) => `The folder ${subject} has content already; each backup wants a new folder.`,
  },
  'backup.folder-unusable': {
    vi: (subject: string) => `Không ghi hoặc đọc được ${subject}; hãy kiểm tra thư mục cha, quyền và dung lượng.`,
    en: (subject: string) => `${subject} can't be written or read; check the folder above it, permissions and space.`,
  },
  'backup.not-a-backup': {
    vi: (subject: string) => `${subject} không phải là một bản sao lưu trọn vẹn: thiếu hoặc hỏng tệp manifest.json.`,
    en: (subject: string) => `${subject} is not a complete backup: manifest.json is missing or damaged.`,
  },
  'backup.damaged': {
    vi: (subject: string) => `Bản sao lưu bị hỏng tại ${subject}; không có gì được phục hồi.`,
    en: (subject: string) => `The backup is damaged at ${subject}; nothing was restored.`,
  },
  'backup.newer-program': {
    vi: (subject: string) =>
      `Bản sao lưu do một phiên bản mới hơn tạo ra (${subject}); hãy phục hồi bằng phiên bản đó hoặc mới hơn.`,
    en: (subject: string) =>
      `The backup was made by a newer program (${subject}); restore it with that version or a newer one.`,
  },
  'backup.target-not-empty': {
    vi: () =>
      'Cơ sở dữ liệu này đã có nhật ký; chỉ phục hồi vào một bản cài đặt trống (DATA_DIR hoặc DATABASE_URL mới).',
    en: () =>
      'This database has a journal already; restore only into an empty installation (a new DATA_DIR or DATABASE_URL).',
  },
  'backup.keys-missing': {
    vi: (subject: string) =>
      `Thiếu các khóa của bản cài đặt cũ; hãy chỉ ra thư mục sao lưu khóa bằng --keys (thường là ${subject}).`,
    en: (subject: string) =>
      `The keys of the old installation are missing; name their backup folder with --keys (usually ${subject}).`,
  },
  'backup.keys-differ': {
    vi: (subject: string) => `Khóa nhật ký trong ${subject} không phải khóa của bản sao lưu này.`,
    en: (subject: string) => `The journal key in ${subject} is not the one of this backup.`,
  },
});

export type BackupFaultCode = keyof ReturnType<typeof texts>;

export const backupFault = (code: BackupFaultCode, subject = ''): BackupFault => ({
  code,
  message: { vi: texts('vi')[code](subject), en: texts('en')[code](subject) },
});

/** Carries a fault out of the transaction that must be rolled back; never leaves this folder. */
export class BackupInterrupted extends Error {
  readonly fault: BackupFault;

  constructor(fault: BackupFault, options?: ErrorOptions) {
    super(fault.message.en, options);
    this.fault = fault;
  }
}

/** Answers the fault that interrupted the work; the operating system's refusals become one too, everything else is thrown on. */
export async function orFault<T>(work: Promise<T>): Promise<T | { readonly fault: BackupFault }> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof BackupInterrupted) return { fault: error.fault };
    const { code, path } = error as NodeJS.ErrnoException;
    if (
      code !== undefined &&
      path !== undefined &&
      ['ENOENT', 'EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR'].includes(code)
    )
      return { fault: backupFault('backup.folder-unusable', path) };
    throw error;
  }
}
