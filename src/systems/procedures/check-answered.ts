/** What answers in place of a paper, checked: registers, persons of the form, results of other procedures, and what a certified copy is made of. */
import type { Form, FormNode } from '../../platform/forms/form.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import { type Fault, fault } from '../../platform/pack/fault.ts';
import type { Component } from './component-definition.ts';
import type { ProcedureDefinition } from './definition.ts';
import { REGISTERS } from './registers.ts';

/** Without the form: registers are known, a fact has the register that knows it, scans are a paper that is handed in. */
export function checkSources({ components, results }: ProcedureDefinition): Fault[] {
  return [...components.flatMap(checkRegisters), ...results.flatMap(checkScanned)];

  function checkScanned({ key, copy }: ProcedureDefinition['results'][number]): Fault[] {
    if (!copy || components.some((one) => one.key === copy.scanned && one.handling !== 'guidance')) return [];
    return [
      fault(
        'procedures.scanned-unknown',
        `results.${key}.copy`,
        `Không có thành phần hồ sơ “${copy.scanned}” để lấy bản quét.`,
        `There is no paper "${copy.scanned}" to take the scans from.`,
      ),
    ];
  }
}

function checkRegisters({ key, replacedBy = [], fact, factOf }: Component): Fault[] {
  const unknown = replacedBy.filter((register) => REGISTERS[register] === undefined);
  const faults = unknown.map((register) =>
    fault(
      'procedures.register-unknown',
      `components.${key}.replacedBy`,
      `Không có cơ sở dữ liệu “${register}”.`,
      `There is no register "${register}".`,
    ),
  );
  if (fact !== undefined && !replacedBy.includes('population'))
    faults.push(
      fault(
        'procedures.fact-without-register',
        `components.${key}.fact`,
        'Chỉ cơ sở dữ liệu dân cư trả lời điều này: chọn cơ sở dữ liệu đó, hoặc bỏ điều phải có.',
        'Only the register of the population answers this: choose it, or leave the fact out.',
      ),
    );
  if (factOf !== undefined && fact === undefined)
    faults.push(
      fault(
        'procedures.fact-missing',
        `components.${key}.fact`,
        'Đã nêu của người nào thì phải nêu cơ sở dữ liệu phải có điều gì.',
        'Where it is said of whom, it must be said what the register must know.',
      ),
    );
  return faults;
}

/** With the form: persons that a register is asked about are described in it, and copies have a list of their titles. */
export function checkDescribed({ components, results }: ProcedureDefinition, form: Form): Fault[] {
  const persons = new Set(personsIn(form).map(({ key }) => key));
  const titles = titlesIn(form);
  return [
    ...components.flatMap(({ key, factOf = [] }) =>
      factOf
        .filter((block) => !persons.has(block))
        .map((block) =>
          fault(
            'procedures.person-unknown',
            `components.${key}.factOf`,
            `Biểu mẫu không mô tả người nào ở “${block}” bằng số định danh.`,
            `The form describes no person with a personal number at "${block}".`,
          ),
        ),
    ),
    ...results
      .filter(({ copy }) => copy && !titles.some(({ list, title }) => list === copy.listed && title === titleOf(copy)))
      .map(({ key, copy }) =>
        fault(
          'procedures.copied-unknown',
          `results.${key}.copy`,
          `Biểu mẫu không có danh sách “${copy?.listed}” với câu hỏi “${copy && titleOf(copy)}”.`,
          `The form has no list "${copy?.listed}" with the question "${copy && titleOf(copy)}".`,
        ),
      ),
  ];
}

/** The question that holds a copied paper's title. */
export const titleOf = ({ titled = 'paper_title' }: { readonly titled?: string }): string => titled;

export interface PersonOfForm {
  readonly key: string;
  readonly label: LocalText;
}

/** Blocks of the form that describe a person by their personal number, themselves or in the part of them that is a person. */
export const personsIn = ({ sections }: Form): readonly PersonOfForm[] =>
  sections.flatMap(({ nodes }) =>
    nodes.flatMap((node) => {
      if (node.kind !== 'block') return [];
      const inner = node.nodes.find(({ key }) => key === 'person');
      const described = hasNumber(node.nodes) || (inner?.kind === 'block' && hasNumber(inner.nodes));
      return described ? [{ key: node.key, label: node.label }] : [];
    }),
  );

const hasNumber = (nodes: readonly FormNode[]): boolean =>
  nodes.some(({ kind, key }) => kind === 'field' && key === 'personal_number');

export interface TitleOfForm {
  readonly list: string;
  readonly title: string;
  readonly label: LocalText;
}

/** Lists of the form with each question in words: where the titles of copied papers may stand. */
export const titlesIn = ({ sections }: Form): readonly TitleOfForm[] =>
  sections.flatMap(({ nodes }) =>
    nodes.flatMap((group) =>
      group.kind === 'group'
        ? group.nodes.flatMap((node) =>
            node.kind === 'field' && node.field.kind === 'text'
              ? [{ list: group.key, title: node.key, label: joined(group.label, node.field.label) }]
              : [],
          )
        : [],
    ),
  );

const joined = (one: LocalText, other: LocalText): LocalText => ({
  vi: `${one.vi}: ${other.vi}`,
  en: `${one.en ?? one.vi}: ${other.en ?? other.vi}`,
});

/** Codes of procedures whose results stand for papers of this one, and of those that are parts of it. */
export const namedProcedures = ({
  components,
  process,
}: Pick<ProcedureDefinition, 'components' | 'process'>): readonly string[] => [
  ...new Set([
    ...components.flatMap(({ resultOf = [] }) => resultOf),
    ...(process?.linked ?? []).flatMap(({ procedure }) => procedure ?? []),
  ]),
];

/** `known`: codes of procedures, those they had before too. */
export const checkResultsOf = ({ components }: ProcedureDefinition, known: ReadonlySet<string>): Fault[] =>
  components.flatMap(({ key, resultOf = [] }) =>
    resultOf
      .filter((code) => !known.has(code))
      .map((code) =>
        fault(
          'procedures.result-of-unknown',
          `components.${key}.resultOf`,
          `Danh mục không có thủ tục mã “${code}”.`,
          `The catalogue has no procedure of the code "${code}".`,
        ),
      ),
  );
