/** Routes of the administrator: dossiers whose unit has ended, and naming the unit that goes on with them. */
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
import { assignOrphans, listOrphans, listOrphanUnits, type OrphanUnit } from '../orphans.ts';
import { type ListedUnit, OrphansPage } from '../pages/admin/orphans-page.tsx';
import type { DossierTables } from '../tables.ts';
import { type DossierExchange, officerOf } from './desk.ts';

const PATH = '/quan-tri/to-chuc';
const access = { permission: 'dossiers.name-successor' } as const;
/** Of each unit beside the others, and of one alone. */
const FIRST = 20;
const PAGE = 100;

export const adminSuccessionRoutes: readonly Route<DossierTables>[] = [
  get(PATH, access, (exchange) => orphansPage(exchange)),
  post(PATH, access, assign),
];

async function orphansPage(
  exchange: DossierExchange,
  more: { refused?: string; typed?: string } = {},
): Promise<Answer> {
  const { db, clock, query } = exchange;
  const all = await listOrphanUnits(db, dayOf(clock()));
  const chosen = all.find(({ unit }) => unit === fieldOf(query, 'don-vi'));
  const after = fieldOf(query, 'sau');
  const units = chosen
    ? [await listed(exchange, chosen, { limit: PAGE, after: isId(after) ? after : undefined })]
    : await Promise.all(all.map((unit) => listed(exchange, unit, { limit: FIRST, after: undefined })));
  return page(<OrphansPage units={units} path={PATH} {...more} />, more.refused === undefined ? 200 : 422);
}

async function listed(
  { db }: DossierExchange,
  unit: OrphanUnit,
  { limit, after }: { readonly limit: number; readonly after: string | undefined },
): Promise<ListedUnit> {
  const found = await listOrphans(db, { unit: unit.unit, after, limit: limit + 1 });
  const orphans = found.slice(0, limit);
  const last = found.length > limit ? orphans.at(-1) : undefined;
  return { ...unit, orphans, ...(last && { next: `${PATH}?don-vi=${unit.unit}&sau=${last.id}` }) };
}

/** The program moves them after the act; how many are left shows on the page. */
async function assign(exchange: DossierExchange): Promise<Answer> {
  const { db, clock, form, platform, locale } = exchange;
  const from = fieldOf(form, 'from');
  const typed = fieldOf(form, `unit.${from}`).trim().slice(0, 40);
  const ended = (await listOrphanUnits(db, dayOf(clock()))).find(({ unit }) => unit === from);
  const to = await unitAt(db, typed, dayOf(clock()));
  const unknown = { kind: 'refusal', code: 'dossiers.successor-unknown', values: {} } as const;
  if (ended && !to)
    return orphansPage(exchange, { refused: problemOf(unknown, platform.registry, locale).title, typed });
  // All have gone on already: a second press, or another administrator.
  if (!ended || !to) return seeOther(PATH);
  const commandId = commandIdOf(exchange) ?? newId();
  await assignOrphans(db, actorOf(officerOf(exchange)), { commandId, from, to: to.id, at: clock() });
  return seeOther(PATH);
}
