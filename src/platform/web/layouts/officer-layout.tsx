/** Officer layout: the dark bar with unit, search and account over pages as dense as a desk needs. Pages work as plain forms; Turbo and islands only quicken them. */
import type { ComponentChildren } from 'preact';
import { inLanguage } from '../../i18n/local-text.ts';
import { defineTexts } from '../../i18n/texts.ts';
import { Icon } from '../components/icon/icon.tsx';
import { SimulatedNotice } from '../components/simulated-notice/simulated-notice.tsx';
import { type PageFrame, useFrame } from '../frame.tsx';
import { Local } from '../local.tsx';
import { Bell } from './bell.tsx';
import { Document } from './document.tsx';
import { otherLanguage } from './language-switch.ts';
import { Mark } from './mark.tsx';
import { FoldedPlaces, Places } from './places.tsx';
import { SkipLink } from './skip-link.tsx';

export interface OfficerLayoutProps {
  /** The page's own frame unless given. */
  frame?: PageFrame;
  title: string;
  /** Where the search of the bar goes, with `q`. Without it there is no search. */
  search?: { readonly action: string; readonly value?: string };
  /** Queues or sections, under the bar; the officer's places when left out, which then fold into the bar. */
  tabs?: ComponentChildren;
  /** Logical names of further ES modules. */
  scripts?: readonly string[];
  /** Pages that fill the window (a queue with its pane) bring their own columns. */
  full?: boolean;
  children: ComponentChildren;
}

const texts = defineTexts({
  search: { vi: 'Tìm mã hồ sơ, số định danh, tên', en: 'Find a dossier code, personal number, name' },
  find: { vi: 'Tìm', en: 'Find' },
  signOut: { vi: 'Đăng xuất', en: 'Sign out' },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  account: { vi: 'Tài khoản', en: 'Account' },
  seat: { vi: 'Vị trí làm việc', en: 'Position acted in' },
  own: { vi: 'Phiên đăng nhập, mật khẩu', en: 'Sessions, password' },
});

export function OfficerLayout(props: OfficerLayoutProps) {
  const { frame: given, title, search, tabs, full, scripts = [], children } = props;
  const frame = useFrame(given);
  const words = texts(frame.locale);
  const desk = frame.reader.signedIn ? frame.reader.desk : undefined;
  return (
    <Document frame={frame} title={title} styleSheet="officer.css" scripts={['officer.js', ...scripts]}>
      <SkipLink />
      <header class="vc-officer-bar" data-color-scheme="dark">
        <a class="vc-bar-brand" href={frame.reader.signedIn ? frame.reader.home : '/'}>
          <Mark size={24} onDark />
          <span>Vàm Cỏ</span>
        </a>
        {desk && <FoldedPlaces frame={frame} places={desk.places} narrow={!tabs} />}
        {desk?.unit && (
          <p class="vc-bar-desk" title={inLanguage(desk.unit, frame.locale).text}>
            <Local text={desk.unit} />
          </p>
        )}
        {search && (
          <search class="vc-bar-search">
            <form action={search.action}>
              <Icon name="search" />
              <input
                type="search"
                name="q"
                value={search.value}
                placeholder={words.search}
                aria-label={words.search}
                aria-keyshortcuts="/"
              />
              <kbd class="vc-key">/</kbd>
              {/* Enter in the field does the same; a stop of the keyboard that nobody sees would only be lost time */}
              <button type="submit" class="ds-sr-only" tabIndex={-1}>
                {words.find}
              </button>
            </form>
          </search>
        )}
        <nav class="vc-bar-account" aria-label={words.account}>
          {desk?.counts?.map(({ label, href, count }) => (
            <a key={href} href={href}>
              <Icon name="flag" /> <Local text={label} />{' '}
              <span class="vc-count" data-slot={`count ${href}`}>
                {count >= 1000 ? '999+' : count}
              </span>
            </a>
          ))}
          <Account frame={frame} />
        </nav>
      </header>
      {frame.simulated && <SimulatedNotice />}
      {tabs ??
        (desk && (
          <div class="vc-wide-places">
            <Places frame={frame} places={desk.places} />
          </div>
        ))}
      <main id="main" tabIndex={-1} class={full ? 'vc-officer-full' : 'vc-officer-page'}>
        {children}
      </main>
    </Document>
  );
}

function Account({ frame }: { frame: PageFrame }) {
  const { reader, locale, path, csrf } = frame;
  const words = texts(locale);
  const language = otherLanguage(path, locale);
  return (
    <>
      {reader.signedIn ? (
        <>
          <Bell reader={reader} />
          <details class="vc-bar-menu">
            <summary>
              <span class="vc-bar-name">{reader.name}</span> <Icon name="chevron-down" size={14} />
            </summary>
            <ul>
              {reader.desk?.unit && (
                <li class="vc-bar-unit">
                  <Local text={reader.desk.unit} />
                </li>
              )}
              {reader.desk && (
                <li>
                  <a href={reader.desk.seat}>{words.seat}</a>
                </li>
              )}
              <li>
                <a href={reader.account}>{words.own}</a>
              </li>
              <li>
                <a href={language.href} lang={language.locale} hreflang={language.locale}>
                  {language.name}
                </a>
              </li>
              <li>
                <form method="post" action={reader.signOut}>
                  {csrf && <input type="hidden" name="csrf" value={csrf} />}
                  <button type="submit" class="vc-text-button">
                    {words.signOut}
                  </button>
                </form>
              </li>
            </ul>
          </details>
        </>
      ) : (
        <>
          <a href={language.href} lang={language.locale} hreflang={language.locale}>
            {language.name}
          </a>
          <a href={reader.signIn}>{words.signIn}</a>
        </>
      )}
    </>
  );
}
