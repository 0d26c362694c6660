/** A receipt as a paper (biên lai thu phí, lệ phí): the same bytes whenever it is printed. */
import type { Block, Paper } from '../../../platform/documents/paper/paper.ts';
import { dayOf } from '../../../platform/calendar/instant.ts';
import { printPaper } from '../../../platform/documents/paper/print-paper.ts';
import { formDay } from '../../../platform/documents/paper/form-time.ts';
import { moneyInWords, moneyText } from '../../../platform/text/money.ts';
import { receiptName } from './receipt-name.ts';
import type { RegisteredReceipt } from './register.ts';

export interface ReceiptPrint {
  readonly receipt: RegisteredReceipt;
  /** What was paid for, item by item, as it was asked. */
  readonly items: readonly { readonly name: string; readonly amount: number }[];
  /** Where anyone checks it. */
  readonly origin: string;
  /** It is about to get the agency's signature. */
  readonly sealed?: boolean;
}

export const receiptPath = (checkCode: string): string => `/bien-lai/${checkCode}`;

export function printReceipt({ receipt, items, origin, sealed = false }: ReceiptPrint): Promise<Uint8Array> {
  const { checkCode, simulated } = receipt;
  const url = checkCode === null ? undefined : `${origin}${receiptPath(checkCode)}`;
  const paper: Paper = {
    title: `Biên lai ${receiptName(receipt)}`,
    format: 'A5',
    // the form's number is from memory: it is printed as what it is
    ...(receipt.form ? { formName: `Mẫu số: ${receipt.form} (chờ xác nhận)` } : {}),
    ...(simulated ? { warning: 'DỮ LIỆU MÔ PHỎNG – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ' } : {}),
    letterhead: {
      body: receipt.unit?.vi ?? 'Cơ quan thu phí, lệ phí',
      number: { text: `Ký hiệu: ${receipt.series}` },
      placeAndDate: { text: formDay(dayOf(receipt.issuedAt)) },
      ...(sealed && { agencyMark: true }),
    },
    blocks: blocksOf(receipt, items),
    ...(url === undefined
      ? {}
      : { check: { url, lines: ['Quét mã QR để kiểm tra biên lai này.', url, `Mã kiểm tra: ${checkCode}`] } }),
  };
  return printPaper(paper, receipt.issuedAt);
}

function blocksOf(receipt: RegisteredReceipt, items: ReceiptPrint['items']): Block[] {
  const line = (label: string, value: string | undefined): Block => ({ kind: 'fields', fields: [{ label, value }] });
  const number = `Số: ${String(receipt.number).padStart(7, '0')}`;
  return [
    { kind: 'title', text: 'BIÊN LAI THU PHÍ, LỆ PHÍ', under: number },
    ...(receipt.voidedAt === null ? [] : [line('Tình trạng', 'ĐÃ HỦY, không còn giá trị')]),
    line('Người nộp', receipt.payer ?? undefined),
    line('Mã hồ sơ', receipt.caseCode),
    line('Thủ tục', receipt.procedure),
    ...(items.length > 0 && sumOf(items) === receipt.amount
      ? items.map(({ name, amount }) => line(name, moneyText(amount)))
      : [line('Khoản thu', items.map(({ name }) => name).join('; '))]),
    line('Số tiền đã thu', moneyText(receipt.amount)),
    line('Viết bằng chữ', moneyInWords(receipt.amount)),
    line(
      'Hình thức nộp',
      receipt.by === 'counter' ? 'Tiền mặt tại quầy' : `Chuyển khoản, giao dịch ${receipt.transaction ?? '…'}`,
    ),
    ...(receipt.replaces === null ? [] : [line('Thay cho biên lai số', String(receipt.replaces).padStart(7, '0'))]),
    {
      kind: 'signatures',
      signers: [{ title: ['NGƯỜI THU TIỀN'], ...(receipt.officer ? { name: receipt.officer } : {}) }],
    },
  ];
}

/** Paid in part, the items are named without their amounts. */
const sumOf = (items: ReceiptPrint['items']): number => items.reduce((sum, { amount }) => sum + amount, 0);
