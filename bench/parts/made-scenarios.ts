/** Made scenarios: as many as a measurement asks for, of five sorts, each also in the words of two other engines. */
import type { Scenario } from '../../src/systems/supervision/scenario.ts';

export const WATCHED = 'dossiers.dossier-accepted';
const OTHERS = ['dossiers.result-issued', 'dossiers.apology-sent', 'dossiers.payment-asked', 'dossiers.step-completed'];

/** A condition and the same for json-rules-engine, whose facts are `dossier`, `clock`, `actor`, `act`. None of them holds, as nearly all looks find nothing. */
export interface MadeCondition {
  readonly cel: string;
  readonly rule: { readonly all: readonly object[] };
}

const fact = (name: string, path: string, operator: string, value: unknown) => ({
  fact: name,
  path: `$.${path}`,
  operator,
  value,
});

const SORTS: readonly ((n: number) => MadeCondition)[] = [
  (n) => ({
    cel: `dossier.supplements > ${n + 3}`,
    rule: { all: [fact('dossier', 'supplements', 'greaterThan', n + 3)] },
  }),
  (n) => ({
    cel: `dossier.channel == "post" && dossier.fee_due > ${n + 1000}`,
    rule: { all: [fact('dossier', 'channel', 'equal', 'post'), fact('dossier', 'fee_due', 'greaterThan', n + 1000)] },
  }),
  (n) => ({
    cel: `dossier.originals > dossier.digitised && dossier.originals > ${n + 50}`,
    rule: {
      all: [
        fact('dossier', 'originals', 'greaterThan', { fact: 'dossier', path: '$.digitised' }),
        fact('dossier', 'originals', 'greaterThan', n + 50),
      ],
    },
  }),
  (n) => ({
    cel: `!actor.is_program && dossier.apologies > ${n + 2} && dossier.status in ["open", "decided"]`,
    rule: {
      all: [
        fact('actor', 'is_program', 'equal', false),
        fact('dossier', 'apologies', 'greaterThan', n + 2),
        fact('dossier', 'status', 'in', ['open', 'decided']),
      ],
    },
  }),
  (n) => ({
    cel: `act.body.next_step == "step-${n}" && "reason" in act.written`,
    rule: {
      all: [fact('act', 'body.next_step', 'equal', `step-${n}`), fact('act', 'written', 'contains', 'reason')],
    },
  }),
];

export const madeCondition = (n: number): MadeCondition => (SORTS[n % SORTS.length] as (typeof SORTS)[number])(n);

/** `watched` of them look at the acceptance, the others at acts that do not happen meanwhile. */
export const madeScenarios = (count: number, watched: number): Scenario[] =>
  Array.from({ length: count }, (_, n) => {
    const looks = n < watched ? WATCHED : (OTHERS[n % OTHERS.length] as string);
    return {
      code: `B${n}`,
      title: { vi: `Đo ${n}`, en: `Measured ${n}` },
      basis: 'bench',
      kind: 'dossier',
      looks: { acts: [looks] },
      condition: n < watched ? madeCondition(n).cel : `dossier.supplements > ${n}`,
      severity: 'low',
      message: { vi: '{dossier.code}', en: '{dossier.code}' },
      tells: [],
      answerWithin: '3wd',
      effect: 'record',
      lawful: [],
      unlawful: [],
    };
  });
