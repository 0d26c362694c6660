/** Routes of the administrator: naming the unit that goes on with dossiers whose own has ended. */
import { dayOf } from '../../../platform/calendar/instant.ts';
import { isId, newId } from '../../../platform/db/ids.ts';
import { problemOf } from '../../../platform/http/problem.ts';
import {
  type Answer,
  commandIdOf,
  fieldOf,
  get,
  page,
  post,
  type Route,
  seeOther,
} from '../../../platform/http/route.ts';
import { actorOf } from '../../../platform/identity/signed-in.ts';
import { unitAt } from '../../../platform/organisation/find-units.ts';
import { followingId } from '../following-id.ts';
import { OrphansPage } from '../pages/admin/orphans-page.tsx';
import { listOrphans, moveToSuccessor } from '../succession.ts';
import type { DossierTables } from '../tables.ts';
import { type DossierExchange, officerOf } from './desk.ts';

const PATH = '/quan-tri/to-chuc';
const access = { permission: 'dossiers.name-successor' } as const;

export const adminSuccessionRoutes: readonly Route<DossierTables>[] = [
  get(PATH, access, (exchange) => orphansPage(exchange)),
  post(PATH, access, move),
];

async function orphansPage(
  { db, clock }: DossierExchange,
  more: { refused?: string; typed?: string } = {},
): Promise<Answer> {
  const orphans = await listOrphans(db, dayOf(clock()));
  return page(<OrphansPage orphans={orphans} path={PATH} {...more} />, more.refused === undefined ? 200 : 422);
}

async function move(exchange: DossierExchange): Promise<Answer> {
  const { db, clock, form, platform, locale } = exchange;
  const from = fieldOf(form, 'from');
  const typed = fieldOf(form, `unit.${from}`).trim().slice(0, 40);
  const unit = isId(from) ? await unitAt(db, typed, dayOf(clock())) : undefined;
  const unknown = { kind: 'refusal', code: 'dossiers.successor-unknown', values: {} } as const;
  if (!unit) return orphansPage(exchange, { refused: problemOf(unknown, platform.registry, locale).title, typed });
  const commandId = commandIdOf(exchange) ?? newId();
  const who = { actor: actorOf(officerOf(exchange)), scope: 'all' as const };
  for (const orphan of (await listOrphans(db, dayOf(clock()))).filter((one) => one.unit === from)) {
    const sent = { commandId: followingId(commandId, orphan.id), caseId: orphan.id, namedUnit: unit.id };
    const outcome = await moveToSuccessor(platform.acting, who, sent);
    if (outcome.kind !== 'done')
      return orphansPage(exchange, { refused: problemOf(outcome, platform.registry, locale).title, typed });
  }
  return seeOther(PATH);
}
