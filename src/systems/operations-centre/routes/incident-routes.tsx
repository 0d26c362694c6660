/** Routes of one incident: its page, and each act on it. */
import { dayOf, type Instant } from '../../../platform/calendar/instant.ts';
import type { Actor, Outcome } from '../../../platform/cases/act.ts';
import { newId } from '../../../platform/db/ids.ts';
import {
  type Answer,
  commandIdOf,
  fieldOf,
  type FormFields,
  get,
  notFound,
  outcomePage,
  page,
  post,
  type Route,
  seeOther,
  shownVersionOf,
  valuesOf,
} from '../../../platform/http/route.ts';
import { actorOf } from '../../../platform/identity/signed-in.ts';
import { positionFor } from '../../../platform/permissions/permissions.ts';
import type { Severity } from '../../../platform/system/contributions.ts';
import { tidyText } from '../../../platform/text/fold.ts';
import { listOwnCentres } from '../centres.ts';
import { HANDLE, listHandlers } from '../handlers.ts';
import {
  type IncidentCommand,
  type IncidentState,
  isWithin,
  loadIncident,
  reachOf,
  seenBy,
} from '../incident-state.ts';
import {
  arriveOnSite,
  changeSeverity,
  closeIncident,
  handOverIncident,
  noteIncident,
  reopenIncident,
  takeIncident,
  tickStep,
} from '../incidents.ts';
import { IncidentPage } from '../pages/incident-page.tsx';
import { INCIDENTS, incidentPath } from '../pages/incident-path.ts';
import { type Refused, refusedBy } from '../pages/refused.ts';
import { isOpenable } from '../openable.ts';
import { listReceivers, passIncident } from '../pass-incident.ts';
import { readIncident, type ShownIncident } from '../read-incident.ts';
import { joinIncidents, splitSignals } from '../regroup.ts';
import { getRules, kindOf } from '../rules.ts';
import type { CentreTables } from '../tables.ts';
import { type CentreExchange, WATCH } from './wall-routes.tsx';

interface Acting {
  readonly exchange: CentreExchange;
  readonly actor: Actor;
  readonly state: IncidentState;
  readonly command: IncidentCommand;
  readonly form: FormFields;
}

type Act = (acting: Acting) => Promise<Outcome>;

const envOf = ({ exchange: { platform, db } }: Acting) => ({ ...platform.acting, db });

const words = (form: FormFields, name: string): string => tidyText(fieldOf(form, name)).slice(0, 2000);

const take: Act = (acting) => {
  const { signedIn } = acting.exchange;
  const unitId = (signedIn && positionFor(signedIn, HANDLE)?.unitId) ?? '';
  return takeIncident(envOf(acting), acting.actor, { ...acting.command, unitId });
};

const acts: Readonly<Record<string, Act>> = {
  nhan: take,
  'tai-cho': (acting) => arriveOnSite(envOf(acting), acting.actor, acting.command),
  'ghi-chu': (acting) =>
    noteIncident(envOf(acting), acting.actor, { ...acting.command, note: words(acting.form, 'ghi-chu') }),
  giao: handOver,
  'chuyen-trung-tam': passOn,
  cap: (acting) =>
    changeSeverity(envOf(acting), acting.actor, {
      ...acting.command,
      severity: Number(fieldOf(acting.form, 'cap')) as Severity,
      note: words(acting.form, 'vi-sao'),
    }),
  viec: (acting) =>
    tickStep(envOf(acting), acting.actor, {
      ...acting.command,
      step: fieldOf(acting.form, 'viec').slice(0, 60),
      done: fieldOf(acting.form, 'xong') !== '',
    }),
  gop: (acting) =>
    joinIncidents(envOf(acting), acting.actor, {
      ...acting.command,
      into: fieldOf(acting.form, 'ma').trim().slice(0, 60),
    }),
  tach: (acting) =>
    splitSignals(envOf(acting), acting.actor, {
      ...acting.command,
      signals: valuesOf(acting.form, 'tin-hieu').slice(0, 200),
    }),
  'ket-thuc': (acting) =>
    closeIncident(envOf(acting), acting.actor, {
      ...acting.command,
      outcome: fieldOf(acting.form, 'ket-qua'),
      note: words(acting.form, 'da-lam'),
    }),
  'mo-lai': (acting) =>
    reopenIncident(envOf(acting), acting.actor, { ...acting.command, note: words(acting.form, 'vi-sao') }),
};

