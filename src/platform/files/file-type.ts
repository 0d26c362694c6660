/** The kinds of file the program takes, with their names in mail and on disks. */

export type FileType = 'pdf' | 'jpeg' | 'png' | 'webp' | 'docx' | 'xlsx';

interface Kind {
  readonly mime: string;
  /** Endings of names, the first the usual one. */
  readonly endings: readonly string[];
}

const KINDS: Record<FileType, Kind> = {
  pdf: { mime: 'application/pdf', endings: ['pdf'] },
  jpeg: { mime: 'image/jpeg', endings: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  png: { mime: 'image/png', endings: ['png'] },
  webp: { mime: 'image/webp', endings: ['webp'] },
  docx: { mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx'] },
  xlsx: { mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
};

export const FILE_TYPES = Object.keys(KINDS) as readonly FileType[];

export const mimeOf = (type: FileType): string => KINDS[type].mime;

export const endingsOf = (type: FileType): readonly string[] => KINDS[type].endings;

/** How a sentence names the kind: PDF, JPEG. */
export const label = (type: FileType): string => type.toUpperCase();
