/** A result paper from its template: the answers of the dossier, what the office added, and who issues it. */
import type { Answers } from '../../forms/answers.ts';
import { conditionValue } from '../../forms/answers.ts';
import type { FieldError } from '../../forms/field-error.ts';
import type { FormContext } from '../../forms/form.ts';
import { validateForm } from '../../forms/validate-form.ts';
import type { Day, Instant } from '../../calendar/instant.ts';
import { type DocumentFault, documentFault } from '../document-fault.ts';
import type { Block, Paper, PublicCheck, Signer } from '../paper/paper.ts';
import { formDay } from '../paper/form-time.ts';
import { printPaper } from '../paper/print-paper.ts';
import { OFFICE_PART, type ResultTemplate } from './compile-template.ts';
import type { ResultIssue } from './issue.ts';

export interface ResultRequest {
  /** Answers of the dossier's form, with the office's part under `result`. */
  readonly answers: Answers;
  readonly issue: ResultIssue;
  readonly context: FormContext;
  readonly check?: PublicCheck;
  /** Pages that the paper attests, printed behind it. */
  readonly scans?: Paper['scans'];
  /** The paper that this one corrects. */
  readonly corrects?: { readonly number: string; readonly on: Day };
  readonly simulated?: boolean;
}

export type RenderedResult =
  | { readonly pdf: Uint8Array; readonly fault?: undefined }
  /** `errors`: what the office has left out or filled in wrongly. */
  | { readonly fault: DocumentFault; readonly errors: readonly FieldError[]; readonly pdf?: undefined };

/** The unsigned paper, with fields reserved for number, date and the marks of two signatures. `at` is the file's creation time. */
export async function renderResult(
  template: ResultTemplate,
  request: ResultRequest,
  at: Instant,
): Promise<RenderedResult> {
  const errors = officeErrors(template, request);
  if (errors.length > 0) return { fault: documentFault('documents.value-missing'), errors };
  return { pdf: await printPaper(resultPaper(template, request), at) };
}

/** What the office still has to fill in; the applicant's answers were checked when they came. */
export function officeErrors(
  { form }: ResultTemplate,
  { answers, context }: Pick<ResultRequest, 'answers' | 'context'>,
): FieldError[] {
  return validateForm(form, answers, context).errors.filter((error) => error.path.startsWith(`${OFFICE_PART}.`));
}

/** The paper before it is drawn: what the applicant confirms as a draft. */
export function resultPaper(template: ResultTemplate, request: ResultRequest): Paper {
  const { definition } = template;
  const { issue, check } = request;
  const scope = { answers: request.answers, issue, values: conditionValues(template, request) };
  return {
    title: definition.title.vi,
    format: 'A4',
    ...(request.simulated ? { warning: 'DỮ LIỆU MÔ PHỎNG – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ' } : {}),
    letterhead: {
      ...(issue.parent === undefined ? {} : { parent: issue.parent }),
      body: issue.agency,
      number: { reserved: 'document_number' },
      placeAndDate: { reserved: 'document_date' },
      agencyMark: true,
    },
    blocks: [
      ...withCorrection(template.compose(scope), request.corrects),
      { kind: 'signatures', signers: signersOf(template, issue), recipients: definition.recipients },
    ],
    ...(check ? { check } : {}),
    ...(request.scans ? { scans: request.scans } : {}),
  };
}

/** Under the title: which paper it takes the place of. */
function withCorrection(blocks: readonly Block[], corrects: ResultRequest['corrects']): readonly Block[] {
  if (!corrects) return blocks;
  const said: Block = {
    kind: 'paragraph',
    align: 'center',
    runs: [{ text: `Đính chính, thay thế văn bản số ${corrects.number} ${formDay(corrects.on)}`, italic: true }],
  };
  const title = blocks.findIndex(({ kind }) => kind === 'title');
  return [...blocks.slice(0, title + 1), said, ...blocks.slice(title + 1)];
}

/** `12/GPXD`; `{year}` in the symbol is the year of issue. */
export const documentNumber = ({ definition }: ResultTemplate, running: number, day: Day): string =>
  `${running}/${definition.symbol.replace('{year}', day.slice(0, 4))}`;

function conditionValues({ form }: ResultTemplate, { answers, context }: ResultRequest): Record<string, unknown> {
  const nodes = form.sections.flatMap((section) => section.nodes);
  return { context, ...Object.fromEntries(nodes.map((node) => [node.key, conditionValue(node, answers[node.key])])) };
}

function signersOf({ definition }: ResultTemplate, { signer }: ResultIssue): Signer[] {
  const beside = (definition.signer.beside ?? []).map((title) => ({ title: [title], note: '(Ký, ghi rõ họ tên)' }));
  const authority = {
    title: [...(signer.delegated ? [] : (definition.signer.above ?? [])), ...signer.position],
    name: signer.name,
    electronicMark: true,
  };
  return [...beside, authority];
}
