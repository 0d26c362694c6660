/** The general process: the steps of a procedure whose internal process nobody has written yet, its term shared out in fixed proportions. */
import { parseTerm } from '../../platform/calendar/term.ts';
import type { ProcedureDefinition } from './definition.ts';
import { budgetOfTerm } from './process-budget.ts';
import type { Process, Step } from './process-definition.ts';

interface Share {
  readonly key: string;
  readonly name: { vi: string; en: string };
  readonly unit: (definition: ProcedureDefinition) => string;
  readonly role: (definition: ProcedureDefinition) => string;
  readonly actions: Step['actions'];
  /** Percent of the term. */
  readonly percent: number;
}

/** The proposal to be confirmed by the chairman's decision on internal processes; a term in words alone gives steps without budgets. */
export function processOf(definition: ProcedureDefinition): Process {
  if (definition.process) return definition.process;
  const parsed = definition.term.value === undefined ? undefined : parseTerm(definition.term.value).term;
  const minutes = parsed && budgetOfTerm(parsed).minutes;
  return { steps: SHARES.map((share, index) => stepOf(share, definition, minutes, index)), confirm: 'design' };
}

function stepOf(share: Share, definition: ProcedureDefinition, minutes: number | undefined, index: number): Step {
  const step: Step = {
    key: share.key,
    name: share.name,
    role: share.role(definition),
    unit: share.unit(definition),
    actions: share.actions,
    confirm: 'design',
  };
  return minutes === undefined ? step : { ...step, budget: `${budgetAt(index, minutes)}min` };
}

/** Each step ends where its percent of the whole ends, so that rounding never loses a minute. */
function budgetAt(index: number, minutes: number): number {
  const until = (count: number) =>
    Math.round((minutes * SHARES.slice(0, count).reduce((sum, share) => sum + share.percent, 0)) / 100);
  return until(index + 1) - until(index);
}

const isCommune = (definition: ProcedureDefinition): boolean => definition.levels.at(-1)?.level === 'commune';
const isPolice = (definition: ProcedureDefinition): boolean => definition.levels.at(-1)?.authority === 'commune-police';
const isOffice = (definition: ProcedureDefinition): boolean =>
  isCommune(definition) && definition.section === undefined;

const examiner = (definition: ProcedureDefinition): string =>
  isPolice(definition) ? 'DK' : isOffice(definition) ? 'HT' : 'CV';
const handling = (definition: ProcedureDefinition): string =>
  isPolice(definition) || !isCommune(definition) ? 'competent' : `section:${definition.section ?? 'office'}`;
const checker = (definition: ProcedureDefinition): string => (isPolice(definition) ? 'CS' : 'LP');
const signer = (definition: ProcedureDefinition): string =>
  isPolice(definition) ? 'TCA' : isCommune(definition) ? 'CT' : 'LD';
const clerk = (definition: ProcedureDefinition): string => (isPolice(definition) ? 'DK' : 'VT');
const clerksUnit = (definition: ProcedureDefinition): string =>
  isCommune(definition) && !isPolice(definition) ? 'section:office' : 'competent';

const SHARES: readonly Share[] = [
  {
    key: 'receive',
    name: { vi: 'Tiếp nhận, kiểm tra, số hóa hồ sơ', en: 'Receive, check and scan' },
    unit: (definition) => (isPolice(definition) ? 'competent' : 'receiving'),
    role: (definition) => (isPolice(definition) ? 'DK' : 'TN'),
    actions: ['receive', 'ask-supplement', 'refuse'],
    percent: 8,
  },
  {
    key: 'examine',
    name: { vi: 'Thẩm định hồ sơ, dự thảo kết quả', en: 'Examine and draft the result' },
    unit: handling,
    role: examiner,
    actions: ['examine', 'ask-supplement', 'refuse', 'draft'],
    percent: 60,
  },
  {
    key: 'check',
    name: { vi: 'Kiểm tra dự thảo', en: 'Check the draft' },
    unit: handling,
    role: checker,
    actions: ['check', 'send-back'],
    percent: 12,
  },
  {
    key: 'sign',
    name: { vi: 'Ký kết quả', en: 'Sign the result' },
    unit: () => 'competent',
    role: signer,
    actions: ['sign', 'send-back'],
    percent: 12,
  },
  {
    key: 'issue',
    name: { vi: 'Cấp số, đóng dấu, trả kết quả', en: 'Number, seal and hand over' },
    unit: clerksUnit,
    role: clerk,
    actions: ['number', 'seal', 'return'],
    percent: 8,
  },
];
