/** Routes of the wall: the screen, and the stream that tells it of changes. */
import { setTimeout as delay } from 'node:timers/promises';
import type { VNode } from 'preact';
import { dayOf } from '../../../platform/calendar/instant.ts';
import {
  type Answer,
  type Exchange,
  fieldOf,
  get,
  type Live,
  notFound,
  page,
  type Route,
  type WholeAnswer,
} from '../../../platform/http/route.ts';
import type { Platform } from '../../../platform/system/platform.ts';
import { type CentreView, findView, listOwnCentres } from '../centres.ts';
import { FIGURES_AT_MOST_EVERY_MS, keepFigures, readMoved } from '../kept-figures.ts';
import { WALL, WALL_LIVE, WallChange, WallPage } from '../pages/wall-page.tsx';
import { isOpenable } from '../openable.ts';
import { readWall, type WallShown } from '../read-wall.ts';
import type { CentreTables } from '../tables.ts';
import { changedParts, partsOf, type ToldParts } from '../wall-parts.ts';

export const WATCH = 'operations-centre.watch';

export type CentreExchange = Exchange<CentreTables>;

const figures = keepFigures();

export const wallRoutes: readonly Route<CentreTables>[] = [
  get(WALL, { permission: WATCH }, wall),
  get(WALL_LIVE, { permission: WATCH }, followWall, { live: true }),
];

/** The part of the province that is asked for, of those the officer may see. */
export async function viewOf({ db, signedIn, clock, query }: CentreExchange): Promise<CentreView | undefined> {
  const at = clock();
  const own = await listOwnCentres(db, signedIn, { permission: WATCH, day: dayOf(at) });
  return findView(db, own, { asked: fieldOf(query, 'dia-ban'), at });
}

/** As this reader sees it: links that lead nowhere for them are left out. */
export async function readShown(exchange: CentreExchange, view: CentreView): Promise<WallShown> {
  const { platform, query, signedIn } = exchange;
  const shown = await readWall(platform, figures, view, fieldOf(query, 'lop'));
  const opened = (href: string | undefined) =>
    href !== undefined && isOpenable(platform, signedIn, href) ? href : undefined;
  return {
    ...shown,
    layer: shown.layer && { ...shown.layer, href: opened(shown.layer.href) },
    tiles: shown.tiles.map((tile) => ({ ...tile, href: opened(tile.href) })),
  };
}

async function wall(exchange: CentreExchange): Promise<Answer> {
  const view = await viewOf(exchange);
  if (!view) return notFound;
  const layer = fieldOf(exchange.query, 'lop');
  const shown = await readShown(exchange, view);
  return withMap(shown, page(<WallPage {...shown} layerKey={layer} />));
}

/** A page with a map may take its pictures from the server that the province has named. */
export const withMap = ({ map: { tiles } }: Pick<WallShown, 'map'>, answer: WholeAnswer): Answer =>
  tiles && answer.kind === 'page' ? { ...answer, imagesFrom: [new URL(tiles.url).origin] } : answer;

async function followWall(exchange: CentreExchange): Promise<Answer> {
  if (!(await viewOf(exchange))) return notFound;
  return { kind: 'live', follow: (live) => follow(exchange, live) };
}

/** One sum over 32 rows: what is committed is seen within a third of a second. */
const LOOK_EVERY_MS = 300;
/** Figures that were counted a moment before a move are counted again so long after it: nothing else would tell of them. */
const LOOK_AGAIN_MS = FIGURES_AT_MOST_EVERY_MS;
/** Clocks go on, and what is not told for long is taken for lost. */
const SAY_SOMETHING_MS = 10_000;

async function* follow(opened: CentreExchange, live: Live): AsyncGenerator<VNode> {
  const { platform } = opened;
  let moved = -1;
  let readAt = 0;
  let again = Number.POSITIVE_INFINITY;
  let last: ToldParts | undefined;
  let saidAt = 0;
  while (!live.signal.aborted) {
    const now = platform.clock();
    const seen = await readMoved(platform as unknown as Platform);
    if (seen !== moved || now >= again || now - readAt >= SAY_SOMETHING_MS) {
      again = seen === moved ? Number.POSITIVE_INFINITY : now + LOOK_AGAIN_MS;
      [moved, readAt] = [seen, now];
      const exchange = (await live.renew()) as unknown as CentreExchange | undefined;
      const view = exchange && (await viewOf(exchange));
      if (!exchange || !view) return;
      const shown = await live.inTurn(() => readShown(exchange, view));
      const told = partsOf(shown);
      const parts = changedParts(last, told);
      if (parts.size > 0 || now - saidAt >= SAY_SOMETHING_MS) {
        [last, saidAt] = [told, now];
        yield <WallChange shown={shown} parts={parts} />;
      }
    }
    await delay(LOOK_EVERY_MS, undefined, { signal: live.signal }).catch(() => undefined);
  }
}
