/** Routes of delegations: a leader's own, and those of everybody for the administrator. */
import { dayOf } from '../calendar/instant.ts';
import { type Refusal, refuse } from '../cases/decision.ts';
import { isId, newId } from '../db/ids.ts';
import { problemOf } from '../http/problem.ts';
import {
  type Answer,
  commandIdOf,
  type Exchange,
  fieldOf,
  get,
  notFound,
  outcomePage,
  page,
  post,
  type Route,
  seeOther,
} from '../http/route.ts';
import { actorOf, type SignedIn } from '../identity/signed-in.ts';
import { fold } from '../text/fold.ts';
import type { FieldError } from '../web/components/error-summary/error-summary.tsx';
import { listColleagues } from './colleagues.ts';
import { endDelegation, giveDelegation } from './delegation.ts';
import { askedOf, fieldOfRefusal, readTyped, untyped } from './delegation-form.ts';
import { listDelegations, type DelegationState } from './list-delegations.ts';
import { findGiver, listOwnPositions } from './own-positions.ts';
import { AllDelegationsPage, NewDelegationPage } from './pages/all-delegations-page.tsx';
import type { TypedDelegation } from './pages/delegation-fields.tsx';
import { OwnDelegationsPage } from './pages/own-delegations-page.tsx';

const OWN = '/can-bo/uy-quyen';
const ALL = '/quan-tri/uy-quyen';
const delegates = { permission: 'organisation.delegate' } as const;
const manages = { permission: 'organisation.manage-delegations' } as const;
const SHOWN = 50;

export const delegationRoutes: readonly Route[] = [
  get(OWN, delegates, ownPage),
  post(OWN, delegates, giveOwn),
  post(`${OWN}/:id/cham-dut`, delegates, endOwn),
  get(ALL, manages, (exchange) => allPage(exchange)),
  get(`${ALL}/moi`, manages, (exchange) => newPage(exchange)),
  post(`${ALL}/moi`, manages, giveForAnother),
  post(`${ALL}/:id/cham-dut`, manages, endAny),
];

/** The server has checked the permission, which a guest cannot have. */
function whoOf({ signedIn }: Exchange): SignedIn {
  if (!signedIn) throw new Error('a route with a permission was reached by a guest');
  return signedIn;
}

interface Refused {
  readonly typed: TypedDelegation;
  readonly errors: readonly FieldError[];
}

const NEW_FORM = (exchange: Exchange): Refused => ({ typed: untyped(exchange.clock()), errors: [] });

async function ownPage(exchange: Exchange, { typed, errors } = NEW_FORM(exchange)): Promise<Answer> {
  const { db, clock } = exchange;
  const { accountId, active } = whoOf(exchange);
  const at = clock();
  const positions = await listOwnPositions(db, accountId, dayOf(at));
  const unitId = positions[0]?.unitId ?? active?.unitId;
  const colleagues = unitId ? await listColleagues(db, { unitId, day: dayOf(at), except: accountId }) : [];
  const given = await listDelegations(db, { giver: accountId, at, limit: SHOWN });
  const received = await listDelegations(db, { delegate: accountId, at, limit: SHOWN });
  const props = { path: OWN, given, received, positions, colleagues, typed, errors };
  return page(<OwnDelegationsPage {...props} />, errors.length > 0 ? 422 : 200);
}

async function giveOwn(exchange: Exchange): Promise<Answer> {
  const refused = await give(exchange, whoOf(exchange).accountId);
  return refused ? ownPage(exchange, refused) : seeOther(OWN);
}

/** Undefined once it is given. */
async function give(exchange: Exchange, from: string): Promise<Refused | undefined> {
  const { db, form, clock } = exchange;
  const typed = readTyped(form);
  const asked = askedOf(from, typed);
  const outcome =
    'kind' in asked
      ? asked
      : await giveDelegation(db, actorOf(whoOf(exchange)), {
          ...asked,
          commandId: commandIdOf(exchange) ?? newId(),
          at: clock(),
        });
  return outcome.kind === 'refusal' ? { typed, errors: [errorOf(exchange, outcome)] } : undefined;
}

