/** Copied pages: the pictures of an original that a certified copy is made of, as they were scanned at the counter or brought. */
import { sql } from 'kysely';
import type { PageImage } from '../../platform/documents/paper/merge-pages.ts';
import { findFiles, readFileBytes } from '../../platform/files/store-file.ts';
import type { Platform } from '../../platform/system/platform.ts';
import type { ScannedPage } from './dossier-state.ts';
import type { LoadedDossier } from './load-dossier.ts';

export interface CopiedPages {
  readonly pages: readonly PageImage[];
  /** Files that are no picture: what strangers sent as PDF is not taken apart here. */
  readonly others: number;
}

/** Undefined for results that copy nothing. Pages put in order while digitising count before files handed in as they were. */
export async function findCopiedPages(
  { db, config }: Pick<Platform, 'db' | 'config'>,
  { id, definition, digitisations }: Pick<LoadedDossier, 'id' | 'definition' | 'digitisations'>,
): Promise<CopiedPages | undefined> {
  const from = definition.results.find(({ copy }) => copy)?.copy?.scanned;
  if (from === undefined) return undefined;
  const ordered = digitisations.find(({ component }) => component === from)?.pages ?? [];
  const wanted: readonly ScannedPage[] = ordered.length > 0 ? ordered : await listFiles();
  const found = new Map(
    (await findFiles({ db, config }, { ids: wanted.map(({ file }) => file) })).map((one) => [one.id, one]),
  );
  const pages = await Promise.all(
    wanted.map(async ({ file, turn }): Promise<PageImage | undefined> => {
      const { type, digest, ownerId } = found.get(file) ?? {};
      if ((type !== 'jpeg' && type !== 'png') || digest === undefined || ownerId !== id) return undefined;
      const bytes = await readFileBytes(config, digest);
      return bytes && { bytes, type, turn };
    }),
  );
  const whole = pages.filter((page) => page !== undefined);
  return { pages: whole, others: pages.length - whole.length };

  async function listFiles(): Promise<ScannedPage[]> {
    const rows = await sql<{ file: string }>`
      select file_id as file from dossiers.component where case_id = ${id} and key = ${from} and file_id is not null
      order by supplied_at, id
    `.execute(db);
    return rows.rows.map(({ file }) => ({ file, turn: 0 }));
  }
}
