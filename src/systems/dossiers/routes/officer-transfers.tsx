/** Routes of transfers: what this office must send to another, has sent, or is to take in; several at once, with what became of each. */
import { dayOf, findInstant, isoOf } from '../../../platform/calendar/instant.ts';
import type { Outcome } from '../../../platform/cases/act.ts';
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
  valuesOf,
} from '../../../platform/http/route.ts';
import { scope } from '../../../platform/permissions/permissions.ts';
import { type DossierActor, sendTransfer, takeTransfer } from '../dossiers.ts';
import { followingId } from '../../../platform/db/following-id.ts';
import { SIDE_SLUGS, TRANSFERS, TransfersPage } from '../pages/officer/transfers-page.tsx';
import type { DossierTables } from '../tables.ts';
import { countTransfers, findTransfers, listTransfers, type Side, SIDES } from '../transfers.ts';
import { deskOf, type DossierExchange } from './desk.ts';

const access = { permission: 'dossiers.receive' } as const;
const PAGE = 50;

export const officerTransferRoutes: readonly Route<DossierTables>[] = [
  get(TRANSFERS, access, (exchange) => showTransfers(exchange)),
  post(`${TRANSFERS}/gui`, access, (exchange) => doAll(exchange, 'to-send')),
  post(`${TRANSFERS}/nhan`, access, (exchange) => doAll(exchange, 'to-take')),
];

interface Shown {
  readonly side?: Side;
  readonly refused?: readonly { readonly code: string; readonly why: string }[];
  readonly nothingChosen?: boolean;
}

async function showTransfers(exchange: DossierExchange, shown: Shown = {}): Promise<Answer> {
  const { db, query } = exchange;
  const side = shown.side ?? SIDES.find((one) => SIDE_SLUGS[one] === fieldOf(query, 'muc')) ?? 'to-send';
  const units = await unitsOf(exchange);
  const [time = '', id = ''] = fieldOf(query, 'sau').split('|');
  const openedAt = findInstant(time);
  const after = openedAt !== undefined && isId(id) ? { openedAt, id } : undefined;
  const found = await listTransfers(db, { units, side, after, limit: PAGE + 1 });
  const lines = found.slice(0, PAGE);
  const last = found.length > PAGE ? lines.at(-1) : undefined;
  const next = last && new URLSearchParams({ muc: SIDE_SLUGS[side], sau: `${isoOf(last.openedAt)}|${last.id}` });
  const done = /^\d{1,3}$/.exec(fieldOf(query, 'xong'))?.[0];
  const vnode = (
    <TransfersPage
      side={side}
      counts={await countTransfers(db, units)}
      lines={lines}
      next={next && `${TRANSFERS}?${next}`}
      done={done === undefined ? undefined : Number(done)}
      refused={shown.refused ?? []}
      nothingChosen={shown.nothingChosen ?? false}
    />
  );
  return page(vnode, shown.nothingChosen ? 422 : shown.refused ? 409 : 200);
}

async function unitsOf(exchange: DossierExchange): Promise<readonly string[]> {
  const day = dayOf(exchange.clock());
  const reach = await scope(exchange.db, exchange.signedIn, { permission: access.permission, day });
  return typeof reach === 'string' ? [] : reach.units;
}

/** Each is an act of its own on its dossier: what one is refused, the others are not. */
async function doAll(exchange: DossierExchange, side: 'to-send' | 'to-take'): Promise<Answer> {
  const { form, db, platform, locale } = exchange;
  const ids = [...new Set(valuesOf(form, 'chon').filter(isId))].slice(0, 100);
  if (ids.length === 0) return showTransfers(exchange, { side, nothingChosen: true });
  const chosen = await findTransfers(db, { ids, units: await unitsOf(exchange), side });
  const desk = await deskOf(exchange, access.permission);
  const commandId = commandIdOf(exchange) ?? newId();
  const refused: { code: string; why: string }[] = [];
  for (const one of chosen) {
    // whose papers they are was asked just now: of the dossier itself the office may see nothing
    const outcome = await actOn(exchange, { ...desk, scope: 'all' }, { ...one, side, commandId });
    if (outcome.kind !== 'done')
      refused.push({ code: one.code, why: problemOf(outcome, platform.registry, locale).title });
  }
  if (refused.length > 0) return showTransfers(exchange, { side, refused });
  return seeOther(`${TRANSFERS}?muc=${SIDE_SLUGS[side]}&xong=${chosen.length}`);
}

interface Acting {
  readonly id: string;
  readonly caseId: string;
  readonly side: Side;
  readonly commandId: string;
}

function actOn(
  { platform, form }: DossierExchange,
  who: DossierActor,
  { id, caseId, side, commandId }: Acting,
): Promise<Outcome> {
  const command = { commandId: followingId(commandId, id), caseId, transfer: id };
  if (side === 'to-take') return takeTransfer(platform.acting, who, command);
  const how = fieldOf(form, 'how') === 'post' ? 'post' : 'courier';
  return sendTransfer(platform.acting, who, {
    ...command,
    how,
    reference: fieldOf(form, 'reference').trim().slice(0, 60),
  });
}
