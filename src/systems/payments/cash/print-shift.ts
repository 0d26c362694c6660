/** The report of a cash shift as a paper (bảng kê thu tiền mặt cuối ca). */
import { dayOf } from '../../../platform/calendar/instant.ts';
import { formDay } from '../../../platform/documents/paper/form-time.ts';
import { printPaper } from '../../../platform/documents/paper/print-paper.ts';
import { moneyInWords, moneyText } from '../../../platform/text/money.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { receiptName } from '../receipts/receipt-name.ts';
import type { Shift, TillLine } from './shift.ts';

export interface ShiftPrint {
  readonly shift: Shift;
  readonly lines: readonly TillLine[];
  readonly body: string;
  readonly simulated: boolean;
}

export function printShift({ shift, lines, body, simulated }: ShiftPrint): Promise<Uint8Array> {
  const line = (label: string, value: string) => ({ kind: 'fields' as const, fields: [{ label, value }] });
  return printPaper(
    {
      title: `Bảng kê thu tiền mặt, ca ${shift.number}`,
      format: 'A4',
      ...(simulated ? { warning: 'DỮ LIỆU MÔ PHỎNG – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ' } : {}),
      letterhead: { body, placeAndDate: { text: formDay(dayOf(shift.closedAt)) } },
      blocks: [
        { kind: 'title', text: 'BẢNG KÊ THU TIỀN MẶT CUỐI CA', under: `${shift.name}, ca số ${shift.number}` },
        {
          kind: 'table',
          columns: [
            { heading: 'Biên lai', weight: 22 },
            { heading: 'Thu lúc', weight: 14 },
            { heading: 'Mã hồ sơ', weight: 20 },
            { heading: 'Người nộp', weight: 20 },
            { heading: 'Số tiền (đồng)', weight: 14, align: 'right' },
          ],
          rows: lines.map((one) => [
            one.series === null || one.number === null ? '…' : receiptName({ series: one.series, number: one.number }),
            timeInTable(one.receivedAt),
            one.caseCode ?? '…',
            one.payer ?? '…',
            moneyText(one.amount),
          ]),
        },
        line('Tổng theo biên lai', `${moneyText(shift.expected)} (${moneyInWords(shift.expected)})`),
        line('Số tiền đếm được', moneyText(shift.counted)),
        line('Chênh lệch', moneyText(shift.counted - shift.expected)),
        ...(shift.note === null ? [] : [line('Giải trình', shift.note)]),
        {
          kind: 'signatures',
          signers: [
            { title: ['NGƯỜI NHẬN TIỀN'], note: '(Ký và ghi rõ họ tên)' },
            { title: ['NGƯỜI THU TIỀN'], note: '(Ký và ghi rõ họ tên)', name: shift.name },
          ],
        },
      ],
    },
    shift.closedAt,
  );
}
