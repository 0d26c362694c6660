/** Lists of the definition (papers, fees, results) as parts whose entries have pages of their own. */
import type { Answers } from '../../../platform/forms/answers.ts';
import type { Field } from '../../../platform/forms/definition.ts';
import type { FieldError } from '../../../platform/forms/field-error.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import type { ProcedureDefinition } from '../definition.ts';
import type { DraftContent } from '../draft/draft.ts';
import { answeredForm } from './answered-form.ts';
import { comparedFields } from './compared-fields.ts';
import { conditionWords } from './condition-words.ts';
import { conditionAnswers, conditionQuestions, readCondition } from './condition-questions.ts';
import { type ItemsPart, rearranged } from './items-part.ts';
import { definitionKey } from './definition-key.ts';
import { type Choices, errorAtField, readPair, withChanges } from './part-form.ts';

type ListName = 'components' | 'fees' | 'results';
type EntryOf<L extends ListName> = ProcedureDefinition[L][number];

export interface DefinitionList<L extends ListName> {
  readonly part: L;
  readonly add: Required<LocalText>;
  readonly details: (entry: EntryOf<L>) => readonly LocalText[];
  readonly fields: (content: DraftContent, choices: Choices, before: EntryOf<L> | undefined) => readonly Field[];
  /** What who files is told of an entry. */
  readonly told?: (content: DraftContent, entry: EntryOf<L>, named: Choices['named']) => readonly LocalText[];
  readonly answers: (entry: EntryOf<L> | undefined) => Answers;
  /** Without key, name and condition, which all of them have. */
  readonly read: (answers: Answers, before: EntryOf<L> | undefined) => Partial<EntryOf<L>> | FieldError;
  readonly always: Required<LocalText>;
  /** Question of a property, where it is not called the same. */
  readonly places: Readonly<Record<string, string>>;
}

/** `when` of an entry is built over the answers of the form as it is drafted. */
export function definitionList<L extends ListName>(spec: DefinitionList<L>): ItemsPart {
  const { part } = spec;
  const entriesOf = ({ definition }: DraftContent) => definition[part] as readonly EntryOf<L>[];
  const find = (content: DraftContent, id: string | undefined) => entriesOf(content).find((one) => one.key === id);
  const put = ({ definition, form }: DraftContent, entries: readonly EntryOf<L>[]): DraftContent => ({
    form,
    definition: { ...definition, [part]: entries },
  });
  return {
    part,
    add: spec.add,
    list: (content) =>
      entriesOf(content).map((entry) => ({
        id: entry.key,
        title: entry.name,
        details: [...spec.details(entry), ...whenWords(content, entry.when)],
      })),
    title: (content, { id }) => (id === undefined ? spec.add : find(content, id)?.name),
    fields: (content, { id }, choices) => {
      const asked = answeredForm(content);
      const place = { key: 'when', label: WHEN, always: spec.always };
      return [
        ...spec.fields(content, choices, find(content, id)),
        ...conditionQuestions(place, asked ? comparedFields(asked) : []),
      ];
    },
    told: (content, { id }, { named }) => {
      const entry = find(content, id);
      return (entry && spec.told?.(content, entry, named)) ?? [];
    },
    answers: (content, { id }) => {
      const asked = answeredForm(content);
      const entry = find(content, id);
      return { ...spec.answers(entry), ...conditionAnswers('when', entry?.when, asked ? comparedFields(asked) : []) };
    },
    apply(content, { id }, answers) {
      const before = find(content, id);
      const name = readPair(answers, 'name');
      const asked = answeredForm(content);
      const condition =
        asked && readCondition(answers, 'when', { fields: comparedFields(asked), subject: asked.subject });
      if (condition?.errors) return { errors: condition.errors };
      const read = spec.read(answers, before);
      if ('path' in read) return { errors: [read as FieldError] };
      if (!name) return { errors: [errorAtField('name_vi', 'Nhập tên.', 'Enter the name.')] };
      const entries = entriesOf(content);
      const key = before?.key ?? definitionKey(name.vi, new Set(entries.map((one) => one.key)));
      const when = condition ? condition.source : before?.when;
      const entry = withChanges<EntryOf<L>>(before, { ...(read as object), key, name, when } as Partial<EntryOf<L>>);
      const next = before ? entries.map((one) => (one === before ? entry : one)) : [...entries, entry];
      return { content: put(content, next) };
    },
    rearrange: (content, id, how) => {
      const entries = entriesOf(content);
      const next = rearranged(
        entries,
        entries.findIndex((one) => one.key === id),
        how,
      );
      return next && put(content, next);
    },
    place(content, at) {
      const [, list, named = '', property = ''] = /^([a-z]+)\.([^.:]+)\.?([A-Za-z]*)/.exec(at) ?? [];
      if (list !== part) return undefined;
      const entry = /^\d+$/.test(named) ? entriesOf(content)[Number(named)] : find(content, named);
      return entry && { id: entry.key, field: spec.places[property] ?? (property || 'when_mode') };
    },
  };
}

function whenWords(content: DraftContent, when: string | undefined): LocalText[] {
  if (when === undefined) return [];
  const { vi, en } = conditionWords(content, when);
  return [{ vi: `khi ${vi}`, en: `when ${en ?? vi}` }];
}

const WHEN = { vi: 'Khi nào', en: 'When' };
