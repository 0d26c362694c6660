/** Import reports: what each import loaded, what it reported and what it flagged, for the page of the administrator. */
import type { Selectable } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import type { ImportReportRow, ProcedureTables } from '../tables.ts';

export type ImportReport = Selectable<ImportReportRow>;

export interface ImportLine {
  readonly record: number;
  readonly code: string | null;
  readonly reasons: readonly string[];
  readonly loaded: boolean;
}

export interface ImportReportPage {
  readonly report: ImportReport;
  /** Those not loaded first, then those loaded with flags, each in the order of the file. */
  readonly lines: readonly ImportLine[];
  readonly next?: string;
}

/** Newest first. */
export async function listImportReports(db: Db<ProcedureTables>, limit: number): Promise<ImportReport[]> {
  return db.selectFrom('procedures.import_report').selectAll().orderBy('id', 'desc').limit(limit).execute();
}

/** `after` is `next` of the page before. */
export async function findImportReport(
  db: Db<ProcedureTables>,
  id: string,
  { after, limit }: { readonly after?: string; readonly limit: number },
): Promise<ImportReportPage | undefined> {
  const report = await db.selectFrom('procedures.import_report').selectAll().where('id', '=', id).executeTakeFirst();
  if (!report) return undefined;
  const [, loaded, record] = /^([01])_(\d{1,9})$/.exec(after ?? '') ?? [];
  let query = db
    .selectFrom('procedures.import_line')
    .select(['record', 'code', 'reasons', 'loaded'])
    .where('report_id', '=', id)
    .orderBy('loaded')
    .orderBy('record')
    .limit(limit + 1);
  if (record !== undefined) {
    query = query.where((row) =>
      row.or([
        row('loaded', '>', loaded === '1'),
        row.and([row('loaded', '=', loaded === '1'), row('record', '>', Number(record))]),
      ]),
    );
  }
  const lines = await query.execute();
  const shown = lines.slice(0, limit);
  const last = shown.at(-1);
  return {
    report,
    lines: shown,
    ...(lines.length > limit && last && { next: `${last.loaded ? 1 : 0}_${last.record}` }),
  };
}
