/** Routes of background work: what failed, and having it tried again. */
import { type Answer, type Exchange, fieldOf, get, notFound, page, post, type Route, seeOther } from '../http/route.ts';
import { actorOf } from '../identity/signed-in.ts';
import { listFailedJobs } from './failed-jobs.ts';
import { BACKGROUND, BackgroundPage } from './pages/background-page.tsx';
import { listParked } from './parked-entries.ts';
import { type Replay, replay } from './replay.ts';
import { findLastUpkeep } from './upkeep.ts';

const PAGE = 50;
const MOST_PARKED = 100;
const manage = { permission: 'jobs.manage' } as const;

export const jobRoutes: readonly Route[] = [
  get(BACKGROUND, manage, show),
  post(`${BACKGROUND}/viec/:id/thu-lai`, manage, (exchange) => onJob(exchange, 'replay-job')),
  post(`${BACKGROUND}/viec/:id/bo`, manage, (exchange) => onJob(exchange, 'drop-job')),
  post(`${BACKGROUND}/muc/:subscriber/:position/thu-lai`, manage, onEntry),
];

async function show({ db, query, platform }: Exchange): Promise<Answer> {
  const before = fieldOf(query, 'truoc');
  const found = await listFailedJobs(db, { ...(isNumber(before) ? { before } : {}), limit: PAGE + 1 });
  const jobs = found.slice(0, PAGE);
  const last = found.length > PAGE ? jobs.at(-1) : undefined;
  const next = last && { next: `${BACKGROUND}?truoc=${last.id}` };
  const [parked, upkeep] = [await listParked(db, MOST_PARKED), await findLastUpkeep(db)];
  return page(
    <BackgroundPage jobs={jobs} parked={parked} {...next} tasks={platform.registry.upkeep} upkeep={upkeep} />,
  );
}

async function onJob(exchange: Exchange, what: 'replay-job' | 'drop-job'): Promise<Answer> {
  const id = exchange.params.id ?? '';
  return isNumber(id) ? settle(exchange, { what, id }) : notFound;
}

async function onEntry(exchange: Exchange): Promise<Answer> {
  const { subscriber = '', position = '' } = exchange.params;
  if (!isNumber(position)) return notFound;
  return settle(exchange, { what: 'replay-entry', subscriber, position: Number(position) });
}

async function settle({ db, signedIn, clock }: Exchange, wanted: Replay): Promise<Answer> {
  if (!signedIn) return notFound;
  return (await replay(db, actorOf(signedIn), wanted, clock())) ? seeOther(BACKGROUND) : notFound;
}

const isNumber = (text: string): boolean => /^\d{1,15}$/.test(text);
