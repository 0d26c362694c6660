/** Routes of queues: the list with the open dossier beside it. */
import { isoOf } from '../../../platform/calendar/instant.ts';
import { countQueues, listQueue, type Queue, type QueueFilter } from '../../../platform/cases/queues.ts';
import { type Answer, fieldOf, get, page, type Route } from '../../../platform/http/route.ts';
import { can } from '../../../platform/permissions/permissions.ts';
import { getVersion, processOf } from '../../procedures/index.ts';
import { dueChip } from '../due-chip.ts';
import { QUEUE_SLUGS, type QueueLine, QueuePage } from '../pages/officer/queue-page.tsx';
import type { DossierTables } from '../tables.ts';
import { type DossierExchange, findDossier, officerOf, queueOwner } from './desk.ts';
import { dossierPane } from './officer-dossier.tsx';

const access = { permission: 'dossiers.process' } as const;
const ROWS = 30;

export const officerQueueRoutes: readonly Route<DossierTables>[] = [
  get('/can-bo', access, () => ({ kind: 'redirect', to: '/can-bo/ho-so', status: 302 })),
  get('/can-bo/ho-so', access, showQueue),
];

async function showQueue(exchange: DossierExchange): Promise<Answer> {
  const { db, clock, query, platform, locale } = exchange;
  const { legal } = platform.acting;
  const at = clock();
  const text = (name: string): string => fieldOf(query, name).slice(0, 200);
  const asked = { hang: text('hang'), q: text('q'), kenh: text('kenh'), sau: text('sau'), mo: text('mo') };
  const queue =
    (Object.keys(QUEUE_SLUGS) as Queue[]).find((one) => QUEUE_SLUGS[one] === asked.hang) ?? firstQueue(asked);
  const owner = await queueOwner(exchange);
  const filter: QueueFilter = {
    kind: 'dossier',
    queue,
    limit: ROWS,
    at,
    soonUntil: legal.dueAt(at, '8h', { lateRule: false }),
    ...(asked.q && { search: asked.q }),
    ...(asked.kenh && { channel: asked.kenh }),
    ...(asked.sau && { after: asked.sau }),
  };
  const [list, counts, open] = await Promise.all([
    listQueue(db, owner, filter),
    countQueues(db, owner, { kind: 'dossier', at, soonUntil: filter.soonUntil }),
    asked.mo ? findDossier(exchange, asked.mo) : undefined,
  ]);
  const lines = await Promise.all(
    list.rows.map(async (row): Promise<QueueLine> => {
      const version = row.definition_id ? await getVersion(db, row.definition_id) : undefined;
      const timed = { ...row, dueAt: row.due_at, answerDueAt: row.answer_due_at, unit: row.competent_unit };
      return {
        ...row,
        stepName: version && processOf(version.definition).steps.find((step) => step.key === row.step)?.name,
        chip: dueChip(timed, at, legal, locale),
      };
    }),
  );
  return page(
    <QueuePage
      queue={queue}
      counts={counts}
      lines={lines}
      asked={asked}
      next={list.next}
      open={open && (await dossierPane(exchange, open))}
      openId={open?.id}
      passedOn={/^[A-Z0-9.-]{5,40}$/.test(text('xong')) ? text('xong') : undefined}
      assigns={can(officerOf(exchange), 'dossiers.assign')}
      updated={isoOf(at).slice(11, 19)}
    />,
  );
}

/** A search without a queue looks through all that is open in the unit. */
const firstQueue = (asked: { q: string }): Queue => (asked.q ? 'unit' : 'mine');
