/** A dossier made again: its rows, its national status and its numbers, from its entries and the definition it was pinned to. */
import { instant, isoOf } from '../platform/calendar/instant.ts';
import type { LegalClock } from '../platform/cases/legal-clock.ts';
import type { RecordedTables } from '../platform/cases/effect.ts';
import { clockOfRows, rebuildCase, type RebuiltCase, type Row } from '../platform/cases/rebuild-case.ts';
import type { ReadEntry } from '../platform/journal/entry.ts';
import type { DossierOutcome, Waiting } from '../systems/dossiers/dossier-state.ts';
import { type NationalStatus, nationalStatus } from '../systems/dossiers/national-status.ts';
import type { CaseStatus } from '../platform/cases/tables.ts';
import { listStepTerms, type PinnedVersion } from '../systems/procedures/index.ts';
import { handlingRow, partRows } from '../systems/statistics/handling-rows.ts';
import { measureDossier } from '../systems/statistics/measure-dossier.ts';

export interface RebuiltDossier extends RebuiltCase {
  /** Undefined when the journal does not hold the whole of it. */
  readonly whole:
    | {
        readonly national: NationalStatus;
        /** By the calendar valid now; undefined when none runs. */
        readonly due: string | undefined;
        /** What was paid, by the payments themselves. */
        readonly paid: number;
        readonly handling: Row;
        readonly parts: ReadonlyMap<string, Row>;
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
  if (rebuilt.before.length > 0 || rebuilt.faults.length > 0 || !kase) return { ...rebuilt, whole: undefined };
  const clock = clockOfRows(rebuilt.rows.get('cases.clock_event')?.values() ?? []);
  const unit = textOf(kase.competent_unit);
  const due = kase.status === 'open' ? known.legal.caseDue(clock, unit) : null;
  const measured = measureDossier(factsOf(kase, { entries, clock, known }), known.legal);
  return {
    ...rebuilt,
    whole: {
      national: nationalStatus({
        status: kase.status as CaseStatus,
        outcome: kase.outcome as DossierOutcome | null,
        waiting: (kase.waiting ?? null) as Waiting | null,
        clock,
        assignee: textOf(kase.assignee_id),
        begun: entries.some(({ type }) => BEGINNING.has(type)),
      }),
      due: due === null ? undefined : isoOf(due),
      paid: entries.reduce((sum, { type, body }) => sum + (type === PAYMENT ? Number(body?.amount) : 0), 0),
      handling: handlingRow(measured) as Row,
      parts: new Map(partRows(measured).map((part) => [String(part.seq), part as Row])),
    },
  };
}

const PAYMENT = 'dossiers.payment-recorded';
const BEGINNING = new Set(['dossiers.step-completed', 'dossiers.step-sent-back', 'dossiers.result-signed']);

function factsOf(
  kase: Row,
  {
    entries,
    clock,
    known,
  }: { readonly entries: readonly ReadEntry[]; readonly clock: ReturnType<typeof clockOfRows>; readonly known: Known },
): Parameters<typeof measureDossier>[0] {
  const caseKey = entries.find(({ type }) => type === 'dossiers.dossier-submitted')?.body?.case;
  const version = known.versionOf(textOf(kase.definition_id) ?? '');
  return {
    caseId: kase.id as string,
    competentUnit: textOf(kase.competent_unit) ?? '',
    receivingUnit: textOf(kase.receiving_unit) ?? '',
    channel: textOf(kase.channel) ?? 'counter',
    simulated: kase.simulated === true,
    openedAt: instant(kase.opened_at as string),
    onlineLevel: version?.definition.online.level ?? 'unknown',
    steps: version ? listStepTerms(version.definition, textOf(caseKey) ?? undefined) : [],
    entries,
    clock,
    dueAt: typeof kase.due_at === 'string' ? instant(kase.due_at) : null,
  };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
