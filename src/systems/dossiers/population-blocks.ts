/** Blocks that describe a person the register of the population knows, and filling them with what it says; what a person has said themselves stays. */
import { type Answers, isAnswers } from '../../platform/forms/answers.ts';
import type { Form, FormContext, FormNode } from '../../platform/forms/form.ts';
import { prefill, type Provenance } from '../../platform/forms/prefill.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import { timeInTable } from '../../platform/text/vietnamese-date.ts';
import type { Lookup, RegisteredPerson } from '../lookups/index.ts';
import { registeredAddress } from './account-person.ts';

const SOURCE = 'population';

export interface PersonBlock {
  /** Where it stands in the answers: `mother`, `woman.person`. */
  readonly path: string;
  /** Where its values stand in the source. */
  readonly about: string;
  readonly label: LocalText;
  readonly section: string;
}

/** Every block of the form whose personal number the register can fill. */
export const personBlocks = ({ sections }: Form): readonly PersonBlock[] =>
  sections.flatMap(({ key, nodes }) =>
    nodes.flatMap((node) => blocksIn(node, { section: key, path: '', label: node })),
  );

function blocksIn(
  node: FormNode,
  at: { readonly section: string; readonly path: string; readonly label: FormNode },
): PersonBlock[] {
  if (node.kind !== 'block') return [];
  const path = at.path === '' ? node.key : `${at.path}.${node.key}`;
  const number = node.nodes.find((one) => one.kind === 'field' && one.key === 'personal_number');
  const [source = '', ...about] = (number?.kind === 'field' ? (number.prefill ?? '') : '').split('.').slice(0, -1);
  const own =
    source === SOURCE && about.length > 0 && at.label.kind === 'block'
      ? [{ path, about: about.join('.'), label: at.label.label, section: at.section }]
      : [];
  return [...own, ...node.nodes.flatMap((inner) => blocksIn(inner, { ...at, path }))];
}

/** The answers of a block, empty where nothing was said. */
export const blockAt = (answers: Answers, path: string): Answers =>
  path.split('.').reduce<Answers>((inside, key) => {
    const next = inside[key];
    return isAnswers(next) ? next : {};
  }, answers);

export interface Filling {
  readonly form: Form;
  readonly context: FormContext;
  readonly block: PersonBlock;
  readonly lookup: Pick<Lookup, 'at' | 'person'>;
  /** False keeps the address to the register: whoever asks about somebody else need not learn where they live. */
  readonly withResidence: boolean;
}

/** Answers and provenance with the block filled in. */
export function fillBlock(
  { form, context, block, lookup, withResidence }: Filling,
  said: { readonly answers: Answers; readonly provenance: Provenance },
): { readonly answers: Answers; readonly provenance: Provenance } {
  if (lookup.person === null) return said;
  const values = nested(block.about, valuesOf(form, lookup.person, withResidence));
  const own = blockAt(said.answers, block.path);
  const empty = withBlock(said.answers, block.path, {});
  const filled = prefill(form, { [SOURCE]: { label: labelOf(lookup), values } }, context, empty);
  const fresh = Object.entries(filled.provenance).filter(([path]) => path.startsWith(`${block.path}.`));
  const old = Object.entries(said.provenance).filter(([path]) => !path.startsWith(`${block.path}.`));
  return {
    answers: withBlock(said.answers, block.path, under(blockAt(filled.answers, block.path), own)),
    provenance: Object.fromEntries([...old, ...fresh]),
  };
}

/** The register and when it said so. */
export const labelOf = ({ at }: Pick<Lookup, 'at'>): LocalText => ({
  vi: `Cơ sở dữ liệu quốc gia về dân cư, ${timeInTable(at, 'vi')}`,
  en: `the national register of the population, ${timeInTable(at, 'en')}`,
});

export function valuesOf(form: Form, person: RegisteredPerson, withResidence: boolean): Answers {
  const { personalNumber, name, gender, birthDate, ethnicity, nationality, residence } = person;
  return {
    full_name: name.toLocaleUpperCase('vi'),
    birth_date: birthDate,
    sex: gender,
    id_kind: 'identity-card',
    personal_number: personalNumber,
    ...(ethnicity && { ethnicity }),
    ...(nationality && { nationality }),
    ...(withResidence &&
      residence && { residence_kind: 'permanent', residence: registeredAddress(form.communes, residence) }),
  };
}

const nested = (path: string, values: Answers): Answers =>
  path.split('.').reduceRight<Answers>((inside, key) => ({ [key]: inside }), values);

function withBlock(answers: Answers, path: string, block: Answers): Answers {
  const [key = '', ...rest] = path.split('.');
  if (rest.length === 0) return { ...answers, [key]: block };
  return { ...answers, [key]: withBlock(blockAt(answers, key), rest.join('.'), block) };
}

/** What a person has left empty is filled, and a name that differs in its capitals alone is written as the register writes it; an address whose commune they did not name is taken whole. */
function under(filled: Answers, own: Answers): Answers {
  const said = Object.entries(own).filter(([key, value]) => !isEmpty(value) && !isSameName(value, filled[key]));
  return { ...filled, ...Object.fromEntries(said) };
}

const isSameName = (own: Answers[string], filled: Answers[string]): boolean =>
  typeof own === 'string' &&
  typeof filled === 'string' &&
  own.toLocaleUpperCase('vi') === filled.toLocaleUpperCase('vi');

const isEmpty = (value: Answers[string]): boolean =>
  value === undefined || value === '' || (isAnswers(value) && 'commune' in value && value.commune === '');
