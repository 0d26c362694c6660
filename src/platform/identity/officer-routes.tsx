/** Routes of the administrator: officers' accounts and the positions they hold. */
import { dayOf } from '../calendar/instant.ts';
import { type Refusal, refuse } from '../cases/decision.ts';
import { isId } from '../db/ids.ts';
import {
  type Answer,
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
import { problemOf } from '../http/problem.ts';
import { endHolding, giveHolding, type PositionToHold } from '../organisation/holding.ts';
import { readTypedDay } from '../text/typed-day.ts';
import type { FieldError } from '../web/components/error-summary/error-summary.tsx';
import { changePassword, disableAccount } from './account-change.ts';
import { createOfficer, findPosition } from './create-officer.ts';
import { findOfficer, listOfficers, type ListedOfficer } from './list-officers.ts';
import { NewOfficerPage, type NewOfficerPageProps } from './pages/new-officer-page.tsx';
import { HOLDING_MANNERS } from './pages/manner-fields.tsx';
import { OfficerPage, type OfficerPageProps } from './pages/officer-page.tsx';
import { OfficersPage } from './pages/officers-page.tsx';
import { makePassword } from './password.ts';
import { actorOf, type SignedIn } from './signed-in.ts';

const OFFICERS = '/quan-tri/tai-khoan';
const access = { permission: 'identity.manage-officers' } as const;

export function officerRoutes(): readonly Route[] {
  return [
    get(OFFICERS, access, showOfficers),
    get(`${OFFICERS}/tao`, access, (exchange) => newOfficerPage(exchange, NOTHING_TYPED, [])),
    post(`${OFFICERS}/tao`, access, createOne),
    get(
      `${OFFICERS}/:id`,
      access,
      withOfficer((exchange, officer) => officerPage(exchange, officer)),
    ),
    post(`${OFFICERS}/:id/giao-vi-tri`, access, withOfficer(givePosition)),
    post(`${OFFICERS}/:id/thoi-giu`, access, withOfficer(endPosition)),
    post(`${OFFICERS}/:id/mat-khau`, access, withOfficer(ofOthers(giveNewPassword))),
    post(`${OFFICERS}/:id/ngung`, access, withOfficer(ofOthers(disable))),
  ];
}

async function showOfficers({ db, query, clock }: Exchange): Promise<Answer> {
  const wanted = fieldOf(query, 'q').slice(0, 100);
  const after = fieldOf(query, 'sau').slice(0, 100);
  const { officers, more } = await listOfficers(db, { query: wanted, after, day: dayOf(clock()) });
  const next = more
    ? `${OFFICERS}?${new URLSearchParams({ q: wanted, sau: officers.at(-1)?.login ?? '' })}`
    : undefined;
  return page(<OfficersPage query={wanted} officers={officers} next={next} />);
}

const NOTHING_TYPED: NewOfficerPageProps['typed'] = { login: '', name: '', role: '', unit: '', administrator: false };

async function createOne(exchange: Exchange): Promise<Answer> {
  const { db, form, clock } = exchange;
  const text = (name: string): string => fieldOf(form, name).trim().slice(0, 200);
  const typed = {
    login: text('login'),
    name: text('name'),
    role: text('role'),
    unit: text('unit'),
    administrator: text('administrator') === 'true',
  };
  const made = await createOfficer(db, actorOf(whoOf(exchange)), { ...typed, at: clock() });
  if (made.kind === 'refusal') return newOfficerPage(exchange, typed, [errorOf(exchange, made)]);
  const officer = await findOfficer(db, made.accountId, dayOf(clock()));
  return officer ? officerPage(exchange, officer, { madePassword: made.madePassword }) : notFound;
}

async function newOfficerPage(
  { db }: Exchange,
  typed: NewOfficerPageProps['typed'],
  errors: readonly FieldError[],
): Promise<Answer> {
  return page(<NewOfficerPage roles={await listRoles(db)} typed={typed} errors={errors} />, errors.length ? 422 : 200);
}

async function officerPage(
  exchange: Exchange,
  officer: ListedOfficer,
  more: Partial<OfficerPageProps> = {},
): Promise<Answer> {
  const own = officer.id === whoOf(exchange).accountId;
  const vnode = <OfficerPage officer={officer} own={own} roles={await listRoles(exchange.db)} {...more} />;
  return page(vnode, more.errors?.length ? 422 : 200);
}

const listRoles = (db: Exchange['db']) =>
  db.selectFrom('organisation.role').select(['key', 'name']).orderBy('key').execute();

type OfficerHandler = (exchange: Exchange, officer: ListedOfficer) => Promise<Answer>;

function withOfficer(handle: OfficerHandler): (exchange: Exchange) => Promise<Answer> {
  return async (exchange) => {
    const id = exchange.params.id ?? '';
    const officer = isId(id) ? await findOfficer(exchange.db, id, dayOf(exchange.clock())) : undefined;
    return officer ? handle(exchange, officer) : notFound;
  };
}

/** One's own account is looked after where everybody does it: who shuts themselves out here could not undo it. */
const ofOthers =
  (handle: OfficerHandler): OfficerHandler =>
  async (exchange, officer) =>
    officer.id === whoOf(exchange).accountId
      ? settled(officer, refuse('identity.own-account'))
      : handle(exchange, officer);

async function givePosition(exchange: Exchange, officer: ListedOfficer): Promise<Answer> {
  // the page of a disabled account offers it no more; one that stands open since before does
  if (officer.disabled_at !== null) return settled(officer, refuse('identity.already-disabled'));
  const { db, form, clock } = exchange;
  const seat = { role: fieldOf(form, 'role'), unit: fieldOf(form, 'unit').trim().slice(0, 50) };
  const at = clock();
  const terms = readTerms(form);
  if ('kind' in terms) return officerPage(exchange, officer, { seat, errors: [errorOf(exchange, terms)] });
  const position =
    seat.role && seat.unit
      ? await findPosition(db, { role: seat.role, unitCode: seat.unit, day: dayOf(at) })
      : refuse('identity.position-needed');
  const outcome =
    'kind' in position
      ? position
      : await giveHolding(db, actorOf(whoOf(exchange)), {
          ...position,
          ...terms,
          accountId: officer.id,
          from: dayOf(at),
          at,
        });
  if (outcome.kind !== 'refusal') return seeOther(`${OFFICERS}/${officer.id}`);
  return officerPage(exchange, officer, { seat, errors: [errorOf(exchange, outcome)] });
}

/** In which manner, until when, and by which decision. */
function readTerms(form: Exchange['form']): Pick<PositionToHold, 'manner' | 'to' | 'document'> | Refusal {
  const manner = HOLDING_MANNERS.find((one) => one === fieldOf(form, 'manner'));
  const document = fieldOf(form, 'document').trim().slice(0, 200);
  const parts = { day: fieldOf(form, 'to.day'), month: fieldOf(form, 'to.month'), year: fieldOf(form, 'to.year') };
  const to = readTypedDay(parts);
  if (to === undefined && Object.values(parts).some((part) => part.trim() !== ''))
    return refuse('organisation.day-unreadable');
  return { ...(manner && { manner }), ...(to && { to }), ...(document && { document }) };
}

async function endPosition(exchange: Exchange, officer: ListedOfficer): Promise<Answer> {
  const positionId = fieldOf(exchange.form, 'position');
  if (!isId(positionId)) return notFound;
  const ending = { accountId: officer.id, positionId, at: exchange.clock() };
  return settled(officer, await endHolding(exchange.db, actorOf(whoOf(exchange)), ending));
}

async function giveNewPassword(exchange: Exchange, officer: ListedOfficer): Promise<Answer> {
  const madePassword = makePassword();
  const change = { accountId: officer.id, password: madePassword, at: exchange.clock() };
  const outcome = await changePassword(exchange.db, actorOf(whoOf(exchange)), change);
  return outcome.kind === 'refusal' ? settled(officer, outcome) : officerPage(exchange, officer, { madePassword });
}

async function disable(exchange: Exchange, officer: ListedOfficer): Promise<Answer> {
  const disabling = { accountId: officer.id, at: exchange.clock() };
  return settled(officer, await disableAccount(exchange.db, actorOf(whoOf(exchange)), disabling));
}

function settled(officer: ListedOfficer, outcome: { readonly kind: string } | Refusal): Answer {
  const back = `${OFFICERS}/${officer.id}`;
  return outcome.kind === 'refusal' ? outcomePage(outcome as Refusal, back) : seeOther(back);
}

const FIELDS: Readonly<Record<string, string>> = {
  'identity.login-needed': 'login',
  'identity.login-form': 'login',
  'identity.login-taken': 'login',
  'identity.name-missing': 'name',
  'identity.unit-unknown': 'unit',
  'identity.role-unknown': 'role',
  'identity.position-needed': 'role',
  'organisation.acting-unfounded': 'document',
  'organisation.day-unreadable': 'to',
  'organisation.delegation-days': 'to',
};

function errorOf({ platform, locale }: Exchange, refusal: Refusal): FieldError {
  return { name: FIELDS[refusal.code], message: problemOf(refusal, platform.registry, locale).title };
}

/** The server has checked the permission, which a guest cannot have. */
function whoOf({ signedIn }: Exchange): SignedIn {
  if (!signedIn) throw new Error('a route with a permission was reached by a guest');
  return signedIn;
}
