/** What rules of supervision may speak of on a dossier (giám sát dịch vụ hành chính công): its state before the act, its clock, its procedure, and what the act makes of it. */
import { type SupervisedField, supervisedKind } from '../../../platform/cases/supervised.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { nameProcedures } from '../../procedures/index.ts';
import { currentStep, type DossierState } from '../dossier-state.ts';
import { loadDossier } from '../load-dossier.ts';
import type { DossierTables } from '../tables.ts';
import { supervisedClock } from './supervised-clock.ts';
import { dossierMoments } from './dossier-moments.ts';
import { replayDossier } from './replay-dossier.ts';
import { owedBy } from './owed-by.ts';
import { sendByOf } from './send-by.ts';
import { BODY_LABELS } from './body-labels.ts';

type Field = SupervisedField<DossierState>;
type Of = Field['of'];

const text = (vi: string, en: string, of: Of, words?: Readonly<Record<string, LocalText>>): Field => ({
  type: 'string',
  label: { vi, en },
  of,
  ...(words ? { words } : {}),
});
const time = (vi: string, en: string, of: Of): Field => ({ type: 'instant', label: { vi, en }, of });
const count = (vi: string, en: string, of: Of): Field => ({ type: 'int', label: { vi, en }, of });
const money = (vi: string, en: string, of: Of): Field => ({ type: 'money', label: { vi, en }, of });
const yes = (vi: string, en: string, of: Of): Field => ({ type: 'bool', label: { vi, en }, of });
const list = (vi: string, en: string, of: Of): Field => ({ type: 'strings', label: { vi, en }, of });

const CHANNELS: Readonly<Record<string, LocalText>> = {
  online: { vi: 'Trực tuyến', en: 'Online' },
  counter: { vi: 'Trực tiếp', en: 'Counter' },
  post: { vi: 'Bưu chính', en: 'Post' },
};
const STATUSES: Readonly<Record<string, LocalText>> = {
  submitted: { vi: 'Chờ tiếp nhận', en: 'Waiting for reception' },
  open: { vi: 'Đang giải quyết', en: 'In process' },
  decided: { vi: 'Có kết quả', en: 'Decided' },
  closed: { vi: 'Đã kết thúc', en: 'Closed' },
};
const WAITINGS: Readonly<Record<string, LocalText>> = {
  supplement: { vi: 'Bổ sung hồ sơ', en: 'More papers' },
  'financial-obligation': { vi: 'Nghĩa vụ tài chính', en: 'Payment' },
  'draft-confirmation': { vi: 'Xác nhận bản dự thảo', en: 'Confirmation of the draft' },
  consultation: { vi: 'Ý kiến đơn vị khác', en: 'Opinion of another unit' },
};

const UNWATCHED = [
  'dossier-submitted',
  'paper-reused',
  'component-answered',
  'received-offline',
  'numbers-reserved',
  'numbers-voided',
  'application-ending',
  'orphans-assigned',
  'moves-undone',
].map((name) => `dossiers.${name}`);

/** Scanned and signed, of the papers taken in at the counter. */
const digitised = ({ digitisations }: DossierState): number =>
  digitisations.filter(({ state }) => state === 'signed').length;

/** đồng; the published fees of this dossier, the duties that another body fixes left out. */
const published = ({ feesInFull, fees }: DossierState): number =>
  [...(feesInFull.length > 0 ? feesInFull : fees)].reduce((sum, { amount }) => sum + amount, 0);

