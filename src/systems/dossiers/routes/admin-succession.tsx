/** Routes of the administrator: dossiers whose unit has ended, and naming the unit that goes on with them. */
import { dayOf } from '../../../platform/calendar/instant.ts';
import { isId, newId } from '../../../platform/db/ids.ts';
import { problemOf } from '../../../platform/http/problem.ts';
import {
  type Answer,
  commandIdOf,
  fieldOf,
  get,
  notFound,
  page,
  post,
  type Route,
  seeOther,
} from '../../../platform/http/route.ts';
import { actorOf } from '../../../platform/identity/signed-in.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { findUnit, unitAt } from '../../../platform/organisation/find-units.ts';
import { loadDossier } from '../load-dossier.ts';
import { assignOrphans, listOrphans, listOrphanUnits, type OrphanUnit } from '../orphans.ts';
import { type ListedUnit, OrphansPage } from '../pages/admin/orphans-page.tsx';
import { BatchPage } from '../pages/admin/batch-page.tsx';
import { MovePreviewPage, type PlannedMove } from '../pages/admin/move-preview-page.tsx';
import { ACT_FIELD } from '../pages/admin/split-preview-page.tsx';
import { planMove } from '../succession.ts';
import { findBatch, listBatches, listBatchLines } from '../succession-batches.ts';
import type { DossierTables } from '../tables.ts';
import { undoBatch } from '../undo-moves.ts';
import { readSplit, splitNaming, splitPage } from './admin-split.tsx';
import { type DossierExchange, officerOf } from './desk.ts';

const PATH = '/quan-tri/to-chuc';
/** The units that have ended; beside the tree of the organisation, which stands at the path above. */
export const SUCCESSIONS = `${PATH}/ke-thua`;
const access = { permission: 'dossiers.name-successor' } as const;
/** Of each unit beside the others, and of one alone. */
const FIRST = 20;
const PAGE = 100;
const BATCHES = 20;
/** Each is planned anew at the other unit. */
const PREVIEW = 50;

export const adminSuccessionRoutes: readonly Route<DossierTables>[] = [
  get(SUCCESSIONS, access, (exchange) => orphansPage(exchange)),
  get(`${PATH}/xem-truoc`, access, preview),
  post(SUCCESSIONS, access, assign),
  get(`${PATH}/lan-chuyen/:batch`, access, showBatch),
  post(`${PATH}/lan-chuyen/:batch/hoan-lai`, access, undo),
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
  const batches = await listBatches(db, BATCHES);
  return page(
    <OrphansPage units={units} batches={batches} path={PATH} {...more} />,
    more.refused === undefined ? 200 : 422,
  );
}

async function listed(
  { db, clock }: DossierExchange,
  unit: OrphanUnit,
  { limit, after }: { readonly limit: number; readonly after: string | undefined },
): Promise<ListedUnit> {
  const found = await listOrphans(db, { unit: unit.unit, day: dayOf(clock()), after, limit: limit + 1 });
  const orphans = found.slice(0, limit);
  const last = found.length > limit ? orphans.at(-1) : undefined;
  return { ...unit, orphans, ...(last && { next: `${SUCCESSIONS}?don-vi=${unit.unit}&sau=${last.id}` }) };
}

/** The program moves them after the act; how many are left shows on the page. */
async function assign(exchange: DossierExchange): Promise<Answer> {
  const { db, clock, form, platform, locale } = exchange;
  const from = fieldOf(form, 'from');
  const typed = fieldOf(form, `unit.${from}`).trim().slice(0, 40);
  const ended = (await listOrphanUnits(db, dayOf(clock()))).find(({ unit }) => unit === from);
  if (ended?.isSplit) return assignSplit(exchange, ended);
  const to = await unitAt(db, typed, dayOf(clock()));
  const unknown = { kind: 'refusal', code: 'dossiers.successor-unknown', values: {} } as const;
  if (ended && !to)
    return orphansPage(exchange, { refused: problemOf(unknown, platform.registry, locale).title, typed });
  // All have gone on already: a second press, or another administrator.
  if (!ended || !to) return seeOther(SUCCESSIONS);
  const commandId = commandIdOf(exchange) ?? newId();
  const naming = { to: to.id, areas: new Map() };
  const batch = await assignOrphans(db, actorOf(officerOf(exchange)), { commandId, from, naming, at: clock() });
  return seeOther(batch === undefined ? SUCCESSIONS : `${PATH}/lan-chuyen/${batch}`);
}

