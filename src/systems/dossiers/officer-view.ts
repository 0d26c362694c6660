/** What an officer sees of a dossier: its journal in words, papers, money, who holds it and who has looked. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { type Day, dayOf, type Instant, isoOf } from '../../platform/calendar/instant.ts';
import { findFiles, type FoundFile } from '../../platform/files/store-file.ts';
import { type ReviewSection, reviewForm } from '../../platform/forms/review.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { Locale } from '../../platform/i18n/texts.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { listReceipts, type Receipt } from '../payments/index.ts';
import { type Component, getVersion, type ProcessFlow, readFlow } from '../procedures/index.ts';
import { asApplicantsSee, readTimeline, type TimelineEntry } from './dossier-timeline.ts';
import { readProvenance, readRegisterAnswers, type RegisterAnswer } from './read-register-answers.ts';
import { reusedAmong } from './reused-papers.ts';
import type { ReusedPaper } from '../results/index.ts';
import type { LoadedDossier } from './load-dossier.ts';
import { type TimeLeft, timeLeft } from './time-left.ts';

export interface SeenBy {
  readonly name: string;
  readonly at: Instant;
}

export interface HandedPaper {
  readonly component: Component | undefined;
  readonly key: string;
  readonly files: readonly FoundFile[];
  /** By file: what comes from the applicant's store. */
  readonly reused: ReadonlyMap<string, ReusedPaper>;
  /** The day on which that is judged. */
  readonly day: Day;
  /** Taken in on paper. */
  readonly paper: boolean;
  /** What a register said in its place, or why the paper is asked for. */
  readonly answered: RegisterAnswer | undefined;
}

export interface OfficerView {
  readonly holder: LocalText | undefined;
  readonly competent: LocalText | undefined;
  readonly receiving: LocalText | undefined;
  readonly returning: LocalText | undefined;
  readonly assignee: string | undefined;
  /** Newest first. */
  readonly journal: readonly TimelineEntry[];
  readonly timeLeft: TimeLeft | undefined;
  readonly papers: readonly HandedPaper[];
  readonly review: readonly ReviewSection[];
  readonly receipts: readonly Receipt[];
  readonly seen: readonly SeenBy[];
  /** The process as this dossier goes through it: the steps it takes, in their order. */
  readonly flow: ProcessFlow | undefined;
}

export async function readOfficerView(
  platform: Pick<Platform, 'db' | 'config' | 'calendar' | 'clock'>,
  dossier: LoadedDossier,
  { locale, masked, part }: { locale: Locale; masked: boolean; part: 'whole' | 'taken' | 'asked' },
): Promise<OfficerView> {
  const { db } = platform;
  const [version, names, journal, papers, receipts, seen] = await Promise.all([
    getVersion(db, dossier.versionId),
    readNames(db, dossier),
    readTimeline(db, dossier),
    readHandedPapers(platform, dossier),
    listReceipts(db, dossier.id),
    readSeen(db, dossier.id),
  ]);
  const { unitCode, ...named } = names;
  const office = { calendar: platform.calendar(), ...(unitCode ? { unit: unitCode } : {}) };
  const context = { today: dayOf(dossier.openedAt), channel: dossier.channel, commune: dossier.areaCode, case: '' };
  return {
    ...named,
    journal: (part === 'taken' ? asApplicantsSee(journal) : journal).toReversed(),
    timeLeft: timeLeft(dossier, office, platform.clock()),
    papers: masked ? papers.map(withoutFacts) : papers,
    receipts,
    seen,
    flow: version && ownFlow(dossier, await readFlow(db, version, dossier.caseKey ?? undefined)),
    review: version
      ? reviewForm(version.form, dossier.answers, {
          context,
          locale,
          masked,
          provenance: await readProvenance(db, version, { ...dossier, context }),
        })
      : [],
  };
}

/** That a register has answered is for everybody who sees the dossier, what it said for who works on it. */
const withoutFacts = ({ answered, ...paper }: HandedPaper): HandedPaper => ({
  ...paper,
  answered: answered && { ...answered, people: [] },
});

