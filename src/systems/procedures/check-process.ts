/** Checks of an internal process: each step is timed and can be reached, every way ends, the longest makes up the term. */
import { parseTerm } from '../../platform/calendar/term.ts';
import { type Fault, fault } from '../../platform/pack/fault.ts';
import type { ProcedureDefinition } from './definition.ts';
import { checkLinked } from './check-linked.ts';
import { budgetOfStep, budgetOfTerm, minutesOfProcess } from './process-budget.ts';
import type { Process, Step } from './process-definition.ts';
import { type DeadEnd, deadEnds, findCircle, unreachable } from './process-graph.ts';
import { minutesWords, termWords } from './process-words.ts';

export function checkProcess(definition: ProcedureDefinition): Fault[] {
  const { process, term, cases = [], draftConfirmation } = definition;
  if (!process)
    return draftConfirmation ? [unknownStep('draftConfirmation.afterStep', draftConfirmation.afterStep)] : [];
  const keys = new Set(process.steps.map((step) => step.key));
  const caseKeys = new Set(cases.map((one) => one.key));
  const faults: Fault[] = [];
  if (draftConfirmation && !keys.has(draftConfirmation.afterStep))
    faults.push(unknownStep('draftConfirmation.afterStep', draftConfirmation.afterStep));
  process.steps.forEach((step, index) => {
    const at = `process.steps.${index}`;
    for (const key of Object.keys(step.budgets ?? {})) {
      if (!caseKeys.has(key))
        faults.push(
          fault(
            'procedures.budget-case',
            `${at}.budgets`,
            `Không có trường hợp “${key}”.`,
            `There is no case "${key}".`,
          ),
        );
    }
    if (budgetOfStep(step) === undefined && !step.budgets && !step.ownClock && !step.pauses) {
      faults.push(
        about(
          step,
          at,
          'procedures.step-untimed',
          ' không có thời gian, cũng không có đồng hồ riêng.',
          ' has no budget and no clock of its own.',
        ),
      );
    }
    for (const { to } of step.next ?? []) if (!keys.has(to)) faults.push(unknownStep(`${at}.next`, to));
  });
  if (!process.steps[0]?.actions.includes('receive')) {
    faults.push(
      fault(
        'procedures.first-step',
        'process.steps.0',
        'Bước đầu phải là tiếp nhận.',
        'The first step must receive the dossier.',
      ),
    );
  }
  return [
    ...faults,
    ...checkLinked(definition),
    ...checkWays(process),
    ...checkTimes(process, term.value),
    ...cases.flatMap((one) => checkTimes(process, one.term.value, one.key)),
  ];
}

function checkWays(process: Process): Fault[] {
  const circle = findCircle(process);
  const names = (places: readonly number[]) => places.map((index) => `“${process.steps[index]?.name.vi}”`).join(', ');
  const stepAt = (index: number) => process.steps[index] as Step;
  return [
    ...unreachable(process).map((index) =>
      about(
        stepAt(index),
        `process.steps.${index}`,
        'procedures.step-unreachable',
        ' không bao giờ tới được: không bước nào dẫn tới bước này.',
        ' can never be reached: no step leads to it.',
      ),
    ),
    ...(circle
      ? [
          fault(
            'procedures.process-circle',
            `process.steps.${circle[0]}.next`,
            `Các bước ${names(circle)} dẫn vòng về nhau nên hồ sơ không bao giờ xong. Việc trả lại bước trước đã có sẵn, không cần vẽ thành đường đi.`,
            `The steps ${names(circle)} lead back to each other, so no dossier ever ends. Sending back is there without a way of its own.`,
          ),
        ]
      : deadEnds(process).map(({ index, why }) =>
          about(stepAt(index), `process.steps.${index}`, `procedures.dead-end.${why}`, ...WHY[why]),
        )),
  ];
}

const WHY: Readonly<Record<DeadEnd['why'], readonly [vi: string, en: string]>> = {
  'no-way': [' là ngõ cụt: không dẫn tới bước nào.', ' is a dead end: it leads to no step.'],
  'not-always': [
    ' là ngõ cụt khi không điều kiện nào đúng: đường đi cuối cùng phải không có điều kiện.',
    ' is a dead end when no condition holds: the last way must have none.',
  ],
  'seal-before-sign': [
    ' là ngõ cụt: có đường đi tới đây mà kết quả chưa được ký, nên không cấp số, đóng dấu được.',
    ' is a dead end: a dossier can come here unsigned, and then gets neither number nor seal.',
  ],
  'sign-last': [
    ' là ngõ cụt: ký xong thì không còn bước nào để cấp số, đóng dấu hoặc trả kết quả.',
    ' is a dead end: after the signature no step is left to number, seal or return the result.',
  ],
  'no-sign': [
    ' là ngõ cụt: có đường đi kết thúc ở đây mà không qua bước ký nào.',
    ' is a dead end: a path ends here without any signature.',
  ],
  'no-hand-over': [
    ' là ngõ cụt: có đường đi kết thúc ở đây mà không cấp số, đóng dấu hay trả kết quả.',
    ' is a dead end: a path ends here without number, seal or return of the result.',
  ],
};

/** Chairman's decisions on internal processes split the term among the steps: the parts make the whole. */
function checkTimes(process: Process, term: string | undefined, caseKey?: string): Fault[] {
  const parsed = term === undefined ? undefined : parseTerm(term).term;
  if (!parsed) return [];
  const given = budgetOfTerm(parsed);
  const said = termWords(term ?? '');
  const where = caseKey === undefined ? '' : ` (${caseKey})`;
  const alone = process.steps.flatMap((step, index) => {
    const minutes = budgetOfStep(step, caseKey) ?? 0;
    if (minutes <= given.minutes) return [];
    const [own, whole] = [minutesWords(minutes), minutesWords(given.minutes)];
    const [vi, en] = [
      ` một mình đã mất ${own.vi}, quá thời hạn ${said.vi}${where} là ${whole.vi}.`,
      ` takes ${own.en} alone, more than the term of ${said.en}${where}, which is ${whole.en}.`,
    ];
    return [about(step, `process.steps.${index}`, 'procedures.step-over-term', vi, en)];
  });
  const taken = minutesOfProcess(process, caseKey);
  if (given.exact ? taken === given.minutes : taken <= given.minutes) return alone;
  const [all, whole] = [minutesWords(taken), minutesWords(given.minutes)];
  const apart = minutesWords(Math.abs(taken - given.minutes));
  const [addVi, addEn] =
    taken < given.minutes
      ? [`Còn ${apart.vi} chưa chia cho bước nào.`, `${apart.en} are not given to any step yet.`]
      : [`Bớt ${apart.vi} ở các bước.`, `Take ${apart.en} away from the steps.`];
  return [
    ...alone,
    fault(
      'procedures.steps-not-the-term',
      'process.steps',
      `Tổng thời gian các bước là ${all.vi}, thời hạn ${said.vi}${where} là ${whole.vi} làm việc. ${addVi}`,
      `The steps take ${all.en} together, the term of ${said.en}${where} is ${whole.en} of working time. ${addEn}`,
    ),
  ];
}

const about = ({ name }: Step, at: string, code: string, vi: string, en: string): Fault =>
  fault(code, at, `Bước “${name.vi}”${vi}`, `The step "${name.en ?? name.vi}"${en}`);

function unknownStep(at: string, key: string): Fault {
  return fault('procedures.step-unknown', at, `Không có bước “${key}”.`, `There is no step "${key}".`);
}
