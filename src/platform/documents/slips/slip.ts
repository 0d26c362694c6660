/** Receipts and slips of the one-stop rules: what is known about a dossier, printed as the form of the day. */
import { dayOf, type Day } from '../../calendar/instant.ts';
import { formDay } from '../paper/form-time.ts';
import type { Block, Letterhead, Paper } from '../paper/paper.ts';
import { printPaper } from '../paper/print-paper.ts';
import { apologyBlocks, type ApologySlip } from './apology.ts';
import { controlBlocks, type ControlSlip } from './control-slip.ts';
import { receiptBlocks, type ReceiptSlip } from './receipt.ts';
import { refusalBlocks, type RefusalSlip } from './refusal.ts';
import { registerBlocks, type RegisterSlip } from './register.ts';
import type { SlipContext } from './slip-context.ts';
import { slipFormOn, type SlipForm, type SlipMeaning } from './slip-forms.ts';
import { stopBlocks, type StopNotice } from './stop-notice.ts';
import { supplementBlocks, type SupplementRequest } from './supplement-request.ts';

/** What each meaning needs to be printed. */
export interface SlipData {
  receipt: ReceiptSlip;
  'supplement-request': SupplementRequest;
  refusal: RefusalSlip;
  apology: ApologySlip;
  'stop-notice': StopNotice;
  'control-slip': ControlSlip;
  register: RegisterSlip;
}

/** One slip as PDF: A5, the register A4 across. */
export function renderSlip<M extends SlipMeaning>(
  meaning: M,
  data: SlipData[M],
  context: SlipContext,
): Promise<Uint8Array> {
  return printPaper(slipPaper(meaning, data, context), context.at);
}

/** The same slip before it is drawn, for a page that shows it as text. */
export function slipPaper<M extends SlipMeaning>(meaning: M, data: SlipData[M], context: SlipContext): Paper {
  const day = dayOf(context.at);
  const form = slipFormOn(meaning, context.family ?? 'one-stop', day);
  return {
    title: form.title,
    format: meaning === 'register' ? 'A4-landscape' : 'A5',
    ...(form.number === undefined ? {} : { formName: `${form.number}, ${form.rule}` }),
    ...(context.simulated ? { warning: 'DỮ LIỆU MÔ PHỎNG – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ' } : {}),
    letterhead: slipLetterhead(form, context, day),
    blocks: BLOCKS[meaning](data, form, context),
    ...(context.check ? { check: { url: context.check.url, lines: checkLines(context.check) } } : {}),
  };
}

type Compose = { [M in SlipMeaning]: (data: SlipData[M], form: SlipForm, context: SlipContext) => Block[] };

const BLOCKS: Compose = {
  receipt: receiptBlocks,
  'supplement-request': supplementBlocks,
  refusal: refusalBlocks,
  apology: apologyBlocks,
  'stop-notice': stopBlocks,
  'control-slip': controlBlocks,
  register: registerBlocks,
};

function slipLetterhead(form: SlipForm, { office, number }: SlipContext, day: Day): Letterhead {
  return {
    parent: office.agency,
    body: office.oneStop,
    ...(form.suffix === undefined ? {} : { number: { text: `Số: ${number ?? '…'}/${form.suffix}` } }),
    placeAndDate: { text: `${office.place}, ${formDay(day)}` },
  };
}

const checkLines = (check: { url: string; code: string }): string[] => [
  'Quét mã QR để theo dõi hồ sơ và kiểm tra giấy này.',
  check.url,
  `Mã kiểm tra: ${check.code}`,
];
