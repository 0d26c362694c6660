/** Routes of handing over: what an officer holds is given to who stands in for them, all at once, with a result for each. */
import type { Outcome } from '../../../platform/cases/act.ts';
import { listQueue } from '../../../platform/cases/queues.ts';
import { refuse } from '../../../platform/cases/decision.ts';
import { isId, newId } from '../../../platform/db/ids.ts';
import { problemOf } from '../../../platform/http/problem.ts';
import { type Answer, commandIdOf, get, page, post, type Route, valuesOf } from '../../../platform/http/route.ts';
import { actorOf } from '../../../platform/identity/signed-in.ts';
import { type FoundAbsence, listAway } from '../../../platform/organisation/find-absences.ts';
import { listCandidates } from '../candidates.ts';
import { assignDossier } from '../dossiers.ts';
import { followingId } from '../../../platform/db/following-id.ts';
import { loadDossier } from '../load-dossier.ts';
import { HandingPage, type HandedLine } from '../pages/officer/handing-page.tsx';
import type { DossierTables } from '../tables.ts';
import { deskOf, type DossierExchange, officerOf, queueOwner } from './desk.ts';

const PATH = '/can-bo/ban-giao';
const access = { permission: 'dossiers.process' } as const;
const AT_ONCE = 100;

export const officerHandingRoutes: readonly Route<DossierTables>[] = [
  get(PATH, access, showHeld),
  post(PATH, access, handAll),
];

async function awayOf({ db, clock, signedIn }: DossierExchange): Promise<FoundAbsence | undefined> {
  const [away] = await listAway(db, clock(), [signedIn?.accountId ?? '']);
  return away;
}

/** What one holds and is open, the soonest first. */
async function showHeld(exchange: DossierExchange): Promise<Answer> {
  const { db, clock } = exchange;
  const at = clock();
  const owner = await queueOwner(exchange);
  const { accountId } = officerOf(exchange);
  const asked = { kind: 'dossier', queue: 'unit', assignee: accountId, limit: AT_ONCE, at, soonUntil: at } as const;
  const { rows, next } = await listQueue(db, owner, asked);
  return page(<HandingPage path={PATH} rows={rows} more={next !== undefined} away={await awayOf(exchange)} />);
}

async function handAll(exchange: DossierExchange): Promise<Answer> {
  const { form, platform, locale } = exchange;
  const away = await awayOf(exchange);
  const commandId = commandIdOf(exchange) ?? newId();
  const ids = [...new Set(valuesOf(form, 'chon').filter(isId))].slice(0, AT_ONCE);
  const lines: HandedLine[] = [];
  for (const id of ids) {
    const { code, outcome } = await handOne(exchange, { id, to: away?.substituteId, commandId });
    const refused = outcome.kind === 'done' ? undefined : problemOf(outcome, platform.registry, locale).title;
    lines.push({ id, code, refused });
  }
  return page(<HandingPage path={PATH} rows={[]} more={false} away={away} handed={lines} />);
}

interface Handing {
  readonly id: string;
  readonly to: string | null | undefined;
  readonly commandId: string;
}

/** Only what they hold themselves, and only to who may do its step today. */
async function handOne(
  exchange: DossierExchange,
  { id, to, commandId }: Handing,
): Promise<{ readonly code: string; readonly outcome: Outcome }> {
  const { db, clock, platform } = exchange;
  const officer = officerOf(exchange);
  const who = { ...(await deskOf(exchange, access.permission)), actor: actorOf(officer) };
  const dossier = await loadDossier(db, { id }, who.scope);
  if (!dossier) return { code: '', outcome: { kind: 'not-found' } };
  const { code } = dossier;
  if (!to) return { code, outcome: refuse('dossiers.nobody-stands-in') };
  if (dossier.assignee !== officer.accountId && dossier.assignee !== to)
    return { code, outcome: refuse('dossiers.not-held') };
  const able = await listCandidates(db, dossier, clock());
  if (!able.some((candidate) => candidate.id === to)) return { code, outcome: refuse('dossiers.not-a-candidate') };
  const sent = { commandId: followingId(commandId, id), caseId: id, assignee: to, inPlaceOf: officer.accountId };
  const outcome = await assignDossier(platform.acting, who, { ...sent, reason: 'Bàn giao khi vắng mặt.' });
  return { code, outcome };
}
