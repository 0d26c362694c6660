/** Routes of the register of results for officers: the list, one result with all that is known of it, and its withdrawal. */
import { dayOf } from '../../../platform/calendar/instant.ts';
import { isId, newId } from '../../../platform/db/ids.ts';
import { problemOf } from '../../../platform/http/problem.ts';
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
import { actorOf } from '../../../platform/identity/signed-in.ts';
import { can, positionFor, scope } from '../../../platform/permissions/permissions.ts';
import { isDay } from '../../../platform/text/partial-day.ts';
import { type ListedResult, listResults } from '../list-results.ts';
import { ResultPage } from '../pages/result-page.tsx';
import { RESULTS, type ResultsAsked, resultsHref, ResultsPage } from '../pages/results-page.tsx';
import { revokeResult } from '../revoke-result.ts';
import type { ResultTables } from '../tables.ts';

type Asked = Exchange<ResultTables>;

const SEE = 'results.see';
const REVOKE = 'results.revoke';
const ROWS = 50;

export const officerResultRoutes: readonly Route<ResultTables>[] = [
  get(RESULTS, { permission: SEE }, showList),
  get(`${RESULTS}/:result`, { permission: SEE }, (exchange) => showOne(exchange)),
  post(`${RESULTS}/:result/thu-hoi`, { permission: REVOKE }, revoke),
];

function readAsked({ query }: Asked): ResultsAsked {
  const text = (name: string, most = 40): string => fieldOf(query, name).slice(0, most);
  const day = (name: string): string => (isDay(text(name)) ? text(name) : '');
  return {
    tu: day('tu'),
    den: day('den'),
    hieuluc: ['con', 'het'].find((one) => one === text('hieuluc')) ?? '',
    q: text('q', 200),
    sau: text('sau', 200),
  };
}

const reachOf = ({ db, signedIn, clock }: Asked, permission: string) =>
  scope(db, signedIn, { permission, day: dayOf(clock()) });

async function showList(exchange: Asked): Promise<Answer> {
  const { db, clock } = exchange;
  const asked = readAsked(exchange);
  const day = dayOf(clock());
  const list = await listResults(
    db,
    {
      reach: await reachOf(exchange, SEE),
      day,
      ...(asked.tu && { from: asked.tu }),
      ...(asked.den && { to: asked.den }),
      ...(asked.hieuluc && { state: asked.hieuluc === 'con' ? ('in-force' as const) : ('ended' as const) }),
      ...(asked.q && { search: asked.q }),
    },
    { limit: ROWS, ...(asked.sau && { after: asked.sau }) },
  );
  const next = list.next === undefined ? undefined : resultsHref(asked, { sau: list.next });
  return page(<ResultsPage asked={asked} rows={list.rows} day={day} next={next} />);
}

async function findResult(exchange: Asked, permission: string): Promise<ListedResult | undefined> {
  const { db, params, clock } = exchange;
  const id = params.result ?? '';
  if (!isId(id)) return undefined;
  const question = { reach: await reachOf(exchange, permission), day: dayOf(clock()), id };
  return (await listResults(db, question, { limit: 1 })).rows[0];
}

async function showOne(exchange: Asked, error?: string): Promise<Answer> {
  const { clock, signedIn } = exchange;
  const result = await findResult(exchange, SEE);
  if (!result) return notFound;
  const mayRevoke = can(signedIn, REVOKE) && (await findResult(exchange, REVOKE)) !== undefined;
  const shown = { result, day: dayOf(clock()), mayRevoke, ...(error !== undefined && { error }) };
  return page(<ResultPage {...shown} />, error === undefined ? 200 : 422);
}

async function revoke(exchange: Asked): Promise<Answer> {
  const { platform, db, form, params, signedIn, locale } = exchange;
  const id = params.result ?? '';
  if (!signedIn || !isId(id)) return notFound;
  const outcome = await revokeResult(
    { db, clock: platform.acting.clock },
    { actor: actorOf(signedIn, positionFor(signedIn, REVOKE)), reach: await reachOf(exchange, REVOKE) },
    {
      commandId: commandIdOf(exchange) ?? newId(),
      caseId: '',
      id,
      reason: fieldOf(form, 'reason').trim().slice(0, 2000),
    },
  );
  if (outcome.kind === 'done') return seeOther(`${RESULTS}/${id}`);
  if (outcome.kind === 'refusal' && outcome.code === 'results.reason-missing')
    return showOne(exchange, problemOf(outcome, platform.registry, locale).title);
  return outcomePage(outcome, `${RESULTS}/${id}`);
}
