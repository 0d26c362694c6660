/** Hall layout: pages of a kiosk and of a display on the wall; the hall's name over them, no menu that leads away. */
import type { ComponentChildren } from 'preact';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { SimulatedNotice } from '../../../platform/web/components/simulated-notice/simulated-notice.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { Document } from '../../../platform/web/layouts/document.tsx';
import { Mark, Strip } from '../../../platform/web/layouts/mark.tsx';
import { Local } from '../../../platform/web/local.tsx';

export interface HallLayoutProps {
  readonly title: string;
  readonly unit: LocalText;
  readonly kind: 'kiosk' | 'display';
  /** At the end of the head: the language, the time. */
  readonly aside?: ComponentChildren;
  readonly scripts?: readonly string[];
  readonly children: ComponentChildren;
}

export function HallLayout({ title, unit, kind, aside, scripts = [], children }: HallLayoutProps) {
  const frame = useFrame();
  return (
    <Document frame={frame} title={title} styleSheet="device.css" scripts={scripts}>
      <div class="vc-hall" data-kind={kind}>
        <Strip />
        <header class="vc-hall-head">
          <Mark size={36} />
          <p class="vc-hall-unit">
            <Local text={unit} />
          </p>
          {aside}
        </header>
        {frame.simulated && <SimulatedNotice />}
        <main id="main" class="vc-hall-main">
          {children}
        </main>
      </div>
    </Document>
  );
}
