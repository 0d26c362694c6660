/** What a file is for decides which kinds are taken and how large it may be. */
import type { FileType } from './file-type.ts';

export type FilePurpose = 'component' | 'photo' | 'result';

export interface PurposeRule {
  readonly types: readonly FileType[];
  /** Bytes. */
  readonly limit: number;
}

const MB = 1024 * 1024;

/** [design] Limits of our own; the national portal's are not published with the procedures. */
const RULES: Record<FilePurpose, PurposeRule> = {
  component: { types: ['pdf', 'jpeg', 'png', 'webp', 'docx', 'xlsx'], limit: 10 * MB },
  photo: { types: ['jpeg', 'png', 'webp'], limit: 10 * MB },
  result: { types: ['pdf'], limit: 20 * MB },
};

export const ruleOf = (purpose: FilePurpose): PurposeRule => RULES[purpose];

export const megabytes = (bytes: number): number => Math.floor(bytes / MB);
