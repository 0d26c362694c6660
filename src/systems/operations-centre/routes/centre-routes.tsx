/** Routes of the centre: its page for desk and phone, the log of incidents as a page and as a file. */
import { dayOf } from '../../../platform/calendar/instant.ts';
import { type Answer, file, get, notFound, page, type Route } from '../../../platform/http/route.ts';
import type { Platform } from '../../../platform/system/platform.ts';
import { INDICATORS } from '../../../platform/indicators/asked.ts';
import { can } from '../../../platform/permissions/permissions.ts';
import { type CentreView, listOwnCentres } from '../centres.ts';
import { seenBy } from '../incident-state.ts';
import { listLog } from '../list-incidents.ts';
import { filterOf, readLogAsked } from '../log-asked.ts';
import { logAsCsv } from '../log-sheet.ts';
import { BOARD, BoardPage } from '../pages/board-page.tsx';
import { CentrePage } from '../pages/centre-page.tsx';
import { INCIDENTS } from '../pages/incident-path.ts';
import { LogPage } from '../pages/log-page.tsx';
import { CENTRE } from '../pages/wall-page.tsx';
import { isOpenable } from '../openable.ts';
import { readBoard } from '../read-board.ts';
import { getRules } from '../rules.ts';
import { listOnDuty } from '../shifts.ts';
import type { CentreTables } from '../tables.ts';
import { HANDLE } from '../handlers.ts';
import { type CentreExchange, readShown, viewOf, WATCH, withMap } from './wall-routes.tsx';

const access = { permission: WATCH } as const;
const LISTED = 50;
const MOST_IN_FILE = 100_000;

export const centreRoutes: readonly Route<CentreTables>[] = [
  get(CENTRE, access, centre),
  get(BOARD, access, board),
  get(INCIDENTS, access, log),
  get(`${INCIDENTS}.csv`, access, sheet),
];

async function centre(exchange: CentreExchange): Promise<Answer> {
  const { db, platform, signedIn } = exchange;
  const view = await viewOf(exchange);
  if (!view) return notFound;
  const { districts } = await getRules(db, view.at);
  const shown = await readShown(exchange, view);
  const shownPage = page(
    <CentrePage
      shown={shown}
      own={await listOwnCentres(db, signedIn, { permission: WATCH, day: dayOf(view.at) })}
      districts={districts.list}
      layers={[...platform.registry.layers].map(([key, { title }]) => ({ key, title }))}
      mayHandle={can(signedIn, HANDLE)}
      duty={await listOnDuty(db, view.centre.unitId)}
    />,
  );
  return withMap(shown, shownPage);
}

async function board(exchange: CentreExchange): Promise<Answer> {
  const view = await viewOf(exchange);
  if (!view) return notFound;
  const platform = exchange.platform as unknown as Platform;
  const { signedIn } = exchange;
  const isOpen = isOpenable(platform, signedIn, `${INDICATORS}/:code`);
  return page(
    <BoardPage
      view={view}
      sectors={await readBoard(platform, view)}
      hrefOf={(code) => (isOpen ? `${INDICATORS}/${code}${askedOf(view)}` : undefined)}
    />,
  );
}

/** Of one commune its own; of more the lines by area. */
function askedOf({ kind, centre, at }: CentreView): string {
  const today = dayOf(at);
  const asked = { tu: `${today.slice(0, 8)}01`, den: today };
  if (kind === 'province') return `?${new URLSearchParams(asked)}`;
  return `?${new URLSearchParams({ ...asked, ...(kind === 'commune' ? { diaban: centre.areaId } : { theo: 'dia-ban' }) })}`;
}

async function listAsked(exchange: CentreExchange, limit: number) {
  const { db, signedIn, query } = exchange;
  const view = await viewOf(exchange);
  if (!view || !signedIn) return undefined;
  const own = await listOwnCentres(db, signedIn, { permission: WATCH, day: dayOf(view.at) });
  const asked = readLogAsked(query);
  // one's own incidents elsewhere are in the log of all of them only
  const part = view.kind === 'commune' && view.asked === '' ? { ...view, areas: 'all' as const } : view;
  const list = await listLog(db, {
    reach: seenBy(own, signedIn.accountId),
    view: part,
    filter: filterOf(asked, limit),
  });
  return { view, asked, ...list, kinds: (await getRules(db, view.at)).kinds };
}

async function log(exchange: CentreExchange): Promise<Answer> {
  const listed = await listAsked(exchange, LISTED);
  return listed ? page(<LogPage {...listed} />) : notFound;
}

async function sheet(exchange: CentreExchange): Promise<Answer> {
  const listed = await listAsked(exchange, MOST_IN_FILE);
  if (!listed) return notFound;
  const text = logAsCsv(listed.rows, listed.kinds);
  const name = `so-su-co-${dayOf(exchange.clock())}.csv`;
  return file(Buffer.from(text, 'utf8'), 'text/csv; charset=utf-8', name, false);
}