export const supervisedDossier = supervisedKind<DossierTables, DossierState>({
  title: { vi: 'Hồ sơ thủ tục hành chính', en: 'Dossier' },
  groups: {
    dossier: {
      label: { vi: 'Hồ sơ', en: 'Dossier' },
      fields: {
        code: text('Mã hồ sơ', 'code', ({ state }) => state.code),
        status: text('Tình trạng', 'status', ({ state }) => state.status, STATUSES),
        outcome: text('Kết cục', 'outcome', ({ state }) => state.outcome),
        step: text('Bước', 'step', ({ state }) => state.step),
        step_role: text('Vai trò của bước', 'role of the step', ({ state }) => currentStep(state)?.role),
        step_unit: text('Đơn vị của bước', 'unit of the step', ({ state }) => currentStep(state)?.unitId),
        waiting: text('Đang chờ', 'waits for', ({ state }) => state.waiting ?? undefined, WAITINGS),
        channel: text('Cách nộp', 'channel', ({ state }) => state.channel, CHANNELS),
        receiving_unit: text('Nơi tiếp nhận', 'receiving unit', ({ state }) => state.receivingUnit),
        competent_unit: text('Cơ quan giải quyết', 'competent unit', ({ state }) => state.competentUnit),
        holding_unit: text('Đơn vị đang giữ', 'holding unit', ({ state }) => state.holdingUnit ?? undefined),
        assignee: text('Người được giao', 'assignee', ({ state }) => state.assignee ?? undefined),
        opened_at: time('Lúc nộp', 'filed', ({ state }) => state.openedAt),
        received_at: time('Lúc tiếp nhận', 'received', ({ state }) => state.receivedAt ?? undefined),
        promised_at: time('Ngày hẹn trả', 'promised', ({ state }) => state.promisedAt ?? undefined),
        answer_due_at: time('Hạn trả lời tiếp nhận', 'answer due', ({ state }) => state.answerDueAt ?? undefined),
        step_due_at: time('Hạn của bước', 'step due', ({ state }) => state.stepDueAt ?? undefined),
        due_at: time('Hạn giải quyết', 'due', ({ state }) => state.dueAt ?? undefined),
        signed_at: time('Lúc ký', 'signed', ({ state }) => state.signedAt ?? undefined),
        early_told_at: time('Lúc báo có kết quả sớm', 'told early', ({ state }) => state.earlyToldAt ?? undefined),
        supplements: count('Số lần yêu cầu bổ sung', 'supplement requests', ({ state }) => state.supplements),
        apologies: count('Số lần xin lỗi, hẹn lại', 'apologies', ({ state }) => state.apologies),
        originals: count('Số giấy nhận bản giấy', 'papers taken in', ({ state }) => state.originals),
        digitised: count('Số giấy đã số hóa', 'papers digitised', ({ state }) => digitised(state)),
        fee_due: money('Số tiền phải nộp', 'amount due', ({ state }) => state.feeDue),
        fee_paid: money('Số tiền đã nộp', 'amount paid', ({ state }) => state.feePaid),
        fee_keys: list('Khoản thu được công bố', 'published fees', ({ state }) =>
          [...state.fees, ...state.feesInFull, ...state.assessed].map(({ key }) => key),
        ),
        fee_published: money('Tổng phí, lệ phí được công bố', 'published total', ({ state }) => published(state)),
        fee_assessed: yes(
          'Có khoản do cơ quan khác xác định',
          'has assessed duties',
          ({ state }) => state.assessed.length > 0,
        ),
        component_keys: list('Thành phần được yêu cầu', 'papers that may be asked for', ({ state }) =>
          state.components.filter(({ handling }) => handling !== 'data').map(({ key }) => key),
        ),
        reachable: yes('Báo được cho người nộp', 'applicant can be told', ({ state }) => state.reachable),
        simulated: yes('Dữ liệu mô phỏng', 'simulated', ({ state }) => state.simulated),
        consultations: {
          label: { vi: 'Việc lấy ý kiến', en: 'consultations' },
          rows: {
            unit: { type: 'string', label: { vi: 'Đơn vị', en: 'unit' } },
            due_at: { type: 'instant', label: { vi: 'Hạn', en: 'due' } },
            answered_at: { type: 'instant', label: { vi: 'Lúc trả lời', en: 'answered' } },
          },
          of: ({ state }) =>
            state.consultations.map(({ unit, dueAt, answeredAt }) => ({
              unit,
              due_at: dueAt,
              answered_at: answeredAt ?? undefined,
            })),
        },
        transfers: {
          label: { vi: 'Việc luân chuyển', en: 'transfers' },
          rows: {
            content: { type: 'string', label: { vi: 'Chuyển gì', en: 'content' } },
            opened_at: { type: 'instant', label: { vi: 'Phát sinh', en: 'opened' } },
            send_by: { type: 'instant', label: { vi: 'Phải chuyển trước', en: 'to be sent by' } },
            sent_at: { type: 'instant', label: { vi: 'Lúc chuyển', en: 'sent' } },
          },
          of: ({ state, legal }) =>
            state.transfers.map((transfer) => ({
              content: transfer.content,
              opened_at: transfer.openedAt,
              send_by: sendByOf(transfer, legal),
              sent_at: transfer.sentAt ?? undefined,
            })),
        },
      },
    },
    clock: { label: { vi: 'Đồng hồ', en: 'Clock' }, fields: supervisedClock },
    procedure: {
      label: { vi: 'Thủ tục', en: 'Procedure' },
      fields: {
        code: text('Mã thủ tục', 'code', ({ state }) => state.definition.code),
        field: text('Lĩnh vực', 'field', ({ state }) => state.definition.field.code),
        term: text('Thời hạn', 'term', ({ state }) => state.term ?? undefined),
      },
    },
    after: {
      label: { vi: 'Sau hành vi', en: 'After the act' },
      fields: {
        status: text(
          'Tình trạng',
          'status',
          ({ state, decision }) => decision?.change.status ?? state.status,
          STATUSES,
        ),
        step: text('Bước', 'step', ({ state, decision }) => after(decision?.change.step, state.step)),
        waiting: text(
          'Chờ',
          'waits for',
          ({ state, decision }) => after(decision?.change.waiting, state.waiting),
          WAITINGS,
        ),
        holding_unit: text('Đơn vị giữ', 'holding unit', ({ state, decision }) =>
          after(decision?.change.holding_unit, state.holdingUnit),
        ),
      },
    },
  },
  bodyLabels: BODY_LABELS,
  unwatched: UNWATCHED,
  moments: dossierMoments,
  responsible: (state) => ({
    code: state.code,
    unit: state.competentUnit,
    procedure: state.definition.code,
    holdingUnit: state.holdingUnit ?? currentStep(state)?.unitId ?? state.receivingUnit,
    assignee: state.assignee,
    simulated: state.simulated,
  }),
  nameProcedures,
  owes: owedBy,
  replay: replayDossier,
  load: (db, id) => loadDossier(db, { id }, 'all'),
});

/** Left out: as it was; null: emptied. */
const after = (changed: string | null | undefined, was: string | null): string | undefined =>
  (changed === undefined ? was : changed) ?? undefined;
