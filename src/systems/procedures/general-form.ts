/** The general form (biểu mẫu chung): what a procedure without a form of its own asks: who files, what for, the papers, where the result goes. */
import type { Field, FormDefinition } from '../../platform/forms/definition.ts';
import type { Component } from './component-definition.ts';
import type { ProcedureDefinition } from './definition.ts';

/** Composed from the components handed in; the declaration itself is replaced by the request. Papers that are only shown or looked up are listed to read. */
export function composeGeneralForm(definition: ProcedureDefinition): FormDefinition {
  const files = definition.components.filter(isUploaded).map(fileField);
  const notes = definition.components
    .filter((one) => one.handling === 'shown' || one.handling === 'data')
    .map(noteField);
  return {
    code: `general-${definition.code.replace('.', '-')}`,
    title: definition.name,
    sections: [
      {
        key: 'applicant',
        title: { vi: 'Người nộp hồ sơ', en: 'Applicant' },
        fields: [
          ...(isForOrganisations(definition) ? ORGANISATION : []),
          {
            kind: 'block',
            key: 'requester',
            label: { vi: 'Người yêu cầu', en: 'Applicant' },
            use: 'requester',
            prefill: 'account',
          },
        ],
      },
      {
        key: 'request',
        title: { vi: 'Nội dung yêu cầu', en: 'What you ask for' },
        fields: [...chooseCase(definition), ...REQUEST],
      },
      ...(files.length + notes.length === 0
        ? []
        : [{ key: 'papers', title: { vi: 'Giấy tờ kèm theo', en: 'Papers' }, fields: [...files, ...notes] }]),
      {
        key: 'receiving',
        title: { vi: 'Nhận kết quả', en: 'Receiving the result' },
        fields: [
          { kind: 'block', key: 'receive', label: { vi: 'Nhận kết quả', en: 'Receiving the result' }, use: 'receive' },
          {
            kind: 'pledge',
            key: 'pledge',
            label: {
              vi: 'Tôi cam đoan nội dung khai là đúng sự thật và chịu trách nhiệm trước pháp luật.',
              en: 'I declare that what I have stated is true and answer for it before the law.',
            },
          },
        ],
      },
    ],
  };
}

/** A component's place in the answers of the general form: `giay-chung-sinh` → `giay_chung_sinh`. */
export const answerKeyOf = (componentKey: string): string => componentKey.replaceAll('-', '_').slice(0, 40);

const isUploaded = (component: Component): boolean => component.handling === 'handed-in' && component.kind !== 'form';

const ORGANISATIONS = new Set(['organisation', 'enterprise', 'cooperative', 'household-business']);
const isForOrganisations = (definition: ProcedureDefinition): boolean =>
  definition.subjects.some((subject) => ORGANISATIONS.has(subject));

const ORGANISATION: Field[] = [
  {
    kind: 'boolean',
    key: 'for_organisation',
    label: {
      vi: 'Bạn nộp hồ sơ thay mặt một tổ chức, doanh nghiệp?',
      en: 'Do you file for an organisation or enterprise?',
    },
  },
  {
    kind: 'text',
    key: 'organisation_name',
    label: { vi: 'Tên tổ chức, doanh nghiệp', en: 'Name of the organisation' },
    visible: 'for_organisation',
    prefill: 'account.organisation_name',
  },
  {
    kind: 'text',
    key: 'organisation_code',
    label: { vi: 'Mã số doanh nghiệp hoặc mã số thuế', en: 'Enterprise code or tax code' },
    visible: 'for_organisation',
    required: false,
    pattern: 'tax-code',
    prefill: 'account.organisation_code',
  },
];

/** Cases whose conditions speak of `variant` are chosen by the applicant; their keys are the values. */
function chooseCase({ cases = [] }: ProcedureDefinition): Field[] {
  const chosen = cases.filter((one) => one.when?.includes(VARIANT));
  if (chosen.length === 0) return [];
  return [
    {
      kind: 'choice',
      key: VARIANT,
      label: { vi: 'Trường hợp của bạn', en: 'Which case is yours?' },
      options: chosen.map((one) => ({ value: one.key, label: one.name })),
    },
  ];
}

const VARIANT = 'variant';

const REQUEST: Field[] = [
  {
    kind: 'textarea',
    key: 'request',
    label: { vi: 'Bạn đề nghị giải quyết việc gì?', en: 'What do you ask for?' },
    hint: {
      vi: 'Ghi rõ việc, người hoặc thửa đất, công trình, cơ sở liên quan.',
      en: 'State the matter and the person, plot, building or place it concerns.',
    },
    maxLength: 4000,
  },
];

function fileField(component: Component): Field {
  return {
    kind: 'file',
    key: answerKeyOf(component.key),
    label: component.name,
    component: component.key,
    required: component.when === undefined && component.condition === undefined && component.group === undefined,
    ...(component.condition && { hint: component.condition }),
  };
}

function noteField(component: Component): Field {
  const { vi, en } = component.name;
  const label =
    component.handling === 'shown'
      ? { vi: `Xuất trình khi đến làm việc: ${vi}`, en: `Show when you come: ${en ?? vi}` }
      : {
          vi: `Không phải nộp khi cơ quan đã tra cứu được: ${vi}`,
          en: `Not needed when the office finds it: ${en ?? vi}`,
        };
  return { kind: 'info', key: answerKeyOf(component.key), label };
}