/** Its answers have decided the ways: what is left is a row of steps. */
function ownFlow({ steps }: LoadedDossier, flow: ProcessFlow): ProcessFlow {
  const taken = flow.steps.filter(({ key }) => steps.some((step) => step.key === key));
  const inOrder = steps.flatMap(({ key }) => taken.find((step) => step.key === key) ?? []);
  return {
    ...flow,
    steps: inOrder.map((step, index) => ({
      ...step,
      guard: undefined,
      ways: [{ to: inOrder[index + 1]?.key ?? null }],
    })),
  };
}

async function readNames(db: QueryExecutorProvider, dossier: LoadedDossier) {
  const rows = await sql<{
    holder: LocalText | null;
    competent: LocalText | null;
    receiving: LocalText | null;
    returning: LocalText | null;
    code: string | null;
    assignee: string | null;
  }>`
    select (select name from organisation.unit where id = ${dossier.holdingUnit}) as holder,
           (select name from organisation.unit where id = ${dossier.competentUnit}) as competent,
           (select name from organisation.unit where id = ${dossier.receivingUnit}) as receiving,
           (select name from organisation.unit where id = ${dossier.returningUnit}) as returning,
           (select code from organisation.unit where id = ${dossier.competentUnit}) as code,
           (select name from identity.account where id = ${dossier.assignee}) as assignee
  `.execute(db);
  const row = rows.rows[0];
  return {
    holder: row?.holder ?? undefined,
    competent: row?.competent ?? undefined,
    receiving: row?.receiving ?? undefined,
    returning: row?.returning ?? undefined,
    assignee: row?.assignee ?? undefined,
    unitCode: row?.code,
  };
}

/** What each component was handed in as, in the order of the procedure. */
export async function readHandedPapers(
  platform: Pick<Platform, 'db' | 'config' | 'clock'>,
  dossier: LoadedDossier,
): Promise<HandedPaper[]> {
  const rows = await sql<{ key: string; file_id: string | null }>`
    select key, file_id from dossiers.component where case_id = ${dossier.id} order by round, supplied_at, id
  `.execute(platform.db);
  const ids = rows.rows.flatMap((row) => row.file_id ?? []);
  const files = new Map((await findFiles(platform, { ids })).map((file) => [file.id, file]));
  const reused = await reusedAmong(platform.db, ids);
  const answered = await readRegisterAnswers(platform.db, dossier);
  const keys = [...new Set([...dossier.components.map((one) => one.key), ...rows.rows.map((row) => row.key)])];
  return keys.flatMap((key) => {
    const own = rows.rows.filter((row) => row.key === key);
    const component = dossier.definition.components.find((one) => one.key === key);
    // what the list only explains is no paper that could be missing
    if (component?.handling === 'guidance' && own.length === 0) return [];
    return {
      key,
      component,
      files: own.flatMap((row) => (row.file_id ? (files.get(row.file_id) ?? []) : [])),
      reused,
      day: dayOf(platform.clock()),
      paper: own.some((row) => row.file_id === null),
      answered: answered.find(({ component }) => component.key === key),
    };
  });
}

async function readSeen(db: QueryExecutorProvider, caseId: string): Promise<SeenBy[]> {
  const rows = await sql<SeenBy>`
    select a.name, s.last_at as at from cases.seen s join identity.account a on a.id = s.account_id
    where s.case_id = ${caseId} order by s.last_at desc limit 20
  `.execute(db);
  return rows.rows;
}

/** Opening a dossier is remembered: who has seen it is part of it. */
export async function noteSeen(
  db: QueryExecutorProvider,
  { caseId, accountId, at }: { caseId: string; accountId: string; at: Instant },
): Promise<void> {
  await sql`
    insert into cases.seen (case_id, account_id, first_at, last_at) values (${caseId}, ${accountId}, ${isoOf(at)}, ${isoOf(at)})
    on conflict (case_id, account_id) do update set last_at = excluded.last_at
  `.execute(db);
}
