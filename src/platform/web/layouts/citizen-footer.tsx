/** Citizen footer: who answers for the site, who runs it, when, the number to call, and the pages about the site itself. */
import type { ComponentChildren } from 'preact';
import { defineTexts } from '../../i18n/texts.ts';
import { Icon } from '../components/icon/icon.tsx';
import type { PageFrame, SiteLink } from '../frame.tsx';
import { Local } from '../local.tsx';
import { otherLanguage } from './language-switch.ts';

const texts = defineTexts({
  hotline: { vi: 'Tổng đài', en: 'Hotline' },
  services: { vi: 'Dịch vụ', en: 'Services' },
  about: { vi: 'Về trang này', en: 'About this site' },
});

export function CitizenFooter({ frame }: { frame: PageFrame }) {
  const { site, locale, path } = frame;
  const words = texts(locale);
  const language = otherLanguage(path, locale);
  const worksHere = frame.reader.signedIn && frame.reader.desk !== undefined;
  const services = site.services.filter((link) => !worksHere || link.for !== 'citizens');
  return (
    <footer class="vc-footer">
      <div class="vc-page vc-footer-grid">
        <div class="vc-footer-body">
          <p class="vc-footer-name">
            <Local text={site.responsible} />
          </p>
          <p class="vc-quiet">
            <Local text={site.about} />
          </p>
          {site.hotline && (
            <p>
              <Icon name="phone" /> {words.hotline}{' '}
              <a class="ds-link" href={`tel:${site.hotline.number.replaceAll(' ', '')}`}>
                {site.hotline.number}
              </a>
              , <Local text={site.hotline.note} />
            </p>
          )}
        </div>
        <Links label={words.services} links={services} />
        <Links label={words.about} links={site.policies}>
          <li>
            <a class="ds-link" href={language.href} lang={language.locale} hreflang={language.locale}>
              {language.name}
            </a>
          </li>
        </Links>
      </div>
    </footer>
  );
}

function Links({
  label,
  links,
  children,
}: {
  label: string;
  links: readonly SiteLink[];
  children?: ComponentChildren;
}) {
  return (
    <ul class="vc-footer-links" aria-label={label}>
      {links.map((link) => (
        <li key={link.href}>
          <a class="ds-link" href={link.href}>
            <Local text={link.label} />
          </a>
        </li>
      ))}
      {children}
    </ul>
  );
}
