/** Templates of papers as administrators work on them: slips and result papers alike, compiled, with what they can say and how they look filled in. */
import type { Instant } from '../../../platform/calendar/instant.ts';
import { dayOf } from '../../../platform/calendar/instant.ts';
import type { Db } from '../../../platform/db/database.ts';
import { printPaper } from '../../../platform/documents/paper/print-paper.ts';
import { compileTemplate, type ResultTemplate } from '../../../platform/documents/results/compile-template.ts';
import { resultPaper } from '../../../platform/documents/results/render-result.ts';
import { exampleContext, exampleSlip } from '../../../platform/documents/slips/slip-examples.ts';
import { renderSlip } from '../../../platform/documents/slips/slip.ts';
import { type CompiledSlip, compileSlip } from '../../../platform/documents/slips/slip-template.ts';
import type { TemplateKind } from '../../../platform/documents/templates/template-store.ts';
import type { FormDefinition } from '../../../platform/forms/definition.ts';
import { exampleAnswers } from '../../../platform/forms/example-answers.ts';
import { listsFrom } from '../../../platform/forms/form-lists.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import type { Fault } from '../../../platform/pack/fault.ts';
import { findForm } from '../../procedures/index.ts';

export type PaperTemplate =
  | { readonly kind: 'slip'; readonly compiled: CompiledSlip }
  | { readonly kind: 'result'; readonly compiled: ResultTemplate };

export type CompiledPaper =
  | { readonly template: PaperTemplate; readonly faults?: undefined }
  | { readonly faults: readonly Fault[]; readonly template?: undefined };

/** Everything that is wrong with a content, or the template it makes. */
export async function compilePaper<T>(db: Db<T>, kind: TemplateKind, content: unknown): Promise<CompiledPaper> {
  if (kind === 'slip') {
    const { compiled, faults } = compileSlip(content);
    return compiled ? { template: { kind, compiled } } : { faults };
  }
  const form = await formOf(db, content);
  const { template, faults } = compileTemplate(content, () => form, {
    lists: listsFrom({ communes: [EXAMPLE_COMMUNE] }),
  });
  return template ? { template: { kind, compiled: template } } : { faults };
}

/** Of a paper whose questions name places: one is enough to show it with. */
const EXAMPLE_COMMUNE = { value: '25486', label: { vi: 'xã Tân Biên' }, parent: '80' };

async function formOf<T>(db: Db<T>, content: unknown): Promise<FormDefinition | undefined> {
  const { form } = content as { readonly form?: string };
  return form === undefined ? NO_QUESTIONS : findForm(db, form);
}

/** A general letter may name no answer: it serves every form. */
const NO_QUESTIONS: FormDefinition = { code: 'any', title: { vi: 'Mọi biểu mẫu', en: 'Any form' }, sections: [] };

export const titleOf = (kind: TemplateKind, content: unknown): LocalText =>
  kind === 'slip'
    ? { vi: (content as { readonly title: string }).title }
    : (content as { readonly title: LocalText }).title;

/** Filled with invented data, as PDF: a slip A5, a result A4. */
export function previewPaper(template: PaperTemplate, at: Instant): Promise<Uint8Array> {
  if (template.kind === 'slip') {
    const { meaning } = template.compiled.template;
    return renderSlip(template.compiled, exampleSlip(meaning), exampleContext(at));
  }
  const { compiled } = template;
  const paper = resultPaper(compiled, {
    answers: exampleAnswers(compiled.form),
    issue: {
      agency: 'Ủy ban nhân dân xã Tân Biên',
      place: 'Tân Biên',
      procedure: 'Đăng ký khai sinh',
      result: 'Giấy khai sinh',
      dossierCode: 'H53.15-261123-0001',
      receivedOn: dayOf(at),
      decidedOn: dayOf(at),
      signer: { name: 'Phan Văn Đức', position: ['CHỦ TỊCH'] },
    },
    context: { today: dayOf(at), channel: 'online', commune: EXAMPLE_COMMUNE.value, case: '' },
    simulated: true,
  });
  return printPaper(paper, at);
}
