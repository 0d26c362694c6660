/** What payments write to the journal. */
import { Type } from 'typebox';
import type { EntrySpec } from '../../platform/system/define-system.ts';

const id = '01939b5e-0000-7000-8000-000000000001';
const money = Type.Integer({ minimum: 0 });
const about = { case: Type.String(), code: Type.String(), amount: money };
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
} as const satisfies Record<string, EntrySpec>;
