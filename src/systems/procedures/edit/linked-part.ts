/** Linked part of a draft: what other bodies do in a linked procedure (liên thông), beside the steps of the body that leads. */
import type { Answers } from '../../../platform/forms/answers.ts';
import type { FieldError } from '../../../platform/forms/field-error.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { checkLinked } from '../check-linked.ts';
import { processOf } from '../general-process.ts';
import type { LinkedPart, Process } from '../process-definition.ts';
import { linkedOrder } from './linked-order.ts';
import { linkedOf, linkedQuestions } from './linked-questions.ts';
import { confirmAnswer, pairAnswers, type PartForm, rowsAt, withChanges } from './part-form.ts';
import { readLinked } from './read-linked.ts';

export const linkedPart: PartForm = {
  part: 'linked',
  fields: linkedQuestions,
  answers: (content) => ({ parts: linkedOf(content).map(answersOf) }),
  apply(content, answers) {
    const before = new Map(linkedOf(content).map((part) => [part.key, part]));
    const rows = rowsAt(answers, 'parts').map((row) => readLinked(row, before));
    const errors = rows.flatMap((row, index) => row.errors.map(([field, message]) => errorAt(index, field, message)));
    if (errors.length > 0) return { errors };
    const linked = rows.map(({ part }) => withChanges<LinkedPart>(before.get(part.key), part));
    const { process } = content.definition;
    if (linked.length === 0 && !process) return { content };
    // parts stand beside steps: those of the general process become the procedure's own
    const beside = process ?? processOf(content.definition);
    const definition = {
      ...content.definition,
      process: withChanges<Process>(beside, { linked: linked.length === 0 ? undefined : linked }),
    };
    const refused = checkLinked(definition);
    if (refused.length === 0) return { content: { ...content, definition } };
    return {
      errors: refused.flatMap(({ at, code, message }) => {
        const [, index = '0', field = 'name_vi'] = PLACE.exec(at) ?? [];
        return [{ ...errorAt(Number(index), field, message), code }];
      }),
    };
  },
  place(at, content) {
    const [, index, field] = PLACE.exec(at) ?? [];
    if (index !== undefined) return `parts.${index}.${field}`;
    const [, key] = /^linked\.([a-z0-9-]+)/.exec(at) ?? [];
    const guarded = linkedOf(content).findIndex((part) => part.key === key);
    return guarded < 0 ? undefined : `parts.${guarded}.guard`;
  },
  told: ({ definition }) => (definition.process ? linkedOrder(definition.process) : []),
};

const PLACE = /^process\.linked\.(\d+)\.(\w+)/;

const answersOf = ({ key, name, procedure, unit, takes, from, until, term, guard, confirm }: LinkedPart): Answers => ({
  ...pairAnswers('name', name),
  procedure: procedure ?? '',
  unit: unit.replace(':', '.'),
  takes: takes ?? [],
  from,
  until,
  term,
  guard: guard ?? '',
  key,
  confirm: confirmAnswer(confirm),
});

function errorAt(index: number, field: string, message: Required<LocalText>): FieldError {
  const path = `parts.${index}.${field}`;
  return { key: field, path, name: path, code: 'procedures.part', message, where: [] };
}
