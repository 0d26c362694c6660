/** Routes of one's own absences: saying one, and being back. */
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
import { readTypedDay, typedDayOf } from '../text/typed-day.ts';
import type { FieldError } from '../web/components/error-summary/error-summary.tsx';
import { endAbsence, sayAbsence } from './absence.ts';
import { listColleagues } from './colleagues.ts';
import { dayParts, fieldOfRefusal } from './delegation-form.ts';
import { listAbsences } from './find-absences.ts';
import { listOwnPositions } from './own-positions.ts';
import { AbsencesPage, NOBODY_STANDS_IN, type TypedAbsence } from './pages/absences-page.tsx';

const PATH = '/can-bo/vang-mat';
const access = { permission: 'organisation.be-away' } as const;
const SHOWN = 20;

export const absenceRoutes: readonly Route[] = [
  get(PATH, access, (exchange) => absencesPage(exchange)),
  post(PATH, access, say),
  post(`${PATH}/:id/da-ve`, access, back),
];

/** The server has checked the permission, which a guest cannot have. */
function whoOf({ signedIn }: Exchange): SignedIn {
  if (!signedIn) throw new Error('a route with a permission was reached by a guest');
  return signedIn;
}

async function absencesPage(
  exchange: Exchange,
  refused?: { readonly typed: TypedAbsence; readonly errors: readonly FieldError[] },
): Promise<Answer> {
  const { db, clock } = exchange;
  const { accountId } = whoOf(exchange);
  const day = dayOf(clock());
  const [position] = await listOwnPositions(db, accountId, day);
  const colleagues = position ? await listColleagues(db, { unitId: position.unitId, day, except: accountId }) : [];
  const same = position
    ? colleagues.filter(({ unitId, role }) => unitId === position.unitId && role === position.role)
    : [];
  const today = typedDayOf(day);
  const typed = refused?.typed ?? { from: today, to: today, substitute: same[0]?.accountId ?? '', reason: '' };
  const absences = await listAbsences(db, accountId, SHOWN);
  const props = { path: PATH, absences, today: day, same: same.length, typed, errors: refused?.errors ?? [] };
  return page(
    <AbsencesPage {...props} colleagues={[...same, ...colleagues.filter((one) => !same.includes(one))]} />,
    refused ? 422 : 200,
  );
}

async function say(exchange: Exchange): Promise<Answer> {
  const { db, form, clock } = exchange;
  const { accountId } = whoOf(exchange);
  const text = (name: string): string => fieldOf(form, name).trim().slice(0, 200);
  const typed = {
    from: dayParts(form, 'from'),
    to: dayParts(form, 'to'),
    substitute: text('delegate'),
    reason: text('reason'),
  };
  const firstDay = readTypedDay(typed.from);
  const lastDay = readTypedDay(typed.to);
  const nobody = typed.substitute === NOBODY_STANDS_IN;
  const unread = !firstDay ? 'from' : !lastDay ? 'to' : undefined;
  const outcome =
    unread !== undefined
      ? refuse('organisation.day-unreadable', { field: unread })
      : !nobody && !isId(typed.substitute)
        ? refuse('organisation.substitute-needed')
        : await sayAbsence(db, actorOf(whoOf(exchange)), {
            commandId: commandIdOf(exchange) ?? newId(),
            accountId,
            substitute: nobody ? undefined : typed.substitute,
            firstDay: firstDay ?? '',
            lastDay: lastDay ?? '',
            reason: typed.reason,
            at: clock(),
          });
  if (outcome.kind === 'said') return seeOther(PATH);
  return absencesPage(exchange, { typed, errors: [errorOf(exchange, outcome)] });
}

function errorOf({ platform, locale }: Exchange, refusal: Refusal): FieldError {
  const name = fieldOfRefusal(refusal);
  return { ...(name && { name }), message: problemOf(refusal, platform.registry, locale).title };
}

async function back(exchange: Exchange): Promise<Answer> {
  const { db, params, clock } = exchange;
  const { accountId } = whoOf(exchange);
  const id = params.id ?? '';
  if (!isId(id)) return notFound;
  const commandId = commandIdOf(exchange) ?? newId();
  const outcome = await endAbsence(db, actorOf(whoOf(exchange)), { commandId, id, accountId, at: clock() });
  if (outcome.kind === 'not-found') return notFound;
  return outcome.kind === 'refusal' ? outcomePage(outcome, PATH) : seeOther(PATH);
}
