/** Routes of queues: the list with the open dossier beside it. */
import { isoOf } from '../../../platform/calendar/instant.ts';
import {
  COUNTED,
  countQueues,
  listQueue,
  type Queue,
  type QueueFilter,
  type QueueOwner,
} from '../../../platform/cases/queues.ts';
import { type Answer, fieldOf, get, page, type Route } from '../../../platform/http/route.ts';
import { findAccount } from '../../../platform/identity/account.ts';
import { listAway } from '../../../platform/organisation/find-absences.ts';
import { can } from '../../../platform/permissions/permissions.ts';
import { ACT_FACES } from '../pages/officer/act-words.ts';
import { BULK_OF_QUEUE, type QueueBulkAct } from '../pages/officer/queue-bulk.tsx';
import type { QueuePeople } from '../pages/officer/queue-people.tsx';
import { QueuePage, type QueuePageProps } from '../pages/officer/queue-page.tsx';
import { assigneeOf, type QueueAsked, queueOf, readAsked, sortOf } from '../queue-asked.ts';
import { linesOf } from '../queue-lines.ts';
import type { DossierTables } from '../tables.ts';
import { type DossierExchange, findTakenDossier, officerOf, queueOwner } from './desk.ts';
import { besideDossier, dossierPane } from './officer-dossier.tsx';

const access = { permission: 'dossiers.process' } as const;
const ROWS = 30;

export const officerQueueRoutes: readonly Route<DossierTables>[] = [get('/can-bo/ho-so', access, showQueue)];

async function showQueue(exchange: DossierExchange): Promise<Answer> {
  const { db, query, platform, locale } = exchange;
  const asked = readAsked(query);
  const owner = ownerOf(await queueOwner(exchange), asked);
  const filter = filterOf(exchange, asked);
  const [list, counts, open] = await Promise.all([
    listQueue(db, owner, filter),
    countQueues(db, owner, { kind: 'dossier', at: filter.at, soonUntil: filter.soonUntil }),
    asked.mo ? findTakenDossier(exchange, asked.mo) : undefined,
  ]);
  const isWhole = !asked.q && !asked.kenh && !asked.nguoi;
  const passedOn = await passedOnOf(exchange, fieldOf(query, 'xong'));
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
      passedOn={passedOn}
      bulk={bulkActs(exchange, filter.queue)}
      heldBy={await holderOf(exchange, asked)}
      people={await peopleOf(exchange)}
      updated={isoOf(filter.at).slice(11, 19)}
    />,
  );
}

/** The dossier that an act has just passed into other hands, with what other systems have on it for whoever did it. */
async function passedOnOf(exchange: DossierExchange, code: string): Promise<QueuePageProps['passedOn']> {
  if (!/^[A-Z0-9.-]{5,40}$/.test(code)) return undefined;
  const found = await exchange.db.selectFrom('cases.case').select('id').where('code', '=', code).executeTakeFirst();
  return { code, beside: found ? (await besideDossier(exchange, found.id)).panels : [] };
}

/** What this officer may do with several at once, of what the queue holds. */
function bulkActs(exchange: DossierExchange, queue: Queue): readonly QueueBulkAct[] {
  const officer = officerOf(exchange);
  return BULK_OF_QUEUE[queue].filter((act) => can(officer, ACT_FACES[act].permission));
}

/** One of their units alone, where that is asked for. */
export const ownerOf = (owner: QueueOwner, { 'don-vi': unit }: QueueAsked): QueueOwner =>
  owner.units.includes(unit) ? { ...owner, units: [unit] } : owner;

/** Whose dossiers the list is narrowed to. */
async function holderOf({ db }: DossierExchange, asked: QueueAsked): Promise<string | null | undefined> {
  const assignee = assigneeOf(asked);
  return assignee ? (await findAccount(db, assignee))?.name : assignee;
}

/** Who is away or stood in for: this officer, and those in whose place they act. */
async function peopleOf(exchange: DossierExchange): Promise<QueuePeople> {
  const { db, clock } = exchange;
  const { accountId, positions } = officerOf(exchange);
  const [away] = await listAway(db, clock(), [accountId]);
  const inPlaceOf = positions.flatMap(({ forName, until }) => (forName && until ? [{ name: forName, until }] : []));
  return { ...(away && { away }), inPlaceOf };
}

export function filterOf({ clock, platform }: DossierExchange, asked: QueueAsked): QueueFilter {
  const at = clock();
  const sort = sortOf(asked);
  const assignee = assigneeOf(asked);
  return {
    kind: 'dossier',
    queue: queueOf(asked),
    limit: ROWS,
    at,
    soonUntil: platform.acting.legal.dueAt(at, '8h', { lateRule: false }),
    ...(asked.q && { search: asked.q }),
    ...(asked.kenh && { channel: asked.kenh }),
    ...(assignee !== undefined && { assignee }),
    ...(asked['vai-tro'] && { role: asked['vai-tro'] }),
    ...(asked.sau && { after: asked.sau }),
    ...(sort && { sort }),
  };
}
