/** Checks of linked parts: what each begins with and is awaited at, who does it, which procedure it is, and what it takes from the common form. */
import type { Form } from '../../platform/forms/form.ts';
import { type Fault, fault, repeated } from '../../platform/pack/fault.ts';
import type { ProcedureDefinition } from './definition.ts';
import type { LinkedPart } from './process-definition.ts';

/** Against the steps of the lead body alone. */
export function checkLinked({ code, process }: ProcedureDefinition): Fault[] {
  const { steps = [], linked = [] } = process ?? {};
  const place = (key: string) => steps.findIndex((step) => step.key === key);
  const numbering = steps.findIndex(({ actions }) => actions.includes('number') || actions.includes('seal'));
  const issued = numbering < 0 ? steps.length : numbering;
  const twice = new Set(repeated(linked.map(({ key }) => key)));
  return eachOf(linked, (part, about) => [
    ...(['from', 'until'] as const)
      .filter((end) => place(part[end]) < 0)
      .map((end) => about('procedures.step-unknown', end, `không có bước “${part[end]}”`, `no step "${part[end]}"`)),
    ...(place(part.from) < 0 || (place(part.from) > 0 && place(part.from) <= issued)
      ? []
      : [
          about(
            'procedures.part-never-begins',
            'from',
            'phải bắt đầu sau bước tiếp nhận và không muộn hơn bước cấp số, đóng dấu',
            'it begins after the reception and not later than the step that numbers and seals',
          ),
        ]),
    ...(place(part.until) >= 0 && place(part.from) > place(part.until)
      ? [
          about(
            'procedures.part-backwards',
            'until',
            'phải xong ở bước bắt đầu nó hoặc bước sau',
            'it ends at the step it begins with, or later',
          ),
        ]
      : []),
    ...(twice.has(part.key)
      ? [
          about(
            'procedures.key-repeated',
            'key',
            `khóa “${part.key}” xuất hiện hai lần`,
            `the key "${part.key}" occurs twice`,
          ),
        ]
      : []),
    ...(part.procedure === code
      ? [
          about(
            'procedures.linked-to-itself',
            'procedure',
            'không thể là chính thủ tục này',
            'it cannot be this procedure',
          ),
        ]
      : []),
  ]);
}

/** `known`: codes of procedures, those they had before too. */
export const checkLinkedCodes = ({ process }: ProcedureDefinition, known: ReadonlySet<string>): Fault[] =>
  eachOf(process?.linked, ({ procedure }, about) =>
    procedure === undefined || known.has(procedure)
      ? []
      : [
          about(
            'procedures.linked-unknown',
            'procedure',
            `danh mục không có thủ tục mã “${procedure}”`,
            `the catalogue has no procedure of the code "${procedure}"`,
          ),
        ],
  );

/** `isThere`: whether the organisation has the unit or section. */
export const checkLinkedUnits = ({ process }: ProcedureDefinition, isThere: (unit: string) => boolean): Fault[] =>
  eachOf(process?.linked, ({ unit }, about) =>
    isThere(unit)
      ? []
      : [
          about(
            'procedures.place-not-in-organisation',
            'unit',
            `tổ chức không có “${unit}”`,
            `the organisation has no "${unit}"`,
          ),
        ],
  );

export function checkTaken({ process }: ProcedureDefinition, form: Form): Fault[] {
  const sections = new Set(form.sections.map(({ key }) => key));
  return eachOf(process?.linked, ({ takes = [] }, about) =>
    takes
      .filter((section) => !sections.has(section))
      .map((section) =>
        about(
          'procedures.taken-unknown',
          'takes',
          `biểu mẫu không có mục “${section}”`,
          `the form has no section "${section}"`,
        ),
      ),
  );
}

type About = (code: string, field: string, vi: string, en: string) => Fault;

const eachOf = (linked: readonly LinkedPart[] = [], check: (part: LinkedPart, about: About) => Fault[]): Fault[] =>
  linked.flatMap((part, index) =>
    check(part, (code, field, vi, en) =>
      fault(
        code,
        `process.linked.${index}.${field}`,
        `Phần việc “${part.name.vi}”: ${vi}.`,
        `The part "${part.name.en ?? part.name.vi}": ${en}.`,
      ),
    ),
  );
