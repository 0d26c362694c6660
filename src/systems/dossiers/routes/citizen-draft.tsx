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
import { type Application, applicationOf, openApplication, submissionOf } from '../application.ts';
import { handedInOf, storeUploads } from '../application-files.ts';
import { findCompetence } from '../competence.ts';
import { listOffers, REUSE, takeHeld } from '../held-papers.ts';
import { ReviewPage } from '../pages/review-page.tsx';
import { SectionPage, type SectionPageProps } from '../pages/section-page.tsx';
import { TaskListPage } from '../pages/task-list-page.tsx';
import { submitDossier } from '../submission.ts';
import type { DossierTables } from '../tables.ts';
import { citizenOf, commandOf } from './citizen.ts';

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

/** A draft that was handed in leads to its dossier: a page kept open, or a form sent twice, still arrives. */
async function withApplication(
  exchange: Asked,
  answer: (exchange: Asked, application: Application) => Answer | Promise<Answer>,
): Promise<Answer> {
  const { db, params, clock } = exchange;
  const { accountId } = citizenOf(exchange);
  const application = await openApplication(db, { id: params.draft ?? '', accountId, at: clock() });
  if (application) return answer(exchange, application);
  const handedIn = await findHandedIn(exchange, accountId);
  return handedIn ? seeOther(`/ho-so/${handedIn}/da-nop`) : notFound;
}

async function findHandedIn({ db, params }: Asked, accountId: string): Promise<string | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(params.draft ?? '')) return undefined;
  const row = await db
    .selectFrom('cases.case')
    .select('code')
    .where('id', '=', params.draft ?? '')
    .where('applicant_id', '=', accountId)
    .executeTakeFirst();
  return row?.code;
}

function taskList(_exchange: Asked, { draft, version, context }: Application): Answer {
  const sections = progressOf(version.form, draft.answers, context);
  return page(
    <TaskListPage
      definition={version.definition}
      draft={draft}
      sections={sections}
      review={pathOf(draft, '/kiem-tra')}
      pathOf={(section) => pathOf(draft, `/${section}`)}
    />,
  );
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
  sent: Pick<SectionPageProps, 'errors' | 'typed' | 'isOutdated'> & { status?: number } = {},
): Promise<Answer> {
  const { status, ...shown } = sent;
  const files = await handedInOf(exchange, application.draft.answers);
  return page(
    <SectionPage
      application={application}
      section={section}
      files={files}
      offers={await listOffers(exchange, application, section)}
      today={dayOf(exchange.clock())}
      action={pathOf(application.draft, `/${section}`)}
      back={pathOf(application.draft)}
      {...shown}
    />,
    status ?? 200,
  );
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
  const after = await applicationOf(db, saved, clock());
  if (!after) return notFound;
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
      answerBy={answerBy}
      pathOf={(section) => pathOf(draft, section === '' ? '' : `/${section}`)}
    />,
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
    simulated: platform.mode !== 'production',
  });
  if (outcome.kind !== 'done') return outcomePage(outcome, pathOf(draft, '/kiem-tra'));
  return seeOther(`/ho-so/${outcome.answer.code as string}/da-nop`);
}
