/** Names of files as people gave them, made safe to show, to store and to send back. */
import { type FileType, mimeOf } from './file-type.ts';

const LONGEST = 120;

/** The last part of a path, composed letters, no control or direction signs, at most 120 characters with its ending kept. */
export function cleanFileName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last.replaceAll(UNSAFE, ' ').replaceAll(/\s+/g, ' ').trim();
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(plain)?.[0] ?? '';
  const stem = plain.slice(0, plain.length - ending.length).replace(/^[.\s]+/, '');
  const short = Array.from(stem)
    .slice(0, LONGEST - ending.length)
    .join('')
    .trim();
  return `${short === '' ? 'tep' : short}${ending}`;
}

/** Control and direction signs, and what some file system forbids. */
const UNSAFE = /[\p{Cc}\p{Cf}<>:"|?*]/gu;

/** Headers that make a browser save the file and never guess its type (RFC 6266, RFC 8187). */
export function downloadHeaders(name: string, type: FileType): Record<string, string> {
  const clean = cleanFileName(name);
  const ascii = clean
    .normalize('NFD')
    .replaceAll(/[^\x20-\x7e]/g, '')
    .replaceAll(/["\\%]/g, '_');
  return {
    'content-type': mimeOf(type),
    'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(clean).replaceAll(/['()*]/g, percent)}`,
    'x-content-type-options': 'nosniff',
  };
}

const percent = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
