/** A register's answer: the national register of the population has taken what the dossier reported, or says why not. */
import type { Command, DecisionContext } from '../../../platform/cases/act.ts';
import { decision, type Decision, type Refusal, refuse } from '../../../platform/cases/decision.ts';
import type { Answers } from '../../../platform/forms/answers.ts';
import { type DossierState, isClosed } from '../dossier-state.ts';
import { dims } from '../process.ts';

export interface TakeRegisterAnswer extends Command {
  readonly register: 'birth' | 'residence';
  readonly answer: 'done' | 'refused';
  readonly refusal: string | null;
  /** Of a child that the register has given one. */
  readonly personalNumber: string | null;
}

/** The child's number goes into the office's part of the certificate, unless that is signed already. */
export function decideRegisterAnswer(
  dossier: DossierState & { readonly office: Answers },
  { register, answer, refusal, personalNumber }: TakeRegisterAnswer,
  { at }: DecisionContext,
): Decision | Refusal {
  if (isClosed(dossier)) return refuse('dossiers.already-closed');
  const fills = register === 'birth' && personalNumber !== null && dossier.signedAt === null;
  return decision({
    entries: [
      {
        type: 'dossiers.register-answered',
        dims: dims(dossier, at),
        body: { code: dossier.code, register, answer, refusal },
        content: { office: fills ? { ...dossier.office, personal_number: personalNumber } : undefined },
      },
    ],
  });
}
