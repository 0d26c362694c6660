/** A field of a CSV file. RFC 4180; what begins like a formula is kept text. */
export function csvField(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csvLines = (lines: readonly (readonly string[])[]): string =>
  lines.map((line) => `${line.map(csvField).join(',')}\r\n`).join('');

/** A file, with the mark that tells spreadsheets its encoding. */
export const csvText = (lines: readonly (readonly string[])[]): string => `\uFEFF${csvLines(lines)}`;
