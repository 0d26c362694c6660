/** Filling in an application: its list of sections, one section a page, the review, handing it in. */
import { deleteDraft, type Draft, isTooLarge, saveDraft } from '../../../platform/forms/draft.ts';
import { progressOf, sectionAfter } from '../../../platform/forms/progress.ts';
import { readForm } from '../../../platform/forms/read-form.ts';
import { validateForm } from '../../../platform/forms/validate-form.ts';
import { dayOf } from '../../../platform/calendar/instant.ts';
import { isId } from '../../../platform/db/ids.ts';
import { ProblemPage } from '../../../platform/http/pages/problem-page.tsx';
import {
  type Answer,
  type Exchange,
  fieldOf,
  get,
  notFound,
  outcomePage,
  page,
  post,
  type Route,
  seeOther,
  shownVersionOf,
} from '../../../platform/http/route.ts';
import { actorOf } from '../../../platform/identity/signed-in.ts';
import { applicantOf, findAccountPerson } from '../account-person.ts';
import { type Application, applicationOf, submissionOf } from '../application.ts';
import { handedInOf, storeUploads } from '../application-files.ts';
import { answersFor, filesInstead } from '../application-lookups.ts';
import { findCompetence } from '../competence.ts';
import { fillAsked, fillOwnBlocks } from '../fill-from-register.ts';
import { listOffers, REUSE, takeHeld } from '../held-papers.ts';
import { ReviewPage } from '../pages/review-page.tsx';
import { SectionPage, type SectionPageProps } from '../pages/section-page.tsx';
import { TaskListPage } from '../pages/task-list-page.tsx';
import { type PersonBlock, personBlocks } from '../population-blocks.ts';
import type { RegisterAnswer } from '../register-answers.ts';
import { type SubmitDossier, submitDossier } from '../submission.ts';
import type { DossierTables } from '../tables.ts';
import { citizenOf, commandOf } from './citizen.ts';
import { withApplication } from './citizen-application.ts';

type Asked = Exchange<DossierTables>;

const UPLOAD_LIMIT = 64 * 1024 * 1024;
const pathOf = (draft: Pick<Draft, 'id'>, rest = ''): string => `/nop-ho-so/${draft.id}${rest}`;

export const draftRoutes: readonly Route<DossierTables>[] = [
  get('/nop-ho-so/:draft', 'citizen', (exchange) => withApplication(exchange, taskList)),
  get('/nop-ho-so/:draft/kiem-tra', 'citizen', (exchange) => withApplication(exchange, review)),
  // Where a form was sent to, reloaded or read in the other language.
  get('/nop-ho-so/:draft/nop', 'citizen', ({ params }) => seeOther(`/nop-ho-so/${params.draft}/kiem-tra`)),
  get('/nop-ho-so/:draft/xoa', 'citizen', ({ params }) => seeOther(`/nop-ho-so/${params.draft}`)),
  post('/nop-ho-so/:draft/nop', 'citizen', (exchange) => withApplication(exchange, submit), { binding: true }),
  post('/nop-ho-so/:draft/xoa', 'citizen', async ({ db, params, ...exchange }) => {
    const { accountId } = citizenOf({ db, params, ...exchange });
    const { draft = '' } = params;
    if (isId(draft)) await deleteDraft(db, { id: draft, accountId });
    return seeOther('/ho-so-cua-toi');
  }),
  get('/nop-ho-so/:draft/:section', 'citizen', (exchange) => withApplication(exchange, showSection)),
  post('/nop-ho-so/:draft/:section', 'citizen', (exchange) => withApplication(exchange, saveSection), {
    bodyLimit: UPLOAD_LIMIT,
  }),
];

async function taskList(exchange: Asked, application: Application): Promise<Answer> {
  const { draft, version, context } = application;
  const sections = progressOf(version.form, draft.answers, context);
  return page(
    <TaskListPage
      definition={version.definition}
      draft={draft}
      sections={sections}
      lookedUp={await lookedUp(exchange, application)}
      review={pathOf(draft, '/kiem-tra')}
      pathOf={(section) => pathOf(draft, `/${section}`)}
    />,
  );
}

/** Corrections to a dossier ask for no papers of their own. */
async function lookedUp(exchange: Asked, application: Application): Promise<readonly RegisterAnswer[]> {
  return application.particulars.dossier ? [] : answersFor(exchange, application);
}

async function showSection(exchange: Asked, application: Application): Promise<Answer> {
  const section = sectionOf(exchange, application);
  return section === undefined ? notFound : sectionPage(exchange, application, section);
}

/** Undefined when the form asks no such section of this person. */
function sectionOf({ params }: Asked, { draft, version, context }: Application): string | undefined {
  return progressOf(version.form, draft.answers, context).find((one) => one.key === params.section)?.key;
}

async function sectionPage(
  exchange: Asked,
  application: Application,
  section: string,
  sent: Pick<SectionPageProps, 'errors' | 'typed' | 'isOutdated' | 'registerSaid'> & { status?: number } = {},
): Promise<Answer> {
  const { status, ...shown } = sent;
  const files = await handedInOf(exchange, application.draft.answers);
  return page(
    <SectionPage
      application={application}
      section={section}
      files={files}
      offers={await listOffers(exchange, application, section)}
      people={blocksToFill(exchange, application, section)}
      today={dayOf(exchange.clock())}
      action={pathOf(application.draft, `/${section}`)}
      back={pathOf(application.draft)}
      {...shown}
    />,
    status ?? 200,
  );
}

