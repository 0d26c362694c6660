/** Routes of the papers of an application that a register answers: what it said, asking it again, and the paper where it has no answer. */
import { storeFile } from '../../../platform/files/store-file.ts';
import {
  type Answer,
  type Exchange,
  fieldOf,
  get,
  page,
  post,
  type Route,
  seeOther,
} from '../../../platform/http/route.ts';
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import type { Application } from '../application.ts';
import { answersFor, dropFileInstead, filesInstead, lookUpApplicant, mayAskAgain } from '../application-lookups.ts';
import { REGISTER_PAPERS, RegisterPapersPage, type RegisterPapersPageProps } from '../pages/register-papers-page.tsx';
import type { RegisterAnswer } from '../register-answers.ts';
import type { DossierTables } from '../tables.ts';
import { withApplication } from './citizen-application.ts';

type Asked = Exchange<DossierTables>;
type Errors = RegisterPapersPageProps['errors'];

const PATH = `/nop-ho-so/:draft/${REGISTER_PAPERS}`;
const UPLOAD_LIMIT = 64 * 1024 * 1024;

export const registerPaperRoutes: readonly Route<DossierTables>[] = [
  get(PATH, 'citizen', (exchange) => withApplication(exchange, (asked, application) => show(asked, application))),
  post(PATH, 'citizen', (exchange) => withApplication(exchange, change), { bodyLimit: UPLOAD_LIMIT, perMinute: 30 }),
];

const pathOf = ({ draft }: Pick<Application, 'draft'>): string => `/nop-ho-so/${draft.id}/${REGISTER_PAPERS}`;

async function show(exchange: Asked, application: Application, errors: Errors = []): Promise<Answer> {
  const answers = await answersFor(exchange, application);
  const known = exchange.platform.config.registerUrl !== undefined && exchange.signedIn?.assurance === 2;
  return page(
    <RegisterPapersPage
      application={application}
      answers={answers}
      files={await filesInstead(exchange, application)}
      mayAskAgain={known && mayAskAgain(answers, exchange.clock())}
      errors={errors}
      action={pathOf(application)}
      back={`/nop-ho-so/${application.draft.id}`}
    />,
    errors.length > 0 ? 422 : 200,
  );
}

async function change(exchange: Asked, application: Application): Promise<Answer> {
  const { form, clock } = exchange;
  const answers = await answersFor(exchange, application);
  if (fieldOf(form, 'viec') === 'tra-cuu') {
    const { draft, version } = application;
    if (mayAskAgain(answers, clock()))
      await lookUpApplicant(exchange, { ownerId: draft.id, procedure: version.definition.code });
    return seeOther(pathOf(application));
  }
  const dropped = fieldOf(form, 'bo');
  if (dropped !== '') {
    await dropFileInstead(exchange, application, dropped);
    return seeOther(pathOf(application));
  }
  const errors = await keepFiles(exchange, application, answers);
  if (errors.length > 0) return show(exchange, application, errors);
  const brought = exchange.uploads.some(({ bytes }) => bytes.length > 0);
  return seeOther(brought ? pathOf(application) : `/nop-ho-so/${application.draft.id}`);
}

/** Only for papers that no register has answered. */
async function keepFiles(
  { db, platform, uploads, clock, signedIn, locale }: Asked,
  { draft }: Application,
  answers: readonly RegisterAnswer[],
): Promise<Errors> {
  const errors: { message: string; href: string }[] = [];
  for (const { component, state } of answers) {
    const field = `tep.${component.key}`;
    for (const { name, type, bytes } of uploads.filter((one) => one.field === field && state !== 'answered')) {
      const { fault } = await storeFile(
        { db, config: platform.config },
        {
          name,
          mime: type,
          bytes,
          purpose: 'component',
          owner: { type: 'dossier', id: draft.id },
          component: component.key,
          ...(signedIn && { uploadedBy: signedIn.accountId }),
          at: clock(),
        },
      );
      if (fault) errors.push({ message: `${name}: ${inLanguage(fault.message, locale).text}`, href: `#${field}` });
    }
  }
  return errors;
}
