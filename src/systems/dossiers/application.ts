/** An application (hồ sơ đang soạn): a draft with the version it fills in, what it would ask and cost, and the dossier it becomes. Its id is the id of the case. */
import type { QueryExecutorProvider } from 'kysely';
import { dayOf, type Instant } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import { isId } from '../../platform/db/ids.ts';
import { type Answers, isAnswers } from '../../platform/forms/answers.ts';
import { type Draft, findDraft } from '../../platform/forms/draft.ts';
import type { FormContext } from '../../platform/forms/form.ts';
import { liveFields, liveForm } from '../../platform/forms/live-form.ts';
import type { SignedIn } from '../../platform/identity/signed-in.ts';
import { getVersion, type PinnedVersion, type Plan, planVersion } from '../procedures/index.ts';
import type { Applicant, SubmitDossier } from './submission.ts';
import type { ReceiveBy } from './tables.ts';

/** What was chosen before the first question. */
export interface Particulars {
  /** GSO code of the commune that the matter concerns. */
  readonly area: string;
  /** Key of the procedure's case, or ''. */
  readonly case: string;
  /** Code of the dossier whose answers these correct, with a supplement. */
  readonly dossier?: string;
}

export interface Application {
  readonly draft: Draft;
  readonly version: PinnedVersion;
  readonly particulars: Particulars;
  readonly context: FormContext;
  readonly plan: Plan;
}

/** Undefined when there is none, when it is another's, and when it has been handed in. */
export async function openApplication<T>(
  db: Db<T>,
  { id, accountId, at }: { readonly id: string; readonly accountId: string; readonly at: Instant },
): Promise<Application | undefined> {
  const draft = isId(id) ? await findDraft(db, { id, accountId, at }) : undefined;
  return draft && applicationOf(db, draft, at);
}

export async function applicationOf(
  db: QueryExecutorProvider,
  draft: Draft,
  at: Instant,
): Promise<Application | undefined> {
  const version = await getVersion(db, draft.form_version);
  if (!version) return undefined;
  const dossier = textAt(draft.particulars, 'dossier');
  const particulars = {
    area: textAt(draft.particulars, 'area'),
    case: textAt(draft.particulars, 'case'),
    ...(dossier && { dossier }),
  };
  const context = contextOf(particulars, at);
  const plan = planVersion(version, {
    answers: draft.answers,
    channel: 'online',
    commune: particulars.area,
    at,
    caseKey: particulars.case,
  });
  return { draft, version, particulars, context, plan };
}

export const contextOf = (particulars: Pick<Particulars, 'area' | 'case'>, at: Instant): FormContext => ({
  today: dayOf(at),
  channel: 'online',
  case: particulars.case,
  commune: particulars.area,
});

/** The files among the answers, each for the component its question names. */
export function filesHandedIn({ version, draft, context }: Application): { component: string; fileId: string }[] {
  const live = liveForm(version.form, draft.answers, context);
  return live.sections
    .flatMap((section) => liveFields(section.nodes))
    .flatMap(({ field: { node, answer } }) => {
      if (node.field.kind !== 'file' || !Array.isArray(answer)) return [];
      const component = node.field.component ?? node.key;
      return (answer as readonly string[]).map((fileId) => ({ component, fileId }));
    });
}

/** Answers checked whole become the command; the draft goes in the same act. */
export function submissionOf(
  application: Application,
  applicant: Applicant,
  { commandId, answers, signedIn }: { commandId: string; answers: Answers; signedIn: SignedIn },
): SubmitDossier {
  const { draft, version, particulars } = application;
  return {
    commandId,
    caseId: draft.id,
    versionId: version.id,
    channel: 'online',
    areaCode: particulars.area,
    caseKey: particulars.case,
    applicant,
    accountId: signedIn.accountId,
    answers,
    files: filesHandedIn(application),
    papers: [],
    receiveBy: receiveByOf(answers),
    fromDraft: true,
  };
}

const WAYS: Readonly<Record<string, ReceiveBy>> = { centre: 'counter', post: 'post', electronic: 'electronic' };

/** The shared block "receive" says where the result goes; a form without it is answered electronically. */
function receiveByOf(answers: Answers): ReceiveBy {
  const block = answers.receive;
  return WAYS[isAnswers(block) ? textAt(block, 'receive_result') : ''] ?? 'electronic';
}

export function textAt(values: unknown, key: string): string {
  const value = isAnswers(values) && Object.hasOwn(values, key) ? values[key] : undefined;
  return typeof value === 'string' ? value : '';
}
