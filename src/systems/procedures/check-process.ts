/** Checks of an internal process: its steps make up the term, each is timed, what runs beside the term says so. */
import { parseTerm } from '../../platform/calendar/term.ts';
import { type Fault, fault } from '../../platform/pack/fault.ts';
import type { ProcedureDefinition } from './definition.ts';
import { budgetOfStep, budgetOfTerm, minutesOfProcess } from './process-budget.ts';
import type { Process } from './process-definition.ts';

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
        fault(
          'procedures.step-untimed',
          at,
          'Bước không có thời gian, cũng không có đồng hồ riêng.',
          'The step has no budget and no clock of its own.',
        ),
      );
    }
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
  faults.push(...checkSum(process, term.value));
  for (const one of cases) faults.push(...checkSum(process, one.term.value, one.key));
  return faults;
}

/** Chairman's decisions on internal processes split the term among the steps: the parts make the whole. */
function checkSum(process: Process, term: string | undefined, caseKey?: string): Fault[] {
  const parsed = term === undefined ? undefined : parseTerm(term).term;
  if (!parsed) return [];
  const given = budgetOfTerm(parsed);
  const taken = minutesOfProcess(process, caseKey);
  if (given.exact ? taken === given.minutes : taken <= given.minutes) return [];
  const where = caseKey === undefined ? '' : ` (${caseKey})`;
  return [
    fault(
      'procedures.steps-not-the-term',
      'process.steps',
      `Tổng thời gian các bước là ${taken} phút, thời hạn ${term}${where} là ${given.minutes} phút.`,
      `The steps take ${taken} minutes together, the term ${term}${where} is ${given.minutes} minutes.`,
    ),
  ];
}

function unknownStep(at: string, key: string): Fault {
  return fault('procedures.step-unknown', at, `Không có bước “${key}”.`, `There is no step "${key}".`);
}
