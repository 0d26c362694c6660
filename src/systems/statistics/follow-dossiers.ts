/** Following dossiers: after each act their rows of numbers are made anew from the journal. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { instant } from '../../platform/calendar/instant.ts';
import type { ClockEvent } from '../../platform/cases/act.ts';
import type { LegalClock } from '../../platform/cases/legal-clock.ts';
import type { ClockEventKind } from '../../platform/cases/tables.ts';
import type { Db } from '../../platform/db/database.ts';
import { readEntry } from '../../platform/journal/entry.ts';
import type { Subscriber } from '../../platform/journal/subscribers.ts';
import { dossierEntries } from '../dossiers/events.ts';
import { feedbackEntries } from '../feedback/events.ts';
import { getVersion, listStepTerms } from '../procedures/index.ts';
import { FOLLOW } from './finished-measure.ts';
import { type DossierFacts, measureDossier } from './measure-dossier.ts';
import { lockNumbers, writeHandlings } from './write-handlings.ts';

/** Every act on a dossier counts: one that is added later is followed without a word here. */
export const followDossiers = (legal: LegalClock): Subscriber => ({
  name: FOLLOW,
  types: [...Object.keys(dossierEntries), ...Object.keys(feedbackEntries)],
  handle: (trx, entry) => refresh(trx, [entry.subject.id], legal),
  // of several acts on one dossier the last decides, and of many dossiers the rows are written at once
  handleTogether: (trx, entries) => refresh(trx, [...new Set(entries.map(({ subject }) => subject.id))], legal),
});

/** One at a time: a rebuild that read before an act never overwrites what was measured after it. */
async function refresh(trx: Db, caseIds: readonly string[], legal: LegalClock): Promise<void> {
  await lockNumbers(trx);
  const facts = await readFacts(trx, caseIds);
  await writeHandlings(
    trx,
    facts.map((one) => measureDossier(one, legal)),
  );
}

interface FoundCase {
  readonly id: string;
  readonly competent_unit: string | null;
  readonly receiving_unit: string | null;
  readonly returning_unit: string | null;
  readonly channel: string | null;
  readonly simulated: boolean;
  readonly opened_at: DossierFacts['openedAt'];
  readonly due_at: DossierFacts['dueAt'];
  readonly definition_id: string | null;
  readonly sealed: readonly string[];
  readonly clock: readonly StoredEvent[];
}

interface StoredEvent {
  readonly kind: ClockEventKind;
  readonly at: string;
  readonly reason: string | null;
  readonly term: string | null;
  readonly until: string | null;
  readonly entry_id: string;
}

async function readFacts(db: QueryExecutorProvider, caseIds: readonly string[]): Promise<DossierFacts[]> {
  const found = await sql<FoundCase>`
    select c.id, c.competent_unit, c.receiving_unit, c.returning_unit, c.channel, c.simulated, c.opened_at, c.due_at, c.definition_id,
      array(select e.sealed from journal.entry e where e.subject_id = c.id order by e.recorded_at, e.seq) as sealed,
      (select coalesce(json_agg(json_build_object('kind', k.kind, 'at', k.at, 'reason', k.reason, 'term', k.term, 'until', k.until,
        'entry_id', k.entry_id) order by k.seq), '[]') from cases.clock_event k where k.case_id = c.id) as clock
    from cases.case c
    where c.id = any(${caseIds}::uuid[]) and c.kind = 'dossier' and c.competent_unit is not null and c.receiving_unit is not null
  `.execute(db);
  return Promise.all(found.rows.map((row) => factsOf(db, row)));
}

async function factsOf(db: QueryExecutorProvider, row: FoundCase): Promise<DossierFacts> {
  const entries = row.sealed.map(readEntry);
  const caseKey = entries.find(({ type }) => type === 'dossiers.dossier-submitted')?.body?.case;
  const version = row.definition_id ? await getVersion(db, row.definition_id) : undefined;
  return {
    caseId: row.id,
    competentUnit: row.competent_unit as string,
    receivingUnit: row.receiving_unit as string,
    returningUnit: row.returning_unit ?? (row.receiving_unit as string),
    channel: row.channel ?? 'counter',
    simulated: row.simulated,
    openedAt: row.opened_at,
    onlineLevel: version?.definition.online.level ?? 'unknown',
    steps: version ? listStepTerms(version.definition, typeof caseKey === 'string' ? caseKey : undefined) : [],
    entries,
    clock: row.clock.map(eventOf),
    dueAt: row.due_at,
  };
}

const eventOf = (event: StoredEvent): ClockEvent & { entryId: string } => ({
  kind: event.kind,
  at: instant(event.at),
  entryId: event.entry_id,
  ...(event.reason === null ? {} : { reason: event.reason }),
  ...(event.term === null ? {} : { term: event.term }),
  ...(event.until === null ? {} : { until: instant(event.until) }),
});
