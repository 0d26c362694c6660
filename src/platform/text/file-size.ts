/** Sizes of files as people read them. */
import type { Locale } from '../i18n/texts.ts';

/** `0,4 MB`, `12 MB`; under a tenth of a megabyte in kilobytes. */
export function fileSizeText(bytes: number, locale: Locale = 'vi'): string {
  const megabytes = bytes / (1024 * 1024);
  if (megabytes < 0.1) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  const digits = megabytes < 10 ? 1 : 0;
  return `${new Intl.NumberFormat(locale === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: digits }).format(megabytes)} MB`;
}
