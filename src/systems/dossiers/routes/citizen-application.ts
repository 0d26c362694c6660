/** An application of who asks: theirs and not yet handed in, or the way to the dossier it became. */
import { type Answer, type Exchange, notFound, seeOther } from '../../../platform/http/route.ts';
import { type Application, openApplication } from '../application.ts';
import type { DossierTables } from '../tables.ts';
import { citizenOf } from './citizen.ts';

type Asked = Exchange<DossierTables>;

/** A draft that was handed in leads to its dossier: a page kept open, or a form sent twice, still arrives. */
export async function withApplication(
  exchange: Asked,
  answer: (exchange: Asked, application: Application) => Answer | Promise<Answer>,
): Promise<Answer> {
  const { db, params, clock } = exchange;
  const { accountId } = citizenOf(exchange);
  const application = await openApplication(db, { id: params.draft ?? '', accountId, at: clock() });
  if (application) return answer(exchange, application);
  const handedIn = await findHandedIn(exchange, accountId);
  return handedIn ? seeOther(`/ho-so/${handedIn}/da-nop`) : notFound;
}

async function findHandedIn({ db, params }: Asked, accountId: string): Promise<string | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(params.draft ?? '')) return undefined;
  const row = await db
    .selectFrom('cases.case')
    .select('code')
    .where('id', '=', params.draft ?? '')
    .where('applicant_id', '=', accountId)
    .executeTakeFirst();
  return row?.code;
}
