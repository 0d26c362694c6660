/** Routes of the till: what was taken since the last count, closing the shift, and its report. */
import { isId, newId } from '../../../platform/db/ids.ts';
import { paperAnswer, pdfOf } from '../../../platform/documents/preview/paper-answer.ts';
import { problemOf } from '../../../platform/http/problem.ts';
import {
  type Answer,
  commandIdOf,
  fieldOf,
  get,
  notFound,
  outcomePage,
  page,
  post,
  type Route,
  seeOther,
} from '../../../platform/http/route.ts';
import { actorOf } from '../../../platform/identity/signed-in.ts';
import { positionFor } from '../../../platform/permissions/permissions.ts';
import { readWholeNumber } from '../../../platform/text/money.ts';
import { TillPage } from '../pages/till-page.tsx';
import type { MoneyExchange } from '../reach.ts';
import type { PaymentTables } from '../tables.ts';
import { printShift } from './print-shift.ts';
import { closeShift, findShift, listShiftLines, listShifts, listTill } from './shift.ts';

export const CASH = '/can-bo/thu-tien';
const COLLECT = 'payments.collect';
const SHIFTS = 20;

export const cashRoutes: readonly Route<PaymentTables>[] = [
  get(CASH, { permission: COLLECT }, (exchange) => showTill(exchange)),
  post(`${CASH}/chot-ca`, { permission: COLLECT }, close),
  get(`${CASH}/:shift/bang-ke.pdf`, { permission: COLLECT }, print),
];

/** Everybody's till is their own. */
async function showTill({ db, signedIn, form }: MoneyExchange, refused?: string): Promise<Answer> {
  const accountId = signedIn?.accountId ?? '';
  const [till, shifts] = await Promise.all([listTill(db, accountId), listShifts(db, accountId, SHIFTS)]);
  return page(
    <TillPage
      path={CASH}
      till={till}
      shifts={shifts}
      typed={(name) => fieldOf(form, name)}
      {...(refused === undefined ? {} : { refused })}
    />,
    refused === undefined ? 200 : 422,
  );
}

async function close(exchange: MoneyExchange): Promise<Answer> {
  const { platform, db, form, signedIn, locale } = exchange;
  const seat = signedIn && positionFor(signedIn, COLLECT);
  if (!signedIn || !seat) return notFound;
  const outcome = await closeShift(
    { ...platform.acting, db },
    { ...actorOf(signedIn, seat), account: signedIn.accountId, unit: seat.unitId },
    {
      commandId: commandIdOf(exchange) ?? newId(),
      shown: Number(fieldOf(form, 'shown')) || 0,
      counted: readWholeNumber(fieldOf(form, 'counted')).value,
      note: fieldOf(form, 'note').trim().slice(0, 1000),
    },
  );
  if (outcome.kind === 'done') return seeOther(CASH);
  if (outcome.kind === 'refusal') return showTill(exchange, problemOf(outcome, platform.registry, locale).title);
  return outcomePage(outcome, CASH);
}

async function print(exchange: MoneyExchange): Promise<Answer> {
  const { db, params, signedIn, platform } = exchange;
  const id = params.shift ?? '';
  if (!signedIn || !isId(id)) return notFound;
  const shift = await findShift(db, { id, accountId: signedIn.accountId });
  if (!shift) return notFound;
  const seat = positionFor(signedIn, COLLECT);
  const pdf = await printShift({
    shift,
    lines: await listShiftLines(db, shift.id),
    body: seat?.unitName.vi ?? platform.site.responsible.vi,
    simulated: platform.mode !== 'production',
  });
  return paperAnswer(exchange, pdfOf(pdf, `thu-tien-ca-${shift.number}.pdf`));
}
