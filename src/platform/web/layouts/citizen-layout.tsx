/** Citizen layout: strip, header, alerts, the page and the footer; works without any script. */
import type { ComponentChildren } from 'preact';
import { inLanguage } from '../../i18n/local-text.ts';
import { defineTexts } from '../../i18n/texts.ts';
import { AlertBand, type Alert } from '../components/alert-band/alert-band.tsx';
import { SimulatedNotice } from '../components/simulated-notice/simulated-notice.tsx';
import { type PageFrame, useFrame } from '../frame.tsx';
import { CitizenFooter } from './citizen-footer.tsx';
import { CitizenHeader } from './citizen-header.tsx';
import { Document } from './document.tsx';
import { Strip } from './mark.tsx';
import { SkipLink } from './skip-link.tsx';

export interface CitizenLayoutProps {
  /** The page's own frame unless given. */
  frame?: PageFrame;
  title: string;
  /** Of the page for search engines; of the whole site unless given. */
  description?: string;
  alerts?: readonly Alert[];
  /** Logical names of ES modules; a page that has one works without it. */
  scripts?: readonly string[];
  /** A full-width band over the page's column, such as the question of the home page. */
  band?: ComponentChildren;
  children: ComponentChildren;
}

const texts = defineTexts({
  site: {
    vi: (service: string) => `${service}: tìm thủ tục, nộp hồ sơ trực tuyến, nộp phí, tra cứu và nhận kết quả.`,
    en: (service: string) => `${service}: find a procedure, apply online, pay, track your dossier and get the result.`,
  },
});

export function CitizenLayout(props: CitizenLayoutProps) {
  const { frame: given, title, description, alerts = [], scripts = [], band, children } = props;
  const frame = useFrame(given);
  const site = texts(frame.locale).site(inLanguage(frame.site.service, frame.locale).text);
  return (
    <Document frame={frame} title={title} description={description ?? site} styleSheet="citizen.css" scripts={scripts}>
      <SkipLink />
      <Strip />
      <CitizenHeader frame={frame} />
      {frame.simulated && <SimulatedNotice />}
      {alerts.map((alert) => (
        <AlertBand key={alert.title} {...alert} />
      ))}
      <main id="main" tabIndex={-1}>
        {band}
        <div class="vc-page vc-main">{children}</div>
      </main>
      <CitizenFooter frame={frame} />
    </Document>
  );
}
