/** Linked procedures (liên thông): every body gets its part at once and has a time limit of its own, one body leads (NĐ 61/2018 Điều 19 khoản 6, 7). */
import { type Instant, isoOf } from '../../../platform/calendar/instant.ts';
import type { Command, DecisionContext } from '../../../platform/cases/act.ts';
import { decision, type Decision, type Refusal, refuse } from '../../../platform/cases/decision.ts';
import { newId } from '../../../platform/db/ids.ts';
import { type Consultation, type DossierState, isClosed, openParts, type PartOutcome } from '../dossier-state.ts';
import { dims } from '../process.ts';
import type { DossierContext } from '../your-step.ts';
import { answeredRow, askedRow, nextTime, owedFrom, owing, TIMER } from './consultation.ts';

export interface EndPart extends Command {
  /** The row of the part. */
  readonly consultation: string;
  readonly outcome: 'done' | 'refused';
  /** Number of what the unit has issued; may be empty. */
  readonly reference: string;
  /** For a refusal the written reason; a note otherwise, which may be empty. */
  readonly note: string;
  /** Of the paper it has issued, already stored; only with what is done. */
  readonly file?: string | undefined;
}

type Opened = Pick<Decision, 'timers' | 'rows' | 'entries'>;

/** The parts that begin with a step, unless they have begun before: a dossier may come back to a step. */
export function openPartsAt(
  dossier: DossierState,
  step: { readonly key: string },
  { at, legal }: DecisionContext,
): Opened {
  const known = new Set(
    dossier.consultations.filter(({ outcome }) => outcome !== 'called-off').map(({ part }) => part),
  );
  const begins = dossier.linked.filter(
    ({ key, from }) => from === step.key && !known.has(key) && dossier.outcome !== 'rejected',
  );
  if (begins.length === 0) return { timers: {}, rows: [], entries: [] };
  const opened = begins.map(({ key, unitId, term }) =>
    owedFrom({ id: newId(), unit: unitId, part: key, term }, at, legal),
  );
  return {
    timers: { [TIMER]: nextTime([...owing(dossier), ...opened], at) },
    rows: opened.map((one) => askedRow(dossier, one, at)),
    entries: [
      {
        type: 'dossiers.parts-opened',
        dims: dims(dossier, at),
        body: {
          code: dossier.code,
          at_step: step.key,
          parts: opened.map(({ id, part = '', unit, dueAt }) => ({ consultation: id, part, unit, due: isoOf(dueAt) })),
        },
      },
    ],
  };
}

/** A step that other bodies' parts must have ended before, and some have not. */
export function refuseUnended(dossier: DossierState, step: { readonly key: string }): Refusal | undefined {
  const awaited = new Set(dossier.linked.filter(({ until }) => until === step.key).map(({ key }) => key));
  return openParts(dossier).some(({ part }) => awaited.has(part ?? '')) ? refuse('dossiers.parts-open') : undefined;
}

/** Anybody who sits in the unit ends its part; late is still an end. */
export function decideEndPart(
  dossier: DossierState,
  command: EndPart,
  { at, rolesAt }: DossierContext,
): Decision | Refusal {
  if (isClosed(dossier)) return refuse('dossiers.already-closed');
  const part = dossier.consultations.find((one) => one.id === command.consultation && one.part !== null);
  if (!part || rolesAt(part.unit).length === 0) return refuse('dossiers.not-your-part');
  if (part.answeredAt !== null) return refuse('dossiers.part-ended-already');
  if (command.outcome === 'refused' && command.note.trim() === '') return refuse('dossiers.reason-missing');
  const others = owing(dossier).filter(({ id }) => id !== part.id);
  return decision({
    timers: { [TIMER]: nextTime(others, at) },
    ...ending(dossier, part, {
      outcome: command.outcome,
      reference: command.reference.trim(),
      note: command.note,
      file: command.outcome === 'done' ? (command.file ?? null) : null,
      at,
    }),
  });
}

/** The lead body has decided against the whole: nobody need go on with a part. */
export function callOffParts(dossier: DossierState, at: Instant): Opened {
  const ended = openParts(dossier).map((part) =>
    ending(dossier, part, { outcome: 'called-off', reference: '', note: '', file: null, at }),
  );
  return {
    timers:
      ended.length === 0
        ? {}
        : {
            [TIMER]: nextTime(
              owing(dossier).filter(({ part }) => part === null),
              at,
            ),
          },
    rows: ended.flatMap(({ rows }) => rows),
    entries: ended.flatMap(({ entries }) => entries),
  };
}

function ending(
  dossier: DossierState,
  { id, part, unit, dueAt }: Consultation,
  how: {
    readonly outcome: PartOutcome;
    readonly reference: string;
    readonly note: string;
    readonly file: string | null;
    readonly at: Instant;
  },
): Pick<Decision, 'rows' | 'entries'> {
  const { outcome, reference, note, file, at } = how;
  const named = reference === '' ? null : reference;
  return {
    rows: [answeredRow(id, { answered_at: isoOf(at), outcome, reference: named, file_id: file })],
    entries: [
      {
        type: 'dossiers.part-ended',
        version: 2,
        dims: { ...dims(dossier, at), asked: unit, part: at > dueAt ? 'late' : 'in-time' },
        body: {
          code: dossier.code,
          consultation: id,
          part: part ?? '',
          unit,
          outcome,
          reference: named,
          file,
          late: at > dueAt,
        },
        content: { note: note.trim() === '' ? undefined : note },
      },
    ],
  };
}
