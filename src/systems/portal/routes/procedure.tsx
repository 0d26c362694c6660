/** One procedure, and the procedures of an event of life. */
import { dayOf } from '../../../platform/calendar/instant.ts';
import { get, notFound, page, type Route } from '../../../platform/http/route.ts';
import { findLifeEvent, findProcedure } from '../../procedures/index.ts';
import { describeProcedure, termFact } from '../describe-procedure.ts';
import { readOrganisationNames } from '../organisation-names.ts';
import { LifeEventPage } from '../pages/life-event-page.tsx';
import { ProcedurePage } from '../pages/procedure-page.tsx';
import { iconOf } from './home.tsx';

export const procedureRoute: Route = get('/thu-tuc/:code', 'public', async ({ db, clock, params, signedIn }) => {
  const today = dayOf(clock());
  const found = await findProcedure(db, params.code ?? '', today);
  if (!found) return notFound;
  // An old code is answered with the code in force, so that links and bookmarks meet in one page.
  if (found.code !== params.code) return { kind: 'redirect', to: `/thu-tuc/${found.code}`, status: 308 };
  const takenOnline = found.version?.definition.channels.some((channel) => channel.method === 'online') ?? false;
  // Officers apply for themselves with their own citizen account.
  const isOfficer = signedIn?.kind === 'officer';
  return page(
    <ProcedurePage
      procedure={describeProcedure(found, today, await readOrganisationNames(db))}
      crumbs={[
        { label: { vi: 'Thủ tục hành chính', en: 'Procedures' }, href: '/thu-tuc' },
        { label: found.fieldName, href: `/thu-tuc?linh-vuc=${encodeURIComponent(found.field)}` },
      ]}
      {...(takenOnline && !isOfficer && { apply: `/thu-tuc/${found.code}/nop` })}
    />,
  );
});

export const lifeEventRoute: Route = get('/viec-trong-doi/:slug', 'public', async ({ db, params }) => {
  const event = await findLifeEvent(db, params.slug ?? '');
  if (!event) return notFound;
  return page(
    <LifeEventPage
      name={event.name}
      icon={iconOf(event.icon)}
      procedures={event.procedures.map((one) => ({
        code: one.code,
        name: one.name,
        field: one.fieldName,
        href: `/thu-tuc/${one.code}`,
        term: termFact(one.term),
      }))}
    />,
  );
});
