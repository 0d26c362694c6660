/** Transfer (luân chuyển): papers go from the office that took them in to the one of the authority that decides, and a paper result from there to where it is returned; one office sends, the other says that it has come. */
import { dayOf, instantAt, isoOf, type Instant } from '../../../platform/calendar/instant.ts';
import type { Command, DecisionContext } from '../../../platform/cases/act.ts';
import { decision, type Decision, type Refusal, refuse, type RowChange } from '../../../platform/cases/decision.ts';
import type { LegalClock } from '../../../platform/cases/legal-clock.ts';
import { newId } from '../../../platform/db/ids.ts';
import type { DossierState, Transfer } from '../dossier-state.ts';
import { dims } from '../process.ts';
import { isReceivedElsewhere, isReturnedElsewhere } from '../three-units.ts';

export interface SendTransfer extends Command {
  readonly transfer: string;
  readonly how: 'post' | 'courier';
  /** Number of the parcel; may be empty. */
  readonly reference: string;
}

export interface TakeTransfer extends Command {
  readonly transfer: string;
}

type Way = Pick<Transfer, 'content' | 'from' | 'to'>;

/** Of a dossier whose papers lie at another office than the one that decides. */
export const wayOfPapers = (dossier: DossierState): Way[] =>
  isReceivedElsewhere(dossier) && dossier.originals > 0 && dossier.competentOffice !== null
    ? [{ content: 'papers', from: dossier.receivingUnit, to: dossier.competentOffice }]
    : [];

/** Of a dossier whose result is collected at the counter of another office. */
export const wayOfResult = (dossier: DossierState): Way[] =>
  isReturnedElsewhere(dossier) && dossier.receiveBy === 'counter' && dossier.competentOffice !== null
    ? [{ content: 'result', from: dossier.competentOffice, to: dossier.returningUnit }]
    : [];

/** Opened by the acceptance. */
export const openPapersTransfer = (
  dossier: DossierState,
  { at, legal }: Pick<DecisionContext, 'at' | 'legal'>,
): RowChange[] =>
  wayOfPapers(dossier).map((way) => opened(dossier, way, { at, sendBy: papersDue(at, way.from, legal) }));

/** Opened by the result. */
export const openResultTransfer = (dossier: DossierState, at: Instant): RowChange[] =>
  wayOfResult(dossier).map((way) => opened(dossier, way, { at, sendBy: null }));

/** NĐ 61/2018 Điều 18: papers go on within the day; those taken in after 15:00, or on a day off, in the morning of the next working day. */
export function papersDue(at: Instant, office: string, legal: LegalClock): Instant {
  const closing = legal.dueAt(at, '0wd', { unit: office });
  const day = dayOf(closing);
  return day === dayOf(at) ? closing : legal.dueAt(instantAt(day, 0), MORNING, { lateRule: false, unit: office });
}

const MORNING = '4h';

const opened = (
  { id }: DossierState,
  { content, from, to }: Way,
  { at, sendBy }: { readonly at: Instant; readonly sendBy: Instant | null },
): RowChange => ({
  table: 'dossiers.transfer',
  op: 'insert',
  values: {
    id: newId(),
    case_id: id,
    content,
    from_unit: from,
    to_unit: to,
    opened_at: isoOf(at),
    send_by: sendBy === null ? null : isoOf(sendBy),
    version: 1,
  },
});

export function decideSendTransfer(
  dossier: DossierState,
  command: SendTransfer,
  { at }: DecisionContext,
): Decision | Refusal {
  const transfer = dossier.transfers.find(({ id }) => id === command.transfer);
  if (!transfer) return refuse('dossiers.no-such-transfer');
  if (transfer.sentAt !== null) return refuse('dossiers.transfer-sent-already');
  return decision({
    rows: [changed(transfer, { sent_at: isoOf(at), how: command.how, reference: command.reference || null })],
    entries: [
      {
        type: 'dossiers.transfer-sent',
        dims: dims(dossier, at),
        body: {
          code: dossier.code,
          ...named(transfer),
          how: command.how,
          reference: command.reference === '' ? null : command.reference,
        },
      },
    ],
  });
}

/** What was never said to be sent and has come all the same was sent by courier when it came. */
export function decideTakeTransfer(
  dossier: DossierState,
  command: TakeTransfer,
  { at }: DecisionContext,
): Decision | Refusal {
  const transfer = dossier.transfers.find(({ id }) => id === command.transfer);
  if (!transfer) return refuse('dossiers.no-such-transfer');
  if (transfer.takenAt !== null) return refuse('dossiers.transfer-taken-already');
  const unsent = transfer.sentAt === null;
  return decision({
    rows: [changed(transfer, { taken_at: isoOf(at), ...(unsent ? { sent_at: isoOf(at), how: 'courier' } : {}) })],
    entries: [
      {
        type: 'dossiers.transfer-taken',
        dims: dims(dossier, at),
        body: { code: dossier.code, ...named(transfer), unsent },
      },
    ],
  });
}

const named = ({ id, content, from, to }: Transfer) => ({ transfer: id, content, from, to });

const changed = ({ id, version }: Transfer, values: Extract<RowChange, { op: 'update' }>['values']): RowChange => ({
  table: 'dossiers.transfer',
  op: 'update',
  key: { id },
  values: { ...values, version: version + 1 },
  version,
});

/** The paper result has not come to the office that is to hand it over. */
export const isResultUnderway = ({ transfers }: Pick<DossierState, 'transfers'>): boolean =>
  transfers.some(({ content, takenAt }) => content === 'result' && takenAt === null);
