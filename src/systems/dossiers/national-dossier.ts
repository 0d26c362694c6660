/** What the national portal is told of a dossier: how it stands, and the dossier as it was after one of its entries. */
import { ENDING_ENTRIES } from './events.ts';
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Instant } from '../../platform/calendar/instant.ts';
import { loadCase } from '../../platform/cases/load-case.ts';
import type { Db } from '../../platform/db/database.ts';
import { listIssuedDocuments } from '../../platform/documents/issued-document.ts';
import { textAt } from './application.ts';
import type { Channel, DossierOutcome, Waiting } from './dossier-state.ts';
import { readTimeline, type TimelineEntry } from './dossier-timeline.ts';
import { itemTexts } from './timeline-words.ts';
import { BEGUN, type LoadedDossier, loadDossier } from './load-dossier.ts';
import { type NationalStatus, nationalStatus } from './national-status.ts';
import type { Applicant } from './submission.ts';
import type { DossierTables, ReceiveBy } from './tables.ts';

export interface NationalDossier {
  readonly code: string;
  readonly procedure: { readonly code: string; readonly name: string };
  readonly field: { readonly code: string; readonly name: string };
  readonly channel: Channel;
  readonly applicant: Applicant;
  readonly office: string;
  readonly receiveBy: ReceiveBy;
  /** Each null until it has come about. */
  readonly acceptedAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly returnedAt: Instant | null;
  readonly papers: readonly { readonly id: string; readonly component: string; readonly name: string }[];
  readonly fees: readonly { readonly key: string; readonly name: string; readonly amount: number }[];
  readonly supplements: readonly NationalSupplement[];
  readonly results: readonly NationalResult[];
  readonly act: NationalAct;
}

export interface NationalSupplement {
  readonly id: string;
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly asked: string;
  readonly suppliedAt: Instant | null;
  readonly note: string;
}

export interface NationalResult {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  /** Of its public page. */
  readonly checkCode: string;
}

/** The entry itself, as a step of the work. */
interface NationalAct {
  readonly at: Instant;
  /** When the step before it was over. */
  readonly begunAt: Instant;
  readonly stepDueAt: Instant | null;
  readonly what: string;
  readonly who: string;
  readonly position: string;
  readonly unit: string;
}

/** As it stands when it is read. Undefined when the case is no dossier. */
export async function findNationalStanding(
  db: QueryExecutorProvider,
  caseId: string,
): Promise<{ readonly status: NationalStatus; readonly simulated: boolean } | undefined> {
  const found = await loadCase(db, { id: caseId }, 'all', BEGUN);
  if (found?.kind !== 'dossier') return undefined;
  const { status, clock, begun, assignee_id: assignee, simulated } = found;
  const read = { status, clock, begun, assignee, outcome: found.outcome as DossierOutcome | null };
  return { status: nationalStatus({ ...read, waiting: found.waiting as Waiting | null }), simulated };
}

/** Undefined when there is no such dossier, or no such entry of it. */
export async function findNationalDossier<T>(
  db: Db<T>,
  { caseId, entryId }: { readonly caseId: string; readonly entryId: string },
): Promise<NationalDossier | undefined> {
  const own = db as unknown as Db<DossierTables>;
  const dossier = await loadDossier(own, { id: caseId }, 'all');
  if (!dossier) return undefined;
  const timeline = await readTimeline(db, dossier);
  const told = timeline.slice(0, timeline.findIndex(({ id }) => id === entryId) + 1);
  const entry = told.at(-1);
  if (!entry) return undefined;
  const accepted = timeOf(told, ['dossiers.dossier-accepted']);
  return {
    code: dossier.code,
    procedure: { code: dossier.definition.code, name: dossier.definition.name.vi },
    field: { code: dossier.definition.field.code, name: dossier.definition.field.name.vi },
    channel: dossier.channel,
    applicant: dossier.applicant,
    office: await unitName(db, dossier.competentUnit),
    receiveBy: dossier.receiveBy,
    acceptedAt: accepted,
    dueAt: accepted === null ? null : dossier.dueAt,
    endedAt: timeOf(told, ENDING_ENTRIES),
    returnedAt: timeOf(told, ['dossiers.result-returned']),
    papers: await readPapers(own, dossier, entry.at),
    fees: dossier.fees.map(({ key, name, amount }) => ({ key, name: name.vi, amount })),
    supplements: supplementsOf(told),
    results: await readResults(db, caseId, entry.at),
    act: { ...(await actOf(db, entry)), begunAt: told.at(-2)?.at ?? entry.at, stepDueAt: dossier.stepDueAt },
  };
}

