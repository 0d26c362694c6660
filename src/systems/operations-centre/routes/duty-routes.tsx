/** Routes of duty: the shift log of a centre, and its drills. */
import { dayOf, type Instant } from '../../../platform/calendar/instant.ts';
import type { Actor, Outcome } from '../../../platform/cases/act.ts';
import { isId, newId } from '../../../platform/db/ids.ts';
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
import { positionFor } from '../../../platform/permissions/permissions.ts';
import { tidyLine, tidyText } from '../../../platform/text/fold.ts';
import type { CentreCommand, CentreEnv } from '../centre-act.ts';
import { type CentreView, listOwnCentres } from '../centres.ts';
import { beginDrill, endDrill, findDrill, listDrills } from '../drill.ts';
import { HANDLE, listHandlers } from '../handlers.ts';
import { countOpen } from '../list-incidents.ts';
import { DRILLS, DrillPage } from '../pages/drill-page.tsx';
import { inPart } from '../pages/part-path.ts';
import { type Refused, refusedBy } from '../pages/refused.ts';
import { ShiftPage, SHIFTS } from '../pages/shift-page.tsx';
import { beginShift, endShift, findOwnShift, listShifts, noteShift, relieveShift } from '../shifts.ts';
import type { CentreTables } from '../tables.ts';
import { type CentreExchange, viewOf, WATCH } from './wall-routes.tsx';

export const LEAD_DRILLS = 'operations-centre.lead-drills';

const watch = { permission: WATCH } as const;
const handle = { permission: HANDLE } as const;
const lead = { permission: LEAD_DRILLS } as const;
const LISTED = 30;
const HOUR_MS = 60 * 60_000;

interface DutyAct {
  readonly name: string;
  readonly permission: string;
  readonly path: string;
  /** The page that it was asked on, with what was typed and why it was refused. */
  readonly again: (exchange: CentreExchange, refused: Refused) => Promise<Answer>;
  readonly done: Act;
}

const shift = { permission: HANDLE, path: SHIFTS, again: shifts } as const;
const drill = { permission: LEAD_DRILLS, path: DRILLS, again: drills } as const;

export const dutyRoutes: readonly Route<CentreTables>[] = [
  get(SHIFTS, watch, (exchange) => shifts(exchange)),
  post(`${SHIFTS}/vao`, handle, (exchange) => act(exchange, { ...shift, name: 'vao', done: beginShift })),
  post(`${SHIFTS}/ghi`, handle, (exchange) =>
    act(exchange, {
      ...shift,
      name: 'ghi',
      done: (env, actor, command) => noteShift(env, actor, { ...command, note: words(exchange, 'ghi') }),
    }),
  ),
  post(`${SHIFTS}/giao`, handle, (exchange) => act(exchange, { ...shift, name: 'giao-ca', done: handOver(exchange) })),
  post(`${SHIFTS}/nhan-thay`, handle, (exchange) =>
    act(exchange, {
      ...shift,
      name: 'nhan-thay',
      done: (env, actor, command) =>
        relieveShift(env, actor, {
          ...command,
          shift: isId(fieldOf(exchange.form, 'ca')) ? fieldOf(exchange.form, 'ca') : newId(),
          note: words(exchange, 'vi-sao'),
        }),
    }),
  ),
  get(DRILLS, watch, (exchange) => drills(exchange)),
  post(`${DRILLS}/bat-dau`, lead, (exchange) =>
    act(exchange, {
      ...drill,
      name: 'bat-dau',
      done: (env, actor, command) =>
        beginDrill(env, actor, {
          ...command,
          title: tidyLine(fieldOf(exchange.form, 'ten')).slice(0, 120),
          endsAt: endOf(exchange),
        }),
    }),
  ),
  post(`${DRILLS}/ket-thuc`, lead, (exchange) => act(exchange, { ...drill, name: 'ket-thuc', done: endDrill })),
];

const words = ({ form }: CentreExchange, name: string): string => tidyText(fieldOf(form, name)).slice(0, 2000);

/** Not a number where the hours are none: the rule refuses it. */
function endOf({ form, clock }: CentreExchange): Instant {
  const hours = fieldOf(form, 'gio').trim();
  return (/^\d{1,2}$/.test(hours) ? clock() + Number(hours) * HOUR_MS : Number.NaN) as Instant;
}

async function shifts(exchange: CentreExchange, refused?: Refused): Promise<Answer> {
  const { db, signedIn, query } = exchange;
  const view = await viewOf(exchange);
  if (!view || !signedIn) return notFound;
  const unitId = view.centre.unitId;
  const list = await listShifts(db, { unitId, limit: LISTED, after: fieldOf(query, 'sau') });
  return page(
    <ShiftPage
      view={view}
      shifts={list.rows}
      next={list.next}
      isOnDuty={(await findOwnShift(db, unitId, signedIn.accountId)) !== undefined}
      mayHandle={await isOwn(exchange, HANDLE, view)}
      accountId={signedIn.accountId}
      colleagues={await colleaguesOf(exchange, view)}
      open={(await countOpen(db, view)).open}
      refused={refused}
    />,
    refused ? 422 : 200,
  );
}

const colleaguesOf = ({ db, platform, signedIn }: CentreExchange, { centre, at }: CentreView) =>
  listHandlers(
    { db, registry: platform.registry },
    { unitId: centre.unitId, day: dayOf(at), except: signedIn?.accountId ?? '' },
  );

async function drills(exchange: CentreExchange, refused?: Refused): Promise<Answer> {
  const view = await viewOf(exchange);
  if (!view) return notFound;
  const { db } = exchange;
  return page(
    <DrillPage
      view={view}
      running={await findDrill(db, view)}
      drills={await listDrills(db, view.centre.unitId, LISTED)}
      mayLead={await isOwn(exchange, LEAD_DRILLS, view)}
      mayHandle={await isOwn(exchange, HANDLE, view)}
      refused={refused}
    />,
    refused ? 422 : 200,
  );
}

type Act = (env: CentreEnv, actor: Actor, command: CentreCommand, view: CentreView) => Promise<Outcome>;

const handOver =
  (exchange: CentreExchange): Act =>
  async (env, actor, command, view) => {
    const chosen = fieldOf(exchange.form, 'nguoi');
    const people = await colleaguesOf(exchange, view);
    const to = people.find(({ accountId }) => accountId === chosen)?.accountId;
    return endShift(env, actor, { ...command, note: words(exchange, 'can-biet'), to });
  };

/** Whoever looks on at another centre is on duty in their own. */
async function isOwn({ db, signedIn }: CentreExchange, permission: string, { centre, at }: CentreView) {
  const own = await listOwnCentres(db, signedIn, { permission, day: dayOf(at) });
  return own.some(({ unitId }) => unitId === centre.unitId);
}

/** In the centre whose page it was, where that is one of the officer's own. */
async function act(exchange: CentreExchange, { name, permission, path, again, done }: DutyAct): Promise<Answer> {
  const { db, platform, signedIn } = exchange;
  const view = await viewOf(exchange);
  if (!view || !signedIn || !(await isOwn(exchange, permission, view))) return notFound;
  const { unitId } = view.centre;
  const outcome = await done(
    { ...platform.acting, db },
    actorOf(signedIn, positionFor(signedIn, permission)),
    { commandId: commandIdOf(exchange) ?? newId(), caseId: unitId, unitId },
    view,
  );
  return outcome.kind === 'done'
    ? seeOther(inPart(path, view))
    : again(exchange, refusedBy(exchange, { act: name, outcome }));
}
