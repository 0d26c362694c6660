/** Everything the citizen's dossier page shows, read in one place. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Instant } from '../../platform/calendar/instant.ts';
import type { Office } from '../../platform/calendar/working-time.ts';
import type { CaseScope } from '../../platform/cases/load-case.ts';
import type { Db } from '../../platform/db/database.ts';
import { type IssuedDocument, listIssuedDocuments } from '../../platform/documents/issued-document.ts';
import { findFiles, type FoundFile } from '../../platform/files/store-file.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { Platform } from '../../platform/system/platform.ts';
import {
  type BilledItem,
  findPaymentRequest,
  listBilledItems,
  listOwnRefunds,
  listReceipts,
  type OwnRefund,
  type PaymentRequest,
  type Receipt,
} from '../payments/index.ts';
import { readTimeline, type TimelineEntry } from './dossier-timeline.ts';
import { type LoadedDossier, loadDossier } from './load-dossier.ts';
import { readRegisterAnswers, type RegisterAnswer } from './read-register-answers.ts';
import type { DossierTables } from './tables.ts';
import { type TimeLeft, timeLeft } from './time-left.ts';

export interface HandedPaper {
  readonly key: string;
  readonly name: LocalText;
  /** Undefined for paper taken in at the counter. */
  readonly file?: FoundFile;
  /** Which supplement brought it; 0 came with the submission. */
  readonly round: number;
}

export interface DossierView {
  readonly dossier: LoadedDossier;
  readonly entries: readonly TimelineEntry[];
  readonly unitName: (unitId: string) => LocalText | undefined;
  readonly areaName: LocalText | undefined;
  readonly office: Office;
  readonly time: TimeLeft | undefined;
  readonly papers: readonly HandedPaper[];
  /** Components that a register answered in place of a paper. */
  readonly answered: readonly RegisterAnswer[];
  readonly payment: PaymentRequest | undefined;
  readonly receipts: readonly Receipt[];
  /** What was last asked for, item by item: published fees and what another body has fixed. */
  readonly billed: readonly BilledItem[];
  readonly refunds: readonly OwnRefund[];
  /** The numbered paper in force. */
  readonly issued: IssuedDocument | undefined;
}

export interface ViewQuestion {
  readonly platform: Pick<Platform, 'config' | 'calendar'>;
  readonly db: Db<DossierTables>;
  readonly code: string;
  readonly scope: CaseScope;
  readonly now: Instant;
}

/** Undefined when there is no such dossier in the scope. */
export async function readDossierView({
  platform,
  db,
  code,
  scope,
  now,
}: ViewQuestion): Promise<DossierView | undefined> {
  const dossier = await loadDossier(db, { code }, scope);
  if (!dossier) return undefined;
  const [entries, units, areaName, papers, payment, receipts, billed, refunds, documents, answered] = await Promise.all(
    [
      readTimeline(db, dossier),
      readUnits(db, dossier),
      findAreaName(db, dossier),
      readPapers(platform, db, dossier),
      findPaymentRequest(db, dossier.id),
      listReceipts(db, dossier.id),
      listBilledItems(db, dossier.id),
      listOwnRefunds(db, dossier.id),
      listIssuedDocuments(db, dossier.id),
      readRegisterAnswers(db, dossier),
    ],
  );
  const office = { calendar: platform.calendar(), ...unitOf(units.get(dossier.competentUnit)?.code) };
  return {
    dossier,
    entries,
    unitName: (unitId) => units.get(unitId)?.name,
    areaName,
    office,
    time: timeLeft(dossier, office, now),
    papers,
    answered: answered.filter(({ state }) => state === 'answered'),
    payment,
    receipts,
    billed,
    refunds,
    issued: documents.findLast((paper) => paper.number !== null && paper.replacedBy === null),
  };
}

const unitOf = (code: string | null | undefined) => (code ? { unit: code } : {});

async function readUnits(db: QueryExecutorProvider, dossier: LoadedDossier) {
  const ids = [
    dossier.receivingUnit,
    dossier.returningUnit,
    dossier.competentUnit,
    ...(dossier.holdingUnit === null ? [] : [dossier.holdingUnit]),
    ...dossier.steps.map((step) => step.unitId),
  ];
  const found = await sql<{ id: string; name: LocalText; code: string | null }>`
    select id, name, code from organisation.unit where id = any(${[...new Set(ids)]}::uuid[])
  `.execute(db);
  return new Map(found.rows.map((row) => [row.id, row]));
}

/** Codes were given again in 2025: the area is the one that bore the code when the dossier was opened. */
async function findAreaName(db: QueryExecutorProvider, { areaCode, openedAt }: LoadedDossier) {
  const found = await sql<{ name: LocalText }>`
    select name from organisation.area where code = ${areaCode}
      and daterange(valid_from, valid_to, '[]') @> to_timestamp(${openedAt / 1000})::date limit 1
  `.execute(db);
  return found.rows[0]?.name;
}

async function readPapers(
  { config }: Pick<Platform, 'config'>,
  db: Db<DossierTables>,
  dossier: LoadedDossier,
): Promise<HandedPaper[]> {
  const rows = await db
    .selectFrom('dossiers.component')
    .select(['key', 'file_id', 'round'])
    .where('case_id', '=', dossier.id)
    .orderBy('supplied_at')
    .orderBy('id')
    .execute();
  const ids = rows.flatMap((row) => (row.file_id === null ? [] : [row.file_id]));
  const files = new Map((await findFiles({ db, config }, { ids })).map((file) => [file.id, file]));
  return rows.map(({ key, file_id: fileId, round }) => {
    const file = fileId === null ? undefined : files.get(fileId);
    const component = dossier.definition.components.find((one) => one.key === key);
    return { key, name: component?.name ?? { vi: key }, round, ...(file && { file }) };
  });
}
