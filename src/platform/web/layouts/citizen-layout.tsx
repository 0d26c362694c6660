/** Citizen layout: strip, header, alerts, the page and the footer; works without any script. */
import type { ComponentChildren } from 'preact';
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
  alerts?: readonly Alert[];
  /** A full-width band over the page's column, such as the question of the home page. */
  band?: ComponentChildren;
  children: ComponentChildren;
}

export function CitizenLayout({ frame: given, title, alerts = [], band, children }: CitizenLayoutProps) {
  const frame = useFrame(given);
  return (
    <Document frame={frame} title={title} styleSheet="citizen.css">
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