/** None where no register is known, or it is not sure who asks. */
function blocksToFill(
  { platform, signedIn }: Asked,
  { version }: Application,
  section: string,
): readonly PersonBlock[] {
  const known = platform.config.registerUrl !== undefined && signedIn?.assurance === 2;
  return known ? personBlocks(version.form).filter((block) => block.section === section) : [];
}

/** Whatever was said is saved, right or wrong; only what can't be read is shown again as it was typed. */
async function saveSection(exchange: Asked, application: Application): Promise<Answer> {
  const { db, form, clock } = exchange;
  const { draft, version, context } = application;
  const section = sectionOf(exchange, application);
  if (section === undefined) return notFound;
  const uploads = await storeUploads(exchange, application, section);
  const held = await takeHeld(exchange, application, section);
  const read = readForm(version.form, form, {
    context,
    previous: draft.answers,
    section,
    uploads: joined(uploads.stored, held),
  });
  const { accountId } = citizenOf(exchange);
  if (isTooLarge(read.answers)) return page(<ProblemPage status={413} requestId={exchange.requestId} />, 413);
  const shownVersion = shownVersionOf(exchange);
  const saved = await saveDraft(db, {
    id: draft.id,
    accountId,
    version: draft.version,
    answers: read.answers,
    at: clock(),
  });
  if (!saved) return seeOther(pathOf(draft, `/${section}`));
  const filled = { draft: saved, version, context };
  const asked = uploads.errors.length > 0 ? undefined : await fillAsked(exchange, filled);
  if (asked?.state === 'filled') return seeOther(pathOf(draft, `/${section}`));
  const after = await applicationOf(db, asked ? saved : await fillOwnBlocks(exchange, filled), clock());
  if (!after) return notFound;
  if (asked) return sectionPage(exchange, after, section, { typed: read.typed, registerSaid: asked.state });
  const errors = [
    ...uploads.errors,
    ...read.errors.filter((error) => !uploads.errors.some((one) => one.path === error.path)),
  ];
  if (fieldOf(form, REUSE) !== '' && uploads.errors.length === 0) return seeOther(pathOf(draft, `/${section}`));
  const isOutdated = shownVersion !== undefined && shownVersion !== draft.version;
  if (
    isOutdated ||
    uploads.errors.length > 0 ||
    (errors.length > 0 && read.action === undefined && read.more.length === 0)
  )
    return sectionPage(exchange, after, section, {
      errors,
      typed: read.typed,
      isOutdated,
      status: isOutdated ? 409 : 422,
    });
  if (read.action !== undefined || read.more.length > 0) return seeOther(pathOf(draft, `/${section}`));
  const next = sectionAfter(version.form, saved.answers, context, section);
  return seeOther(pathOf(draft, next === undefined ? '/kiem-tra' : `/${next}`));
}

/** What was uploaded for a question, and what was taken from the store for it. */
function joined(
  uploads: Readonly<Record<string, readonly string[]>>,
  held: Readonly<Record<string, readonly string[]>>,
): Readonly<Record<string, readonly string[]>> {
  return {
    ...uploads,
    ...Object.fromEntries(Object.entries(held).map(([path, ids]) => [path, [...(uploads[path] ?? []), ...ids]])),
  };
}

async function review(exchange: Asked, application: Application): Promise<Answer> {
  const { db, clock, platform } = exchange;
  const { draft, version, context, particulars } = application;
  const at = clock();
  const competence = await findCompetence(db, version.definition, particulars.area, at);
  const answerBy = platform.acting.legal.dueAt(at, '8h', { lateRule: false, unit: competence?.receivingUnit });
  return page(
    <ReviewPage
      application={application}
      sections={progressOf(version.form, draft.answers, context)}
      warnings={validateForm(version.form, draft.answers, context).warnings}
      files={await handedInOf(exchange, draft.answers)}
      lookedUp={await lookedUp(exchange, application)}
      answerBy={answerBy}
      pathOf={(section) => pathOf(draft, section === '' ? '' : `/${section}`)}
    />,
  );
}

/** Papers brought where no register answered; what it has answered since needs none. */
async function listInstead(exchange: Asked, application: Application): Promise<SubmitDossier['files']> {
  const answers = await answersFor(exchange, application);
  const open = new Set(answers.filter(({ state }) => state !== 'answered').map(({ component }) => component.key));
  const files = open.size === 0 ? [] : await filesInstead(exchange, application);
  return files.flatMap(({ id, component }) =>
    component !== null && open.has(component) ? [{ component, fileId: id }] : [],
  );
}

async function submit(exchange: Asked, application: Application): Promise<Answer> {
  const { db, platform } = exchange;
  const { draft, version, context } = application;
  if (application.particulars.dossier) return seeOther(`/ho-so/${application.particulars.dossier}/bo-sung`);
  const { answers, errors } = validateForm(version.form, draft.answers, context);
  if (errors.length > 0) return seeOther(pathOf(draft, '/kiem-tra'));
  const signedIn = citizenOf(exchange);
  const person = await findAccountPerson(db, signedIn.accountId);
  const command = submissionOf(application, applicantOf(signedIn, person, answers), {
    commandId: commandOf(exchange).commandId,
    answers,
    signedIn,
  });
  const outcome = await submitDossier({ ...platform.acting, db }, actorOf(signedIn), {
    ...command,
    files: [...command.files, ...(await listInstead(exchange, application))],
    simulated: platform.mode !== 'production',
  });
  if (outcome.kind !== 'done') return outcomePage(outcome, pathOf(draft, '/kiem-tra'));
  return seeOther(`/ho-so/${outcome.answer.code as string}/da-nop`);
}