const errorOf = ({ platform, locale }: Exchange, refusal: Refusal): FieldError => {
  const name = fieldOfRefusal(refusal);
  return { ...(name && { name }), message: problemOf(refusal, platform.registry, locale).title };
};

function endOwn(exchange: Exchange): Promise<Answer> {
  return end(exchange, { giver: whoOf(exchange).accountId, back: OWN });
}

function endAny(exchange: Exchange): Promise<Answer> {
  return end(exchange, { back: ALL });
}

async function end(
  exchange: Exchange,
  { giver, back }: { readonly giver?: string; readonly back: string },
): Promise<Answer> {
  const { db, params, form, clock } = exchange;
  const id = params.id ?? '';
  if (!isId(id)) return notFound;
  const outcome = await endDelegation(db, actorOf(whoOf(exchange)), {
    id,
    commandId: commandIdOf(exchange) ?? newId(),
    ...(giver === undefined ? {} : { giver }),
    reason: fieldOf(form, 'reason').trim().slice(0, 200),
    at: clock(),
  });
  if (outcome.kind === 'not-found') return notFound;
  return outcome.kind === 'refusal' ? outcomePage(outcome, back) : seeOther(back);
}

const STATES: readonly DelegationState[] = ['in-force', 'to-come', 'over'];

async function allPage(exchange: Exchange, errors: readonly FieldError[] = []): Promise<Answer> {
  const { db, query, clock } = exchange;
  const name = fieldOf(query, 'q').trim().slice(0, 100);
  const state = STATES.find((one) => one === fieldOf(query, 'tinh-trang'));
  const asked = { name, ...(state && { state }), after: fieldOf(query, 'sau') };
  const found = await listDelegations(db, { ...asked, at: clock(), limit: SHOWN + 1 });
  const delegations = found.slice(0, SHOWN);
  const last = found.length > SHOWN ? delegations.at(-1) : undefined;
  const next = last && `${ALL}?${new URLSearchParams({ q: name, 'tinh-trang': state ?? '', sau: last.id })}`;
  const props = { path: ALL, name, state: state ?? '', delegations, login: fieldOf(query, 'tu').slice(0, 100), errors };
  return page(<AllDelegationsPage {...props} {...(next && { next })} />, errors.length > 0 ? 422 : 200);
}

/** The giver comes by login, from the list or from the page of their account. */
async function newPage(exchange: Exchange, { typed, errors } = NEW_FORM(exchange)): Promise<Answer> {
  const { db, clock, query, form, platform, locale } = exchange;
  const login = fold(fieldOf(query, 'tu') || fieldOf(form, 'tu')).slice(0, 100);
  // for whom is asked on the page of all
  if (login === '') return seeOther(ALL);
  const giver = await findGiver(db, login);
  if (!giver) {
    const unknown = problemOf(refuse('organisation.delegate-unknown'), platform.registry, locale);
    return allPage(exchange, [{ name: 'tu', message: unknown.title }]);
  }
  const day = dayOf(clock());
  const positions = await listOwnPositions(db, giver.id, day);
  const unitId = positions[0]?.unitId;
  const colleagues = unitId ? await listColleagues(db, { unitId, day, except: giver.id }) : [];
  const props = { path: ALL, giver, positions, colleagues, typed, errors };
  return page(<NewDelegationPage {...props} />, errors.length > 0 ? 422 : 200);
}

async function giveForAnother(exchange: Exchange): Promise<Answer> {
  const giver = await findGiver(exchange.db, fold(fieldOf(exchange.form, 'tu')).slice(0, 100));
  if (!giver) return notFound;
  const refused = await give(exchange, giver.id);
  return refused ? newPage(exchange, refused) : seeOther(ALL);
}