/** Of a split unit: by area, and one unit for the rest. Counting again moves nothing. */
async function assignSplit(exchange: DossierExchange, unit: OrphanUnit): Promise<Answer> {
  const { db, clock, form, platform, locale } = exchange;
  const asked = await readSplit(exchange, { unit, isSent: true });
  const naming = splitNaming(asked);
  const isNobody = naming.to === undefined && (asked.to.code !== '' || naming.areas.size === 0);
  const unknown = { kind: 'refusal', code: 'dossiers.successor-unknown', values: {} } as const;
  if (isNobody) return splitPage(asked, SUCCESSIONS, problemOf(unknown, platform.registry, locale).title);
  if (fieldOf(form, ACT_FIELD) === 'xem') return splitPage(asked, SUCCESSIONS);
  const command = { commandId: commandIdOf(exchange) ?? newId(), from: unit.unit, naming, at: clock() };
  const batch = await assignOrphans(db, actorOf(officerOf(exchange)), command);
  return seeOther(batch === undefined ? SUCCESSIONS : `${PATH}/lan-chuyen/${batch}`);
}

/** Where each would go, a page at a time; nothing is moved. */
async function preview(exchange: DossierExchange): Promise<Answer> {
  const { db, clock, query, platform, locale } = exchange;
  const day = dayOf(clock());
  const unit = (await listOrphanUnits(db, day)).find((one) => one.unit === fieldOf(query, 'don-vi'));
  if (!unit) return seeOther(SUCCESSIONS);
  if (unit.isSplit) return splitPage(await readSplit(exchange, { unit, isSent: false }), SUCCESSIONS);
  const typed = fieldOf(query, `den.${unit.unit}`).trim().slice(0, 40);
  const to = await unitAt(db, typed, day);
  const unknown = { kind: 'refusal', code: 'dossiers.successor-unknown', values: {} } as const;
  if (!to) return orphansPage(exchange, { refused: problemOf(unknown, platform.registry, locale).title, typed });
  const after = fieldOf(query, 'sau');
  const asked = { unit: unit.unit, day, after: isId(after) ? after : undefined, limit: PREVIEW + 1 };
  const found = await listOrphans(db, asked);
  const shown = found.slice(0, PREVIEW);
  const moves: PlannedMove[] = [];
  for (const orphan of shown) {
    const dossier = await loadDossier(db, { id: orphan.id }, 'all');
    const places = dossier && (await planMove(db, dossier, { namedUnit: to.id, day }));
    if (!places) continue;
    const { receivingUnit, holdingUnit } = places;
    moves.push({
      ...orphan,
      receiving: await nameOf(exchange, receivingUnit),
      holding: await nameOf(exchange, holdingUnit),
    });
  }
  const last = found.length > PREVIEW ? shown.at(-1) : undefined;
  const next =
    last &&
    `${PATH}/xem-truoc?${new URLSearchParams({ 'don-vi': unit.unit, [`den.${unit.unit}`]: typed, sau: last.id })}`;
  return page(
    <MovePreviewPage
      unit={{ id: unit.unit, name: unit.name, count: unit.count }}
      to={{ code: typed, name: to.name }}
      moves={moves}
      next={next}
      list={SUCCESSIONS}
    />,
  );
}

const nameOf = async ({ db }: DossierExchange, id: string): Promise<LocalText> =>
  (await findUnit(db, id))?.name ?? { vi: '…' };

async function showBatch({ db, params, query, platform, locale }: DossierExchange): Promise<Answer> {
  const id = params.batch ?? '';
  const batch = isId(id) ? await findBatch(db, id) : undefined;
  if (!batch) return notFound;
  const after = fieldOf(query, 'sau');
  const found = await listBatchLines(db, { batch: id, after: isId(after) ? after : undefined, limit: PAGE + 1 });
  const lines = found.slice(0, PAGE).map((line) => {
    const code = line.refused ?? line.kept;
    const why = code === null ? '' : problemOf({ kind: 'refusal', code, values: {} }, platform.registry, locale).title;
    return { ...line, why };
  });
  const last = found.length > PAGE ? lines.at(-1) : undefined;
  const next = last && `${PATH}/lan-chuyen/${id}?sau=${last.caseId}`;
  return page(<BatchPage batch={batch} lines={lines} next={next} path={PATH} list={SUCCESSIONS} />);
}

/** The program moves them back after the act; the page of the batch says which stay. */
async function undo(exchange: DossierExchange): Promise<Answer> {
  const { db, params, clock } = exchange;
  const id = params.batch ?? '';
  const batch = isId(id) ? await findBatch(db, id) : undefined;
  if (!batch) return notFound;
  if (batch.undoneAt === null) {
    const commandId = commandIdOf(exchange) ?? newId();
    await undoBatch(db, actorOf(officerOf(exchange)), { commandId, batch: id, unit: batch.unit, at: clock() });
  }
  return seeOther(`${PATH}/lan-chuyen/${id}`);
}
