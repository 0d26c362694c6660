/** Tells what kind of file bytes are by what is in them, never by what they are called. */
import { fileTypeFromBuffer } from 'file-type';
import { type FileFault, fileFault } from './file-fault.ts';
import { endingsOf, FILE_TYPES, type FileType, label, mimeOf } from './file-type.ts';
import { type FilePurpose, megabytes, ruleOf } from './purpose.ts';

/** What came with the bytes: the name the person's program gave, and the type it claimed. */
export interface Declared {
  readonly name: string;
  readonly mime?: string;
}

export type Sniffed =
  | { readonly type: FileType; readonly fault?: undefined }
  | { readonly fault: FileFault; readonly type?: undefined };

/** The kind of these bytes when the purpose takes it, and name and claimed type do not contradict it. */
export async function sniffFile(bytes: Uint8Array, declared: Declared, purpose: FilePurpose): Promise<Sniffed> {
  const { types, limit } = ruleOf(purpose);
  if (bytes.length === 0) return { fault: fileFault('files.empty') };
  if (bytes.length > limit) return { fault: fileFault('files.too-large', { limit: megabytes(limit) }) };
  const type = await typeOf(bytes);
  if (!type || !types.includes(type)) {
    return { fault: fileFault('files.type-not-allowed', { allowed: types.map(label).join(', ') }) };
  }
  const claimed = contradiction(type, declared);
  if (claimed !== undefined)
    return { fault: fileFault('files.type-mismatch', { declared: claimed, found: label(type) }) };
  return { type };
}

async function typeOf(bytes: Uint8Array): Promise<FileType | undefined> {
  const found = await fileTypeFromBuffer(bytes);
  return FILE_TYPES.find((type) => mimeOf(type) === found?.mime);
}

/** What the name or the claimed type says instead; a name without an ending and an unknown type say nothing. */
function contradiction(type: FileType, { name, mime }: Declared): string | undefined {
  const ending = /\.(\d*[A-Za-z][A-Za-z0-9]{0,9})$/.exec(name.trim())?.[1]?.toLowerCase();
  if (ending !== undefined && !endingsOf(type).includes(ending)) return `.${ending}`;
  const claimed = mime?.split(';')[0]?.trim().toLowerCase() ?? '';
  const says =
    claimed !== '' &&
    claimed !== 'application/octet-stream' &&
    claimed !== mimeOf(type) &&
    !(type === 'jpeg' && /^image\/(jpg|pjpeg)$/.test(claimed));
  return says ? claimed : undefined;
}
