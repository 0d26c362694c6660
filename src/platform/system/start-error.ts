/** Start errors: what a person at the terminal can mend is one clear sentence; anything else keeps its stack. */
export function explainStartError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as Error & { code?: string };
  if (code === 'EADDRINUSE')
    return `${error.message}: another program listens there; set PORT to a free one. Cổng đã có chương trình khác dùng; hãy đặt PORT khác.`;
  if (code === 'ECONNREFUSED')
    return `The database does not answer (${error.message}): check DATABASE_URL. Không kết nối được cơ sở dữ liệu; kiểm tra DATABASE_URL.`;
  const known = code !== undefined && /^[a-z-]+\.[a-z-]+$/.test(code);
  return known || 'faults' in error ? error.message : (error.stack ?? error.message);
}
