/** What payments write to the journal. */
import { Type } from 'typebox';
import type { EntrySpec } from '../../platform/system/define-system.ts';

const id = '01939b5e-0000-7000-8000-000000000001';
const money = Type.Integer({ minimum: 0 });
const about = { case: Type.String(), code: Type.String(), amount: money };
const refund = {
  case: Type.Union([Type.String(), Type.Null()]),
  collection: Type.String(),
  amount: money,
  reason: Type.String(),
};
const refundSample = { case: id, collection: id, amount: 4000, reason: 'overpaid' };
const count = Type.Integer({ minimum: 0 });
const numbered = { series: Type.String(), number: Type.Integer({ minimum: 1 }) };
const taken = Type.Object(
  { ...about, asked: money, transaction: Type.String(), effect: Type.String() },
  { additionalProperties: false },
);

export const paymentEntries = {
  'payments.requested': {
    title: { vi: 'Lập yêu cầu thanh toán', en: 'Payment requested' },
    versions: [
      {
        version: 1,
        body: Type.Object({ ...about, reference: Type.String() }, { additionalProperties: false }),
        sample: { case: id, code: 'H53.101.1-261123-0001', amount: 16000, reference: 'VC0123456789ABCDEF' },
      },
    ],
  },
  'payments.fee-paid': {
    title: { vi: 'Ngân hàng báo đã thanh toán', en: 'The bank reports a payment' },
    versions: [
      {
        version: 1,
        body: taken,
        sample: {
          case: id,
          code: 'H53.101.1-261123-0001',
          amount: 16000,
          asked: 16000,
          transaction: 'FT1',
          effect: 'settled',
        },
      },
    ],
  },
  'payments.message-taken': {
    title: { vi: 'Nhận thông báo của ngân hàng', en: 'Message from the bank' },
    versions: [
      {
        version: 1,
        body: taken,
        sample: {
          case: id,
          code: 'H53.101.1-261123-0001',
          amount: 15000,
          asked: 16000,
          transaction: 'FT1',
          effect: 'mismatch',
        },
      },
    ],
  },
  'payments.receipt-voided': {
    title: { vi: 'Hủy biên lai', en: 'Receipt voided' },
    versions: [
      {
        version: 1,
        body: Type.Object(
          {
            case: Type.String(),
            ...numbered,
            amount: money,
            reason: Type.String(),
            replaced_by: Type.Union([Type.Object(numbered, { additionalProperties: false }), Type.Null()]),
          },
          { additionalProperties: false },
        ),
        sample: {
          case: id,
          series: 'BL-26T/H53.101.1',
          number: 12,
          amount: 16000,
          reason: 'wrong-payer',
          replaced_by: { series: 'BL-26T/H53.101.1', number: 13 },
        },
      },
    ],
  },
  'payments.receipt-sealed': {
    title: { vi: 'Ký số biên lai', en: 'Receipt sealed' },
    versions: [
      {
        version: 1,
        body: Type.Object({ case: Type.String(), ...numbered, digest: Type.String() }, { additionalProperties: false }),
        sample: { case: id, series: 'BL-26T/H53.101.1', number: 12, digest: '00' },
      },
    ],
  },
  'payments.shift-closed': {
    title: { vi: 'Chốt ca thu tiền mặt', en: 'Cash shift closed' },
    versions: [
      {
        version: 1,
        body: Type.Object(
          { number: Type.Integer(), expected: money, counted: money, receipts: Type.Integer() },
          { additionalProperties: false },
        ),
        sample: { number: 3, expected: 216000, counted: 216000, receipts: 9 },
      },
    ],
  },
  'payments.refund-proposed': {
    title: { vi: 'Đề nghị hoàn trả', en: 'Refund proposed' },
    versions: [
      {
        version: 1,
        body: Type.Object(
          { ...refund, code: Type.Union([Type.String(), Type.Null()]) },
          { additionalProperties: false },
        ),
        sample: { ...refundSample, code: 'H53.101.1-261123-0001' },
      },
    ],
  },
  'payments.refund-approved': {
    title: { vi: 'Duyệt hoàn trả', en: 'Refund approved' },
    versions: [{ version: 1, body: Type.Object(refund, { additionalProperties: false }), sample: refundSample }],
  },
  'payments.refund-refused': {
    title: { vi: 'Không duyệt hoàn trả', en: 'Refund not approved' },
    versions: [{ version: 1, body: Type.Object(refund, { additionalProperties: false }), sample: refundSample }],
  },
  'payments.refund-sent': {
    title: { vi: 'Đã chi hoàn trả', en: 'Refund sent' },
    versions: [
      {
        version: 1,
        body: Type.Object({ ...refund, transaction: Type.String() }, { additionalProperties: false }),
        sample: { ...refundSample, transaction: 'FT2' },
      },
    ],
  },
  'payments.statement-imported': {
    title: { vi: 'Nhập sao kê ngân hàng', en: 'Statement imported' },
    versions: [
      {
        version: 1,
        body: Type.Object(
          {
            digest: Type.String(),
            source: Type.String(),
            lines: count,
            fresh: count,
            faults: count,
            first: Type.String(),
            last: Type.String(),
          },
          { additionalProperties: false },
        ),
        sample: {
          digest: '00',
          source: 'upload',
          lines: 12,
          fresh: 12,
          faults: 0,
          first: '2026-11-22',
          last: '2026-11-22',
        },
      },
    ],
  },
  'payments.difference-settled': {
    title: { vi: 'Giải trình chênh lệch đối soát', en: 'Difference settled' },
    versions: [
      {
        version: 1,
        body: Type.Object(
          { day: Type.String(), kind: Type.String(), reason: Type.String(), amount: money },
          { additionalProperties: false },
        ),
        sample: { day: '2026-11-22', kind: 'missing-in-ours', reason: 'taken', amount: 16000 },
      },
    ],
  },
  'payments.day-closed': {
    title: { vi: 'Chốt ngày đối soát', en: 'Day of reconciliation closed' },
    versions: [
      {
        version: 1,
        body: Type.Object(
          {
            day: Type.String(),
            round: count,
            ours: count,
            ours_sum: Type.Integer(),
            bank: count,
            bank_sum: Type.Integer(),
            differences: count,
          },
          { additionalProperties: false },
        ),
        sample: {
          day: '2026-11-22',
          round: 1,
          ours: 12,
          ours_sum: 192000,
          bank: 12,
          bank_sum: 192000,
          differences: 0,
        },
      },
    ],
  },
} as const satisfies Record<string, EntrySpec>;
