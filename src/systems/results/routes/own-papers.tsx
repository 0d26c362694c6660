/** Routes of one's own store of papers: the list, and taking out what may be taken out. */
import { dayOf } from '../../../platform/calendar/instant.ts';
import { isId } from '../../../platform/db/ids.ts';
import {
  type Answer,
  type Exchange,
  get,
  notFound,
  outcomePage,
  page,
  post,
  type Route,
  seeOther,
} from '../../../platform/http/route.ts';
import { actorOf } from '../../../platform/identity/signed-in.ts';
import { listOwnPapers, listReaders } from '../own-papers.ts';
import { OWN_PAPERS, OwnPapersPage } from '../pages/own-papers-page.tsx';
import { removePaper } from '../remove-paper.ts';
import type { ResultTables } from '../tables.ts';

type Asked = Exchange<ResultTables>;

export const ownPaperRoutes: readonly Route<ResultTables>[] = [
  get(OWN_PAPERS, 'citizen', showOwn),
  post(`${OWN_PAPERS}/:paper/bo`, 'citizen', remove),
];

async function showOwn({ db, clock, signedIn }: Asked): Promise<Answer> {
  if (!signedIn) return notFound;
  const papers = await listOwnPapers(db, { accountId: signedIn.accountId });
  const readers = await listReaders(db, papers);
  const organisation = signedIn.kind === 'business';
  return page(<OwnPapersPage papers={papers} readers={readers} day={dayOf(clock())} organisation={organisation} />);
}

async function remove({ db, platform, params, signedIn }: Asked): Promise<Answer> {
  const id = params.paper ?? '';
  if (!signedIn || !isId(id)) return notFound;
  const own = { id, accountId: signedIn.accountId };
  const outcome = await removePaper({ db, clock: platform.acting.clock }, actorOf(signedIn), own);
  return outcome.kind === 'done' ? seeOther(OWN_PAPERS) : outcomePage(outcome, OWN_PAPERS);
}
