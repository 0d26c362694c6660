/** What registers answered for a dossier, and where its answers about people came from. */
import type { QueryExecutorProvider } from 'kysely';
import type { FormContext } from '../../platform/forms/form.ts';
import type { Provenance } from '../../platform/forms/prefill.ts';
import { listLookups } from '../lookups/index.ts';
import type { PinnedVersion } from '../procedures/index.ts';
import type { LoadedDossier } from './load-dossier.ts';
import { fillBlock, personBlocks, blockAt } from './population-blocks.ts';
import { answersOfRegisters, isAnswerable, type RegisterAnswer } from './register-answers.ts';
import { textAt } from './application.ts';

export type { RegisterAnswer };

type Asked = Pick<LoadedDossier, 'id' | 'components' | 'answers' | 'applicant'>;

export async function readRegisterAnswers(db: QueryExecutorProvider, dossier: Asked): Promise<RegisterAnswer[]> {
  const { id, components, answers, applicant } = dossier;
  if (!components.some(isAnswerable)) return [];
  const lookups = await listLookups(db, id);
  return answersOfRegisters({ components, answers, lookups, applicantNumber: applicant.personalNumber });
}

/** By path of the question: what the register said of the people in the form, whether the answer is still that or was changed. */
export async function readProvenance(
  db: QueryExecutorProvider,
  { form }: Pick<PinnedVersion, 'form'>,
  { id, answers, context }: Pick<LoadedDossier, 'id' | 'answers'> & { readonly context: FormContext },
): Promise<Provenance> {
  const blocks = personBlocks(form);
  const lookups = blocks.length === 0 ? [] : await listLookups(db, id);
  return blocks.reduce<Provenance>((provenance, block) => {
    const number = textAt(blockAt(answers, block.path), 'personal_number');
    const lookup = lookups.find(({ personalNumber, person }) => person !== null && personalNumber === number);
    if (!lookup) return provenance;
    return fillBlock({ form, context, block, lookup, withResidence: true }, { answers, provenance }).provenance;
  }, {});
}
