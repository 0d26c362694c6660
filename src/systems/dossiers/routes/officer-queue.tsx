/** Routes of queues: the list with the open dossier beside it. */
import { isoOf } from '../../../platform/calendar/instant.ts';
import { COUNTED, countQueues, listQueue, type QueueFilter } from '../../../platform/cases/queues.ts';
import { type Answer, fieldOf, get, page, type Route } from '../../../platform/http/route.ts';
import { can } from '../../../platform/permissions/permissions.ts';
import { QueuePage } from '../pages/officer/queue-page.tsx';
import { type QueueAsked, queueOf, readAsked, sortOf } from '../queue-asked.ts';
import { linesOf } from '../queue-lines.ts';
import type { DossierTables } from '../tables.ts';
import { type DossierExchange, findTakenDossier, officerOf, queueOwner } from './desk.ts';
import { dossierPane } from './officer-dossier.tsx';

const access = { permission: 'dossiers.process' } as const;
const ROWS = 30;

export const officerQueueRoutes: readonly Route<DossierTables>[] = [
  get('/can-bo', access, () => ({ kind: 'redirect', to: '/can-bo/ho-so', status: 302 })),
  get('/can-bo/ho-so', access, showQueue),
];

async function showQueue(exchange: DossierExchange): Promise<Answer> {
  const { db, query, platform, locale } = exchange;
  const asked = readAsked(query);
  const owner = await queueOwner(exchange);
  const filter = filterOf(exchange, asked);
  const [list, counts, open] = await Promise.all([
    listQueue(db, owner, filter),
    countQueues(db, owner, { kind: 'dossier', at: filter.at, soonUntil: filter.soonUntil }),
    asked.mo ? findTakenDossier(exchange, asked.mo) : undefined,
  ]);
  const isWhole = !asked.q && !asked.kenh;
  const passedOn = fieldOf(query, 'xong');
  return page(
    <QueuePage
      queue={filter.queue}
      counts={counts}
      lines={await linesOf(db, list.rows, { at: filter.at, legal: platform.acting.legal, locale })}
      asked={list.tooLongToSort ? { ...asked, xep: '' } : asked}
      long={list.tooLongToSort ?? (isWhole && (counts.get(filter.queue) ?? 0) >= COUNTED)}
      next={list.next}
      open={open && (await dossierPane(exchange, open))}
      openId={open?.id}
      passedOn={/^[A-Z0-9.-]{5,40}$/.test(passedOn) ? passedOn : undefined}
      assigns={can(officerOf(exchange), 'dossiers.assign')}
      updated={isoOf(filter.at).slice(11, 19)}
    />,
  );
}

export function filterOf({ clock, platform }: DossierExchange, asked: QueueAsked): QueueFilter {
  const at = clock();
  const sort = sortOf(asked);
  return {
    kind: 'dossier',
    queue: queueOf(asked),
    limit: ROWS,
    at,
    soonUntil: platform.acting.legal.dueAt(at, '8h', { lateRule: false }),
    ...(asked.q && { search: asked.q }),
    ...(asked.kenh && { channel: asked.kenh }),
    ...(asked.sau && { after: asked.sau }),
    ...(sort && { sort }),
  };
}
