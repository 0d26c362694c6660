/** Preview kind: how a paper can be shown inside a page, by what it is. */

export type PreviewKind = 'picture' | 'pages';

export const PDF = 'application/pdf';

/** Undefined where it can only be kept, as documents of an office suite are. */
export function previewKind(type: string): PreviewKind | undefined {
  if (/^image\/(jpeg|png|webp)$/.test(type)) return 'picture';
  return type === PDF ? 'pages' : undefined;
}
