/** Anchors of entries: where a list is opened again, so that the keyboard goes on at the entry that moved. */
export const anchorOf = (id: string): string => `muc-${id.replaceAll(/[^A-Za-z0-9_-]/g, '-')}`;
