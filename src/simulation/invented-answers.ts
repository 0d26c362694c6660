/** Invented answers: fills any form of the house so that it is valid, question by question as a person would, correcting what the form refuses. */
import { addDays } from '../platform/calendar/instant.ts';
import type { Answer, Answers } from '../platform/forms/answers.ts';
import type { FieldNode, Form, FormContext, FormNode } from '../platform/forms/form.ts';
import { liveForm, type LiveField, type LiveNode } from '../platform/forms/live-form.ts';
import { validateForm } from '../platform/forms/validate-form.ts';
import { inventPerson, type InventedPerson, type NameParts } from './invented-person.ts';
import type { Chance } from './random.ts';

export interface Inventing {
  readonly chance: Chance;
  readonly names: NameParts;
  readonly context: FormContext;
  /** Who files. */
  readonly requester: InventedPerson;
  /** Ids of files to hand in, by component; undefined where a form is filled without papers. */
  readonly fileFor: (component: string) => string;
  /** Fills in one section of a form whose other sections were answered before. */
  readonly rest?: { readonly section: string; readonly answers: Answers };
}

type Written = { [key: string]: Answers[string] };

const ROUNDS = 40;

/** Nobody could fill the form: a fault of the pack, or of our patience. */
export class UnfilledForm extends Error {}

/** Throws UnfilledForm after some forty corrections. */
export function inventAnswers(form: Form, inventing: Inventing): Answers {
  const { rest } = inventing;
  const answers: Written = { ...rest?.answers };
  const isOurs = ({ path }: { path: string }): boolean => rest === undefined || path.startsWith(`${rest.section}.`);
  let wrong = '';
  for (let round = 0; round < ROUNDS; round++) {
    fillUnanswered(form, answers, round, inventing);
    const checked = validateForm(form, answers, inventing.context);
    const errors = checked.errors.filter(isOurs);
    if (errors.length === 0) return checked.answers;
    wrong = errors.map(({ path, code }) => `${path} ${code}`).join(', ');
    for (const { path } of errors) reconsider(form, answers, path, round, inventing);
  }
  throw new UnfilledForm(`the form ${form.definition.code} could not be filled: ${wrong}`);
}

/** An answer can uncover questions, so the form is looked at again until nothing is open. */
function fillUnanswered(form: Form, answers: Written, round: number, inventing: Inventing): void {
  for (let pass = 0; pass < 12; pass++) {
    const live = liveForm(form, answers, inventing.context);
    const open = live.sections.flatMap(({ nodes }) => nodes).flatMap(openFields);
    if (open.length === 0) return;
    for (const field of open) write(answers, field.path, inventAnswer(field, round, inventing));
  }
}

function openFields(live: LiveNode): LiveField[] {
  if (live.kind === 'field')
    return live.answer === undefined && live.node.field.kind !== 'info' && isTaken(live) ? [live] : [];
  if (live.kind === 'block') return live.children.flatMap(openFields);
  return live.rows.flatMap((row) => row.children.flatMap(openFields));
}

/** What need not be answered mostly is not; yes or no is always said. */
const isTaken = ({ node, required }: LiveField): boolean => required || node.field.kind === 'boolean';

/** A refused answer is forgotten, with those around it when that did not help; a group that lacks rows gets one. */
function reconsider(form: Form, answers: Written, path: string, round: number, inventing: Inventing): void {
  const node = nodeAt(
    form.sections.flatMap((section) => section.nodes),
    path.split('.'),
  );
  if (node?.kind === 'group') {
    const rows = (answers[path] ?? []) as readonly Answers[];
    write(answers, path, round % 2 === 0 && rows.length < node.max ? [...rows, {}] : rows.slice(0, 1).map(() => ({})));
    return;
  }
  const current = readAt(answers, path);
  write(answers, path, typeof current === 'boolean' ? !current : undefined);
  if (typeof current === 'boolean' || round % 3 !== 2) return;
  for (const key of Object.keys(answers)) if (inventing.chance.happens(0.3)) delete answers[key];
}

function nodeAt(nodes: readonly FormNode[], [key, ...rest]: readonly string[]): FormNode | undefined {
  const node = nodes.find((one) => one.key === key);
  const inner = rest.filter((part) => !/^\d+$/.test(part));
  return node === undefined || node.kind === 'field' || inner.length === 0 ? node : nodeAt(node.nodes, inner);
}

function readAt(answers: Answers, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (value as Answers | undefined)?.[key], answers);
}

function write(answers: Written, path: string, value: Answers[string]): void {
  const keys = path.split('.');
  const last = keys.pop() as string;
  let place = answers as Record<string, unknown>;
  keys.forEach((key, index) => {
    place[key] ??= /^\d+$/.test(keys[index + 1] ?? '') ? [] : {};
    place = place[key] as Record<string, unknown>;
  });
  if (value === undefined) delete place[last];
  else place[last] = value;
}

const WORDS = 'nhà ở gia đình, kinh doanh tạp hóa, giấy tờ cá nhân, thửa đất vườn, sửa chữa công trình'.split(', ');

