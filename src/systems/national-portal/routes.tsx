/** Routes of the national portal's sync: what is not synced and why, for the administrator; how much of it is a leader's, for the leader. */
import { dayOf } from '../../platform/calendar/instant.ts';
import { isId } from '../../platform/db/ids.ts';
import {
  type Answer,
  type Exchange,
  fieldOf,
  get,
  notFound,
  page,
  post,
  type Route,
  seeOther,
} from '../../platform/http/route.ts';
import { actorOf } from '../../platform/identity/signed-in.ts';
import { scope } from '../../platform/permissions/permissions.ts';
import { readLine } from './line.ts';
import { CountPage } from './pages/count-page.tsx';
import { WaitingPage } from './pages/waiting-page.tsx';
import { retryNow } from './retry.ts';
import type { NationalPortalTables } from './tables.ts';
import { countByUnit, countWaiting, listWaiting } from './waiting.ts';

export const WAITING = '/quan-tri/dong-bo-quoc-gia';
export const COUNT = '/can-bo/dong-bo-quoc-gia';
const PAGE = 50;
const manage = { permission: 'national-portal.manage' } as const;
const counting = 'national-portal.count';

type Asked = Exchange<NationalPortalTables>;

export const nationalPortalRoutes: readonly Route<NationalPortalTables>[] = [
  get(WAITING, manage, showWaiting),
  post(`${WAITING}/thu-lai`, manage, (exchange) => retry(exchange)),
  post(`${WAITING}/:id/thu-lai`, manage, (exchange) => retry(exchange, exchange.params.id ?? '')),
  get(COUNT, { permission: counting }, async ({ db, signedIn, clock }) => {
    const reach = await scope(db, signedIn, { permission: counting, day: dayOf(clock()) });
    return page(<CountPage units={await countByUnit(db, reach)} asOf={clock()} />);
  }),
];

async function showWaiting({ db, query, clock, platform }: Asked): Promise<Answer> {
  const failed = fieldOf(query, 'tinh-trang') === 'loi';
  const [count, line, { dossiers, next }] = [
    await countWaiting(db),
    await readLine(db),
    await listWaiting(db, { failed, after: fieldOf(query, 'sau'), limit: PAGE }),
  ];
  const { nationalUrl } = platform.config;
  return page(
    <WaitingPage
      path={WAITING}
      peer={nationalUrl === undefined ? undefined : new URL(nationalUrl).host}
      line={line}
      count={count}
      dossiers={dossiers}
      failed={failed}
      asOf={clock()}
      {...(next !== undefined && {
        next: `${WAITING}?${new URLSearchParams({ ...(failed && { 'tinh-trang': 'loi' }), sau: next })}`,
      })}
    />,
  );
}

async function retry({ db, signedIn, clock }: Asked, message?: string): Promise<Answer> {
  if (!signedIn || (message !== undefined && !isId(message))) return notFound;
  await retryNow(db, actorOf(signedIn), {
    at: clock(),
    ...(message !== undefined && { message }),
  });
  return seeOther(WAITING);
}
