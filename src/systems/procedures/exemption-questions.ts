/** Questions about exemption (miễn, giảm phí, lệ phí): asked in the form of every procedure whose fees have one, with the paper that shows it. */
import type { FormDefinition } from '../../platform/forms/definition.ts';
import type { ProcedureDefinition } from './definition.ts';
import type { Exemption } from './fee-definition.ts';
import { EXEMPTION_ANSWER, NO_EXEMPTION } from './fee-price.ts';

/** Of the paper among the dossier's components. */
export const EXEMPTION_PAPER = 'giay-mien-giam';

/** Each once, though several fees have it. */
export function listExemptions({ fees }: Pick<ProcedureDefinition, 'fees'>): readonly Exemption[] {
  const all = fees.flatMap(({ exemptions = [] }) => exemptions);
  return all.filter((one, place) => all.findIndex(({ key }) => key === one.key) === place);
}

/** Before the last section, where the applicant pledges; the form as it was where no fee has an exemption. */
export function askForExemption(form: FormDefinition, definition: ProcedureDefinition): FormDefinition {
  const exemptions = listExemptions(definition);
  if (exemptions.length === 0) return form;
  const section: FormDefinition['sections'][number] = {
    key: 'exemption',
    title: { vi: 'Miễn, giảm phí, lệ phí', en: 'Exemption from fees' },
    fields: [
      {
        kind: 'choice',
        key: EXEMPTION_ANSWER,
        label: {
          vi: 'Bạn có thuộc diện được miễn, giảm phí, lệ phí không?',
          en: 'Does the law exempt you from fees, or lessen them?',
        },
        default: NO_EXEMPTION,
        options: [
          { value: NO_EXEMPTION, label: { vi: 'Không thuộc diện miễn, giảm', en: 'No' } },
          ...exemptions.map(({ key, name }) => ({ value: key, label: name })),
        ],
      },
      {
        kind: 'file',
        key: 'fee_exemption_paper',
        component: EXEMPTION_PAPER,
        label: { vi: 'Giấy tờ chứng minh diện miễn, giảm', en: 'Paper that shows it' },
        hint: {
          vi: exemptions.map(({ name, evidence }) => `${name.vi}: ${evidence.vi}`).join('. '),
          en: exemptions.map(({ name, evidence }) => `${name.en ?? name.vi}: ${evidence.en ?? evidence.vi}`).join('. '),
        },
        visible: CLAIMED,
      },
    ],
  };
  return { ...form, sections: [...form.sections.slice(0, -1), section, ...form.sections.slice(-1)] };
}

const CLAIMED = `${EXEMPTION_ANSWER} != '${NO_EXEMPTION}'`;

/** The paper is a component like the others: handed in when an exemption is claimed. */
export function withExemptionPaper(definition: ProcedureDefinition): ProcedureDefinition {
  if (listExemptions(definition).length === 0) return definition;
  return {
    ...definition,
    components: [
      ...definition.components,
      {
        key: EXEMPTION_PAPER,
        name: { vi: 'Giấy tờ chứng minh diện miễn, giảm phí, lệ phí', en: 'Paper that shows the exemption from fees' },
        handling: 'handed-in',
        copies: 1,
        when: CLAIMED,
      },
    ],
  };
}
