/** Citizen header: the mark, up to four links, language and account; on narrow screens behind one Menu button that needs no script. */
import { defineTexts } from '../../i18n/texts.ts';
import { Icon } from '../components/icon/icon.tsx';
import type { PageFrame } from '../frame.tsx';
import { Local } from '../local.tsx';
import { Bell } from './bell.tsx';
import { isWithin } from './is-within.ts';
import { otherLanguage } from './language-switch.ts';
import { Mark } from './mark.tsx';

const texts = defineTexts({
  menu: { vi: 'Menu', en: 'Menu' },
  mainMenu: { vi: 'Menu chính', en: 'Main menu' },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  signOut: { vi: 'Đăng xuất', en: 'Sign out' },
  home: { vi: 'Trang chủ', en: 'Home' },
});

export function CitizenHeader({ frame }: { frame: PageFrame }) {
  const words = texts(frame.locale);
  return (
    <header class="vc-header">
      <div class="vc-page vc-header-row">
        <a class="vc-brand" href="/">
          <Mark size={36} />
          <span>
            <span class="vc-brand-name">Vàm Cỏ</span>
            <span class="vc-brand-service">
              <Local text={frame.site.service} />
            </span>
          </span>
        </a>
        <nav class="vc-header-links" aria-label={words.mainMenu}>
          <MenuLinks frame={frame} />
          <AccountLinks frame={frame} />
        </nav>
        {frame.reader.signedIn && (
          <div class="vc-header-bell">
            <Bell reader={frame.reader} short />
          </div>
        )}
        <details class="vc-menu">
          <summary>
            <Icon name="menu-2" />
            {words.menu}
          </summary>
          <nav class="vc-menu-panel" aria-label={words.mainMenu}>
            <MenuLinks frame={frame} />
            <AccountLinks frame={frame} />
          </nav>
        </details>
      </div>
    </header>
  );
}

function MenuLinks({ frame }: { frame: PageFrame }) {
  const worksHere = frame.reader.signedIn && frame.reader.desk !== undefined;
  const links = frame.site.menu.filter((link) => !worksHere || link.for !== 'citizens');
  return (
    <ul class="vc-menu-list">
      {links.map((link) => (
        <li key={link.href}>
          <a href={link.href} aria-current={isWithin(frame.path, link.href) ? 'page' : undefined}>
            <Local text={link.label} />
          </a>
        </li>
      ))}
    </ul>
  );
}

function AccountLinks({ frame }: { frame: PageFrame }) {
  const { reader, locale, path, csrf } = frame;
  const words = texts(locale);
  const language = otherLanguage(path, locale);
  return (
    <ul class="vc-menu-list vc-account">
      <li>
        <a href={language.href} lang={language.locale} hreflang={language.locale}>
          {language.name}
        </a>
      </li>
      {reader.signedIn ? (
        <>
          <li class="vc-menu-bell">
            <Bell reader={reader} />
          </li>
          <li>
            <a href={reader.desk ? reader.home : reader.account}>{reader.name}</a>
          </li>
          <li>
            <form method="post" action={reader.signOut}>
              {csrf && <input type="hidden" name="csrf" value={csrf} />}
              <button type="submit" class="vc-text-button">
                {words.signOut}
              </button>
            </form>
          </li>
        </>
      ) : (
        <li>
          <a href={reader.signIn}>{words.signIn}</a>
        </li>
      )}
    </ul>
  );
}
