/** Look-ups at the counter: about who holds the card that was read, and about people in the form whose number the officer has before them. */
import { prefill, type Provenance } from '../../../platform/forms/prefill.ts';
import type { Answers } from '../../../platform/forms/answers.ts';
import type { FormContext } from '../../../platform/forms/form.ts';
import { fieldOf } from '../../../platform/http/route.ts';
import { actorOf } from '../../../platform/identity/signed-in.ts';
import { positionFor } from '../../../platform/permissions/permissions.ts';
import { readPersonalNumber } from '../../../platform/text/personal-number.ts';
import { listLookups, type Lookup, lookUpPerson } from '../../lookups/index.ts';
import { type PinnedVersion, planVersion } from '../../procedures/index.ts';
import { textAt } from '../application.ts';
import { APPLICANT, asksRegister } from '../application-lookups.ts';
import type { CardHolder } from '../identity-card.ts';
import { LOOK_UP } from '../fill-from-register.ts';
import { blockAt, fillBlock, labelOf, personBlocks, valuesOf } from '../population-blocks.ts';
import { answersOfRegisters, type RegisterAnswer } from '../register-answers.ts';
import { type DossierExchange, officerOf } from './desk.ts';

interface Counted {
  readonly version: PinnedVersion;
  readonly context: FormContext;
  readonly caseId: string;
}

interface Said {
  readonly answers: Answers;
  readonly provenance: Provenance;
}

/** What the register knows of the card's holder is filled in under what the card says; without an answer the form stays as it is. */
export async function lookUpCardHolder(
  exchange: DossierExchange,
  { version, context, caseId }: Counted,
  { card, answers }: { readonly card: CardHolder | undefined; readonly answers: Answers },
): Promise<Said & Pick<Lookup, 'person'>> {
  const nothing = { answers, provenance: {}, person: null };
  if (!card || !asksRegister(version)) return nothing;
  const lookup = await ask(
    exchange,
    { version, caseId },
    { about: APPLICANT, personalNumber: card.personalNumber, known: card },
  );
  if (!lookup?.person) return nothing;
  const source = { label: labelOf(lookup), values: valuesOf(version.form, lookup.person, true) };
  return { ...prefill(version.form, { account: source }, context, answers), person: lookup.person };
}

/** The person whose button was pressed. Undefined when none was, or no whole number stands there. */
export async function lookUpInForm(
  exchange: DossierExchange,
  { version, context, caseId }: Counted,
  answers: Answers,
): Promise<Said | undefined> {
  const path = fieldOf(exchange.form, LOOK_UP);
  const block = personBlocks(version.form).find((one) => one.path === path);
  const number = block && readPersonalNumber(textAt(blockAt(answers, path), 'personal_number')).value?.number;
  if (!block || number === undefined) return undefined;
  const lookup = await ask(exchange, { version, caseId }, { about: path, personalNumber: number, known: {} });
  if (!lookup) return undefined;
  return fillBlock({ form: version.form, context, block, lookup, withResidence: true }, { answers, provenance: {} });
}

async function ask(
  exchange: DossierExchange,
  { version, caseId }: Pick<Counted, 'version' | 'caseId'>,
  asked: Pick<Parameters<typeof lookUpPerson>[2], 'about' | 'personalNumber' | 'known'>,
): Promise<Lookup | undefined> {
  const { db, platform } = exchange;
  const officer = officerOf(exchange);
  const actor = actorOf(officer, positionFor(officer, 'dossiers.receive'));
  const { about, personalNumber, known } = asked;
  return lookUpPerson({ ...platform, db }, actor, {
    ownerId: caseId,
    about,
    personalNumber,
    known: { name: known.name, birthDate: known.birthDate },
    verifiedBy: 'card',
    procedure: version.definition.code,
  });
}

/** Of the components that the answers ask for, judged by the number that now stands in the form. */
export async function answersAtCounter(
  { db, clock }: DossierExchange,
  { version, context, caseId }: Counted,
  { answers, personalNumber }: { readonly answers: Answers; readonly personalNumber: string },
): Promise<{ readonly answered: RegisterAnswer[]; readonly provenance: Provenance }> {
  const plan = planVersion(version, { answers, channel: 'counter', commune: context.commune, at: clock() });
  const lookups = await listLookups(db, caseId);
  const number = readPersonalNumber(personalNumber).value?.number;
  const provenance = personBlocks(version.form).reduce<Provenance>((before, block) => {
    const own = textAt(blockAt(answers, block.path), 'personal_number');
    const lookup = lookups.find((one) => one.person !== null && one.personalNumber === own);
    if (!lookup) return before;
    const filling = { form: version.form, context, block, lookup, withResidence: true };
    return fillBlock(filling, { answers, provenance: before }).provenance;
  }, {});
  const components = plan.components;
  return { answered: answersOfRegisters({ components, answers, lookups, applicantNumber: number }), provenance };
}
