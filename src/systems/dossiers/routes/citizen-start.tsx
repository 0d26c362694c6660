/** Starting an application (nộp hồ sơ): where the matter is and which case it is; the draft begins here. */
import { dayOf, type Instant } from '../../../platform/calendar/instant.ts';
import type { Db } from '../../../platform/db/database.ts';
import { beginDraft } from '../../../platform/forms/draft.ts';
import { prefill } from '../../../platform/forms/prefill.ts';
import {
  type Answer,
  type Exchange,
  fieldOf,
  get,
  notFound,
  page,
  post,
  type Route,
  seeOther,
} from '../../../platform/http/route.ts';
import { listAreas } from '../../../platform/organisation/find-units.ts';
import { findProcedure, getVersion, type ProcedureInForce } from '../../procedures/index.ts';
import { findAccountPerson, prefillFrom } from '../account-person.ts';
import { contextOf } from '../application.ts';
import { fillApplicant } from '../fill-from-register.ts';
import { findCompetence } from '../competence.ts';
import { StartPage, type StartFault } from '../pages/start-page.tsx';
import type { DossierTables } from '../tables.ts';
import { citizenOf } from './citizen.ts';

type Offered = ProcedureInForce & { readonly version: NonNullable<ProcedureInForce['version']> };

/** Who may not hand in is told before the first question, not after the last. */
export const startRoutes: readonly Route<DossierTables>[] = [
  get('/thu-tuc/:code/nop', 'citizen', start, { binding: true }),
  post(
    '/thu-tuc/:code/nop',
    'citizen',
    async (exchange) => {
      const procedure = await findOffered(exchange);
      return procedure ? begin(exchange, procedure) : notFound;
    },
    { binding: true },
  ),
];

async function start(exchange: Exchange<DossierTables>): Promise<Answer> {
  const procedure = await findOffered(exchange);
  if (!procedure) return notFound;
  const { profile } = await findAccountPerson(exchange.db, citizenOf(exchange).accountId);
  return startPage(exchange, procedure, { area: profile?.residence?.commune_code ?? '' });
}

/** Only what has a version in force and is taken online. */
async function findOffered({ db, params, clock }: Exchange<DossierTables>): Promise<Offered | undefined> {
  const found = await findProcedure(db, params.code ?? '', dayOf(clock()));
  const online = found?.version?.definition.channels.some((channel) => channel.method === 'online');
  return online ? (found as Offered) : undefined;
}

async function begin(exchange: Exchange<DossierTables>, procedure: Offered): Promise<Answer> {
  const { db, form, clock } = exchange;
  const at = clock();
  const { accountId } = citizenOf(exchange);
  const chosen = { area: fieldOf(form, 'area'), case: fieldOf(form, 'case') };
  const fault = await faultIn(db, procedure, chosen, at);
  if (fault) return startPage(exchange, procedure, chosen, fault);
  const version = await getVersion(db, procedure.version.id);
  if (!version) return notFound;
  const person = await findAccountPerson(db, accountId);
  const filled = prefill(version.form, prefillFrom(person), contextOf(chosen, at));
  const draft = await beginDraft(db, { accountId, formVersion: version.id, particulars: chosen, ...filled, at });
  await fillApplicant(exchange, { draft, version, context: contextOf(chosen, at) });
  return seeOther(`/nop-ho-so/${draft.id}`);
}

async function faultIn(
  db: Db<DossierTables>,
  { version: { definition } }: Offered,
  chosen: { area: string; case: string },
  at: Instant,
): Promise<StartFault | undefined> {
  const communes = await listAreas(db, { day: dayOf(at), level: 'commune' });
  if (!communes.some((commune) => commune.code === chosen.area)) return 'area-missing';
  const cases = (definition.cases ?? []).filter((one) => one.when === undefined);
  if (cases.length > 0 && !cases.some((one) => one.key === chosen.case)) return 'case-missing';
  return (await findCompetence(db, definition, chosen.area, at)) ? undefined : 'no-office';
}

async function startPage(
  { db, clock }: Exchange<DossierTables>,
  procedure: Offered,
  chosen: { area: string; case?: string },
  fault?: StartFault,
): Promise<Answer> {
  const communes = await listAreas(db, { day: dayOf(clock()), level: 'commune' });
  return page(
    <StartPage
      definition={procedure.version.definition}
      communes={communes.map(({ code, name }) => ({ value: code, label: name.vi }))}
      area={chosen.area}
      chosenCase={chosen.case ?? ''}
      fault={fault}
    />,
    fault ? 422 : 200,
  );
}
