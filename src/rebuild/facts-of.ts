/** Facts: what the numbers of a dossier are measured from, out of the row of its case, stored or rebuilt. */
import { instant } from '../platform/calendar/instant.ts';
import type { Row } from '../platform/cases/rebuild-case.ts';
import { listStepTerms, type PinnedVersion } from '../systems/procedures/index.ts';
import type { DossierFacts } from '../systems/statistics/measure-dossier.ts';

interface History extends Pick<DossierFacts, 'entries' | 'clock'> {
  readonly versionOf: (id: string) => PinnedVersion | undefined;
}

export function factsOf(kase: Row, { entries, clock, versionOf }: History): DossierFacts {
  const caseKey = entries.find(({ type }) => type === 'dossiers.dossier-submitted')?.body?.case;
  const version = versionOf(textOf(kase.definition_id) ?? '');
  return {
    caseId: kase.id as string,
    competentUnit: textOf(kase.competent_unit) ?? '',
    receivingUnit: textOf(kase.receiving_unit) ?? '',
    returningUnit: textOf(kase.returning_unit) ?? textOf(kase.receiving_unit) ?? '',
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
