/** What if: which of a month's dossiers would have been late under another term or process, counted and listed. */
import type { QueryExecutorProvider } from 'kysely';
import type { LegalClock } from '../../../platform/cases/legal-clock.ts';
import { listStepTerms, type ProcedureDefinition, termAt } from '../../procedures/index.ts';
import { type EndedQuestion, readEnded } from './ended-dossiers.ts';
import { type EndedDossier, type Terms, type Tried, tryDossier } from './try-terms.ts';

/** More is another month's or another unit's question; the page says so when it was reached. */
export const MOST_TRIED = 100_000;

export interface TriedLine {
  readonly dossier: EndedDossier;
  /** Undefined: nothing can be said of it. */
  readonly tried: Tried | undefined;
}

export interface WhatIf {
  readonly total: number;
  readonly unknown: number;
  readonly lateWas: number;
  readonly lateWould: number;
  readonly becomesLate: number;
  readonly becomesTimely: number;
  readonly lateStepsWas: number;
  readonly lateStepsWould: number;
  /** There were more than can be tried. */
  readonly cut: boolean;
}

/** The terms of a definition; `term` in its place for all of its cases. */
export function termsOf(definition: ProcedureDefinition, term?: string): Terms {
  const steps = new Map<string, ReadonlyMap<string, string | null>>();
  const stepsOf = (caseKey: string) => {
    const known = steps.get(caseKey);
    if (known) return known;
    const read = new Map(
      listStepTerms(definition, caseKey === '' ? undefined : caseKey).map((one) => [one.key, one.term]),
    );
    steps.set(caseKey, read);
    return read;
  };
  return {
    termOf({ caseKey, channel }) {
      if (term !== undefined) return term;
      return termAt(definition, { caseKey, channel }).value ?? null;
    },
    stepTermOf: (step, caseKey) => stepsOf(caseKey ?? '').get(step) ?? null,
  };
}

export interface Trying {
  readonly question: EndedQuestion;
  readonly present: Terms;
  readonly other: Terms;
  readonly legal: LegalClock;
}

/** Each dossier once, in the order in which they ended, some at a time: none is held longer. */
export async function* tryEnded(
  db: QueryExecutorProvider,
  { question, present, other, legal }: Trying,
): AsyncGenerator<readonly TriedLine[]> {
  for await (const batch of readEnded(db, question, MOST_TRIED))
    yield batch.map((dossier) => ({ dossier, tried: tryDossier(dossier, present, other, legal) }));
}

/** `see` is told of every one. */
export async function askWhatIf(
  db: QueryExecutorProvider,
  trying: Trying,
  see: (line: TriedLine) => void,
): Promise<WhatIf> {
  const sums = {
    total: 0,
    unknown: 0,
    lateWas: 0,
    lateWould: 0,
    becomesLate: 0,
    becomesTimely: 0,
    lateStepsWas: 0,
    lateStepsWould: 0,
  };
  for await (const lines of tryEnded(db, trying))
    for (const line of lines) {
      sums.total += 1;
      if (line.tried) add(sums, line.tried);
      else sums.unknown += 1;
      see(line);
    }
  return { ...sums, cut: sums.total === MOST_TRIED };
}

type Sums = { -readonly [Key in Exclude<keyof WhatIf, 'cut'>]: number };

function add(sums: Sums, { was, would }: Tried): void {
  sums.lateWas += Number(was.late);
  sums.lateWould += Number(would.late);
  sums.becomesLate += Number(would.late && !was.late);
  sums.becomesTimely += Number(was.late && !would.late);
  sums.lateStepsWas += was.lateSteps;
  sums.lateStepsWould += would.lateSteps;
}
