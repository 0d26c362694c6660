/** Places: where an officer may work, as a row of tabs with what does not fit in a list at its end; on a phone, and where the tabs are something else, all of them in the bar. */
import { defineTexts } from '../../i18n/texts.ts';
import { Icon } from '../components/icon/icon.tsx';
import { Tabs } from '../components/tabs/tabs.tsx';
import type { PageFrame, SiteLink } from '../frame.tsx';
import { Local } from '../local.tsx';
import { isWithin } from './is-within.ts';

const texts = defineTexts({
  places: { vi: 'Nơi làm việc', en: 'Places' },
  menu: { vi: 'Menu', en: 'Menu' },
  more: { vi: 'Thêm', en: 'More' },
});

interface PlacesProps {
  frame: PageFrame;
  places: readonly SiteLink[];
}

/** One row at 1280 px, in either language. */
const IN_A_ROW = 7;

export function Places({ frame: { locale, path }, places }: PlacesProps) {
  const words = texts(locale);
  const row = places.length <= IN_A_ROW + 1 ? places : places.slice(0, IN_A_ROW);
  const rest = places.slice(row.length);
  const current = placeAt(path, places);
  const here = rest.find((place) => place === current);
  // the place one is at is always in sight
  const shown = here ? [...row, here] : row;
  return (
    <Tabs
      label={words.places}
      tabs={shown.map((place) => ({
        label: <Local text={place.label} />,
        href: place.href,
        current: place === current,
      }))}
    >
      {rest.length > 0 && (
        <details class="vc-more-places">
          <summary>
            {words.more} <Icon name="chevron-down" size={14} />
          </summary>
          <PlaceList path={path} places={rest} />
        </details>
      )}
    </Tabs>
  );
}

/** `narrow`: on a phone alone. */
export function FoldedPlaces({ frame: { locale, path }, places, narrow }: PlacesProps & { narrow: boolean }) {
  const words = texts(locale);
  return (
    <details class="vc-bar-places" data-narrow={narrow || undefined}>
      <summary>
        <Icon name="menu-2" />
        {words.menu}
      </summary>
      <nav aria-label={words.places}>
        <PlaceList path={path} places={places} />
      </nav>
    </details>
  );
}

function PlaceList({ path, places }: { path: string; places: readonly SiteLink[] }) {
  const current = placeAt(path, places);
  return (
    <ul>
      {places.map((place) => (
        <li key={place.href}>
          <a href={place.href} aria-current={place === current ? 'page' : undefined}>
            <Local text={place.label} />
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The nearest: a place may stand under another. */
const placeAt = (path: string, places: readonly SiteLink[]): SiteLink | undefined =>
  places.filter(({ href }) => isWithin(path, href)).toSorted((one, other) => other.href.length - one.href.length)[0];
