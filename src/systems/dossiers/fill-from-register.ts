/** Filling an application from the register of the population: who files as it begins, others when asked for; every value with the register and the time it came from. */
import type { Db } from '../../platform/db/database.ts';
import { type Draft, saveDraft } from '../../platform/forms/draft.ts';
import type { Answers } from '../../platform/forms/answers.ts';
import type { FormContext } from '../../platform/forms/form.ts';
import { prefill, type Provenance } from '../../platform/forms/prefill.ts';
import { type Exchange, fieldOf } from '../../platform/http/route.ts';
import { actorOf } from '../../platform/identity/signed-in.ts';
import { isPartialDay } from '../../platform/text/partial-day.ts';
import { fold } from '../../platform/text/fold.ts';
import { listLookups, type Lookup, lookUpPerson, type RegisteredPerson } from '../lookups/index.ts';
import type { PinnedVersion } from '../procedures/index.ts';
import { findAccountPerson } from './account-person.ts';
import { textAt } from './application.ts';
import { APPLICANT, asksRegister, lookUpApplicant } from './application-lookups.ts';
import { blockAt, fillBlock, labelOf, type PersonBlock, personBlocks, valuesOf } from './population-blocks.ts';
import type { DossierTables } from './tables.ts';

type Asked = Pick<Exchange<DossierTables>, 'db' | 'platform' | 'signedIn' | 'clock'>;

/** A draft with what it fills in. */
interface Filled {
  readonly draft: Draft;
  readonly version: PinnedVersion;
  readonly context: FormContext;
}

interface Said {
  readonly answers: Answers;
  readonly provenance: Provenance;
}

/** The button's name; its value is the path of the block. */
export const LOOK_UP = 'tra-cuu';

/** As it begins: what the account leaves open about who files. A register that is down leaves the questions as they are. */
export async function fillApplicant(exchange: Asked, { draft, version, context }: Filled): Promise<void> {
  if (!asksRegister(version)) return;
  const procedure = version.definition.code;
  const lookup = await lookUpApplicant(exchange, { ownerId: draft.id, procedure });
  if (!lookup?.person) return;
  const source = { label: labelOf(lookup), values: valuesOf(version.form, lookup.person, true) };
  const filled = prefill(version.form, { account: source }, context, draft.answers);
  await save(exchange, draft, {
    answers: filled.answers,
    provenance: { ...draft.provenance, ...filled.provenance },
  });
}

/** Once it is said that who files is the mother, the father …: their own block, from the look-up that was made. The draft as it then is. */
export async function fillOwnBlocks(exchange: Asked, filled: Filled): Promise<Draft> {
  const { draft, version, context } = filled;
  const blocks = personBlocks(version.form).filter(
    (block) => isOwn(draft.answers, block) && Object.keys(blockAt(draft.answers, block.path)).length <= 1,
  );
  if (blocks.length === 0) return draft;
  const lookup = (await listLookups(exchange.db, draft.id)).find(({ about }) => about === APPLICANT);
  if (!lookup?.person) return draft;
  const said = blocks.reduce<Said>(
    (before, block) => fillBlock({ form: version.form, context, block, lookup, withResidence: true }, before),
    draft,
  );
  return (await save(exchange, draft, said)) ?? draft;
}

/** `nothing-said`: number, name and birth date are needed first. The others as the register answered. */
export type FillState = 'filled' | 'nothing-said' | 'unknown' | 'unavailable';

/** The block that a button names. Undefined when none was pressed. */
export async function fillAsked(
  exchange: Asked & Pick<Exchange, 'form'>,
  filled: Filled,
): Promise<{ readonly state: FillState; readonly block: PersonBlock } | undefined> {
  const { draft, version, context } = filled;
  const path = fieldOf(exchange.form, LOOK_UP);
  const block = personBlocks(version.form).find((one) => one.path === path);
  if (!block) return undefined;
  const { lookup, own } = await lookUpBlock(exchange, filled, block);
  if (lookup === 'nothing-said') return { state: lookup, block };
  if (!lookup || lookup.state === 'unavailable') return { state: 'unavailable', block };
  // a wrong name and a number nobody has are one answer: nobody learns here whose number it is
  if (!lookup.person) return { state: 'unknown', block };
  const withResidence = own || (await livesWithApplicant(exchange, draft.id, lookup.person));
  await save(exchange, draft, fillBlock({ form: version.form, context, block, lookup, withResidence }, draft));
  return { state: 'filled', block };
}

async function lookUpBlock(
  exchange: Asked,
  { draft, version }: Filled,
  block: PersonBlock,
): Promise<{ readonly lookup: Lookup | 'nothing-said' | undefined; readonly own: boolean }> {
  const { db, platform, signedIn } = exchange;
  const procedure = version.definition.code;
  const said = blockAt(draft.answers, block.path);
  const number = textAt(said, 'personal_number');
  const account = signedIn && (await findAccountPerson(db, signedIn.accountId));
  if (number === (account?.personalNumber ?? '-') || (number === '' && isOwn(draft.answers, block)))
    return { lookup: await lookUpApplicant(exchange, { ownerId: draft.id, procedure }), own: true };
  const [name, birthDate] = [textAt(said, 'full_name'), textAt(said, 'birth_date')];
  const isWhole = number !== '' && name !== '' && isPartialDay(birthDate) && birthDate.length === 10;
  if (!signedIn || !isWhole) return { lookup: 'nothing-said', own: false };
  const lookup = await lookUpPerson({ ...platform, db }, actorOf(signedIn), {
    ownerId: draft.id,
    about: block.path,
    personalNumber: number,
    known: { name, birthDate },
    verifiedBy: 'named',
    procedure,
  });
  return { lookup, own: false };
}

/** Forms that name the relation call the block by it. */
const isOwn = (answers: Answers, { path }: PersonBlock): boolean => textAt(answers, 'relation') === path;

async function livesWithApplicant({ db }: Asked, draftId: string, person: RegisteredPerson): Promise<boolean> {
  const own = (await listLookups(db, draftId)).find(({ about }) => about === APPLICANT)?.person?.residence;
  const { residence } = person;
  return (
    own != null && residence != null && own.commune === residence.commune && fold(own.detail) === fold(residence.detail)
  );
}

async function save(
  { db, clock, signedIn }: Asked,
  draft: Draft,
  { answers, provenance }: Said,
): Promise<Draft | undefined> {
  return saveDraft(db as unknown as Db, {
    id: draft.id,
    accountId: signedIn?.accountId ?? '',
    version: draft.version,
    answers,
    provenance,
    at: clock(),
  });
}