async function handOver(acting: Acting): Promise<Outcome> {
  const { db, clock, platform } = acting.exchange;
  const people = await listHandlers(
    { db, registry: platform.registry },
    {
      unitId: acting.state.competent_unit ?? '',
      day: dayOf(clock()),
      except: acting.state.assigneeId ?? acting.actor.id,
    },
  );
  const chosen = people.find(({ accountId }) => accountId === fieldOf(acting.form, 'nguoi'));
  return handOverIncident(envOf(acting), acting.actor, {
    ...acting.command,
    to: chosen && { accountId: chosen.accountId, unitId: chosen.unitId },
    note: words(acting.form, 'loi-dan'),
  });
}

async function passOn(acting: Acting): Promise<Outcome> {
  const { db, clock } = acting.exchange;
  const at = clock();
  const rules = await getRules(db, at);
  const receivers = await listReceivers(db, acting.state, { rules, at });
  return passIncident(envOf(acting), acting.actor, {
    ...acting.command,
    to: receivers.find(({ key }) => key === fieldOf(acting.form, 'trung-tam')),
    note: words(acting.form, 'loi-nhan'),
    rules,
  });
}

export const incidentRoutes: readonly Route<CentreTables>[] = [
  get(`${INCIDENTS}/:code`, { permission: WATCH }, async (exchange) => (await incident(exchange)) ?? notFound),
  ...Object.entries(acts).map(([name, act]) =>
    post<CentreTables>(`${INCIDENTS}/:code/${name}`, { permission: HANDLE }, (exchange) =>
      actOn(exchange, { name, act }),
    ),
  ),
];

/** What the officer sees, or may act on. */
async function reachFor({ db, signedIn, clock }: CentreExchange, permission: typeof WATCH | typeof HANDLE) {
  const own = await listOwnCentres(db, signedIn, { permission, day: dayOf(clock()) });
  return (permission === WATCH ? seenBy : reachOf)(own, signedIn?.accountId ?? '');
}

async function incident(exchange: CentreExchange, refused?: Refused): Promise<Answer | undefined> {
  const { db, clock, signedIn, platform, params } = exchange;
  // another centre's incident is not found
  const state = await loadIncident(db, { code: params.code ?? '' }, await reachFor(exchange, WATCH));
  if (!state || !signedIn) return undefined;
  const at = clock();
  const { accountId } = signedIn;
  return page(
    <IncidentPage
      state={state}
      shown={await shownTo(exchange, state, { at, accountId })}
      kind={kindOf(await getRules(db, at), state.incidentKind)}
      sources={new Map([...platform.registry.signals].map(([type, { source }]) => [type, source]))}
      at={at}
      accountId={accountId}
      mayHandle={isWithin(await reachFor(exchange, HANDLE), state)}
      refused={refused}
    />,
    refused ? 422 : 200,
  );
}

/** Links to records that the reader may not open are left out. */
async function shownTo(
  { db, platform, signedIn }: CentreExchange,
  state: IncidentState,
  reader: { readonly at: Instant; readonly accountId: string },
): Promise<ShownIncident> {
  const shown = await readIncident({ db, registry: platform.registry }, state, reader);
  const signals = shown.signals.map((signal) => ({
    ...signal,
    href: signal.href !== null && isOpenable(platform, signedIn, signal.href) ? signal.href : null,
  }));
  return { ...shown, signals };
}

async function actOn(
  exchange: CentreExchange,
  { name, act }: { readonly name: string; readonly act: Act },
): Promise<Answer> {
  const { db, signedIn, form, params } = exchange;
  const reach = await reachFor(exchange, HANDLE);
  const state = await loadIncident(db, { code: params.code ?? '' }, reach);
  if (!state || !signedIn) return notFound;
  const shownVersion = shownVersionOf(exchange);
  const outcome = await act({
    exchange,
    actor: actorOf(signedIn, positionFor(signedIn, HANDLE)),
    state,
    command: {
      commandId: commandIdOf(exchange) ?? newId(),
      caseId: state.id,
      reach,
      ...(shownVersion !== undefined && { shownVersion }),
    },
    form,
  });
  if (outcome.kind === 'done') return seeOther(incidentPath(state));
  const again = await incident(exchange, refusedBy(exchange, { act: name, outcome }));
  return again ?? outcomePage(outcome, incidentPath(state));
}
