/** Receipts and slips of the one-stop rules: what is known about a dossier, printed in the words of a template. */
import { dayOf } from '../../calendar/instant.ts';
import { formDay } from '../paper/form-time.ts';
import type { Letterhead, Paper } from '../paper/paper.ts';
import { printPaper } from '../paper/print-paper.ts';
import { registerBlocks, type RegisterSlip } from './register.ts';
import type { SlipContext } from './slip-context.ts';
import type { SlipData } from './slip-data.ts';
import { type FormHead, registerFormOn, slipSymbol, type SlipMeaning } from './slip-forms.ts';
import type { CompiledSlip } from './slip-template.ts';

/** A slip and what fills it. */
export type SlipToPrint = { [M in SlipMeaning]: { readonly meaning: M; readonly data: SlipData[M] } }[SlipMeaning];

/** One slip as PDF, A5. Throws when the template is of another meaning. */
export function renderSlip(slip: CompiledSlip, toPrint: SlipToPrint, context: SlipContext): Promise<Uint8Array> {
  const { meaning, family, title } = slip.template;
  if (meaning !== toPrint.meaning) throw new Error('a template of one meaning prints no slip of another');
  const scope = { data: toPrint.data as never, context: { ...context, title } };
  const signers = slip.sign(scope);
  const paper: Paper = {
    ...headed(slip.template, context, slipSymbol(meaning, family)),
    format: 'A5',
    blocks: [...slip.compose(scope), ...(signers.length > 0 ? [{ kind: 'signatures' as const, signers }] : [])],
  };
  return printPaper(paper, context.at);
}

/** The register as PDF, A4 across. */
export function renderRegister(data: RegisterSlip, context: SlipContext): Promise<Uint8Array> {
  const form = registerFormOn(dayOf(context.at));
  const paper: Paper = {
    ...headed(form, context, undefined),
    format: 'A4-landscape',
    blocks: registerBlocks(data, form),
  };
  return printPaper(paper, context.at);
}

function headed(
  { title, number, rule }: FormHead,
  context: SlipContext,
  symbol: string | undefined,
): Omit<Paper, 'format' | 'blocks'> {
  const formName = [number, rule].filter((part) => part !== undefined).join(', ');
  return {
    title,
    ...(formName === '' ? {} : { formName }),
    ...(context.simulated ? { warning: 'DỮ LIỆU MÔ PHỎNG – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ' } : {}),
    letterhead: slipLetterhead(context, symbol),
    ...(context.check ? { check: { url: context.check.url, lines: checkLines(context.check) } } : {}),
  };
}

function slipLetterhead({ office, number, at }: SlipContext, symbol: string | undefined): Letterhead {
  return {
    parent: office.agency,
    body: office.oneStop,
    ...(symbol === undefined ? {} : { number: { text: `Số: ${number ?? '…'}/${symbol}` } }),
    placeAndDate: { text: `${office.place}, ${formDay(dayOf(at))}` },
  };
}

const checkLines = (check: { url: string; code: string }): string[] => [
  'Quét mã QR để theo dõi hồ sơ và kiểm tra giấy này.',
  check.url,
  `Mã kiểm tra: ${check.code}`,
];