const timeOf = (told: readonly TimelineEntry[], types: readonly string[]): Instant | null =>
  told.findLast(({ type }) => types.includes(type))?.at ?? null;

async function unitName(db: QueryExecutorProvider, id: string): Promise<string> {
  const found = await sql<{ name: string }>`
    select name ->> 'vi' as name from organisation.unit where id = ${id}
  `.execute(db);
  return found.rows[0]?.name ?? '';
}

async function readPapers(
  db: Db<DossierTables>,
  { id, definition }: LoadedDossier,
  at: Instant,
): Promise<NationalDossier['papers']> {
  const rows = await db
    .selectFrom('dossiers.component')
    .select(['id', 'key', 'supplied_at'])
    .where('case_id', '=', id)
    .orderBy('supplied_at')
    .orderBy('id')
    .execute();
  return rows
    .filter((row) => row.supplied_at <= at)
    .map(({ id: paper, key }) => {
      const component = definition.components.find((one) => one.key === key);
      return { id: paper, component: component?.code ?? key, name: component?.name.vi ?? key };
    });
}

/** Each request for more, with what was handed in for it. */
function supplementsOf(told: readonly TimelineEntry[]): NationalSupplement[] {
  const supplements: NationalSupplement[] = [];
  for (const entry of told) {
    if (entry.type === 'dossiers.supplement-asked') {
      const asked = [...itemTexts(entry.contents.items).map(({ vi }) => vi), textAt(entry.contents, 'reason')];
      supplements.push({
        id: entry.id,
        askedBy: entry.person ?? '',
        askedAt: entry.at,
        asked: asked.filter((text) => text !== '').join('; '),
        suppliedAt: null,
        note: '',
      });
    }
    const open = supplements.at(-1);
    if (entry.type === 'dossiers.supplement-supplied' && open?.suppliedAt === null)
      supplements[supplements.length - 1] = { ...open, suppliedAt: entry.at, note: textAt(entry.contents, 'note') };
  }
  return supplements;
}

async function readResults(db: QueryExecutorProvider, caseId: string, at: Instant): Promise<NationalResult[]> {
  const papers = await listIssuedDocuments(db, caseId);
  return papers
    .filter(({ number, issuedAt, replacedBy }) => number !== null && replacedBy === null && issuedAt <= at)
    .map(({ id, meaning, title, code }) => ({ id, key: meaning, name: title, checkCode: code }));
}

async function actOf(
  db: QueryExecutorProvider,
  entry: TimelineEntry,
): Promise<Omit<NationalAct, 'begunAt' | 'stepDueAt'>> {
  const found = await sql<{ position: string | null; unit: string | null }>`
    select p.title ->> 'vi' as position, u.name ->> 'vi' as unit from journal.entry e
      left join organisation.holding h on h.id = (e.sealed::jsonb #>> '{actor,position}')::uuid
      left join organisation.position p on p.id = h.position_id
      left join organisation.unit u on u.id = e.unit_id
    where e.id = ${entry.id}
  `.execute(db);
  const { position = null, unit = null } = found.rows[0] ?? {};
  return {
    at: entry.at,
    what: [`${entry.act.vi}.`, ...entry.detail.map(({ vi }) => vi)].join(' '),
    who: entry.person ?? '',
    position: position ?? (entry.byApplicant ? 'Người nộp hồ sơ' : ''),
    unit: unit ?? '',
  };
}
