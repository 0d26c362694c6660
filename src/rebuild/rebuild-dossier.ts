/** A dossier made again: its rows, its national status and its numbers, from its entries and the definition it was pinned to. */
import { isoOf } from '../platform/calendar/instant.ts';
import type { LegalClock } from '../platform/cases/legal-clock.ts';
import type { RecordedTables } from '../platform/cases/effect.ts';
import { clockOfRows, rebuildCase, type RebuiltCase } from '../platform/cases/rebuild-case.ts';
import type { ReadEntry } from '../platform/journal/entry.ts';
import type { DossierOutcome, Waiting } from '../systems/dossiers/dossier-state.ts';
import { hasBegun, type NationalStatus, nationalStatus } from '../systems/dossiers/national-status.ts';
import type { CaseStatus } from '../platform/cases/tables.ts';
import type { PinnedVersion } from '../systems/procedures/index.ts';
import { factsOf } from './facts-of.ts';
import { withCopies } from './rebuild-incident.ts';
import { type Handling, measureDossier } from '../systems/statistics/measure-dossier.ts';

export interface RebuiltDossier extends RebuiltCase {
  /** Undefined when the journal does not hold the whole of it. */
  readonly whole:
    | {
        readonly national: NationalStatus;
        /** By the calendar valid now; undefined when none runs. */
        readonly due: string | undefined;
        /** What was paid, by the payments themselves. */
        readonly paid: number;
        readonly measured: Handling;
      }
    | undefined;
}

interface Known {
  readonly recorded: RecordedTables;
  readonly legal: LegalClock;
  readonly versionOf: (id: string) => PinnedVersion | undefined;
}

export function rebuildDossier(id: string, entries: readonly ReadEntry[], known: Known): RebuiltDossier {
  const rebuilt = rebuildCase(entries, known.recorded);
  const kase = rebuilt.rows.get('cases.case')?.get(id);
  // of other kinds of case the rows are made again, and nothing follows from them
  if (rebuilt.before.length > 0 || rebuilt.faults.length > 0 || kase?.kind !== 'dossier')
    return { ...rebuilt, rows: withCopies(id, rebuilt.rows), whole: undefined };
  const clock = clockOfRows(rebuilt.rows.get('cases.clock_event')?.values() ?? []);
  const unit = textOf(kase.competent_unit);
  const due = kase.status === 'open' ? known.legal.caseDue(clock, unit) : null;
  const measured = measureDossier(factsOf(kase, { entries, clock, versionOf: known.versionOf }), known.legal);
  return {
    ...rebuilt,
    whole: {
      national: nationalStatus({
        status: kase.status as CaseStatus,
        outcome: kase.outcome as DossierOutcome | null,
        waiting: (kase.waiting ?? null) as Waiting | null,
        clock,
        assignee: textOf(kase.assignee_id),
        begun: hasBegun(entries.map(({ type }) => type)),
      }),
      due: due === null ? undefined : isoOf(due),
      paid: entries.reduce((sum, { type, body }) => sum + (type === PAYMENT ? Number(body?.amount) : 0), 0),
      measured,
    },
  };
}

const PAYMENT = 'dossiers.payment-recorded';

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
