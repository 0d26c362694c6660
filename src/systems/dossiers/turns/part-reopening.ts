/** Asking again (giao lại phần việc): a part of a linked procedure that its unit refused is given to it once more by the lead body, with the reason and a time limit of its own (NĐ 61/2018 Điều 19 khoản 6, 7). */
import { isoOf } from '../../../platform/calendar/instant.ts';
import type { Command } from '../../../platform/cases/act.ts';
import { decision, type Decision, type Refusal, refuse } from '../../../platform/cases/decision.ts';
import { newId } from '../../../platform/db/ids.ts';
import type { Consultation, DossierState, PlannedPart, PlannedStep } from '../dossier-state.ts';
import { dims } from '../process.ts';
import { type DossierContext, workable } from '../your-step.ts';
import { askedRow, nextTime, owedFrom, owing, TIMER } from './consultation.ts';

export interface ReopenPart extends Command {
  /** The row of the part that was refused. */
  readonly consultation: string;
  /** For the unit: what has changed, or why it shall look again. */
  readonly reason: string;
}

/** Those refused last, each part once: one that was asked again since, or is done, is not among them. */
export function refusedParts({ consultations }: Pick<DossierState, 'consultations'>): readonly Consultation[] {
  const latest = new Map<string, Consultation>();
  for (const one of consultations) {
    const known = one.part === null ? undefined : latest.get(one.part);
    if (one.part !== null && (!known || endOf(one) >= endOf(known))) latest.set(one.part, one);
  }
  return [...latest.values()].filter(({ outcome }) => outcome === 'refused');
}

const endOf = ({ answeredAt }: Consultation): number => answeredAt ?? Number.POSITIVE_INFINITY;

/** By who works on the present step of the lead body, until the step that gathers the results is past. */
export function decideReopenPart(
  dossier: DossierState,
  command: ReopenPart,
  context: DossierContext,
): Decision | Refusal {
  const { at, legal } = context;
  const step = workable(dossier, context);
  if ('kind' in step) return step;
  const refused = refusedParts(dossier).find(({ id }) => id === command.consultation);
  const planned = dossier.linked.find(({ key }) => key === refused?.part);
  if (!refused || !planned) return refuse('dossiers.part-not-refused');
  if (isPast(dossier, planned, step)) return refuse('dossiers.parts-gathered');
  if (command.reason.trim() === '') return refuse('dossiers.reason-missing');
  const { key, unitId, term } = planned;
  const opened = owedFrom({ id: newId(), unit: unitId, part: key, term }, at, legal);
  return decision({
    timers: { [TIMER]: nextTime([...owing(dossier), opened], at) },
    rows: [askedRow(dossier, opened, at)],
    entries: [
      {
        type: 'dossiers.part-reopened',
        dims: { ...dims(dossier, at), asked: unitId },
        body: {
          code: dossier.code,
          at_step: step.key,
          consultation: opened.id,
          earlier: refused.id,
          part: key,
          unit: unitId,
          due: isoOf(opened.dueAt),
        },
        content: { reason: command.reason },
      },
    ],
  });
}

function isPast({ steps }: DossierState, { until }: PlannedPart, present: PlannedStep): boolean {
  const place = (key: string) => steps.findIndex((step) => step.key === key);
  return place(until) !== -1 && place(present.key) > place(until);
}