function inventAnswer({ node, path }: LiveField, round: number, inventing: Inventing): Answer | undefined {
  const { field } = node;
  const { chance, context, requester } = inventing;
  const around = path.split('.').slice(0, -1).join('.');
  const person = around === '' || around.endsWith('requester') ? requester : personAt(around, round, inventing);
  switch (field.kind) {
    case 'text':
      return inventText(node, person, inventing);
    case 'textarea':
      return `Đề nghị giải quyết về ${chance.pick(WORDS)}.`;
    case 'date':
    case 'partial-date':
      return inventDay(node, person, inventing);
    case 'time':
      return `0${chance.between(6, 9)}:30`;
    case 'integer':
      return bounded(field, chance, 3);
    case 'decimal':
      return bounded(field, chance, 120);
    case 'money':
      return (
        100_000 *
        Math.ceil(bounded({ min: (field.min ?? 0) / 100_000, max: (field.max ?? 1e9) / 100_000 }, chance, 500))
      );
    case 'boolean':
      return chance.happens(0.15);
    case 'pledge':
      return true;
    case 'choice':
      return field.key === 'sex' && round < 3 ? optionLike(node, person.sex, chance) : inventChoice(node, chance);
    case 'multi':
      return node.options.slice(0, Math.max(1, field.min ?? 1)).map((option) => option.value);
    case 'address':
      return {
        province: '80',
        commune: context.commune,
        detail: `Số ${chance.between(1, 300)}, khu phố ${chance.between(1, 9)}`,
      };
    case 'personal-number':
      return person.personalNumber;
    case 'phone':
      return requester.phone;
    case 'email':
      return 'nguoi.dan@congdan.example';
    case 'file':
      return [inventing.fileFor(field.component ?? field.key)];
    case 'info':
      return undefined;
  }
}

/** The same person wherever one block asks: name, number and day of birth agree. Refused again and again, somebody of another age. */
function personAt(block: string, round: number, { chance, names, context }: Inventing): InventedPerson {
  const sex = /mother|woman|wife|female/.test(block) ? 'female' : /father|man|husband/.test(block) ? 'male' : undefined;
  const kept = people.get(chance) ?? new Map<string, InventedPerson>();
  people.set(chance, kept);
  const who = `${block} ${Math.floor(round / 3)}`;
  const ages = round < 3 ? ADULT : chance.pick(AGES);
  const known = kept.get(who) ?? inventPerson(chance, names, { today: context.today, ages, ...(sex ? { sex } : {}) });
  kept.set(who, known);
  return known;
}
const ADULT = [22, 58] as const;
const AGES = [ADULT, [1, 2], [5, 14], [62, 85]] as const;
const people = new WeakMap<Chance, Map<string, InventedPerson>>();

const PATTERNED: Readonly<Record<string, (chance: Chance) => string>> = {
  digits: (chance) => String(chance.between(1000, 99_999)),
  code: (chance) => `${chance.between(100, 999)}/2024`,
  passport: (chance) => `C${chance.between(1_000_000, 9_999_999)}`,
  'tax-code': () => '0100109106',
  parcel: (chance) => String(chance.between(1, 900)),
  vsic: (chance) => chance.pick(['4711', '5610', '9631', '4721']),
  url: () => 'https://vi-du.example',
  letters: (chance) => chance.pick(['Sao Mai', 'Hoa Sen', 'Phương Nam', 'Vàm Cỏ']),
};

function inventText({ field }: FieldNode, person: InventedPerson, { chance }: Inventing): string {
  if (field.kind !== 'text') return '';
  const text =
    field.pattern === 'person-name'
      ? person.name
      : (field.pattern && PATTERNED[field.pattern]?.(chance)) ||
        `${chance.pick(['Sao Mai', 'Hoa Sen', 'Vàm Cỏ'])} ${chance.between(1, 99)}`;
  return text.padEnd(field.minLength ?? 0, '0').slice(0, field.maxLength ?? 200);
}

function inventDay({ field }: FieldNode, person: InventedPerson, { chance, context }: Inventing): string | undefined {
  if (field.kind !== 'date' && field.kind !== 'partial-date') return undefined;
  const day = /birth/.test(field.key)
    ? /child/.test(field.key)
      ? addDays(context.today, -chance.between(3, 50))
      : person.birthDate
    : field.min === 'today' || /^(to|until|end)/.test(field.key)
      ? addDays(context.today, chance.between(5, 12))
      : addDays(context.today, -chance.between(0, 4));
  const min = field.min === 'today' ? context.today : field.min;
  const max = field.max === 'today' ? context.today : field.max;
  if (min !== undefined && day < min) return min;
  return max !== undefined && day > max ? max : day;
}

function bounded(
  { min = 1, max = 1e6 }: { min?: number | undefined; max?: number | undefined },
  chance: Chance,
  usual: number,
): number {
  const low = Math.ceil(min);
  return chance.between(low, Math.max(low, Math.min(Math.floor(max), low + usual)));
}

/** First choices are the usual ones. */
const inventChoice = ({ field, options }: FieldNode, chance: Chance): string =>
  field.kind === 'choice' && field.default !== undefined && chance.happens(0.9)
    ? field.default
    : field.kind === 'choice' && field.list === 'ethnicities'
      ? (options[0]?.value ?? '')
      : chance.weighted(options.map((option, index) => [option.value, 1 / (index + 1)]));

const optionLike = ({ options }: FieldNode, wanted: string, chance: Chance): string =>
  options.find(({ value }) => value === wanted)?.value ?? chance.pick(options).value;
