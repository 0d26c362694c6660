/** Routes of feedback: rating, the public numbers, the unit's answers. */
import { addDays, dayOf, instantAt } from '../../../platform/calendar/instant.ts';
import { isId, newId } from '../../../platform/db/ids.ts';
import {
  type Answer,
  commandIdOf,
  type Exchange,
  fieldOf,
  get,
  notFound,
  outcomePage,
  page,
  post,
  type Route,
  seeOther,
} from '../../../platform/http/route.ts';
import { problemOf } from '../../../platform/http/problem.ts';
import { actorOf } from '../../../platform/identity/signed-in.ts';
import { positionFor, scope } from '../../../platform/permissions/permissions.ts';
import { dayText, timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { findOwnDossier } from '../../dossiers/index.ts';
import { listUnitNumbers } from '../numbers.ts';
import { AnswerPage } from '../pages/answer-page.tsx';
import { NumbersPage } from '../pages/numbers-page.tsx';
import { RatePage, type RatePageProps } from '../pages/rate-page.tsx';
import { answerRating, listRatings, rateDossier } from '../rating.ts';
import type { FeedbackTables } from '../tables.ts';

type Asked = Exchange<FeedbackTables>;

const ANSWER = 'feedback.answer';
const PERIOD_DAYS = 365;
const LISTED = 50;

export const feedbackRoutes: readonly Route<FeedbackTables>[] = [
  get('/ho-so/:code/danh-gia', 'citizen', (exchange) => ratePage(exchange)),
  post('/ho-so/:code/danh-gia', 'citizen', rate),
  get('/danh-gia', 'public', numbers),
  get('/can-bo/danh-gia', { permission: ANSWER }, async (exchange) =>
    page(<AnswerPage ratings={await listRatings(exchange.db, { reach: await reachOf(exchange), limit: LISTED })} />),
  ),
  post('/can-bo/danh-gia', { permission: ANSWER }, answer),
];

const NOTHING_SENT: RatePageProps['sent'] = { score: '', reasons: [], comment: '' };

async function ratePage(
  { db, params, signedIn }: Asked,
  sent = NOTHING_SENT,
  error?: RatePageProps['error'],
): Promise<Answer> {
  const accountId = signedIn?.accountId ?? '';
  const dossier = await findOwnDossier(db, { code: params.code ?? '', accountId });
  if (!dossier) return notFound;
  if (!dossier.isDecided) return seeOther(`/ho-so/${dossier.code}`);
  const [given] = await listRatings(db, { accountId, code: dossier.code, limit: 1 });
  const shown = { code: dossier.code, procedure: dossier.procedure, given, sent, ...(error && { error }) };
  return page(<RatePage {...shown} />, error ? 422 : 200);
}

/** Refusals that a person can put right on the spot, and at which question. */
const FIELDS: Readonly<Record<string, 'score' | 'reasons'>> = {
  'feedback.score-missing': 'score',
  'feedback.reason-missing': 'reasons',
};

async function rate(exchange: Asked): Promise<Answer> {
  const { platform, db, form, params, signedIn, locale } = exchange;
  if (!signedIn) return notFound;
  const code = params.code ?? '';
  const reasons = [form.reasons ?? []].flat().slice(0, 20);
  const sent = { score: fieldOf(form, 'score'), reasons, comment: fieldOf(form, 'comment').slice(0, 2000).trim() };
  const outcome = await rateDossier({ ...platform.acting, db }, actorOf(signedIn), {
    commandId: commandIdOf(exchange) ?? newId(),
    caseId: '',
    code,
    accountId: signedIn.accountId,
    ...sent,
    score: Number(sent.score || Number.NaN) || 0,
  });
  if (outcome.kind === 'done') return seeOther(`/ho-so/${code}/danh-gia`);
  const name = outcome.kind === 'refusal' ? FIELDS[outcome.code] : undefined;
  if (!name) return outcomePage(outcome, `/ho-so/${code}`);
  return ratePage(exchange, sent, { name, message: problemOf(outcome, platform.registry, locale).title });
}

async function numbers({ db, clock, locale }: Asked): Promise<Answer> {
  const now = clock();
  const since = addDays(dayOf(now), -PERIOD_DAYS);
  const units = await listUnitNumbers(db, instantAt(since, 0));
  return page(<NumbersPage units={units} since={dayText(since, locale)} asOf={timeInTable(now, locale)} />);
}

const reachOf = ({ db, signedIn, clock }: Asked) => scope(db, signedIn, { permission: ANSWER, day: dayOf(clock()) });

async function answer(exchange: Asked): Promise<Answer> {
  const { platform, db, form, signedIn } = exchange;
  const caseId = fieldOf(form, 'case');
  if (!signedIn || !isId(caseId)) return notFound;
  const actor = actorOf(signedIn, positionFor(signedIn, ANSWER));
  const outcome = await answerRating(
    { ...platform.acting, db },
    { actor, reach: await reachOf(exchange) },
    {
      commandId: commandIdOf(exchange) ?? newId(),
      caseId,
      text: fieldOf(form, `text.${caseId}`).slice(0, 2000).trim(),
    },
  );
  return outcome.kind === 'done' ? seeOther('/can-bo/danh-gia') : outcomePage(outcome, '/can-bo/danh-gia');
}
