/** Places: where an officer may work, as a row of tabs, or folded into the bar where the tabs are something else. */
import { defineTexts } from '../../i18n/texts.ts';
import { Icon } from '../components/icon/icon.tsx';
import { Tabs } from '../components/tabs/tabs.tsx';
import type { PageFrame, SiteLink } from '../frame.tsx';
import { Local } from '../local.tsx';
import { isWithin } from './is-within.ts';

const texts = defineTexts({
  places: { vi: 'Nơi làm việc', en: 'Places' },
  menu: { vi: 'Menu', en: 'Menu' },
});

interface PlacesProps {
  frame: PageFrame;
  places: readonly SiteLink[];
}

export function Places({ frame: { locale, path }, places }: PlacesProps) {
  return (
    <Tabs
      label={texts(locale).places}
      tabs={places.map(({ label, href }) => ({ label: <Local text={label} />, href, current: isWithin(path, href) }))}
    />
  );
}

export function FoldedPlaces({ frame: { locale, path }, places }: PlacesProps) {
  const words = texts(locale);
  return (
    <details class="vc-bar-places">
      <summary>
        <Icon name="menu-2" />
        {words.menu}
      </summary>
      <nav aria-label={words.places}>
        <ul>
          {places.map(({ label, href }) => (
            <li key={href}>
              <a href={href} aria-current={isWithin(path, href) ? 'page' : undefined}>
                <Local text={label} />
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </details>
  );
}
