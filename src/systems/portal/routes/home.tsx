/** The home page: find a procedure, start from an event of life, see where a dossier is. */
import { dayOf } from '../../../platform/calendar/instant.ts';
import { get, page, type Route } from '../../../platform/http/route.ts';
import { dayText } from '../../../platform/text/vietnamese-date.ts';
import type { IconName } from '../../../platform/web/components/icon/icon.tsx';
import { ICON_STROKES } from '../../../platform/web/icons/icon-strokes.ts';
import { caseCode } from '../../../platform/cases/open-case.ts';
import { listLifeEvents, listPopular, listRecent } from '../../procedures/index.ts';
import { HomePage } from '../pages/home-page.tsx';

const POPULAR = 3;
const CHANGES = 5;

export const homeRoute: Route = get('/', 'public', async ({ db, clock, platform }) => {
  const today = dayOf(clock());
  const [events, popular, recent] = await Promise.all([
    listLifeEvents(db),
    listPopular(db, POPULAR),
    listRecent(db, { today, limit: CHANGES }),
  ]);
  return page(
    <HomePage
      popular={popular.map(({ code, name }) => ({ label: name, href: `/thu-tuc/${code}` }))}
      lifeEvents={events.map((event) => ({
        name: event.name,
        detail: event.about,
        icon: iconOf(event.icon),
        href: `/viec-trong-doi/${event.key}`,
      }))}
      exampleCode={caseCode('H53.101.1', clock(), 1)}
      notices={[]}
      changes={recent.map(({ code, name, from }) => ({
        title: name,
        href: `/thu-tuc/${code}`,
        at: dayText(from),
        from: platform.site.responsible,
      }))}
      paths={{ search: '/thu-tuc', track: '/tra-cuu' }}
    />,
  );
});

/** A pack may name a symbol that this build does not carry. */
export const iconOf = (name: string): IconName => (name in ICON_STROKES ? (name as IconName) : 'file-text');
