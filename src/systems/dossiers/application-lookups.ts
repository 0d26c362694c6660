/** Look-ups of an application: the register is asked about who files once they have shown who they are, and what it answers needs no paper. */
import type { Instant } from '../../platform/calendar/instant.ts';
import { removeFiles } from '../../platform/files/sweep.ts';
import { findFiles, type FoundFile } from '../../platform/files/store-file.ts';
import type { Db } from '../../platform/db/database.ts';
import type { Exchange } from '../../platform/http/route.ts';
import { actorOf } from '../../platform/identity/signed-in.ts';
import { listLookups, type Lookup, lookUpPerson } from '../lookups/index.ts';
import type { PinnedVersion } from '../procedures/index.ts';
import { findAccountPerson } from './account-person.ts';
import type { Application } from './application.ts';
import { personBlocks } from './population-blocks.ts';
import { answersOfRegisters, isAnswerable, type RegisterAnswer } from './register-answers.ts';
import type { DossierTables } from './tables.ts';

type Asked = Pick<Exchange<DossierTables>, 'db' | 'platform' | 'signedIn'>;

export const APPLICANT = 'applicant';

/** Only where the answer serves: a paper it replaces, or a form that describes a person. */
export const asksRegister = ({ definition, form }: PinnedVersion): boolean =>
  definition.components.some(isAnswerable) || personBlocks(form).length > 0;

/** Undefined for who has no number of their own, or was not shown by VNeID to be its holder: their papers are asked for. */
export async function lookUpApplicant(
  { db, platform, signedIn }: Asked,
  { ownerId, procedure }: { readonly ownerId: string; readonly procedure: string },
): Promise<Lookup | undefined> {
  if (signedIn?.assurance !== 2) return undefined;
  const person = await findAccountPerson(db, signedIn.accountId);
  if (person.personalNumber === null) return undefined;
  return lookUpPerson({ ...platform, db }, actorOf(signedIn), {
    ownerId,
    about: APPLICANT,
    personalNumber: person.personalNumber,
    known: { name: person.name, birthDate: person.profile?.birth_date ?? undefined },
    verifiedBy: 'vneid',
    procedure,
  });
}

/** Of the components that these answers ask for. */
export async function answersFor(
  { db, signedIn }: Asked,
  { draft, plan }: Pick<Application, 'draft' | 'plan'>,
): Promise<RegisterAnswer[]> {
  if (!plan.components.some(isAnswerable)) return [];
  const person = await findAccountPerson(db, signedIn?.accountId ?? '');
  const isVerified = signedIn?.assurance === 2;
  return answersOfRegisters({
    components: plan.components,
    answers: draft.answers,
    lookups: await listLookups(db, draft.id),
    applicantNumber: isVerified ? (person.personalNumber ?? undefined) : undefined,
  });
}

/** What was brought for papers that no register has answered. */
export async function filesInstead(
  { db, platform }: Pick<Asked, 'db' | 'platform'>,
  { draft, plan }: Pick<Application, 'draft' | 'plan'>,
): Promise<FoundFile[]> {
  const keys = new Set(plan.components.filter(isAnswerable).map(({ key }) => key));
  const files = await findFiles({ db, config: platform.config }, { owner: draft.id });
  return files.filter(({ component }) => component !== null && keys.has(component));
}

export async function dropFileInstead(
  exchange: Pick<Asked, 'db' | 'platform'>,
  application: Pick<Application, 'draft' | 'plan'>,
  fileId: string,
): Promise<void> {
  const own = (await filesInstead(exchange, application)).filter(({ id }) => id === fileId);
  await removeFiles(
    exchange.db as unknown as Db,
    own.map(({ id }) => id),
  );
}

/** How long after an answer nothing is asked again by a press: a register is no toy. */
const PAUSE_MS = 10_000;

export const mayAskAgain = (answers: readonly RegisterAnswer[], now: Instant): boolean =>
  answers.some(({ state }) => state !== 'answered') &&
  answers.every(({ at }) => at === undefined || now - at > PAUSE_MS);
