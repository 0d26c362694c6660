/** Route of a queue's changes: while an officer looks at a queue, what others do to its dossiers is sent to the page. */
import { setTimeout as delay } from 'node:timers/promises';
import type { VNode } from 'preact';
import { isoOf } from '../../../platform/calendar/instant.ts';
import { countQueues, findInQueue, listQueue, type QueueOwner } from '../../../platform/cases/queues.ts';
import { type Answer, get, type Live, type Route } from '../../../platform/http/route.ts';
import { LiveQueue, type LiveQueueProps } from '../pages/officer/live-queue.tsx';
import { LIVE_QUEUE, type QueueAsked, queueOf, readAsked, readShown } from '../queue-asked.ts';
import { linesOf, signatureOf } from '../queue-lines.ts';
import type { DossierTables } from '../tables.ts';
import { type DossierExchange, queueOwner } from './desk.ts';
import { filterOf, ownerOf } from './officer-queue.tsx';

export const officerQueueLiveRoutes: readonly Route<DossierTables>[] = [
  get(LIVE_QUEUE, { permission: 'dossiers.process' }, followQueue, { live: true }),
];

/** Time alone changes a queue too: what is soon due, how long is left. */
const AT_LEAST_EVERY_MS = 30_000;
/** A burst of acts is one look. */
const AT_MOST_EVERY_MS = 2000;

interface Watched {
  readonly asked: QueueAsked;
  /** Case ids in the order of the page. */
  readonly shown: readonly string[];
  /** Each line as the page shows it now: signature by case id; none once it was told that it has gone. */
  readonly looks: Map<string, string | undefined>;
}

function followQueue(exchange: DossierExchange): Answer {
  const shown = readShown(exchange.query);
  const watched: Watched = { asked: readAsked(exchange.query), shown: [...shown.keys()], looks: new Map(shown) };
  return { kind: 'live', follow: (live) => follow(exchange, watched, live) };
}

async function* follow({ platform }: DossierExchange, watched: Watched, live: Live): AsyncGenerator<VNode> {
  const watch = await platform.caseChanges.watch(live.signal);
  while (!live.signal.aborted) {
    const exchange = (await live.renew()) as unknown as DossierExchange | undefined;
    if (!exchange) return;
    const owner = ownerOf(await queueOwner(exchange), watched.asked);
    const changes = await live.inTurn(() => lookAgain(exchange, owner, watched));
    yield <LiveQueue {...changes} />;
    await delay(AT_MOST_EVERY_MS, undefined, { signal: live.signal }).catch(() => undefined);
    await watch.wait(
      ({ caseId, holdingUnit }) => watched.looks.get(caseId) !== undefined || owner.units.includes(holdingUnit ?? ''),
      AT_LEAST_EVERY_MS,
    );
  }
}

/** What the page would show now, asked with the rights of now, and of that what it does not show yet. */
async function lookAgain(exchange: DossierExchange, owner: QueueOwner, watched: Watched): Promise<LiveQueueProps> {
  const { db, platform, locale } = exchange;
  const { asked, shown, looks } = watched;
  const filter = filterOf(exchange, asked);
  const list = await listQueue(db, owner, filter);
  const still = await findInQueue(db, owner, filter, shown);
  const counts = await countQueues(db, owner, { kind: 'dossier', at: filter.at, soonUntil: filter.soonUntil });
  const lines = await linesOf(db, still, { at: filter.at, legal: platform.acting.legal, locale });
  const changed = lines.filter((line) => looks.get(line.id) !== signatureOf(line));
  for (const line of changed) looks.set(line.id, signatureOf(line));
  const present = new Set(lines.map(({ id }) => id));
  const gone = shown.filter((id) => !present.has(id) && looks.get(id) !== undefined);
  for (const id of gone) looks.set(id, undefined);
  return {
    queue: queueOf(asked),
    asked,
    counts,
    updated: isoOf(filter.at).slice(11, 19),
    news: newsOf(list.rows, shown),
    lines: changed,
    gone,
  };
}

/** Against the page as it was loaded: its rows never move. */
function newsOf(rows: readonly { readonly id: string }[], shown: readonly string[]): LiveQueueProps['news'] {
  const wanted = rows.map(({ id }) => id);
  const here = new Set(shown);
  const common = new Set(wanted.filter((id) => here.has(id)));
  const [now, before] = [wanted, shown].map((ids) => ids.filter((id) => common.has(id)).join());
  return { fresh: wanted.length - common.size, moved: now !== before };
}
