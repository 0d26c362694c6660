/** Start errors: what a person at the terminal can mend is one clear sentence; anything else keeps its stack. */
const SENTENCES: Readonly<Record<string, string>> = {
  EADDRINUSE:
    'another program listens there; set PORT to a free one. Cổng đã có chương trình khác dùng; hãy đặt PORT khác.',
  EADDRNOTAVAIL: 'this machine has no such address; check HOST. Máy này không có địa chỉ đó; kiểm tra HOST.',
  ENOTFOUND:
    'no machine has that name; check HOST and DATABASE_URL. Không có máy nào tên như vậy; kiểm tra HOST và DATABASE_URL.',
  ECONNREFUSED:
    'the database does not answer; check DATABASE_URL. Không kết nối được cơ sở dữ liệu; kiểm tra DATABASE_URL.',
  ETIMEDOUT:
    'the database does not answer; check DATABASE_URL. Không kết nối được cơ sở dữ liệu; kiểm tra DATABASE_URL.',
  // SQLSTATEs of PostgreSQL at the door
  '28P01':
    'the database refuses the role or its password; check DATABASE_URL and DATABASE_OWNER_URL. Sai vai trò hoặc mật khẩu của cơ sở dữ liệu.',
  '28000':
    'the database refuses the role; check DATABASE_URL and DATABASE_OWNER_URL. Cơ sở dữ liệu không nhận vai trò này.',
  '3D000':
    'make the database first, as docs/operate/install.md says. Chưa có cơ sở dữ liệu; hãy tạo như docs/operate/install.md.',
};

export function explainStartError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code = '', syscall } = error as Error & { code?: string; syscall?: string };
  if (code === 'EACCES' && syscall === 'listen')
    return `${error.message}: this user may not listen there; set PORT to 1024 or more. Người dùng này không được mở cổng đó; hãy đặt PORT từ 1024.`;
  const sentence = Object.hasOwn(SENTENCES, code) ? SENTENCES[code] : undefined;
  if (sentence !== undefined) return `${error.message || code}: ${sentence}`;
  const known = /^[a-z-]+\.[a-z-]+$/.test(code);
  return known || 'faults' in error ? error.message : (error.stack ?? error.message);
}
